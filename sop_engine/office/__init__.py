"""The officer's desk: cases, people, clocks and the record, with a store and a clock outside.

``seat`` is who looks, ``desk`` the shell around the engine, ``telling`` says what a record tells; the other modules are
what is done at the desk, one each. A name is loaded when it is asked for: looking at an inbox needs no engine.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_MODULES = {"Office": "desk", "CaseView": "view", "History": "view"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'person')}"), name)
