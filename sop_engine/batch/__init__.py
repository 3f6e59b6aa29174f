"""Many definitions -> their result files, on all cores; what has not changed is left as it is.

``work`` says what is to be made of which file, ``making`` makes it, ``memory`` knows what need not be made again, and
``pool`` shares the work out. Nothing here words what came of it but the reasons of failures.
"""
