"""Diagram -> DOT, a complete picture for Graphviz by itself: words, symbols, answers, returns, title and actors.

The symbols have the sizes that our own drawing gives them. Steps hang together in a straight chain, returns are
dashed and leave at the side; clusters and orthogonal splines are not used, because lanes would overlap and returns
would run through symbols. Node names are step ids; ends begin with ``end_``, the start is ``start_`` (no id has ``_``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sop_engine.flow import EdgeKind, EndStatus
from sop_engine.render import palette
from sop_engine.render.diagram import Shape
from sop_engine.render.flowchart.port import LABEL_SIZE
from sop_engine.render.flowchart.route import Side, plan
from sop_engine.render.flowchart.symbol import SIZES, Role
from sop_engine.render.palette import WARNA
from sop_engine.render.typeface import wrap

if TYPE_CHECKING:
    from sop_engine.render.diagram import Diagram, Heading
    from sop_engine.render.flowchart.route import Plan, Route
    from sop_engine.render.flowchart.symbol import Figure

POINTS = 72.0
FONT = "Arial"
"""Graphviz knows its widths by heart; they are those of Arimo."""
LABEL_WIDTH = 110.0
TITLE_SIZE, TITLE_WIDTH = 12.0, 420.0
TINT = {
    EndStatus.FINISHED: palette.FINISHED,
    EndStatus.REJECTED: palette.REJECTED,
    EndStatus.WITHDRAWN: palette.WITHDRAWN,
}


def write(diagram: Diagram) -> str:
    """Return the DOT text of a diagram."""
    import graphviz

    chart = plan(diagram)
    graph = graphviz.Digraph(
        name="sop",
        graph_attr={
            "charset": "UTF-8", "fontname": FONT, "fontsize": f"{TITLE_SIZE:g}",
            "label": _escaped(_title(diagram.heading)), "labelloc": "t", "nodesep": "0.5",
            "rankdir": "TB", "ranksep": "0.3", "splines": "true",
        },
        node_attr={"fixedsize": "true", "fontname": FONT, "margin": "0", "style": "filled"},
        edge_attr={"arrowsize": "0.7", "color": palette.LINE, "fontname": FONT, "fontsize": str(LABEL_SIZE)},
    )  # fmt: skip
    for figure in chart.figures:
        graph.node(_name(figure.symbol.id), label=_escaped(_words(figure)), **_node(chart, figure))
    for route in chart.routes:
        _edge(graph, chart, route)
    source: str = graph.source
    return source


def _title(heading: Heading) -> list[str]:
    lines = (heading.title, heading.procedure, ", ".join(part for part in (heading.unit, heading.parent) if part))
    known = [line for line in (*lines, heading.decree, heading.case) if line]
    return [part for line in known for part in wrap(line, TITLE_WIDTH, TITLE_SIZE)] + [" "]


def _name(symbol: str) -> str:
    return symbol.replace(":", "_")


def _escaped(lines: list[str]) -> str:
    """Return lines as one label: a backslash is a backslash, and ``<…>`` is no HTML."""
    import graphviz

    label: str = graphviz.nohtml("\\n".join(graphviz.escape(line) for line in lines))
    return label


def _words(figure: Figure) -> list[str]:
    # Graphviz has no widths for signs such as "·" and says so on every run
    return [line.replace(" · ", ". ", 1) for paragraph in figure.paragraphs for line in paragraph.lines]


def _node(chart: Plan, figure: Figure) -> dict[str, str]:
    symbol = figure.symbol
    party = chart.diagram.parties.get(symbol.actors[0]) if symbol.actors else None
    styles = ["filled"]
    if symbol.shape in (Shape.CAPSULE, Shape.PLAIN):
        styles.append("rounded")
    if symbol.optional:
        styles.append("dashed")
    if symbol.shape is Shape.BAR:
        styles.append("bold")
    fill = TINT[symbol.status] if symbol.status is not None else palette.PAPER
    if symbol.shape is Shape.BAR:
        fill = palette.BAR
    return {
        "color": palette.LINE,
        "fillcolor": WARNA.ahead(WARNA.shade(party)).fill if party is not None else fill,
        "fontsize": str(SIZES[Role.BAND]),
        "height": f"{figure.height / POINTS:.3f}",
        "shape": "diamond" if symbol.shape is Shape.DIAMOND else "box",
        "style": ",".join(styles),
        "width": f"{figure.width / POINTS:.3f}",
    }


def _edge(graph: Any, chart: Plan, route: Route) -> None:
    arrow = route.arrow
    source, target = _name(arrow.source), _name(arrow.target)
    attributes: dict[str, str] = {}
    # without frames the name of a branch stands on the arrow that leads into it
    label = chart.diagram.branches[chart.inside(route.target)[-1]] if route.fork else arrow.label
    if label is not None:
        # the spaces keep the words off the line
        attributes["label"] = _escaped([f"   {line} " for line in wrap(label, LABEL_WIDTH, LABEL_SIZE)])
    if arrow.back:
        attributes |= {"color": palette.RETURN, "fontcolor": palette.RETURN, "style": "dashed"}
    if arrow.late:
        attributes["style"] = "dotted"
    if route.side is Side.RIGHT and route.target <= route.source:
        # what goes up has no say in the order of the steps
        attributes |= {"constraint": "false", "headport": "e", "tailport": "e"}
    else:
        attributes["weight"] = "100" if route.side is Side.DOWN else "1"
        if arrow.kind is EdgeKind.SKIP:
            attributes |= {"headport": "w", "tailport": "w"}
    graph.edge(source, target, **attributes)
