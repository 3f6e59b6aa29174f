"""What waits, as the tests ask for it: all of it at once."""

from sop_engine.office.inbox import Whose, waiting

EVERYTHING = 100_000


def inbox(office, actor=None):
    return waiting(office, Whose.ALL, actor, limit=EVERYTHING).tasks


def own_inbox(office):
    return waiting(office, Whose.OWN, limit=EVERYTHING).tasks
