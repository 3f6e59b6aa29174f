"""Everything that writes to a store, each as one deed that can be done again and again to a copy of the same folder.

Time stands still and nothing is drawn by lot, so that a deed always makes the same of the same folder: what stands
there afterwards is as before or as after, to the byte of every row.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from sop_engine.office import (
    Office,
    appointments,
    calling,
    complaints,
    custody,
    disclosure,
    papers,
    recalling,
    recount,
    remarks,
    tick,
    upkeep,
)
from sop_engine.office import closing as endings
from sop_engine.record import backup
from sop_engine.record.transfer import transfer
from sop_engine.store.journal import Applicant, Journal
from sop_engine.store.place import connect
from tests.proofs.children import Child, Say
from tests.proofs.officer import BEGIN, CATALOGUE, OTHER_HOURS, permit

STORE, COPY, BACKUP = "kasus.db", "salinan.db", "cadangan"
NEW, HALF, WAITING, LATE = (f"izin-tempat-usaha-2026-000{number}" for number in range(1, 5))
"""Cases at the first decision, between parallel branches, suspended, and with a time that has run out."""

NOW = BEGIN + timedelta(days=4)
WHO = Applicant("0" * 32, '{"name":"Pemohon Contoh"}', False)
ATTACHED = b"berita acara\n" * 2000
OLD = Path(__file__).parents[1] / "store" / "old" / "schema-2.sql"
LIST = """\
people: 1
persons:
  - id: sari
    name: Sari Contoh
    steward: true
    offices:
      - {unit: contoh/layanan, actor: petugas, from: 2024-01-02}
