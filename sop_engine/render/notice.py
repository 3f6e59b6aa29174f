"""What a drawing had to do by convention or could not show well, as values: told beside it, never in its place.

More than two answers where the form knows two, parallel work, text set smaller, a character without a glyph … The
words are the phrases ``notice_<name>`` of :mod:`sop_engine.messages.publisher`. A notice stops nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import text
from sop_engine.messages.scripts import PHRASES as SCRIPTS
from sop_engine.render.typeface import missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST = 8
"""The characters and the steps that a notice names; of others it tells how many there are."""
_STEP = re.compile(r'<g [^>]*data-step="([^"]*)"[^>]*>(.*?)</g>', re.DOTALL)


class Notice(NamedTuple):
    """One thing to tell: the name of its words and what fills them, in the order given."""

    name: str
    args: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, name: str, **args: object) -> Notice:
        """Return a notice; each argument is told as text."""
        return cls(name, tuple((key, str(value)) for key, value in args.items()))

    def message(self) -> str:
        """Return what to tell, in the language in force; ``scripts`` are told by their names in it."""
        args = dict(self.args)
        if "scripts" in args:
            args["scripts"] = ", ".join(dict.fromkeys(text(f"scripts.{each}") for each in args["scripts"].split()))
        return text(f"publisher.notice_{self.name}", **args)


def gaps(drawn: str) -> tuple[Notice, ...]:
    """Return the notice of the characters that the typeface cannot draw in a text or a whole SVG; none when it can.

    It tells how many there are, of which scripts, and in which steps of an SVG. Of an SVG only its texts can hold such
    characters, so it need not be parsed.
    """
    signs = missing(drawn)
    if not signs:
        return ()
    shown = _some([f"{sign} (U+{ord(sign):04X})" for sign in signs])
    scripts = Counter(map(_script, signs))
    told = {"count": len(signs), "scripts": " ".join(sorted(scripts, key="OTHER".__eq__)), "signs": shown}
    steps = dict.fromkeys(_steps(drawn, set(signs)))
    if not steps:
        return (Notice.of("glyph", **told),)
    return (Notice.of("glyph_steps", steps=_some([f"`{step}`" for step in steps]), **told),)


def _some(names: list[str]) -> str:
    """Return the first of some names, and how many there are beside them."""
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f", … (+{more})" if more > 0 else "")


def _steps(drawn: str, signs: Iterable[str]) -> Iterator[str]:
    """Yield the steps of an SVG in whose cells or symbols some characters stand."""
    wanted = frozenset(signs)
    for found in _STEP.finditer(drawn):
        if not wanted.isdisjoint(found[2]):
            yield unescape(found[1])


def _script(sign: str) -> str:
    """Return the script of a character, by the key of its name in the catalogue."""
    first = unicodedata.name(sign, "").partition(" ")[0]
    if first in SCRIPTS:
        return first
    return "EMOJI" if unicodedata.category(sign) in {"So", "Sk"} else "OTHER"
