"""The five flowcharts, against Graphviz's own time for the same graphs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from benchmarks.measure import alternating, table
from sop_engine.compiler import load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.render.flowchart import chart as flowchart
from sop_engine.render.publication import drawings, heading

ROUNDS = 20


def main() -> None:
    catalogue = Catalogue(Path("definitions"))
    five = [load(catalogue, path.stem) for path in catalogue.paths()]
    graphs = "".join(flowchart.dot(flow, heading(each, flow)) for each in five for flow in each.flows)

    def dot(program: str):
        return lambda: subprocess.run([program, "-Tsvg"], input=graphs.encode(), stdout=subprocess.DEVNULL, check=True)

    programs = [name for name in ("dot", "graphviz-pure") if shutil.which(name)]
    tasks = {f"{name} -Tsvg, one process": dot(name) for name in programs}
    tasks["our SVG of the five definitions"] = lambda: [drawings(each) for each in five]
    floor = next(iter(tasks))
    table(
        "Five flowcharts with their complaint procedures",
        alternating(tasks, ROUNDS),
        floor,
        {"our SVG of the five definitions": 1.5},
    )


if __name__ == "__main__":
    main()
