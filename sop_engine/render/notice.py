"""What a drawing had to do by convention or could not show well, as values: told beside it, never in its place.

More than two answers where the form knows two, parallel work, text set smaller, a character without a glyph … The
words are the phrases ``notice_<name>`` of :mod:`sop_engine.messages.publisher`. A notice stops nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from sop_engine.messages import text
from sop_engine.render.typeface import missing

_MOST_SIGNS = 8


class Notice(NamedTuple):
    """One thing to tell: the name of its words and what fills them, in the order given."""

    name: str
    args: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, name: str, **args: object) -> Notice:
        """Return a notice; each argument is told as text."""
        return cls(name, tuple((key, str(value)) for key, value in args.items()))

    def message(self) -> str:
        """Return what to tell, in the language in force."""
        return text(f"publisher.notice_{self.name}", **dict(self.args))


def gaps(drawn: str) -> tuple[Notice, ...]:
    """Return the notice of the characters that the typeface cannot draw in a text or a whole SVG; none when it can.

    Of an SVG only its texts can hold such characters, so it need not be parsed.
    """
    signs = missing(drawn)
    if not signs:
        return ()
    shown = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs[:_MOST_SIGNS])
    if len(signs) > _MOST_SIGNS:
        shown += ", …"
    return (Notice.of("glyph", signs=shown),)
