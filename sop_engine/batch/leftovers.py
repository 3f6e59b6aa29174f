"""Pictures just written -> the pages that a longer version left behind them, removed: nobody may sign one of those.

Their names are certain: ``<stem>_<page>.<form>`` beyond the last page that was written, and no id holds "_". Nothing
else is looked at, so what a person keeps in the folder stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sop_engine.writing import refusal

_PAGE = re.compile(r"([^_]+?)(?:_([1-9][0-9]*))?\.(svg|png)")
_GAP = 25
"""So many pages may be missing between two that were left: whoever deleted some by hand did not mean the rest."""


def clear_later_pages(folder: Path, names: Iterable[str]) -> None:
    """Remove the pages in a folder that come after the last ones of these pictures, the last one first.

    Raises :class:`Failure` OUT001 or OUT003 for one that the system does not let go.
    """
    last: dict[tuple[str, str], int] = {}
    for name in names:
        if found := _PAGE.fullmatch(name):
            stem, page, form = found.groups()
            last[stem, form] = max(last.get((stem, form), 1), int(page or 1))
    for (stem, form), page in last.items():
        for path in reversed(list(_beyond(folder, stem, form, page))):
            _remove(path)


def _beyond(folder: Path, stem: str, form: str, page: int) -> Iterator[Path]:
    absent = 0
    while absent < _GAP:
        page += 1
        path = folder / f"{stem}_{page}.{form}"
        if path.is_file():
            absent = 0
            yield path
        else:
            absent += 1


def _remove(path: Path) -> None:
    try:
        with suppress(FileNotFoundError):  # another batch into the same folder was faster
            path.unlink()
    except OSError as error:
        raise refusal(path, error) from error
