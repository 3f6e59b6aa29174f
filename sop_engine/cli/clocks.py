"""The commands about time: ``sop tick``, ``sop case explain`` and ``sop case recount``.

Each takes its arguments, calls the office, prints and exits. What concerns one case alone does not stop the others: it
is told on the error stream, and the exit code is then 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from sop_engine.cli.desk import CaseId, Note, at_desk, tell, tell_without_store
from sop_engine.cli.options import Definitions, Json, Store, catalogue
from sop_engine.cli.spoken import App
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.definition.catalogue import Catalogue
    from sop_engine.failure import Failure
    from sop_engine.office import Office
    from sop_engine.office.recount import Recounted
    from sop_engine.office.tick import Fired, Passed

app = App()

_INTERRUPTED = 130
_NOT_ALL = 3
_MANY = 200
"""So many cases take long enough to show how far the work has come."""

DryRun = Annotated[bool, typer.Option("--dry-run", help=text("clocks.opt_dry_run"))]


@app.command("tick", help=text("clocks.help_tick"))
def tick(dry_run: DryRun = False, store: Store = None, as_json: Json = False) -> None:
    """Record every time that has run out."""
    from sop_engine.cli import clock_json, clock_text
    from sop_engine.office.tick import Passed

    fired: list[Fired] = []
    over: list[Passed] = []
    stopped = False
    with at_desk(store) as office:
        try:
            for each in _ticking(office, dry=dry_run):
                if isinstance(each, Passed):
                    over.append(each)
                else:
                    fired.append(each)
        except KeyboardInterrupt:
            stopped = True
        finally:
            # whatever stopped it: what was recorded is told
            for case, failure in over:
                _pass_over(case, failure)
            if office.has_store and not as_json:
                tell(line for each in fired for line in clock_text.fired(each))
                tell(clock_text.ticked(fired, dry=dry_run))
        if as_json:
            tell(clock_json.ticked(fired, over, dry=dry_run, stopped=stopped))
        tell_without_store(office, as_json=as_json)
    if stopped:
        typer.echo(text("clocks.tick_stopped"), err=True)
        raise typer.Exit(_INTERRUPTED)
    raise typer.Exit(_NOT_ALL if over else 0)


def _ticking(office: Office, *, dry: bool) -> Iterator[Fired | Passed]:
    from sop_engine.cli.progress import watched
    from sop_engine.office.tick import fire, waiting

    for case in watched(waiting(office), text("clocks.tick_label"), at_least=_MANY):
        yield from fire(office, case, dry=dry)


@app.command("explain", help=text("clocks.help_explain"))
def explain(
    case: CaseId,
    step: Annotated[str | None, typer.Argument(metavar="[STEP]", help=text("clocks.arg_explain_step"))] = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Explain how the times of a case were counted."""
    from sop_engine.cli import clock_json, clock_text
    from sop_engine.office.explain import explain as explained

    with at_desk(store) as office:
        found = explained(office, case, step)
    tell(clock_json.explained(found) if as_json else clock_text.explained(found, whole=step is None))


@app.command("recount", help=text("clocks.help_recount"))
def recount(
    case: Annotated[str | None, typer.Argument(metavar="[CASE]", help=text("clocks.arg_recount_case"))] = None,
    every: Annotated[bool, typer.Option("--all", help=text("clocks.opt_all"))] = False,
    dry_run: DryRun = False,
    note: Note = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Move cases to the latest calendar."""
    from sop_engine.cli import clock_json, clock_text
    from sop_engine.failure import Failure
    from sop_engine.office.recount import recount as recounted

    if (case is None) != every:
        raise Failure("USE052")
    units = catalogue(definitions)
    failed = False
    found: list[Recounted] = []
    with at_desk(store) as office:
        if case is not None:
            found = [recounted(office, case, units, note=note, dry=dry_run)]
        else:
            failed = _recount_all(office, units, found, note=note, dry=dry_run)
        if not as_json:
            tell(line for each in found for line in clock_text.recounted(each))
            if every and office.has_store:
                tell(clock_text.recounts(len(found), dry=dry_run))
        tell_without_store(office, as_json=as_json)
    if as_json:
        tell(clock_json.recounts(found, dry=dry_run))
    raise typer.Exit(_NOT_ALL if failed else 0)


def _recount_all(office: Office, units: Catalogue, found: list[Recounted], *, note: str | None, dry: bool) -> bool:
    """Move every case that is not closed, and return whether one could not be looked at."""
    from sop_engine.cli.progress import watched
    from sop_engine.failure import Failure
    from sop_engine.office.recount import recount as recounted
    from sop_engine.office.recount import running

    failed = False
    for case in watched(tuple(running(office)), text("clocks.recount_label"), at_least=_MANY):
        try:
            found.append(recounted(office, case, units, note=note, dry=dry))
        except Failure as failure:
            if failure.code == "RUN046":
                continue
            if failure.code not in ("STO009", "STO010", "STO011", "STO012", "STO015", "RUN003", "RUN015", "RUN055"):
                raise
            failed = True
            _pass_over(case, failure)
    return failed


def _pass_over(case: str, failure: Failure) -> None:
    from sop_engine.cli.columns import printable

    said = text("clocks.passed_over", case=case, code=failure.code, message=failure.message())
    typer.echo(printable(said), err=True)
