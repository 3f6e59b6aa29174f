"""``sop people load|list|export|delegate``: who holds which office, as the store has it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from sop_engine.cli.desk import at_desk, tell, tell_without_store
from sop_engine.cli.options import Definitions, Json, Store, catalogue
from sop_engine.cli.spoken import App
from sop_engine.messages import text
from sop_engine.people.holding import Standing

if TYPE_CHECKING:
    from sop_engine.office import Office
    from sop_engine.office.appointments import Unknown
    from sop_engine.people import Holding, People

app = App()
people_app = App(help=text("people.help_people"))
app.add_typer(people_app, name="people")

_DAY = ["%Y-%m-%d"]
_ERRORS = 1

Until = Annotated[datetime | None, typer.Option("--until", formats=_DAY, help=text("appointments.opt_until"))]
On = Annotated[datetime | None, typer.Option("--on", formats=_DAY, help=text("appointments.opt_on"))]


@people_app.command("load", help=text("appointments.help_load"))
def load(
    file: Annotated[str, typer.Argument(metavar="FILE", help=text("appointments.arg_file"))],
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Put a list of people in force."""
    from sop_engine.cli import report
    from sop_engine.diagnostic import Severity
    from sop_engine.office import appointments
    from sop_engine.people.listing import parse

    content, found = _content(file)
    people = None
    if content is not None:
        people, found = parse(content, file)
    told = tuple(each for each in found if each.severity is not Severity.INFO)
    if told:
        typer.echo(report.as_text(told, 1, {file: content or ""}), err=True)
    if people is None or content is None:
        raise typer.Exit(_ERRORS)
    unknown = appointments.unknown_offices(people, catalogue(definitions))
    with at_desk(store, create=True) as office:
        appointments.load(office, content)
    _warn(unknown)
    if as_json:
        tell({"persons": len(people.persons), "offices": len(people.holdings)})
    else:
        tell([text("appointments.loaded", persons=len(people.persons), offices=len(people.holdings))])


@people_app.command("list", help=text("appointments.help_list"))
def list_people(on: On = None, store: Store = None, as_json: Json = False) -> None:
    """Say who holds which office on a day."""
    with at_desk(store) as office:
        day = _day(office, on)
        people = office.people
        tell(_as_json(people, day) if as_json else _as_text(people, day))
        tell_without_store(office, as_json=as_json)


@people_app.command("export", help=text("appointments.help_export"))
def export(
    out: Annotated[str, typer.Option("--out", metavar="FILE", help=text("appointments.opt_out"))] = "-",
    store: Store = None,
) -> None:
    """Write the list in force."""
    from sop_engine.failure import Failure
    from sop_engine.writing import write_whole

    with at_desk(store) as office:
        content = office.journal.people()
    if content is None:
        raise Failure("RUN071")
    if out == "-":
        typer.echo(content, nl=False)
        return
    write_whole(Path(out), content)
    tell([text("appointments.written", path=Path(out).resolve())])


@people_app.command("delegate", help=text("appointments.help_delegate"))
def delegate(
    person: Annotated[str, typer.Argument(metavar="PERSON", help=text("appointments.arg_person"))],
    unit: Annotated[str, typer.Option("--unit", metavar="UNIT", help=text("appointments.opt_unit"))],
    actor: Annotated[str, typer.Option("--actor", metavar="ACTOR", help=text("appointments.opt_actor"))],
    standing: Annotated[Standing, typer.Option("--standing", help=text("appointments.opt_standing"))],
    since: Annotated[datetime, typer.Option("--from", formats=_DAY, help=text("appointments.opt_from"))],
    until: Until = None,
    letter: Annotated[str | None, typer.Option("--letter", metavar="N", help=text("appointments.opt_letter"))] = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Appoint somebody to an office for a time."""
    from sop_engine.office import appointments
    from sop_engine.people import People

    last = None if until is None else until.date()
    with at_desk(store) as office:
        people = appointments.appoint(office, person, unit, actor, standing, letter, since.date(), last)
    given = next(each for each in reversed(people.holdings) if each.person == person and each.actor == actor)
    _warn(appointments.unknown_offices(People(people.persons, (given,)), catalogue(definitions)))
    if as_json:
        tell(_holding(given))
    else:
        tell([text("appointments.appointed", person=_name(people, person), office=_office(given))])


def _warn(unknown: Iterable[Unknown]) -> None:
    """Say which offices no definition knows; they are in force all the same."""
    for each in unknown:
        args = {"unit": each.unit, "actor": each.actor, "persons": ", ".join(each.persons), "near": _meant(each)}
        typer.echo(text("appointments.unknown", **args), err=True)


def _content(file: str) -> tuple[str | None, tuple[Any, ...]]:
    from sop_engine import textfile

    if file == "-":
        import sys

        return textfile.decode(sys.stdin.buffer.read(), "-")
    return textfile.read_text(Path(file), file)


def _day(office: Office, on: datetime | None) -> date:
    from sop_engine.office.seat import DEFAULT_ZONE

    return on.date() if on is not None else office.now().astimezone(ZoneInfo(DEFAULT_ZONE)).date()


def _as_text(people: People, day: date) -> list[str]:
    from sop_engine.cli.columns import Row, table
    from sop_engine.office.appointments import on_day

    if not people.listed:
        return [text("appointments.nobody_listed")]
    titles = ("person", "user", "offices")
    rows: list[Row] = [tuple(text(f"appointments.col_{title}") for title in titles)]
    stewards = {each.name for each in people.stewards}
    for person, (name, held) in zip(people.persons, on_day(people, day), strict=True):
        said = [_office(each) for each in held] + ([text("appointments.steward")] if name in stewards else [])
        rows.append((name, person.id, "; ".join(said) or "–"))
    return [text("appointments.on_day", day=f"{day:%d-%m-%Y}"), *table(rows)]


def _as_json(people: People, day: date) -> dict[str, Any]:
    persons = [
        {
            "id": each.id,
            "name": each.name,
            "steward": each.steward,
            "offices": [_holding(held) for held in people.held(each.id, day)],
        }
        for each in people.persons
    ]
    return {"on": day.isoformat(), "listed": people.listed, "persons": persons}


def _holding(held: Holding) -> dict[str, Any]:
    return {
        "unit": held.unit,
        "actor": held.actor,
        "standing": held.standing.value,
        "letter": held.letter,
        "from": held.since.isoformat(),
        "until": None if held.until is None else held.until.isoformat(),
    }


def _office(held: Holding) -> str:
    named = text(f"people.{held.standing}", office=f"{held.actor} ({held.unit})")
    return named if held.until is None else text("people.until", office=named, day=f"{held.until:%d-%m-%Y}")


def _name(people: People, person: str) -> str:
    return next((each.name for each in people.persons if each.id == person), person)


def _meant(unknown: Unknown) -> str:
    """Return what was probably meant: the actor, with the unit where that is another one."""
    if unknown.near is None:
        return ""
    unit, _, actor = unknown.near.partition(":")
    return text("appointments.meant", near=actor if unit == unknown.unit else f"{unit}: {actor}")
