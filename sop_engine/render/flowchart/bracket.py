"""Plan -> the frames around parallel branches: what ends and begins between two rows, and where that stands.

A frame goes around the rows of one branch, with its heading at the upper left; frames within a frame are narrower.
On every page a frame is closed, and its heading says where it is continued. The frame's edges run in the gaps between
rows: they meet no symbol and no word, only lines that lead into the branch or out of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.render.flowchart.frame import MIDDLE
from sop_engine.render.flowchart.placed import PlacedBranch
from sop_engine.render.flowchart.port import DEEPEST, INSET, LABEL_EDGE
from sop_engine.render.typeface import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sop_engine.render.flowchart.route import Plan

HEADING_SIZE = 8.5
HEADING_LEADING = 10.4

_BEYOND = 3.0  # from the labels to the edge of their frame
_PAD = 8.0  # from the heading to the side of the frame
_LINES = 6
_OVER, _UNDER = 3.0, 2.0  # around a heading
_LAST = 8.0  # from the last symbol of a branch to the edge
_CLOSE = 5.0  # between the lower edges of two frames
_ARRIVE = 12.0  # from the last heading to the symbol
_BARE = 4.0  # the same where no arrow arrives


class Seam(NamedTuple):
    """What lies between two rows; ``closing`` frames innermost first, ``opening`` ones outermost first.

    ``inner`` is the room before the first edge below a symbol, ``label`` included.
    """

    closing: tuple[str, ...]
    opening: tuple[tuple[str, tuple[str, ...]], ...]
    inner: float
    arrow: bool

    @property
    def height(self) -> float:
        """Return the room that it takes whatever else is there."""
        return self.upper + self.lower

    @property
    def upper(self) -> float:
        """Return the room of the frames that end."""
        return self.inner + _CLOSE * (len(self.closing) - 1) if self.closing else 0.0

    @property
    def lower(self) -> float:
        """Return the room of the frames that begin."""
        headings = sum(_heading_height(lines) for _, lines in self.opening)
        return headings + (_ARRIVE if self.arrow else _BARE) if self.opening else 0.0

    def __bool__(self) -> bool:
        """Return whether a frame ends or begins here."""
        return bool(self.closing or self.opening)


def seam(plan: Plan, above: int | None, below: int | None, label: float = 0.0) -> Seam:
    """Return what lies between two rows; None stands for the edge of a page, ``label`` is the height of a label."""
    ending = plan.inside(above) if above is not None else ()
    beginning = plan.inside(below) if below is not None else ()
    same = next((i for i, pair in enumerate(zip(ending, beginning, strict=False)) if pair[0] != pair[1]), None)
    common = min(len(ending), len(beginning)) if same is None else same
    known = plan.inside(below - 1) if above is None and below else ()
    opening = tuple(
        (branch, _heading(plan, branch, depth, branch in known))
        for depth, branch in enumerate(beginning)
        if depth >= common
    )
    row = above if above is not None else (below or 0) - 1
    arrow = row >= 0 and plan.down(row) is not None
    return Seam(tuple(reversed(ending[common:])), opening, label or _LAST, arrow)


def _heading(plan: Plan, branch: str, depth: int, continued: bool) -> tuple[str, ...]:
    words = plan.diagram.branches[branch]
    words = printed("diagram.continued", heading=words) if continued else words
    # it stands at the left of the arrow that goes down the middle
    return wrap(words, half_width(depth) - 2 * _PAD, HEADING_SIZE, bold=True, most=_LINES)


def _heading_height(lines: tuple[str, ...]) -> float:
    return _OVER + len(lines) * HEADING_LEADING + _UNDER


def half_width(depth: int) -> float:
    """Return half the width of a frame that is inside ``depth`` others."""
    return LABEL_EDGE + _BEYOND - INSET * min(depth + 1, DEEPEST + 1)


def placed_branches(
    plan: Plan, span: range, tops: Mapping[int, float], bottoms: Mapping[int, float], seams: Mapping[int, Seam]
) -> Iterator[PlacedBranch]:
    """Yield the frames of a page, the outer before the inner, from where its rows begin and end.

    ``seams`` are those above each row of the span and, under the key ``span.stop``, the one below the last.
    """
    ends: dict[str, float] = {}
    for row in span:
        for place, branch in enumerate(seams[row + 1].closing):
            ends[branch] = bottoms[row] + seams[row + 1].inner + _CLOSE * place
    for row in span:
        y = tops[row] - seams[row].lower
        for branch, lines in seams[row].opening:
            half = half_width(plan.inside(row).index(branch))
            yield PlacedBranch(branch, lines, MIDDLE - half, y, 2 * half, ends[branch] - y, MIDDLE - half + _PAD)
            y += _heading_height(lines)


def heading_baseline(branch: PlacedBranch, line: int) -> float:
    """Return where the baseline of a line of a frame's heading is."""
    return branch.y + _OVER + HEADING_SIZE * 0.9 + line * HEADING_LEADING
