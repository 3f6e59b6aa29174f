"""The officer's commands: ``case open|list|show|do|history|run`` and ``inbox``.

Each takes its arguments, calls the office once, prints and exits; what is refused travels up as a Failure.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sop_engine.cli.options import Definitions, Json, Store, catalogue
from sop_engine.cli.spoken import App
from sop_engine.engine.event import CaseStatus
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.office import CaseView, Office

app = App()
case_app = App(help=text("officer.help_case"))
app.add_typer(case_app, name="case")

_INTERRUPTED = 130
_NOT_INTACT = 3


CaseId = Annotated[str, typer.Argument(metavar="CASE", help=text("officer.arg_case"))]
Note = Annotated[str | None, typer.Option("--note", metavar="T", help=text("officer.opt_note"))]
Actor = Annotated[str | None, typer.Option("--as", metavar="ACTOR", help=text("officer.opt_as"))]


@case_app.command("open", help=text("officer.help_open"))
def open_case(
    sop: Annotated[str, typer.Argument(metavar="SOP_ID", help=text("officer.arg_sop"))],
    procedure: Annotated[
        str | None, typer.Option("--procedure", metavar="P", help=text("officer.opt_procedure"))
    ] = None,
    applicant: Annotated[
        str | None, typer.Option("--applicant", metavar="GROUP", help=text("officer.opt_applicant"))
    ] = None,
    note: Note = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Open a case."""
    from sop_engine.compiler import load
    from sop_engine.engine.advance import check_group

    compiled = load(catalogue(definitions), sop)
    # asked before the store is: a mistyped procedure must not leave an empty store behind
    check_group(compiled.flow(procedure, applicant))
    with _office(store, create=True) as office:
        view = office.open_case(compiled, procedure, note, applicant)
    _print_case(view, text("officer.is_opened", case=view.id), store, as_json)


@case_app.command("list", help=text("officer.help_list"))
def list_cases(
    status: Annotated[CaseStatus | None, typer.Option("--status", help=text("officer.opt_status"))] = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """List cases."""
    from sop_engine.cli import case_json, case_text

    with _office(store) as office:
        found = office.cases(status)
        complaints = {} if as_json else office.complaints(found)
    if as_json:
        _print(case_json.cases(found))
    elif office.has_store:
        _print(case_text.cases(found, complaints, office.place))
    _tell_without_store(office, as_json)


@case_app.command("show", help=text("officer.help_show"))
def show(
    case: CaseId,
    picture: Annotated[bool, typer.Option("--picture", help=text("officer.opt_picture"))] = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help=text("officer.opt_out"))] = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Show a case."""
    from sop_engine.cli import case_json, case_text

    with _office(store) as office:
        history = office.history(case)
    drawn: tuple[Path, ...] = ()
    if picture or out is not None:
        from sop_engine.cli.case_picture import write_picture
        from sop_engine.cli.columns import printable

        drawn, notices = write_picture(history, out or Path(f"{case}.svg"))
        for notice in notices:
            typer.echo(printable(notice.message()), err=True)
    if as_json:
        _print({**case_json.case(history.view), "pictures": [str(path) for path in drawn]})
    else:
        written = (text("officer.picture_at", path=path.resolve()) for path in drawn)
        _print([*case_text.case(history, store), *written])


@case_app.command("do", help=text("officer.help_do"))
def do(
    case: CaseId,
    step: Annotated[str | None, typer.Argument(metavar="[STEP]", help=text("officer.arg_step"))] = None,
    answer: Annotated[str | None, typer.Option("--answer", metavar="A", help=text("officer.opt_answer"))] = None,
    skip: Annotated[bool, typer.Option("--skip", help=text("officer.opt_skip"))] = False,
    escalate: Annotated[bool, typer.Option("--escalate", help=text("officer.opt_escalate"))] = False,
    to: Annotated[str | None, typer.Option("--to", metavar="PLACE", help=text("officer.opt_to"))] = None,
    actor: Actor = None,
    note: Note = None,
    expect: Annotated[int | None, typer.Option("--expect", metavar="N", min=1, help=text("officer.opt_expect"))] = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Record a step."""
    from sop_engine.cli import case_text

    with _office(store) as office:
        view = office.do(
            case, step, answer=answer, skip=skip, escalate=escalate, to=to, actor=actor, note=note, expect=expect
        )
    _print_case(view, case_text.recorded(view), store, as_json)


