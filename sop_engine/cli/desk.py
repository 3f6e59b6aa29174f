"""What the officer's commands have in common: their arguments, an office that is opened and closed, how they answer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.office import CaseView, Office
    from sop_engine.office.seat import Seat
    from sop_engine.people import Deed
    from sop_engine.store.journal import Journal

CaseId = Annotated[str, typer.Argument(metavar="CASE", help=text("officer.arg_case"))]
Step = Annotated[str | None, typer.Argument(metavar="[STEP]", help=text("officer.arg_step"))]
Note = Annotated[str | None, typer.Option("--note", metavar="T", help=text("officer.opt_note"))]
Reason = Annotated[str | None, typer.Option("--note", metavar="T", help=text("officer.opt_reason"))]
Actor = Annotated[str | None, typer.Option("--as", metavar="ACTOR", help=text("officer.opt_as"))]
Expect = Annotated[int | None, typer.Option("--expect", metavar="N", min=1, help=text("officer.opt_expect"))]
Attach = Annotated[list[Path] | None, typer.Option("--attach", metavar="FILE", help=text("officer.opt_attach"))]
NoPager = Annotated[bool, typer.Option("--no-pager", help=text("officer.opt_no_pager"))]


def admitted(journal: Journal, deed: Deed | None = None) -> Seat:
    """Return the seat of whoever is at the computer at a store that is open; ``deed``: for stewards alone.

    Raises :class:`Failure` RUN030 for who is not on the list in force, RUN033 for who is no steward.
    """
    from sop_engine.office import present_person, system_clock
    from sop_engine.office.seat import Seat

    seat = Seat(journal, present_person(), system_clock)
    seat.admit(deed)
    return seat


@contextmanager
def at_seat(store: str | None) -> Iterator[Seat]:
    """Let whoever is at the computer look at a store; ``store`` None: the default place. RUN030: not on the list."""
    from sop_engine.store.place import DEFAULT_PLACE, connect

    with closing(connect(store or DEFAULT_PLACE, create=False)) as journal:
        yield admitted(journal)
        _tell_spoilt(journal, store)


@contextmanager
def at_desk(store: str | None, *, create: bool = False) -> Iterator[Office]:
    """Open the office of whoever is at the computer; ``store`` None: the default place. RUN030: not on the list."""
    from sop_engine.office import Office, present_person, system_clock
    from sop_engine.store.place import DEFAULT_PLACE, connect

    person = present_person()
    with closing(connect(store or DEFAULT_PLACE, create=create)) as journal:
        office = Office(journal, person, system_clock)
        office.admit()
        yield office
        _tell_spoilt(journal, store)
        if office.behind is not None:
            case, by = office.behind
            minutes = int(by.total_seconds()) // 60
            typer.echo(text("clocks.behind", minutes=minutes, case=case), err=True)


def _tell_spoilt(journal: Journal, store: str | None) -> None:
    """Say which cases a list does not show."""
    if journal.spoilt:
        from sop_engine.cli.columns import printable
        from sop_engine.cli.pasted import command

        for case in sorted(journal.spoilt):
            said = text("officer.spoilt", case=printable(case), command=command("log", "verify", store=store))
            typer.echo(said, err=True)


def tell(answer: dict[str, Any] | Iterable[str]) -> None:
    """Print an answer: JSON for programs, lines for people."""
    if isinstance(answer, dict):
        import json

        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    colour = colours()
    for line in answer:
        typer.echo(line, color=colour)


def tell_case(view: CaseView, what: str, store: str | None, *, as_json: bool) -> None:
    """Print what was just done to a case and where it stands now."""
    from sop_engine.cli import case_json, case_text

    tell(case_json.case(view) if as_json else [what, *case_text.situation(view, store)])


def tell_without_store(office: Seat, *, as_json: bool) -> None:
    """Say that there is no store yet, where there is none."""
    if not office.has_store:
        # a program that reads the answer finds an empty list; whoever mistyped the place is to see why
        kind = "officer.no_tables" if office.place.startswith("postgresql:") else "officer.no_store"
        typer.echo(text(kind, place=office.place), err=as_json)


def colours() -> bool | None:
    """Return whether lines are coloured; None: as the terminal can."""
    return False if os.environ.get("NO_COLOR") else None
