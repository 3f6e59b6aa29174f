"""A store -> a folder with everything in it, and back: the database as one SQLite file, the attachments, a manifest.

It is made while officers work and is of one moment: every step acknowledged before is in it. It stands there whole or
not at all, and what was changed in it since is noticed before anything is restored. A record that was not intact before
is backed up as it is, for it is evidence, and told. Backups of all kinds of stores are alike, so each can be restored
to any.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from sop_engine.failure import Failure, reason
from sop_engine.record import heads
from sop_engine.record.fault import Fault, fault
from sop_engine.record.transfer import Copied, transfer, transfer_files, wrong
from sop_engine.record.verify import Watch, unwatched
from sop_engine.store.file_folder import PRIVATE, FileFolder
from sop_engine.store.journal import Journal
from sop_engine.store.sqlite import SqliteJournal
from sop_engine.writing import keep_name, refusal, write_whole

DATABASE = "cases.db"
MANIFEST = "manifest.json"
_FORM = 1
_CHUNK = 1 << 20


class Backup(NamedTuple):
    """What is in a backup: cases, attachments, the digest over all heads, and what was damaged or wrong before."""

    cases: int
    files: int
    heads: str
    lacking: tuple[str, ...]
    faults: tuple[Fault, ...]


def back_up(journal: Journal, folder: Path, watch: Watch = unwatched) -> Backup:
    """Back a store up into a new folder, and verify the record in it.

    Raises :class:`Failure` USE034 when there is something, STO006 when the database is damaged (nothing is kept of a
    backup that cannot be trusted), STO001-STO008 and OUT001-OUT003 when it cannot be read or written.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise Failure("USE034", path=folder)
    aside = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{folder.name[:40]}.{os.getpid()}-", dir=folder.parent))
        made = _made(journal, aside, watch)
        aside.chmod(0o700)
        if folder.exists():
            folder.rmdir()
        aside.rename(folder)
        aside = None
        if os.name == "posix":
            keep_name(folder.parent)
    except OSError as error:
        raise refusal(folder, error) from error
    except Failure as failure:
        said = failure.args_of_message
        if aside is None or not said.get("path", "").startswith(str(aside)):
            raise
        # where it was being made is nobody's business: it is gone by now
        raise Failure(failure.code, **{**said, "path": folder}) from failure
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)
    return made


def _made(journal: Journal, folder: Path, watch: Watch) -> Backup:
    database = folder / DATABASE
    journal.copy_to(database)
    with closing(SqliteJournal(database, create=False)) as copy:
        damage = copy.sound()
        if damage is not None:
            raise Failure("STO006", path=journal.place, reason=damage)
        # after the database: what it names is there by now, for files come first and stay
        files, lacking = transfer_files(journal, copy)
        with copy.snapshot():
            total = heads.total(copy)
        counts, listed = copy.counts(), _listed(copy.files())
        # a copy of another database has guards of its own; of an SQLite file it has those that were there
        lost = () if isinstance(journal, SqliteJournal) else journal.differing()
        faults = (*(fault("schema", name=name) for name in lost), *wrong(copy, watch))
    manifest = {
        "sop-backup": _FORM,
        "database": _sha256(database),
        "heads": total.hash,
        "rows": counts,
        "files": files,
        "files_listed": listed,
        "lacking": list(lacking),
        "faults": len(faults),
    }
    write_whole(folder / MANIFEST, json.dumps(manifest, indent=2) + "\n", durable=True, mode=PRIVATE)
    return Backup(total.version, files, total.hash, lacking, faults)


def restore(folder: Path, target: Journal, watch: Watch = unwatched) -> Copied:
    """Put a backup that was examined into an empty store, and verify its record.

    Raises :class:`Failure` STO013 for one that is not empty.
    """
    with closing(SqliteJournal(folder / DATABASE, create=False)) as source:
        return transfer(source, target, watch)


def people(folder: Path) -> str | None:
    """Return the list of people in force in a backup that was examined, or None."""
    with closing(SqliteJournal(folder / DATABASE, create=False)) as source:
        return source.people()


def examine(folder: Path) -> None:
    """Raise :class:`Failure` STO021 for what is no whole backup, or no longer what was backed up.

    STO020 where it cannot be read, or is not there.
    """
    said = _manifest(folder)
    database = folder / DATABASE
    if _sha256(database) != said["database"]:
        raise Failure("STO021", path=folder, reason=DATABASE)
    files = FileFolder(database)
    if _listed(files.digests()) != said["files_listed"]:
        raise Failure("STO021", path=folder, reason=files.folder.name)
    for digest in files.digests():
        try:
            files.get(digest)
        except Failure as failure:
            raise Failure("STO021", path=folder, reason=f"{files.folder.name}/{digest[:2]}/{digest}") from failure


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        said = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if said["sop-backup"] != _FORM or not {"database", "files_listed"} <= said.keys():
            raise ValueError(MANIFEST)
    except OSError as error:
        raise _unread(folder, MANIFEST, error) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Failure("STO021", path=folder, reason=MANIFEST) from error
    return dict(said)


def _listed(digests: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise _unread(path.parent, path.name, error) from error
    return digest.hexdigest()


def _unread(folder: Path, name: str, error: OSError) -> Failure:
    """Return what to raise where a file of a backup could not be read: no such folder, no such file, or no right."""
    if isinstance(error, FileNotFoundError) and folder.is_dir():
        return Failure("STO021", path=folder, reason=f"lacks {name}")
    return Failure("STO020", path=folder / name if folder.is_dir() else folder, reason=reason(error))