@case_app.command("resume", help=text("officer.help_resume"))
def resume(
    case: CaseId,
    note: Note = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Let a suspended case go on."""
    with _office(store) as office:
        view = office.resume(case, note)
    _print_case(view, text("officer.is_resumed", case=view.id), store, as_json)


@case_app.command("history", help=text("officer.help_history"))
def history_of(
    case: CaseId,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Print the record of a case."""
    from sop_engine.cli import case_json, case_text
    from sop_engine.failure import Failure

    with _office(store) as office:
        history = office.history(case)
    _print(case_json.history(history) if as_json else case_text.record(history))
    if history.broken_at is not None:
        # the record is shown first: whoever looks into the matter needs to see it
        broken = Failure("STO009", case=case, seq=history.broken_at)
        typer.echo(f"{text('shell.error')} {broken.code}: {broken.message()}", err=True)
        raise typer.Exit(_NOT_INTACT)


@case_app.command("run", help=text("officer.help_run"))
def run(
    case: CaseId,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Walk an officer through a case."""
    from sop_engine.cli import case_json, case_text, pasted
    from sop_engine.cli.talk import on_terminal
    from sop_engine.cli.walk import Stopped, walk

    code = 0
    # with --json the talk goes aside, so that the answer can be read by a program
    with _office(store) as office, redirect_stdout(sys.stderr if as_json else sys.stdout):
        _print([*case_text.head(office.show(case)), ""])
        try:
            walk(office, case, on_terminal(lambda line: _print([line])))
        except (Stopped, EOFError, KeyboardInterrupt) as stop:
            code = _INTERRUPTED if isinstance(stop, KeyboardInterrupt) else 0
            stopped = office.show(case)
            again = pasted.command("case", "run", case, store=store)
            _print(["", text("officer.walk_stopped", case=case, version=stopped.case.version, command=again)])
        view = office.show(case)
    if as_json:
        _print(case_json.case(view))
    raise typer.Exit(code)


@app.command("inbox", help=text("officer.help_inbox"))
def inbox(
    actor: Actor = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """List the steps that wait."""
    from sop_engine.cli import case_json, case_text

    with _office(store) as office:
        found = office.inbox(actor)
        complaints = {} if as_json else office.complaints(found)
        awaited = () if found else office.awaited()
    if as_json:
        _print(case_json.tasks(found))
    elif found:
        _print(case_text.inbox(found, complaints))
    elif office.has_store:
        _print(case_text.nothing_waits(actor, awaited, office.place))
    _tell_without_store(office, as_json)


@contextmanager
def _office(store: str | None, *, create: bool = False) -> Iterator[Office]:
    from sop_engine.office import Office, present_person, system_clock
    from sop_engine.store.place import DEFAULT_PLACE, connect

    person = present_person()
    with closing(connect(store or DEFAULT_PLACE, create=create)) as journal:
        yield Office(journal, person, system_clock)


def _tell_without_store(office: Office, as_json: bool) -> None:
    if not office.has_store:
        # a program that reads the answer finds an empty list; whoever mistyped the place is to see why
        typer.echo(text("officer.no_store", place=office.place), err=as_json)


def _print_case(view: CaseView, what: str, store: str | None, as_json: bool) -> None:
    from sop_engine.cli import case_json, case_text

    _print(case_json.case(view) if as_json else [what, *case_text.situation(view, store)])


def _print(answer: dict[str, Any] | Iterable[str]) -> None:
    if isinstance(answer, dict):
        import json

        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    colour = False if os.environ.get("NO_COLOR") else None  # None: as the terminal can
    for line in answer:
        typer.echo(line, color=colour)
