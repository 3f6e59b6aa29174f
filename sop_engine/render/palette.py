"""The colours of flowcharts: an actor keeps its number and name as text, so colour only helps.

The colours of neighbouring actors differ most in lightness: they stay apart on a grey print and for eyes that
see red and green alike. Parties outside the office have warm colours of their own (and a small figure in the band).
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

INSIDE = ("#00518a", "#89c398", "#d27d60", "#f4e9af", "#7b4875", "#96ceee", "#147b64", "#f0cdea")
OUTSIDE = ("#f5c451", "#8a5a00", "#ffe4b0")

DONE = "#e3f1e6"
DONE_LINE = "#1d6b37"
CURRENT = "#fff3c4"
CURRENT_LINE = "#c2410c"
SUSPENDED = "#d5cfe6"
SUSPENDED_LINE = "#43307a"
SKIPPED_LINE = "#4a5563"
AHEAD_LINE = "#a3abb7"
AHEAD_INK = "#667080"
AHEAD_SHARE = 0.28
"""How much of an actor's colour is left where a case has not come yet."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A fill and the ink that is readable on it."""

    fill: str
    ink: str


def shade(party: Party) -> Shade:
    """Return the colour of an actor; a colour comes round again after the last."""
    colours = OUTSIDE if party.external else INSIDE
    return on(colours[party.index % len(colours)])


def on(fill: str) -> Shade:
    """Return ``fill`` with black or white ink, whichever stands out more."""
    light = luminance(fill)
    return Shade(fill, INK if (light + 0.05) / (luminance(INK) + 0.05) >= 1.05 / (light + 0.05) else PAPER)


def pale(fill: str) -> Shade:
    """Return ``fill`` mixed with the paper, with the ink of what has not happened yet."""
    mixed = (round(255 - (255 - channel) * AHEAD_SHARE) for channel in _channels(fill))
    return Shade("#" + "".join(f"{channel:02x}" for channel in mixed), SOFT_INK)


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2), 0 black to 1 white."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
