"""Compiled and Flow -> the pages of an SOP-AP matrix as SVG: identity first, then the flow.

Deterministic; nothing is read but what is handed in. What the drawing did by convention is told beside it as notices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sop_engine.messages import printed
from sop_engine.names import MAIN
from sop_engine.render import palette, svg
from sop_engine.render.alternative import described
from sop_engine.render.diagram import Heading
from sop_engine.render.drawing import diagram
from sop_engine.render.matrix import body, front
from sop_engine.render.matrix.identity import PAIRS, Identity, called, identity
from sop_engine.render.matrix.style import SIDE, TOP, Style
from sop_engine.render.matrix.table import table
from sop_engine.render.matrix.words import wording
from sop_engine.render.paper import SIZES
from sop_engine.render.titles import stated
from sop_engine.render.typeface import FAMILIES, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sop_engine.compiler import Compiled
    from sop_engine.definition.logo import Logo
    from sop_engine.flow import Flow
    from sop_engine.render.notice import Notice

RUNNING_SIZE = 7.0
"""The line above the table: the SOP at the left, the page at the right."""
RUNNING_GAP = 5.0
"""From that line to the table."""
RUNNING_APART = 20.0
"""Between the words at its left and at its right."""


class Drawing(NamedTuple):
    """The pages of a matrix as SVG, and what there is to tell about them."""

    pages: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def draw(
    compiled: Compiled,
    flow: Flow,
    style: Style | None = None,
    logo: Logo | None = None,
    sops: Mapping[str, str] | None = None,
) -> Drawing:
    """Return the SOP-AP matrix of a procedure: its identity page and its flow pages.

    ``sops`` are the titles of other SOPs by their ids; without them those that the definition says itself.
    """
    style = style or Style()
    definition = compiled.definition
    sops = stated(definition) if sops is None else sops
    heading = Heading(
        title=definition.title,
        unit=compiled.unit.name if compiled.unit is not None else "",
        procedure=None if flow.procedure == MAIN else flow.title,
        sops=sops,
    )
    shown = diagram(flow, heading, closing=True)
    words = wording(flow, shown, {each.id: each.text for each in definition.requirements}, style)
    made = table(words, shown, style)
    content = identity(compiled, flow, sops)
    frames = [(parts, 1.0, _facts(content, style)) for parts in front.pages(content, logo, style)]
    bodies = list(body.pages(made, words, shown))
    told = [described(shown, symbols) for symbols in body.shown(made, shown)]
    told += [" ".join(line.text for line in notes.lines) for notes in made.notes[: len(bodies) - len(told)]]
    frames += [(parts, made.scale, words_) for parts, words_ in zip(bodies, told, strict=True)]
    pages = tuple(
        _page(parts, scale, alternative, content, flow, style, (number, len(frames)))
        for number, (parts, scale, alternative) in enumerate(frames, 1)
    )
    return Drawing(pages, made.notices)


def _page(
    parts: Iterable[str],
    scale: float,
    alternative: str,
    content: Identity,
    flow: Flow,
    style: Style,
    place: tuple[int, int],
) -> str:
    """Return a page as SVG; its ``place`` is its number and how many there are."""
    down, across = SIZES[style.paper]
    wide, high = style.width / scale, style.height / scale
    number, count = place
    title = printed("matrix.described_title", sop=called(content.title), page=number, pages=count)
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="matrix" role="img" width="{across}mm" height="{down}mm" '
        f'viewBox="0 0 {svg.number(wide)} {svg.number(high)}" font-family="{svg.escape(FAMILIES[style.face])}" '
        f'fill="{palette.INK}" '
        f'data-procedure="{svg.escape(flow.procedure)}" data-page="{number}" data-pages="{count}">'
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        root,
        svg.element("title", svg.escape(title)),
        svg.element("desc", svg.escape(alternative)),
        f'<rect class="paper" width="{svg.number(wide)}" height="{svg.number(high)}" fill="{palette.PAPER}"/>',
        *_running(content, style, scale, number, count),
        *parts,
        "</svg>\n",
    ]
    return "\n".join(lines)


def _running(content: Identity, style: Style, scale: float, number: int, count: int) -> Iterable[str]:
    """Yield the line above the table: which SOP this is, and which page of how many."""
    size, y = RUNNING_SIZE / scale, (TOP - RUNNING_GAP) / scale
    left, right = SIDE / scale, (style.width - SIDE) / scale
    page = printed("matrix.page", page=number, pages=count)
    name = called(content.title)
    if content.number is not None:
        name = printed("matrix.running_number", number=content.number, running=name)
    room = right - left - width(page, size, face=style.face) - RUNNING_APART
    shown = wrap(name, room, size, most=1, face=style.face)[0]
    yield svg.words(shown, left, y, size, class_="text running", fill=palette.SOFT_INK)
    yield svg.words(page, right, y, size, class_="text running", fill=palette.SOFT_INK, text_anchor="end")


def _facts(content: Identity, style: Style) -> str:
    """Return what the identity page says, to be read aloud."""
    silent = printed("matrix.unfilled")
    approval = content.approval
    signer = ", ".join(each for each in (approval.position, approval.name, approval.rank, approval.nip) if each)
    facts = [
        ", ".join(each for each in (content.unit, content.parent) if each),
        *(f"{style.label(key)}: {value or silent}" for key, value in content.facts.items()),
        f"{style.label('approved_by')}: {signer or silent}",
        f"{style.label('title')}: {content.title}",
        *(f"{style.label(key)}: {'; '.join(content.boxes[key]) or silent}" for pair in PAIRS for key in pair),
    ]
    return ". ".join(each for each in facts if each) + "."
