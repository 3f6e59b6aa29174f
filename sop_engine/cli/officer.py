"""The officer's everyday commands: ``case list|show|do|history|run``.

Each takes its arguments, calls the office once, prints and exits; what is refused travels up as a Failure.
"""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from sop_engine.cli.desk import (
    Actor,
    Attach,
    CaseId,
    Expect,
    NoPager,
    Note,
    Step,
    at_desk,
    tell,
    tell_case,
    tell_without_store,
)
from sop_engine.cli.options import Definitions, Json, Store, catalogue
from sop_engine.cli.spoken import App
from sop_engine.engine.event import CaseStatus
from sop_engine.messages import text

app = App()

_INTERRUPTED = 130
_NOT_INTACT = 3


@app.command("list", help=text("officer.help_list"))
def list_cases(
    status: Annotated[CaseStatus | None, typer.Option("--status", help=text("officer.opt_status"))] = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help=text("officer.opt_limit"))] = None,
    no_pager: NoPager = False,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """List cases."""
    from sop_engine.cli import case_json, case_lists, pager
    from sop_engine.office.standstill import standstills
    from sop_engine.office.titles import procedures
    from sop_engine.store.journal import Page

    with at_desk(store) as office:
        found = office.cases(status, Page(limit))
        complaints = {} if as_json else procedures(office, found)
        still = {} if as_json else standstills(office, found)
        now = office.now()
    if as_json:
        tell(case_json.cases(found))
    elif office.has_store:
        pager.show(case_lists.cases(found, complaints, office.place, now, still), plain=no_pager)
    tell_without_store(office, as_json=as_json)


@app.command("show", help=text("officer.help_show"))
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
    from sop_engine.office.overview import overview

    with at_desk(store) as office:
        seen = overview(office, case)
    drawn: tuple[Path, ...] = ()
    if picture or out is not None:
        from sop_engine.cli.case_picture import write_picture
        from sop_engine.cli.columns import printable

        drawn, notices = write_picture(seen.history, out or Path(f"{case}.svg"))
        for notice in notices:
            typer.echo(printable(notice.message()), err=True)
    if as_json:
        tell({**case_json.seen(seen), "pictures": [str(path) for path in drawn]})
    else:
        written = (text("officer.picture_at", path=path.resolve()) for path in drawn)
        tell([*case_text.case(seen, store), *written])


@app.command("do", help=text("officer.help_do"))
def do(
    case: CaseId,
    step: Step = None,
    answer: Annotated[str | None, typer.Option("--answer", metavar="A", help=text("officer.opt_answer"))] = None,
    skip: Annotated[bool, typer.Option("--skip", help=text("officer.opt_skip"))] = False,
    escalate: Annotated[bool, typer.Option("--escalate", help=text("officer.opt_escalate"))] = False,
    to: Annotated[str | None, typer.Option("--to", metavar="PLACE", help=text("officer.opt_to"))] = None,
    attach: Attach = None,
    together: Annotated[
        list[str] | None, typer.Option("--with", metavar="ACTOR=PERSON", help=text("casework.opt_with"))
    ] = None,
    actor: Actor = None,
    note: Note = None,
    expect: Expect = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Record a step."""
    from sop_engine.cli import case_text

    with at_desk(store) as office:
        office.definitions = partial(catalogue, definitions)
        said: tuple[str, ...] = ()
        if attach or together:
            from sop_engine.office import attachments, custody

            said = (*custody.together(office, office.show(case), step, together or ()),)
            said += attachments.attach(office, attach or ())
        view = office.do(
            case,
            step,
            answer=answer,
            skip=skip,
            escalate=escalate,
            to=to,
            actor=actor,
            note=note,
            expect=expect,
            facts=said,
        )
    tell_case(view, case_text.recorded(view), store, as_json=as_json)


@app.command("history", help=text("officer.help_history"))
def history_of(
    case: CaseId,
    no_pager: NoPager = False,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Print the record of a case."""
    from sop_engine.cli import case_json, case_record, pager
    from sop_engine.failure import Failure

    with at_desk(store) as office:
        history = office.history(case)
    if as_json:
        tell(case_json.history(history))
    else:
        pager.show(case_record.record(history), plain=no_pager)
    if history.broken_at is not None:
        # the record is shown first: whoever looks into the matter needs to see it
        broken = Failure("STO009", case=case, seq=history.broken_at)
        typer.echo(f"{text('shell.error')} {broken.code}: {broken.message()}", err=True)
        raise typer.Exit(_NOT_INTACT)


@app.command("run", help=text("officer.help_run"))
def run(
    case: CaseId,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Walk an officer through a case."""
    from sop_engine.cli import case_head, case_json, pasted
    from sop_engine.cli.talk import on_terminal
    from sop_engine.cli.walk import Stopped, walk

    code = 0
    # with --json the talk goes aside, so that the answer can be read by a program
    with at_desk(store) as office, redirect_stdout(sys.stderr if as_json else sys.stdout):
        office.definitions = partial(catalogue, definitions)
        tell([*case_head.about(office.show(case), office.now()), ""])
        try:
            walk(office, case, on_terminal(lambda line: tell([line])))
        except (Stopped, EOFError, KeyboardInterrupt) as stop:
            code = _INTERRUPTED if isinstance(stop, KeyboardInterrupt) else 0
            stopped = office.show(case)
            again = pasted.command("case", "run", case, store=store)
            tell(["", text("walk.stopped", case=case, version=stopped.case.version, command=again)])
        view = office.show(case)
    if as_json:
        tell(case_json.case(view))
    raise typer.Exit(code)
