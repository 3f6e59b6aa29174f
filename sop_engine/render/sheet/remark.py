"""A text and its note -> one text or two: in brackets what goes on with a small letter, else a sentence of its own."""

from __future__ import annotations

from sop_engine.render.indonesian import ended, plain, raised, unended
from sop_engine.render.sheet.blocks import Text, say


def remarked(text: str, note: str | None, marks: tuple[int, ...]) -> tuple[Text, ...]:
    """Return the text with its note."""
    remark = unended(plain(note or ""))
    if not remark:
        return (Text(text, marks),)
    if text and remark[0].islower() and "(" not in remark:
        return (Text(say("remarked", text=text, remark=remark), marks),)
    return Text(text, marks), Text(ended(raised(remark)))
