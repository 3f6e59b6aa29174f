"""``sop log``: the record verified, its heads taken, and the record exported.

Exit codes of ``verify``: 0 all is intact, 1 something does not agree, 3 the store could not be read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from sop_engine.cli.desk_record import desk
from sop_engine.cli.options import Json, Store
from sop_engine.cli.spoken import App
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.people import Deed
    from sop_engine.record.fault import Fault
    from sop_engine.record.verify import Verification
    from sop_engine.store.journal import Journal

app = App()
log_app = App(help=text("record.help_log"))
app.add_typer(log_app, name="log")

log_app.command("desk", help=text("desk.help_desk"))(desk)

_MANY_CASES = 200
_SCREEN = "-"


class Form(StrEnum):
    """What an export can be."""

    CSV = "csv"
    JSONL = "jsonl"
    XES = "xes"


class Separator(StrEnum):
    """What stands between the columns of a CSV file."""

    SEMICOLON = "semicolon"
    COMMA = "comma"
    TAB = "tab"


Cases = Annotated[list[str] | None, typer.Argument(metavar="[CASE]...", help=text("record.arg_cases"))]
Heads = Annotated[Path | None, typer.Option("--heads", metavar="FILE", help=text("record.opt_heads"))]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help=text("record.opt_out"))]
Day = Annotated[
    datetime | None, typer.Option("--since", metavar="DATE", formats=["%Y-%m-%d"], help=text("record.opt_since"))
]
LastDay = Annotated[
    datetime | None, typer.Option("--until", metavar="DATE", formats=["%Y-%m-%d"], help=text("record.opt_until"))
]


@log_app.command("verify", help=text("record.help_verify"))
def verify(cases: Cases = None, heads: Heads = None, store: Store = None, as_json: Json = False) -> None:
    """Verify the record."""
    from sop_engine.cli.progress import watched
    from sop_engine.record import heads as heads_list
    from sop_engine.record.verify import Verification

    def watch(work: Any, total: int) -> Any:
        return watched(work, text("record.verifying"), _MANY_CASES, total)

    with existing(store, or_empty=heads is not None, or_damaged=True) as journal:
        expected = None if heads is None else heads_list.read(heads)
        look = Verification(journal, tuple(cases or ()), expected, watch)
        wrong = tell(look, as_json=as_json)
    raise typer.Exit(1 if wrong else 0)


def tell(look: Verification, as_json: bool, more: tuple[str, ...] = ()) -> int:
    """Print what a verification finds, as it does, and what it has counted; return how many things are wrong.

    ``more`` are sentences about what was found wrong before it.
    """
    found: list[dict[str, Any]] = []
    wrong = len(more)
    for sentence in () if as_json else more:
        typer.echo(sentence)
    for each in look.faults():
        wrong += not each.is_note
        if as_json:
            found.append(answer_of(each))
        else:
            typer.echo(line(each))
    counted = {"cases": look.cases, "events": look.events, "files": look.files, "desk": look.desk}
    if as_json:
        answer = {"intact": not wrong, **counted, "database": list(more), "faults": found}
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        typer.echo(text("record.counted", **counted))
        typer.echo(text("record.found", count=wrong) if wrong else text("record.all_intact"))
    return wrong


@log_app.command("head", help=text("record.help_head"))
def head(out: Out = None, store: Store = None, as_json: Json = False) -> None:
    """Print the heads of all cases."""
    from sop_engine.record import heads as heads_list

    last = ""
    with existing(store) as journal, journal.snapshot(), _written(out) as write:
        for line in heads_list.lines(heads_list.heads(journal)):
            if out is not None or not as_json:
                write(f"{line}\n".encode())
            last = line
    _, cases, digest = last.split(" ")
    if as_json:
        answer = {"cases": int(cases), "digest": digest, "out": None if out is None else str(out)}
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    elif not _on_screen(out):
        typer.echo(text("record.heads_at", cases=cases, path=out, digest=digest), err=True)


@log_app.command("export", help=text("record.help_export"))
def export(
    to: Annotated[Form, typer.Option("--to", help=text("record.opt_to"))] = Form.CSV,
    case: Annotated[list[str] | None, typer.Option("--case", metavar="CASE", help=text("record.opt_case"))] = None,
    since: Day = None,
    until: LastDay = None,
    out: Out = None,
    public: Annotated[bool, typer.Option("--public", help=text("record.opt_public"))] = False,
    persons: Annotated[bool, typer.Option("--persons", help=text("record.opt_persons"))] = False,
    separator: Annotated[
        Separator, typer.Option("--separator", help=text("record.opt_separator"))
    ] = Separator.SEMICOLON,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Export the record."""
    from sop_engine.cli.progress import watched
    from sop_engine.failure import Failure
    from sop_engine.people import Deed
    from sop_engine.record.export import Wanted, traces
    from sop_engine.record.export_csv import write_csv
    from sop_engine.record.export_jsonl import write_jsonl
    from sop_engine.record.export_xes import write_xes

    if public and persons:
        raise Failure("USE055")
    sign = {Separator.SEMICOLON: ";", Separator.COMMA: ",", Separator.TAB: "\t"}[separator]
    writers: dict[Form, Callable[..., tuple[int, int]]] = {
        Form.CSV: partial(write_csv, separator=sign),
        Form.JSONL: write_jsonl,
        Form.XES: write_xes,
    }
    wanted = Wanted(tuple(case or ()), _day(since), _day(until), public=public, persons=persons)
    if as_json and _on_screen(out):
        raise Failure("USE056")
    with existing(store, Deed.NAMES if persons else None) as journal, journal.snapshot():
        total = len(wanted.cases) or journal.counts()["cases"]
        with _written(out) as write:
            found = watched(traces(journal, wanted), text("record.exporting"), _MANY_CASES, total)
            cases, events = writers[to](found, write)
    if as_json:
        answer = {"cases": cases, "events": events, "out": str(out)}
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        path = text("record.screen") if _on_screen(out) else out
        typer.echo(text("record.exported", cases=cases, events=events, path=path), err=True)


