"""Diagram -> Mermaid flowchart text: each symbol and each arrow of the waist, for wikis and repositories that draw it.

Number and actors stand in each node, because subgraphs are no lanes where the flow goes back and forth. A node is
called ``s_`` and the id of its symbol, with ``_`` for the colon of ends and bands (no id has a ``_``), so that none is
a word of Mermaid's. Whatever could be markup in a text is written as a code, so that texts print as texts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sop_engine.flow import EndStatus
from sop_engine.messages import printed
from sop_engine.render.diagram import FORK_PREFIX, Shape
from sop_engine.render.palette import WARNA
from sop_engine.render.typeface import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sop_engine.render.diagram import Arrow, Diagram, Party, Symbol

BREAK = "<br/>"
INDENT = "    "
OPTIONAL, RETURNED, LATE = "stroke-dasharray:4 2.5", "stroke-dasharray:5 3", "stroke-dasharray:1.5 2.5"

_MARKUP = re.compile(r"[\x22-'*;->@\[-`{-~]|(?<=\d)[.)](?=\s)|^[-+](?=\s)")
"""All signs that mean something to Mermaid or to Markdown, at least in some places."""
_PAIRED = re.compile(r"\$(?=\$)|\\(?=n)|:(?=fa-)")
"""What begins mathematics, the end of a line or an icon even when it is written in codes."""
_NOTHING = "\N{ZERO WIDTH SPACE}"
_OUTLINES = {
    Shape.CAPSULE: ("([", "])"),
    Shape.PLAIN: ("([", "])"),
    Shape.BOX: ("[", "]"),
    Shape.DIAMOND: ("{", "}"),
    Shape.BAR: ("[", "]"),
}
_CALL = ("[[", "]]")
_FILLS = {
    "start": WARNA.paper,
    "bar": WARNA.bar,
    EndStatus.FINISHED: WARNA.finished,
    EndStatus.REJECTED: WARNA.rejected,
    EndStatus.WITHDRAWN: WARNA.withdrawn,
}
"""The colours of what no actor does, by the key of its class."""


def write(diagram: Diagram) -> str:
    """Return the Mermaid text of a diagram, the same bytes for the same diagram."""
    return "\n".join(_lines(diagram)) + "\n"


def name(symbol: str) -> str:
    """Return what the node of a symbol is called."""
    return "s_" + symbol.replace(":", "_")


def escaped(text: str) -> str:
    """Return ``text`` so that Mermaid draws it as it is: every sign that could be markup becomes ``#<code>;``.

    Pairs of signs that would mean something even so are parted by an invisible space.
    """
    parted = _PAIRED.sub(lambda sign: sign[0] + _NOTHING, clean(text))
    return _MARKUP.sub(lambda sign: f"#{ord(sign[0])};", parted)


def _lines(diagram: Diagram) -> Iterator[str]:
    heading = diagram.heading
    title = " – ".join(part for part in (heading.title, heading.procedure, heading.case) if part)
    yield "flowchart TD"
    yield f"{INDENT}accTitle: {escaped(title)}"
    for symbol in diagram.symbols:
        yield INDENT + _node(diagram, symbol)
    for arrow in diagram.arrows:
        yield INDENT + _link(diagram, arrow)
    yield from (INDENT + line for line in _styles(diagram))


def _node(diagram: Diagram, symbol: Symbol) -> str:
    begin, end = _CALL if symbol.call and symbol.shape is Shape.BOX else _OUTLINES[symbol.shape]
    condition = f"({symbol.condition})" if symbol.condition is not None else None
    said = (symbol.band, symbol.text, symbol.involves, condition, *symbol.remarks, symbol.clock, symbol.question)
    words = BREAK.join(escaped(part) for part in (*said, symbol.time) if part)
    return f'{name(symbol.id)}{begin}"{words}"{end}:::{_class(diagram, symbol)}'


def _class(diagram: Diagram, symbol: Symbol) -> str:
    if symbol.status is not None:
        return printed(f"diagram.class_{symbol.status}")
    if symbol.shape is Shape.BAR:
        return printed("diagram.class_bar")
    party = diagram.parties.get(symbol.actors[0]) if symbol.actors else None
    return _of(party) if party is not None else printed("diagram.class_start")


def _of(party: Party) -> str:
    return printed("diagram.class_actor", column=party.column + 1)


def _link(diagram: Diagram, arrow: Arrow) -> str:
    inside = {symbol.id: symbol.inside for symbol in diagram.symbols}
    label = arrow.label
    if arrow.source.startswith(FORK_PREFIX):
        label = diagram.branches[inside[arrow.target][-1]]
    words = f'|"{escaped(label)}"|' if label else ""
    return f"{name(arrow.source)} {'-.->' if arrow.back else '-->'}{words} {name(arrow.target)}"


def _styles(diagram: Diagram) -> Iterator[str]:
    line = f"stroke:{WARNA.line},color:{WARNA.ink}"
    for party in diagram.parties.values():
        fill = WARNA.ahead(WARNA.shade(party)).fill
        yield f"classDef {_of(party)} fill:{fill},{line}"
    used = [_class(diagram, symbol) for symbol in diagram.symbols]
    for key, fill in _FILLS.items():
        called = printed(f"diagram.class_{key}")
        if called in used:
            yield f"classDef {called} fill:{fill},{line}"
    for symbol in diagram.symbols:
        if symbol.optional:
            yield f"style {name(symbol.id)} {OPTIONAL}"
    for place, arrow in enumerate(diagram.arrows):
        if arrow.back:
            yield f"linkStyle {place} stroke:{WARNA.returned},{RETURNED}"
        elif arrow.late:
            yield f"linkStyle {place} stroke:{WARNA.line},{LATE}"
