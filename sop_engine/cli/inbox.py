"""``sop inbox``: what waits, what is due first at first; page by page, or kept up to date on the screen."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sop_engine.cli.desk import NoPager, at_seat, tell, tell_without_store
from sop_engine.cli.options import Definitions, Json, Store
from sop_engine.cli.spoken import App
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.office.inbox import Waiting
    from sop_engine.office.seat import Seat

app = App()

_CLEAR = "\x1b[H\x1b[2J"
_LINES_OF_A_TASK = 2
_AROUND = 4


@app.command("inbox", help=text("inbox.help_inbox"))
def inbox(
    actor: Annotated[str | None, typer.Option("--as", metavar="ACTOR", help=text("officer.opt_as"))] = None,
    mine: Annotated[bool, typer.Option("--mine", help=text("inbox.opt_mine"))] = False,
    everything: Annotated[bool, typer.Option("--all", help=text("inbox.opt_all"))] = False,
    late: Annotated[bool, typer.Option("--late", help=text("inbox.opt_late"))] = False,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help=text("inbox.opt_limit"))] = 50,
    after: Annotated[str | None, typer.Option("--after", metavar="PLACE", help=text("inbox.opt_after"))] = None,
    watch: Annotated[bool, typer.Option("--watch", help=text("inbox.opt_watch"))] = False,
    every: Annotated[int, typer.Option("--every", metavar="S", min=1, help=text("inbox.opt_every"))] = 5,
    no_pager: NoPager = False,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """List the steps that wait."""
    from sop_engine.cli import pager
    from sop_engine.failure import Failure
    from sop_engine.office.inbox import Whose, place_of, waiting

    options = [("--as", actor is not None), ("--mine", mine), ("--all", everything)]
    chosen = [name for name, given in options if given] + (["--watch", "--json"] if watch and as_json else [])
    if len(chosen) > 1:
        raise Failure("USE051", first=chosen[-2], second=chosen[-1])
    whose = Whose.MINE if mine else Whose.ALL if everything else Whose.OWN
    since = place_of(after) if after is not None else None
    with at_seat(store) as seat:
        if watch:
            _watch(seat, whose, actor, every, store, late=late)
        found = waiting(seat, whose, actor, late=late, limit=limit, after=since)
        if as_json:
            from sop_engine.cli import case_json

            tell(case_json.waiting(found))
        elif seat.has_store:
            pager.show(_shown(seat, found, whose, actor, store, late=late), plain=no_pager)
    tell_without_store(seat, as_json=as_json)


def _shown(
    seat: Seat, found: Waiting, whose: str, actor: str | None, store: str | None, *, late: bool = False
) -> list[str]:
    from sop_engine.cli import case_lists, pasted
    from sop_engine.office import titles

    asked: tuple[str, ...] = ("--as", actor) if actor else () if whose == "own" else (f"--{whose}",)
    asked += ("--late",) if late else ()
    if found.tasks:
        lines = case_lists.inbox(found.tasks, titles.procedures(seat, found.tasks), seat.now())
        if found.after is not None:
            onward = pasted.command("inbox", *asked, "--after", ",".join(found.after), store=store)
            lines += ["", text("inbox.more", command=onward)]
        return lines
    if late:
        return [text("inbox.none_late")]
    if whose == "mine":
        return [text("inbox.none_mine")]
    if whose == "own" and actor is None and seat.listed is not None:
        return [text("inbox.none_own", command=pasted.command("inbox", "--all", store=store))]
    return case_lists.nothing_waits(actor, seat.awaited(), seat.place)


def _watch(seat: Seat, whose: Any, actor: str | None, every: int, store: str | None, *, late: bool) -> None:
    """Show what waits again and again, as much as fits the screen; Ctrl-C ends it."""
    from sop_engine.office import local_time
    from sop_engine.office.inbox import waiting
    from sop_engine.office.seat import DEFAULT_ZONE

    try:
        while True:
            fitting = max((shutil.get_terminal_size().lines - _AROUND) // _LINES_OF_A_TASK, 1)
            found = waiting(seat, whose, actor, late=late, limit=fitting)
            at = local_time(seat.now(), DEFAULT_ZONE)
            lines = [
                text("inbox.watching", at=at, seconds=every),
                "",
                *_shown(seat, found, whose, actor, store, late=late),
            ]
            typer.echo(_CLEAR, nl=False)
            tell(lines)
            time.sleep(every)
    except KeyboardInterrupt:
        raise typer.Exit from None
