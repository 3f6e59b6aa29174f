"""Letters to people outside, told from the record of a case: receipt, rejection or return, answer to a complaint.

``receipt``, ``rejection`` and ``answer`` turn what is on record into the values of :mod:`sop_engine.render.letter`;
``posting`` makes the paper and has it kept with the case. Nothing is said that the record does not hold.
"""
