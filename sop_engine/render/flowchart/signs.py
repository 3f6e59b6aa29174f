"""Symbols and arrows of a page -> the signs that its legend explains, with their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.render.diagram import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sop_engine.render.diagram import Arrow, Symbol

_WORDS = {"late": "overdue", "call": "called"}
"""Signs that are not called like their words."""


def signs(symbols: Sequence[Symbol], arrows: Iterable[Arrow], paged: bool) -> Iterator[tuple[str, str]]:
    """Yield the signs that are used, in the order of the legend; ``paged`` tells that there are other pages."""
    kinds = {(arrow.back, arrow.late) for arrow in arrows}
    used = {
        "returned": any(back for back, _ in kinds),
        "late": any(late for _, late in kinds),
        "optional": any(symbol.optional for symbol in symbols),
        "parallel": any(symbol.shape is Shape.BAR for symbol in symbols),
        "call": any(symbol.call for symbol in symbols),
        "clock": any(symbol.clock for symbol in symbols),
        "connector": paged,
    }
    return ((sign, printed(f"diagram.{_WORDS.get(sign, sign)}")) for sign, there in used.items() if there)
