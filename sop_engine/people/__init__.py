"""Who may do what: a list of people -> :class:`People`, a pure value that answers questions of authority.

An office is a unit and an actor of its SOPs. Whoever holds one on a day may do on that day what the SOP gives to that
actor; deputies (Plt., Plh.) hold it as long as their letter says. ``listing`` reads lists, ``rules`` judges them,
``delegation`` adds to them. Nothing in here reads files or knows today's date.
"""

from sop_engine.people.authority import NOBODY, People
from sop_engine.people.holding import Deed, Holding, Person, Standing

__all__ = ["NOBODY", "Deed", "Holding", "People", "Person", "Standing"]