@contextmanager
def existing(
    store: str | None, deed: Deed | None = None, *, or_empty: bool = False, or_damaged: bool = False
) -> Iterator[Journal]:
    """Give a store that is there to who is on its list of people; ``deed``: to its stewards.

    ``or_damaged``: to anybody when the list cannot be read; damage must be found by whoever looks for it. Raises
    :class:`Failure` STO019 for a store that is not there, unless an empty one will do, RUN030 and RUN033.
    """
    from sop_engine.cli.desk import admitted
    from sop_engine.failure import Failure
    from sop_engine.store.place import DEFAULT_PLACE, connect

    with closing(connect(store or DEFAULT_PLACE, create=False)) as journal:
        if not journal.exists and not or_empty:
            raise Failure("STO019", path=journal.place)
        try:
            admitted(journal, deed)
        except Failure as failure:
            if not (or_damaged and failure.code.startswith("STO")):
                raise
        yield journal


@contextmanager
def _written(out: Path | None) -> Iterator[Any]:
    """Give what writes bytes: to a file that stands there when all went well, or to the screen."""
    if not _on_screen(out) and out is not None:
        from sop_engine.writing import writing

        with writing(out) as file:
            yield file.write
        return
    stream: BinaryIO | None = getattr(sys.stdout, "buffer", None)
    sys.stdout.flush()
    yield stream.write if stream is not None else lambda content: sys.stdout.write(content.decode("utf-8"))
    if stream is not None:
        stream.flush()


def _on_screen(out: Path | None) -> bool:
    return out is None or str(out) == _SCREEN


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def line(found: Fault) -> str:
    """Return what was found, with its place and since when."""
    from sop_engine.cli.columns import printable
    from sop_engine.office import local_time

    said = _said(found)
    if found.case is not None:
        place = found.case if found.seq is None else text("record.event_place", case=found.case, seq=found.seq)
        said = f"{place}: {said}"
    elif found.seq is not None:
        said = f"{text('record.desk_place', seq=found.seq)}: {said}"
    if found.since is not None:
        said += " " + text("record.since", at=local_time(found.since, found.zone))
    return printable(said)


def _said(found: Fault) -> str:
    args = dict(found.args)
    if found.kind == "column":
        args["column"] = text(f"record.column_{args['column']}")
    return text(f"record.fault_{found.kind}", **args)


def answer_of(found: Fault) -> dict[str, Any]:
    """Return what was found for other programs."""
    from sop_engine.store.chain import written

    since = None if found.since is None else written(found.since)
    where = {"case": found.case, "seq": found.seq, "since": since, "note": found.is_note}
    return {"kind": found.kind, **where, **dict(found.args), "message": _said(found)}
