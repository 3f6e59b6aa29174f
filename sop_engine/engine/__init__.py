"""The engine: a flow, a case and an action become the next case and one event; a second fold counts its time.

Pure: it only computes.
"""
