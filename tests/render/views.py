"""Every view of a procedure as SVG pages, and every procedure of the definitions and examples.

``folio`` is the matrix on the other paper, with larger letters and a row of column numbers, ``serif`` in the
other face.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from sop_engine.compiler import Compiled, load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.flow import Flow
from sop_engine.names import MAIN
from sop_engine.render.publication import heading

TOP = Path(__file__).resolve().parents[2]
FOLDERS = ("definitions", "examples")


def matrix(compiled: Compiled, flow: Flow) -> Sequence[str]:
    from sop_engine.render import matrix as view

    return view.draw(compiled, flow, view.Style()).pages


def folio(compiled: Compiled, flow: Flow) -> Sequence[str]:
    from sop_engine.render import matrix as view

    return view.draw(compiled, flow, view.Style(paper="F4", size=9.5, index=True)).pages


def serif(compiled: Compiled, flow: Flow) -> Sequence[str]:
    from sop_engine.render import matrix as view

    return view.draw(compiled, flow, view.Style(face="serif")).pages


def lanes(compiled: Compiled, flow: Flow) -> Sequence[str]:
    from sop_engine.render.lanes import chart as view

    return view.draw(flow, heading(compiled, flow))


def across(compiled: Compiled, flow: Flow) -> Sequence[str]:
    from sop_engine.render.lanes import chart as view

    return view.draw(flow, heading(compiled, flow), across=True)


def flowchart(compiled: Compiled, flow: Flow) -> Sequence[str]:
    from sop_engine.render.flowchart import chart

    return chart.draw(flow, heading(compiled, flow))


VIEWS: dict[str, Callable[[Compiled, Flow], Sequence[str]]] = {
    "matrix": matrix,
    "folio": folio,
    "serif": serif,
    "lanes": lanes,
    "across": across,
    "flowchart": flowchart,
}


@cache
def standards() -> dict[str, Compiled]:
    """Return every definition and every example by its name."""
    found: dict[str, Compiled] = {}
    for folder in FOLDERS:
        catalogue = Catalogue(TOP / folder)
        found |= {path.stem: load(catalogue, path.stem) for path in catalogue.paths()}
    return found


@cache
def procedures() -> dict[str, tuple[Compiled, Flow]]:
    """Return every procedure of the definitions and examples by the name that its files have."""
    return {
        name if flow.procedure == MAIN else f"{name}.{flow.procedure}": (compiled, flow)
        for name, compiled in standards().items()
        for flow in compiled.flows
    }


@cache
def drawn(view: str, procedure: str) -> tuple[str, ...]:
    """Return the pages of one of ``procedures`` in one of ``VIEWS``."""
    return tuple(VIEWS[view](*procedures()[procedure]))
