"""The officer's desk: cases, people, clocks and the record, with a store and a clock outside.

``desk`` is the shell around the engine; ``telling`` says what a record tells; the other modules are what is done at
the desk, one each.
"""

from sop_engine.office.desk import Office
from sop_engine.office.person import NOTE_LIMIT, Clock, local_time, present_person, system_clock
from sop_engine.office.view import CaseView, History

__all__ = [
    "NOTE_LIMIT",
    "CaseView",
    "Clock",
    "History",
    "Office",
    "local_time",
    "present_person",
    "system_clock",
]
