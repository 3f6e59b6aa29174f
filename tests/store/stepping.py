"""A store in a folder and an office at it, for tests; run as a program it steps cases until it is killed."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sop_engine.compiler import Compiled, load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.office import Office
from sop_engine.store.sqlite import SqliteJournal

DEFINITIONS = Path(__file__).parents[1] / "office" / "definitions"
BEGIN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def permit() -> Compiled:
    return load(Catalogue(DEFINITIONS), "izin-reklame")


_opened: list[SqliteJournal] = []


def close_all() -> None:
    while _opened:
        _opened.pop().close()


def office(path: Path, person: str = "sari", patience: float = 5.0) -> tuple[Office, SqliteJournal]:
    journal = SqliteJournal(path, create=True, patience=patience)
    _opened.append(journal)
    ticks = count()
    return Office(journal, person, lambda: BEGIN + timedelta(minutes=next(ticks))), journal


def step_for_ever(path: Path) -> None:
    """Say ``case version`` after each step that the store has acknowledged."""
    desk, _ = office(path)
    compiled = permit()
    view = desk.open_case(compiled)
    for number in count():
        sys.stdout.write(f"{view.id} {view.case.version}\n")
        sys.stdout.flush()
        if not view.case.open:
            view = desk.open_case(compiled)
            continue
        view = (
            desk.do(view.id, answer="Kurang" if number % 3 else "Lengkap")
            if view.open_nodes[0].answers
            else desk.do(view.id)
        )


if __name__ == "__main__":
    step_for_ever(Path(sys.argv[1]))
