"""Draws the Mermaid text of every definition and example with Mermaid itself: ``python tests/render/with_mermaid.py``.

Wants Chromium, and Mermaid's own script: ``npm install mermaid`` somewhere, then
``python tests/render/with_mermaid.py --script …/node_modules/mermaid/dist/mermaid.min.js``. Each text must be accepted,
and what stands in the nodes and on the arrows must be the words of the diagram, sign for sign. Ends with 1 otherwise.
No part of the test run: it is for whoever changes ``sop_engine/render/mermaid.py``.
"""

import argparse
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import charts
import views

from sop_engine.flow import Edge, EdgeKind, Flow
from sop_engine.render import mermaid
from sop_engine.render.diagram import Diagram, Heading
from sop_engine.render.drawing import diagram
from sop_engine.render.publication import heading

NASTY = (
    '<script>alert("x")</script> & <b>tebal</b> &lt;',
    "1. satu 2) dua",
    "- butir",
    "# judul #35; #quot; %% komentar",
    "`kode` **tebal** _miring_ ~~coret~~",
    "end",
    "subgraph",
    "kutip \" ' } ] ) ; | --> x",
    "$$x^2$$ \\n \\",
    "emoji \U0001f4c4, Arab \u0627\u0644, Jawa \ua9b2\ua9a5",
    "{{ braces }} [[x]] ((y)) >z]",
    "https://contoh.example/a?b=c&d=e#f",
    "click s_s1 href",
    "@{ shape: circle }",
    "fa:fa-car :::x",
)
PAGE = """<!doctype html><meta charset="utf-8"><pre id="out"></pre><script src="{script}"></script><script>
const texts = {texts};
mermaid.initialize({{startOnLoad: false, securityLevel: "strict", maxTextSize: 1000000, maxEdges: 5000}});
(async () => {{
  const out = [];
  for (const [name, text] of texts) {{
    try {{
      const drawn = await mermaid.render("d" + out.length, text);
      const there = new DOMParser().parseFromString(drawn.svg, "text/html");
      for (const br of there.querySelectorAll("br")) br.replaceWith("\\n");
      const words = (what) => [...there.querySelectorAll(what)].map((each) => each.textContent);
      out.push([name, "", words("g.node .nodeLabel"), words("g.edgeLabels .edgeLabel .edgeLabel")]);
    }} catch (error) {{ out.push([name, String(error), [], []]); }}
  }}
  document.getElementById("out").textContent = JSON.stringify(out);
}})();
</script>"""


def nasty() -> Flow:
    """Return a flow whose texts are full of signs that mean something elsewhere."""
    nodes = [charts.node(place, activity=words) for place, words in enumerate(NASTY, 1)]
    targets = [*(step.id for step in nodes[1:]), "end:selesai"]
    edges = [Edge(step.id, to, EdgeKind.ANSWER, words) for step, to, words in zip(nodes, targets, NASTY, strict=True)]
    return charts.flow(nodes, edges)


def diagrams() -> dict[str, Diagram]:
    found = {name: diagram(flow, heading(made, flow)) for name, (made, flow) in views.procedures().items()}
    found |= {f"contoh {name}": diagram(flow, shown) for name, flow, shown in charts.samples()}
    found["tanda"] = diagram(nasty(), Heading(NASTY[0], "Unit"))
    return found


def drawn(texts: dict[str, str], script: Path, chromium: str) -> list[tuple[str, str, list[str], list[str]]]:
    """Return what Mermaid made of each text: its name, the error, the words in nodes and on arrows."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        said = json.dumps(list(texts.items())).replace("</", "<\\/")
        page.write_text(PAGE.format(script=script.resolve().as_uri(), texts=said), encoding="utf-8")
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        command += ["--allow-file-access-from-files", "--virtual-time-budget=600000", "--dump-dom", page.as_uri()]
        dom = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    found = re.search(r'<pre id="out">(.*?)</pre>', dom, re.DOTALL)
    assert found is not None, "the page has no place for what was drawn"
    assert found[1], "Mermaid has drawn nothing"
    return json.loads(html.unescape(found[1]))


def close(words: str) -> str:
    return "".join(words.split()).replace("\N{ZERO WIDTH SPACE}", "")


def differences(made: Diagram, nodes: list[str], labels: list[str]) -> list[str]:
    """Return the words that are in one of diagram and drawing only."""
    symbols = sorted(
        close(
            "".join(
                filter(
                    None,
                    (s.band, s.text, s.involves, s.condition and f"({s.condition})", *s.remarks, s.clock, s.question),
                )
            )
        )
        for s in made.symbols
    )
    branches = [made.branches[key] for key in made.branches]
    arrows = sorted(close(text) for text in (*(a.label for a in made.arrows if a.label), *branches))
    found = [f"node: {words}" for words in set(symbols) ^ {close(each) for each in nodes}]
    return found + [f"label: {words}" for words in set(arrows) ^ {close(each) for each in labels if each}]


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--script", type=Path, default=Path("node_modules/mermaid/dist/mermaid.min.js"))
    arguments.add_argument(
        "--chromium", default=shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    )
    given = arguments.parse_args()
    made = diagrams()
    bad = 0
    for name, error, nodes, labels in drawn(
        {n: mermaid.write(d) for n, d in made.items()}, given.script, given.chromium
    ):
        for what in [error] if error else differences(made[name], nodes, labels):
            bad += 1
            sys.stdout.write(f"{name}: {what}\n")
    sys.stdout.write(f"{len(made)} diagrams, {bad} differences\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