"""


class Deed(NamedTuple):
    """Something that is done to a folder; ``several``: in more than one transaction, and it may be done once more."""

    name: str
    do: Callable[[Path], object]
    prepare: Callable[[Path], None]
    place: str = STORE
    several: bool = False


def url(folder: Path, name: str = STORE) -> str:
    """Return the address of a store in a folder."""
    return f"sqlite:///{folder / name}"


def at_the_desk(do: Callable[[Office], object], person: str = "sari") -> Callable[[Path], object]:
    """Return a deed at the desk of the store of a folder; the store is opened for it."""

    def done(folder: Path) -> object:
        journal = connect(url(folder), create=True)
        return do(Office(journal, person, lambda: NOW)), journal

    return done


def said(deed: Deed, folder: Path) -> Callable[[Say], None]:
    """Return the work of a child that does a deed, says so, and only then lets go of the store."""

    def work(say: Say) -> None:
        found = deed.do(folder)
        say("done")
        if isinstance(found, tuple) and hasattr(found[-1], "close"):
            found[-1].close()

    return work


def do(deed: Deed, folder: Path) -> None:
    """Do a deed here and now."""
    said(deed, folder)(lambda *_: None)


def fingerprint(deed: Deed, folder: Path) -> str:
    """Return what the store that a deed writes to says, row by row; '' where there is none.

    Raises AssertionError when SQLite finds it damaged.
    """
    path = folder / deed.place
    if not path.exists():
        return ""
    with closing(sqlite3.connect(path)) as db:
        assert [row[0] for row in db.execute("PRAGMA integrity_check")] == ["ok"], f"{path}: damaged"
        text = [str(db.execute("PRAGMA user_version").fetchone()[0])]
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
            text += [table, *map(repr, sorted(db.execute(f"SELECT * FROM {table}")))]
    return "\n".join(text) if len(text) > 1 else ""


def attachments(deed: Deed, folder: Path) -> frozenset[str]:
    """Return the attachments beside the store that a deed writes to; raises AssertionError for half a file."""
    found = set()
    for path in (folder / f"{deed.place}.files").glob("[0-9a-f][0-9a-f]/[0-9a-f]*"):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name, f"{path}: not what its name says"
        found.add(path.name)
    return frozenset(found)


def fill(journal: Journal) -> None:
    """Put cases at several places of their procedure into an empty store."""
    minutes = iter(range(1000))
    desk = Office(journal, "sari", lambda: BEGIN + timedelta(minutes=next(minutes)))
    for _ in range(4):
        desk.open_case(permit(), applicant=WHO, papers=("have=denah", "have=ktp"))
    for case in (NEW, HALF, WAITING):
        desk.do(case, "ajukan")
    desk.do(HALF, "verifikasi", answer="lengkap")
    desk.do(HALF, "bagi")
    desk.do(HALF, "tinjau", skip=True)
    desk.do(WAITING, "verifikasi", answer="menunggu pembayaran")
    desk.do(LATE, "ajukan")
    custody.claim(desk, HALF, "susun")
    remarks.comment(desk, NEW, "berkas dititipkan", facts=_attach(desk, b"titipan"))


def _cases(folder: Path) -> None:
    """Make a store with cases at several places, by a process that is killed: its log is still beside the file."""

    def work(say: Say) -> None:
        fill(connect(url(folder), create=True))
        say("ready")
        os.kill(os.getpid(), signal.SIGKILL)

    assert Child(work).end() == [["ready"]]


def _closed_cases(folder: Path) -> None:
    """Make the same store, as it lies there when everybody has gone home."""
    _cases(folder)
    with closing(sqlite3.connect(folder / STORE)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _nothing(folder: Path) -> None:
    folder.mkdir(exist_ok=True)


def _old_store(folder: Path) -> None:
    with closing(sqlite3.connect(folder / STORE)) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))


def _upgrade(folder: Path) -> None:
    done = upkeep.upgrade(url(folder))
    for _, failure in done.failed:
        raise failure


def _backed_up(folder: Path) -> None:
    _cases(folder)
    _back_up(folder)


def _back_up(folder: Path) -> None:
    with closing(connect(url(folder), create=False)) as journal:
        backup.back_up(journal, folder / BACKUP)


def _restore(folder: Path) -> None:
    backup.examine(folder / BACKUP)
    with closing(connect(url(folder, COPY), create=True)) as journal:
        backup.restore(folder / BACKUP, journal)


def _copy(folder: Path) -> None:
    with (
        closing(connect(url(folder), create=False)) as journal,
        closing(connect(url(folder, COPY), create=True)) as new,
    ):
        transfer(journal, new)


def _attach(desk: Office, content: bytes) -> tuple[str]:
    digest = hashlib.sha256(content).hexdigest()
    desk.attached[digest] = content
    return (f"file={digest} {len(content)} lampiran.txt",)


def _complain(desk: Office) -> object:
    words = complaints.Words("Terlambat")
    return complaints.open_complaint(desk, permit(), words, channel="in_person", about=NEW, event=1)


AT_THE_DESK: dict[str, Callable[[Office], object]] = {
    "open": lambda desk: desk.open_case(permit(), applicant=WHO, reference="B/1", papers=("have=denah", "lacks=ktp")),
    "do": lambda desk: desk.do(NEW, answer="lengkap", note="sudah diperiksa"),
    "do with attachment": lambda desk: desk.do(NEW, answer="lengkap", facts=_attach(desk, ATTACHED)),
    "do what was claimed": lambda desk: desk.do(HALF, "susun"),
    "claim": lambda desk: custody.claim(desk, NEW),
    "release": lambda desk: custody.release(desk, HALF, "susun"),
    "reassign": lambda desk: custody.reassign(desk, HALF, "susun", "budi"),
    "recall": lambda desk: recalling.recall(desk, WAITING, note="keliru"),
    "suspend": lambda desk: endings.suspend(desk, NEW, "menunggu"),
    "resume": lambda desk: desk.resume(WAITING),
    "withdraw": lambda desk: endings.withdraw(desk, NEW, "pindah"),
    "reject": lambda desk: endings.reject(desk, NEW, "tidak memenuhi"),
    "check with attachment": lambda desk: papers.check(desk, NEW, lacks=("ktp",), note="kurang"),
    "comment with attachment": lambda desk: remarks.comment(desk, NEW, "lihat", facts=_attach(desk, ATTACHED)),
    "correct": lambda desk: remarks.correct(desk, NEW, 2, "salah tulis"),
    "call": lambda desk: calling.call(desk, CATALOGUE, HALF, "tanah"),
    "tick": lambda desk: [*tick.fire(desk, LATE)],
    "recount": lambda desk: recount.recount(desk, HALF, OTHER_HOURS),
    "complaint": _complain,
    "refusal": lambda desk: desk.journal.note(_entry()),
    "look at personal data": lambda desk: disclosure.revealed(desk, NEW),
    "erase personal data": lambda desk: disclosure.erase(desk, NEW, "atas permintaan"),
    "people load": lambda desk: appointments.load(desk, LIST),
}


def _entry() -> object:
    from sop_engine.store.journal import Entry

    return Entry(NOW, "refused", "sari", NEW, ("code=RUN030",))


DEEDS = (
    *(Deed(name, at_the_desk(deed), _cases) for name, deed in AT_THE_DESK.items()),
    Deed("do, nobody else there", at_the_desk(AT_THE_DESK["do"]), _closed_cases),
    Deed("first case of a store", at_the_desk(AT_THE_DESK["open"]), _nothing, several=True),
    Deed("upgrade", _upgrade, _old_store, several=True),
    Deed("backup", _back_up, _cases, f"{BACKUP}/cases.db"),
    Deed("restore", _restore, _backed_up, COPY, several=True),
    Deed("copy", _copy, _cases, COPY, several=True),
)
"""Every deed; those that begin with cases find a log with all of them in it, except where nobody else was there."""
