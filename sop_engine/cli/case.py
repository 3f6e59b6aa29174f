"""``sop case …``: the group of what is done to one case, and the room in which each command of it is made.

A room is imported when one of its commands is called; its ``app`` has the command, the phrase ``room.help_command``
its help.
"""

from __future__ import annotations

from sop_engine.cli.rooms import Rooms
from sop_engine.cli.spoken import App
from sop_engine.messages import text

CASE_ROOMS = {
    "open": "opening",
    "list": "officer",
    "show": "officer",
    "run": "officer",
    "do": "officer",
    "check": "casework",
    "claim": "casework",
    "release": "casework",
    "reassign": "casework",
    "comment": "casework",
    "correct": "casework",
    "recall": "casework",
    "call": "casework",
    "suspend": "closing",
    "resume": "closing",
    "withdraw": "closing",
    "reject": "closing",
    "history": "officer",
    "explain": "clocks",
    "recount": "clocks",
    "file": "papers",
    "letter": "letter",
    "applicant": "papers",
}
"""Each command and the module of this package whose ``app`` has it."""


class CaseTree(Rooms):
    """The commands of ``sop case``, each made when it is asked for."""

    rooms = CASE_ROOMS


app = App()
case_app = App(cls=CaseTree, help=text("case.help_case"))
app.add_typer(case_app, name="case")


@case_app.callback()
def _of_a_case() -> None:
    """Take no options of its own: a group needs something to be made of."""
