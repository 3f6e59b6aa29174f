"""A store with some of everything in it, for tests of what is kept: cases, attachments, applicants, the desk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from stepping import office, permit

from sop_engine.office.applicant import applicant_of
from sop_engine.office.attachments import attach
from sop_engine.office.disclosure import erase
from sop_engine.record.fault import Fault
from sop_engine.record.heads import Head
from sop_engine.record.verify import Verification
from sop_engine.store.journal import Entry
from sop_engine.store.sqlite import SqliteJournal

FIRST, SECOND, THIRD = (f"izin-reklame-2026-000{number}" for number in (1, 2, 3))
AT = datetime(2026, 3, 9, 1, 0, tzinfo=UTC)
LIST = """people: 1
persons:
  - id: sari
    name: Sari
    steward: true
    offices:
      - {unit: contoh/layanan, actor: petugas, from: 2026-01-01}
"""


def filled(path: Path) -> Path:
    """Make a store of three cases: one at its end, one with a file, one whose applicant is no longer known."""
    desk, journal = office(path)
    compiled = permit()
    desk.open_case(compiled, note="surat 7", reference="800/7", channel="loket", applicant=applicant("Budi Contoh"))
    for answer in (None, "kurang", None, "lengkap"):
        desk.do(FIRST, answer=answer)
    desk.do(FIRST, skip=True)
    desk.do(FIRST)
    desk.do(FIRST)
    desk.open_case(compiled, reference="=1+1", channel="loket")
    scan = path.with_name("pindai.txt")
    scan.write_text("isi berkas", encoding="utf-8")
    desk.do(SECOND, note='"kutip"\n<baris> & dua 🙂', facts=attach(desk, [scan]))
    desk.open_case(compiled, applicant=applicant("Siti Contoh"))
    erase(desk, THIRD, "diminta pemohon")
    journal.note(Entry(AT, "refused", "tono", SECOND, ("code=RUN031",)))
    journal.load_people(LIST, Entry(AT, "people", "sari", None))
    journal.close()
    return path


def applicant(name: str, *, secret: bool = False):
    return applicant_of({"name": name, "nik": "3375012345678901"}, secret=secret)


@contextmanager
def opened(path: Path) -> Iterator[SqliteJournal]:
    with closing(SqliteJournal(path, create=False)) as journal:
        yield journal


def faults(path: Path, *only: str, heads: list[Head] | None = None) -> list[Fault]:
    with opened(path) as journal:
        return list(Verification(journal, only, heads).faults())


def kinds(path: Path, *only: str, heads: list[Head] | None = None) -> list[str]:
    return [each.kind for each in faults(path, *only, heads=heads)]


def tampered(path: Path, change: Callable[[sqlite3.Connection], object] | str, *args: object) -> None:
    """Change a store as somebody would who has its file and knows SQL, and puts back what guards it."""
    with closing(sqlite3.connect(path)) as db:
        guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            db.execute(f"DROP TRIGGER {name}")
        db.execute("PRAGMA ignore_check_constraints = ON")
        if isinstance(change, str):
            assert db.execute(change, args).rowcount > 0
        else:
            change(db)
        for _, sql in guards:
            db.execute(sql)
        db.commit()
