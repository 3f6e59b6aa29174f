"""A compiled definition -> its result files by name: pictures of each procedure, sheets in each format.

Names are ``<id>[.<procedure>][_<page>].<format>``: the main procedure has no name of its own, the first page no number,
and neither "." nor "_" can stand in an id, so that no two results have one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sop_engine.compiler import Compiled
from sop_engine.flow import MAIN, Flow
from sop_engine.render.flowchart import chart as flowchart


def pictures(compiled: Compiled, formats: Sequence[str]) -> Iterator[tuple[str, str | bytes]]:
    """Yield the flowcharts of every procedure in each of ``formats`` ("svg", "png", "dot")."""
    drawn = drawings(compiled) if {"svg", "png"} & set(formats) else {}
    for flow in compiled.flows:
        stem = _stem(compiled, flow)
        if "dot" in formats:
            yield f"{stem}.dot", flowchart.dot(flow, heading(compiled, flow))
        for number, page in enumerate(drawn.get(flow.procedure, ()), 1):
            name = stem if number == 1 else f"{stem}_{number}"
            if "svg" in formats:
                yield f"{name}.svg", page
            if "png" in formats:
                from sop_engine.render.image import png

                yield f"{name}.png", png(page)


def sheets(compiled: Compiled, formats: Sequence[str], paper: str = "A4") -> Iterator[tuple[str, str | bytes]]:
    """Yield the standard sheet in each of ``formats`` ("html", "pdf", "md"), for printing on ``paper`` ("A4", "F4")."""
    from sop_engine.render.sheet import html, markdown, pdf
    from sop_engine.render.sheet.document import sheet

    content = sheet(compiled.definition, compiled.unit, compiled.flows)
    drawn = drawings(compiled, embedded=True) if {"html", "pdf"} & set(formats) else {}
    for wanted in formats:
        name = f"{compiled.definition.id}.{wanted}"
        if wanted == "html":
            yield name, html.page(content, drawn, paper)
        elif wanted == "pdf":
            yield name, pdf.document(content, drawn, paper)
        else:
            yield name, markdown.page(content)


def drawings(compiled: Compiled, *, embedded: bool = False) -> dict[str, tuple[str, ...]]:
    """Return the flowchart pages (SVG) of every procedure, by procedure id; ``embedded`` ones are for sheets."""
    return {flow.procedure: flowchart.draw(flow, heading(compiled, flow), embedded=embedded) for flow in compiled.flows}


def heading(compiled: Compiled, flow: Flow) -> flowchart.Heading:
    """Return what the title block of a flow's drawing says."""
    definition, unit = compiled.definition, compiled.unit
    return flowchart.Heading(
        title=definition.title,
        unit=unit.name if unit else "",
        parent=unit.parent if unit else None,
        decree=definition.decree.number if definition.decree else None,
        procedure=None if flow.procedure == MAIN else flow.title,
        sops={related.sop: related.title for related in definition.related if related.title is not None},
    )


def _stem(compiled: Compiled, flow: Flow) -> str:
    return compiled.definition.id if flow.procedure == MAIN else f"{compiled.definition.id}.{flow.procedure}"
