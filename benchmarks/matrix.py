"""The SOP-AP matrix: nine steps beside a warm Graphviz, forty steps by eight actors, growth, Mermaid in a browser.

Graphviz draws many copies of the graph in one process, so that its start is spread over them. Where ``MERMAID_JS``
names a ``mermaid.min.js`` and Chromium is installed, the same flow is drawn there too, warm.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import alternating, table
from sop_engine.compiler import Compiled, load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.definition.model import Definition
from sop_engine.flow import derive
from sop_engine.render import matrix
from sop_engine.render.flowchart import chart
from sop_engine.render.lanes import chart as lanes_chart
from sop_engine.render.publication import heading

ROUNDS = 15
COPIES = 40
NINE = "kerjasama-media"
SIZES = (10, 20, 40, 80, 160, 320)
ACTORS = 8
LIMIT_MS = 20.0
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PAGE = """\
<!DOCTYPE html><body><script src="{script}"></script><script>
mermaid.initialize({{ startOnLoad: false }});
(async () => {{
  for (let lap = 0; lap < {laps}; lap++) await mermaid.render("m" + lap, {text});
  document.title = "drawn";
}})();
</script></body>
"""
LAPS = (3, 23)


def main() -> None:
    nine = load(Catalogue(Path("definitions")), NINE)
    beside_graphviz(nine)
    forty_by_eight()
    growth()
    in_a_browser(nine)


def beside_graphviz(nine: Compiled) -> None:
    flow = nine.flow()
    graphs = chart.dot(flow, heading(nine, flow)) * COPIES

    def dot(program: str) -> Callable[[], object]:
        return lambda: subprocess.run([program, "-Tsvg"], input=graphs.encode(), stdout=subprocess.DEVNULL, check=True)

    programs = [name for name in ("dot", "graphviz-pure") if shutil.which(name)]
    tasks = {f"{name} -Tsvg, {COPIES} copies, one process": dot(name) for name in programs}
    ours = f"our matrix, {COPIES} times, identity page included"
    tasks[ours] = lambda: [matrix.draw(nine, flow, matrix.Style()) for _ in range(COPIES)]
    tasks[f"our lanes, {COPIES} times"] = lambda: [lanes_chart.draw(flow, heading(nine, flow)) for _ in range(COPIES)]
    table("The SOP of nine steps", alternating(tasks, ROUNDS), next(iter(tasks)), {ours: 1.0})


def forty_by_eight() -> None:
    seconds = cpu(drawn(invented(40)))
    kept = "kept" if seconds * 1000 <= LIMIT_MS else "MISSED"
    print(f"\n40 steps by {ACTORS} actors as a matrix: {seconds * 1000:.1f} ms of processor time", end="")
    print(f"  (limit {LIMIT_MS:.0f} ms: {kept})")


def growth() -> None:
    """Print what a step costs in flows of several sizes: it must not grow with them."""
    print("\nGrowth of the matrix (processor time, the best of each)")
    for size in SIZES:
        seconds = cpu(drawn(invented(size)))
        print(f"  {size:>4} steps {seconds * 1000:9.2f} ms {seconds / size * 1e6:8.0f} us a step")


def cpu(task: Callable[[], object]) -> float:
    """Return the least processor seconds that a task takes: other work on the machine does not count."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        task()
        seconds.append(time.process_time() - start)
    return min(seconds)


def drawn(made: Compiled) -> Callable[[], object]:
    """Return the task of drawing a standard as a matrix."""
    flow = made.flow()
    return lambda: matrix.draw(made, flow, matrix.Style())


def in_a_browser(nine: Compiled) -> None:
    """Print how long Mermaid takes for the same flow in Chromium, once it is warm; say so where it is not there."""
    script = os.environ.get("MERMAID_JS")
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not script or not browser:
        print("\nMermaid in Chromium: not measured (MERMAID_JS names no mermaid.min.js, or there is no Chromium)")
        return
    from sop_engine.render import mermaid
    from sop_engine.render.drawing import diagram

    flow = nine.flow()
    text = mermaid.write(diagram(flow, heading(nine, flow)))
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=90000", "--dump-dom"]

    def shown(page: Path) -> None:
        done = subprocess.run([*command, page.as_uri()], capture_output=True, text=True, check=True, timeout=300)
        assert "<title>drawn</title>" in done.stdout

    with tempfile.TemporaryDirectory() as folder:
        tasks: dict[str, Callable[[], object]] = {}
        for laps in LAPS:
            page = Path(folder, f"{laps}.html")
            words = {"script": Path(script).resolve().as_uri(), "laps": laps, "text": json.dumps(text)}
            page.write_text(PAGE.format(**words), encoding="utf-8")
            tasks[str(laps)] = lambda page=page: shown(page)
        few, many = alternating(tasks, 3).values()
    # a page's own clock stands still in this mode, so that the browser is timed from outside
    print(f"\nMermaid in Chromium, the same nine steps, warm: {(many - few) / (LAPS[1] - LAPS[0]) * 1000:.1f} ms")


def invented(count: int) -> Compiled:
    """Return a standard of ``count`` steps by eight actors: a decision every fifth step, half of them with a return."""
    steps: list[dict[str, object]] = []
    for number in range(count):
        step: dict[str, object] = {
            "id": f"s{number}",
            "actor": f"a{number * 3 % ACTORS}",
            "activity": f"Memeriksa kelengkapan berkas permohonan tahap {number + 1}",
            "input": ["Berkas permohonan", "Lembar disposisi"],
            "time": "30 menit",
            "output": f"Berkas tahap {number + 1} terperiksa",
        }
        if number % 5 == 3 and number + 2 < count:
            target = f"s{number - 3}" if number % 2 else f"s{number + 2}"
            branches = [{"answer": "lengkap"}, {"answer": "tidak lengkap", "to": target}]
            step["decision"] = {"question": "Apakah berkas lengkap?", "branches": branches}
        steps.append(step)
    definition = Definition.model_validate(
        {
            "sop": 1, "id": "contoh", "title": "Pelayanan Contoh", "unit": "contoh", "requirements": [],
            "actors": {f"a{n}": {"name": f"Pelaksana Urusan {n + 1}", "external": n == 0} for n in range(ACTORS)},
            "steps": steps, "sla": {"within": "3 hari kerja"}, "fee": {"free": True}, "products": ["Surat"],
            "complaints": {},
        }
    )  # fmt: skip
    return Compiled(definition, None, tuple(derive(definition)), "", None)


if __name__ == "__main__":
    main()
