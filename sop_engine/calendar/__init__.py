"""Working time: which days and hours an office works, how much of it passes between two moments, when a time runs out.

Pure: a :class:`Calendar` is made of the shipped national days (numbered editions, each with its decrees) and of what a
unit's file says, and never looks at the clock. Past the last year that an edition knows it still counts, without
holidays, and says that it is not sure.
"""

from __future__ import annotations

from sop_engine.calendar.account import Account, Doubt, Line, Status, Stint, account
from sop_engine.calendar.calendar import Calendar, Day, Due, Left
from sop_engine.calendar.national import LATEST, Reason
from sop_engine.calendar.tally import NOTHING, Tally
from sop_engine.calendar.unit import of_unit

__all__ = [
    "LATEST",
    "NOTHING",
    "Account",
    "Calendar",
    "Day",
    "Doubt",
    "Due",
    "Left",
    "Line",
    "Reason",
    "Status",
    "Stint",
    "Tally",
    "account",
    "of_unit",
]
