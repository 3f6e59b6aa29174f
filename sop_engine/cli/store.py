"""``sop store``: backups, checks, upgrades and copies of a store. What is damaged is told, never made to look whole.

Exit codes: 0 done, 1 something does not agree or is lacking, 3 it could not be done.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sop_engine.cli.options import Json, Store
from sop_engine.cli.record import answer_of, existing, line, tell
from sop_engine.cli.spoken import App
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.record.backup import Backup
    from sop_engine.record.transfer import Copied

app = App()
store_app = App(help=text("store.help_store"))
app.add_typer(store_app, name="store")

_MANY_CASES = 200
_FAILED = 3

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help=text("store.arg_folder"))]


@store_app.command("upgrade", help=text("store.help_upgrade"))
def upgrade(store: Store = None, as_json: Json = False) -> None:
    """Bring a store up to date."""
    from sop_engine.cli.progress import watched
    from sop_engine.office import upkeep
    from sop_engine.store.place import DEFAULT_PLACE

    def watch(cases: Sequence[str]) -> Iterable[str]:
        return watched(cases, text("store.telling"), _MANY_CASES)

    _admit(store)
    done = upkeep.upgrade(store or DEFAULT_PLACE, watch)
    failed = [{"case": case, "code": each.code, "message": each.message()} for case, each in done.failed]
    if as_json:
        moved = None if done.migrated is None else done.migrated._asdict()
        _answer({"migrated": moved, "told": done.told, "failed": failed})
    else:
        if done.migrated is not None:
            known = "migrated" if done.migrated.copy else "migrated_there" if done.migrated.found else "made"
            typer.echo(text(f"store.{known}", **done.migrated._asdict()))
        if done.told:
            typer.echo(text("store.told", count=done.told))
        if done.migrated is None and not done.told and not failed:
            typer.echo(text("store.current"))
        for each in failed:
            typer.echo(text("store.untold", **each), err=True)
    raise typer.Exit(_FAILED if failed else 0)


@store_app.command("check", help=text("store.help_check"))
def check(store: Store = None, as_json: Json = False) -> None:
    """Check the database, then the record."""
    from sop_engine.record.verify import Verification

    with existing(store, or_damaged=True) as journal:
        wrong = journal.sound()
        if wrong is None and not as_json:
            typer.echo(text("store.database_sound"))
        damage = () if wrong is None else (text("store.database_wrong", reason=wrong),)
        count = tell(Verification(journal, watch=_watched), as_json=as_json, more=damage)
    raise typer.Exit(1 if count else 0)


@store_app.command("backup", help=text("store.help_backup"))
def backup(folder: Folder, store: Store = None, as_json: Json = False) -> None:
    """Back a store up."""
    from sop_engine.people import Deed
    from sop_engine.record.backup import back_up

    with existing(store, Deed.BACKUP) as journal:
        made = back_up(journal, folder, _watched)
    if as_json:
        _answer({**made._asdict(), "faults": [answer_of(each) for each in made.faults], "folder": str(folder)})
    else:
        typer.echo(text("store.backed_up", cases=made.cases, files=made.files, heads=made.heads, folder=folder))
    _tell_wrong(made, store, as_json)


@store_app.command("restore", help=text("store.help_restore"))
def restore(folder: Folder, store: Store = None, as_json: Json = False) -> None:
    """Restore a backup."""
    from sop_engine.cli.desk import admitted
    from sop_engine.office import present_person
    from sop_engine.people import Deed
    from sop_engine.people.listing import of_text
    from sop_engine.record import backup as backups
    from sop_engine.store.place import DEFAULT_PLACE, connect

    backups.examine(folder)  # before the store is made: a backup that is none must not leave an empty one behind
    listed = backups.people(folder)
    if listed is not None:
        of_text(listed).require_steward(present_person(), Deed.RESTORE)
    with closing(connect(store or DEFAULT_PLACE, create=True)) as journal:
        admitted(journal, Deed.RESTORE)
        done, place = backups.restore(folder, journal, _watched), journal.place
    _tell_copied("restored", done, place, store, as_json)


@store_app.command("copy", help=text("store.help_copy"))
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help=text("store.arg_from"))],
    target: Annotated[str, typer.Argument(metavar="TO", help=text("store.arg_to"))],
    as_json: Json = False,
) -> None:
    """Copy a store."""
    from sop_engine.cli.desk import admitted
    from sop_engine.people import Deed
    from sop_engine.record.transfer import transfer
    from sop_engine.store.place import connect

    with existing(source, Deed.COPY) as journal, closing(connect(target, create=True)) as other:
        admitted(other, Deed.COPY)
        done, place = transfer(journal, other, _watched), other.place
    _tell_copied("copied", done, place, source, as_json)


def _admit(store: str | None) -> None:
    """Refuse who is not on the list of people; a store that is too old, or not made yet, has none."""
    from sop_engine.failure import Failure

    try:
        with existing(store, or_empty=True):
            pass
    except Failure as failure:
        if failure.code != "STO017":
            raise


def _tell_copied(how: str, done: Copied, place: str, store: str | None, as_json: bool) -> None:
    cases, events = done.counts["cases"], done.counts["events"]
    if as_json:
        found = [answer_of(each) for each in done.faults]
        _answer(
            {"rows": done.counts, "files": done.files, "lacking": list(done.lacking), "faults": found, "place": place}
        )
    else:
        typer.echo(text(f"store.{how}", cases=cases, events=events, files=done.files, place=place))
    _tell_wrong(done, store, as_json)


def _tell_wrong(done: Copied | Backup, store: str | None, as_json: bool) -> None:
    """Tell what was wrong before and is as wrong in the copy, and end with 1 when there is something."""
    from sop_engine.cli.pasted import command

    if done.lacking:
        again = command("log", "verify", store=store)
        typer.echo(text("store.lacking", count=len(done.lacking), command=again), err=True)
    if done.faults:
        for each in () if as_json else done.faults:
            typer.echo(line(each), err=True)
        typer.echo(text("store.wrong", count=len(done.faults)), err=True)
    if done.faults or done.lacking:
        raise typer.Exit(1)


def _watched(work: Any, total: int) -> Any:
    from sop_engine.cli.progress import watched

    return watched(work, text("record.verifying"), _MANY_CASES, total)


def _answer(answer: dict[str, Any]) -> None:
    typer.echo(json.dumps(answer, ensure_ascii=False, indent=2))
