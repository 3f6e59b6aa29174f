"""The pages of one drawing -> what is wrong with them; nothing is known of how they were made.

``faults`` lists the hard zeros of ``docs/matrix.md``: every one of them must be absent from every drawing. Their limits
are the named numbers of ``check_lines`` and ``check_places``. ``tally`` counts what may be better or worse.
"""

from __future__ import annotations

from collections.abc import Sequence

import check_lines
import check_places
from check_pages import between
from drawn import NotDrawnSoError, Page, read
from fault import Fault, Kind
from scene import Scene

CHECKS = (*check_lines.CHECKS, *check_places.CHECKS)


def faults(svgs: Sequence[str]) -> list[Fault]:
    """Return all that is wrong with the pages of one drawing, in their order."""
    pages: list[Page] = []
    found: list[Fault] = []
    for number, svg in enumerate(svgs, 1):
        try:
            page = read(svg)
        except NotDrawnSoError as error:
            found.append(Fault(number, Kind.UNREADABLE, str(error)))
            continue
        pages.append(page)
        scene = Scene(page)
        found += [Fault(number, kind, what) for check in CHECKS for kind, what in check(scene)]
    return sorted([*found, *between(pages)])
