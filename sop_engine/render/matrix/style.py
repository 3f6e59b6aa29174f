"""Settings -> Style: the paper, face and size of letters, widths and labels of a matrix. Lengths in points."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.render.paper import SIZES
from sop_engine.render.typeface import SANS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sop_engine.settings import Settings

MM = 72 / 25.4
"""A millimetre in points."""

SIDE = 10 * MM
"""From the left and right edge of the paper to the table."""
TOP = 14 * MM
"""From the upper edge of the paper to the table; the running line stands above it."""
FOOT = 20.5 * MM
"""Kept free at the lower edge: the signing service prints its code and note in the lowest 20 mm."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a matrix looks: a paper of :data:`SIZES`, laid across, letters in points, widths of columns in points.

    ``face`` is one of :data:`~sop_engine.render.typeface.FAMILIES`.
    """

    paper: str = "A4"
    size: float = 8.0
    index: bool = False
    face: str = SANS
    widths: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, settings: Settings) -> Style:
        """Return the style that a project has settled."""
        form = settings.matrix
        widths = {key: width * MM for key, width in form.widths.items()}
        return cls(settings.paper, float(form.size), form.index, form.font, widths, form.labels)

    @property
    def width(self) -> float:
        """Return the width of the paper."""
        return SIZES[self.paper][1] * MM

    @property
    def height(self) -> float:
        """Return the height of the paper."""
        return SIZES[self.paper][0] * MM

    def label(self, key: str) -> str:
        """Return what a box or a column is called."""
        return self.labels.get(key) or printed(f"matrix.label_{key}")
