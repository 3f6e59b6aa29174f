"""The colours of pictures: themes as data, and which of them an actor gets.

An actor keeps its number and name as text, so that colour only helps. The colours of neighbouring actors differ most in
lightness: they stay apart on a grey print and for eyes that see red and green alike. Parties outside the office have
colours of their own (and a small figure beside their name). The constants are the colours of the usual theme, for
pictures that have no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sop_engine.render.diagram import Party

INK = "#1b2430"
SOFT_INK = "#4a5563"
LINE = "#27313f"
HAIR = "#8a94a3"
PAPER = "#ffffff"
RETURN = "#b3261e"
FINISHED = "#e3f1e6"
REJECTED = "#f9e1de"
WITHDRAWN = "#e9edf2"
FINISHED_MARK = "#1d6b37"
BRANCH = "#f4f6f9"
BAR = "#dde3ea"

INSIDE = (
    "#00518a", "#89c398", "#d27d60", "#f4e9af", "#7b4875", "#96ceee", "#147b64", "#f0cdea",
    "#57ad9c", "#1c4c31", "#bc9be7", "#f4f8db",
)  # fmt: skip
OUTSIDE = ("#f5c451", "#8a5a00", "#ffe4b0")

AHEAD_SHARE = 0.28
"""How much of an actor's colour is left where a case has not come yet."""
LANE_SHARE = 0.1
"""How much of it tints the lane of an actor."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A fill and the ink that is readable on it."""

    fill: str
    ink: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a picture, ``#rrggbb`` each; ``weight`` is how thick its lines are beside the usual ones.

    ``inside`` and ``outside`` are the colours of the actors of their kind, in the order of action. What begins with
    ``done``, ``current``, ``suspended``, ``skipped`` and ``ahead`` shows how far a case has come.
    """

    name: str
    inside: tuple[str, ...]
    outside: tuple[str, ...]
    ink: str = INK
    soft_ink: str = SOFT_INK
    line: str = LINE
    hair: str = HAIR
    paper: str = PAPER
    returned: str = RETURN
    finished: str = FINISHED
    finished_mark: str = FINISHED_MARK
    rejected: str = REJECTED
    withdrawn: str = WITHDRAWN
    branch: str = BRANCH
    bar: str = BAR
    done: str = "#e3f1e6"
    done_line: str = "#1d6b37"
    current: str = "#fff3c4"
    current_line: str = "#c2410c"
    suspended: str = "#d5cfe6"
    suspended_line: str = "#43307a"
    skipped_line: str = "#4a5563"
    ahead_line: str = "#a3abb7"
    ahead_ink: str = "#5f6978"
    weight: float = 1.0

    def shade(self, party: Party) -> Shade:
        """Return the colour of an actor; a colour comes round again after the last."""
        colours = self.outside if party.external else self.inside
        return self.on(colours[party.index % len(colours)])

    def on(self, fill: str) -> Shade:
        """Return ``fill`` with the ink or the paper's colour on it, whichever stands out more."""
        return Shade(fill, max((self.ink, self.paper), key=lambda ink: contrast(fill, ink)))

    def ahead(self, shade: Shade) -> Shade:
        """Return a shade mixed with the paper, with the ink of what has not happened yet."""
        return Shade(mixed(shade.fill, self.paper, AHEAD_SHARE), self.soft_ink)


WARNA = Theme("warna", INSIDE, OUTSIDE)

ABU = Theme(
    "abu",
    inside=("#4a4a4a", "#dcdcdc", "#9c9c9c", "#f7f7f7"),
    outside=("#c0c0c0", "#363636", "#ececec"),
    ink="#1a1a1a", soft_ink="#4d4d4d", line="#262626", hair="#8c8c8c", returned="#262626",
    finished="#f2f2f2", finished_mark="#1a1a1a", rejected="#dedede", withdrawn="#ffffff", branch="#f6f6f6",
    bar="#e0e0e0", done="#ececec", done_line="#333333", current="#ffffff", current_line="#000000", suspended="#c8c8c8",
    suspended_line="#1f1f1f", skipped_line="#4d4d4d", ahead_line="#ababab", ahead_ink="#666666",
)  # fmt: skip

KONTRAS = Theme(
    "kontras",
    inside=(
        "#00163d", "#ffe14d", "#7a0062", "#93d6a0", "#512200", "#dff1ff", "#763e65", "#d39180", "#341931", "#45e8e2",
    ),
    outside=("#ffc24d", "#3a2c00", "#ffefcc"),
    ink="#000000", soft_ink="#1f1f1f", line="#000000", hair="#3d3d3d", returned="#9c0000",
    finished="#d9f7de", finished_mark="#00501c", rejected="#ffd9d4", withdrawn="#e6e6e6", branch="#f2f2f2",
    bar="#d4d4d4", done="#d9f7de", done_line="#00501c", current="#fff0a8", current_line="#8a2500", suspended="#cdbff0",
    suspended_line="#2a1466", skipped_line="#2e2e2e", ahead_line="#767676", ahead_ink="#474747",
    weight=1.35,
)  # fmt: skip

THEMES = {theme.name: theme for theme in (WARNA, ABU, KONTRAS)}
"""By their name, the usual one first."""


def mixed(fill: str, paper: str, share: float) -> str:
    """Return ``share`` of a colour on the paper's."""
    pairs = zip(_channels(fill), _channels(paper), strict=True)
    return "#" + "".join(f"{round(under - (under - over) * share):02x}" for over, under in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2), 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2), 0 black to 1 white."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
