"""Proof that all views agree: each tells the steps and the arrows of the flow, no more and no less.

For every procedure of every definition and example, and some made-up ones. What is compared, each arrow as often as
it is there, with what was really written, read back by readers of our own:

- SVG of matrix, lanes (upright and across) and flowchart: symbols (steps, ends, bars of parallel work, the small start)
  and arrows with their answer and kind, by what the drawing says of itself; an end that the closing capsule stands for
  is told by that capsule. Whether lines really touch their symbols is the business of ``inspection``.
- DOT and Mermaid: symbols by the names of the nodes, arrows by what is written on them.
- HTML and Word: the numbered steps, and where each answer, skip, deadline and branch leads according to its sentence.

Besides, pictures must say all words of the flow where they belong (``spoken``), and papers those of every activity.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import papers
import pytest
import scripts
import sentences
from flows import made_up
from spoken import unsaid
from told import START, Told, differences, of_flow, of_svg
from views import VIEWS, drawn, procedures, standards

from sop_engine.compiler import Compiled
from sop_engine.render import mermaid
from sop_engine.render.drawing import diagram
from sop_engine.render.flowchart import chart
from sop_engine.render.publication import heading
from sop_engine.render.sheet import docx, html
from sop_engine.render.sheet.document import sheet

PROCEDURES = procedures()
PAPERS: dict[str, Callable[[Compiled], list[list[sentences.Written]]]] = {
    "html": lambda compiled: papers.of_html(html.page(_sheet(compiled), {})),
    "docx": lambda compiled: papers.of_docx(docx.document(_sheet(compiled), {})),
}


def _sheet(compiled: Compiled):
    return sheet(compiled.definition, compiled.unit, compiled.flows)


def _close(words: str) -> str:
    return "".join(words.split()).casefold()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PROCEDURES)
def test_a_picture_tells_the_flow(name: str, view: str) -> None:
    compiled, flow = PROCEDURES[name]
    pages = drawn(view, name)
    assert differences(of_flow(flow), of_svg(pages)) == []
    assert unsaid(compiled, flow, pages) == []


@pytest.mark.parametrize("name", PROCEDURES)
def test_a_script_tells_the_flow(name: str) -> None:
    compiled, flow = PROCEDURES[name]
    shown = heading(compiled, flow)
    expected = scripts.plainly(of_flow(flow))
    for read_back, text in (
        (scripts.of_dot, chart.dot(flow, shown)),
        (scripts.of_mermaid, mermaid.write(diagram(flow, shown))),
    ):
        assert differences(expected, read_back(text, flow)) == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", standards())
def test_a_sheet_tells_the_flow(name: str, paper: str) -> None:
    compiled = standards()[name]
    written = PAPERS[paper](compiled)
    assert len(written) == len(compiled.flows)
    for steps, flow in zip(written, compiled.flows, strict=True):
        assert differences(_without_start(of_flow(flow)), sentences.told(steps, flow)) == []
        told = {step.number: step.sentence for step in _all(steps)}
        cut = [node.id for node in flow.nodes if _close(node.activity).rstrip(".;,") not in _close(told[node.number])]
        assert cut == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("seed", range(8))
def test_the_sheet_of_a_made_up_standard_tells_its_flow(seed: int, paper: str) -> None:
    compiled = made_up(seed)
    expected = _without_start(of_flow(compiled.flows[0]))
    # a sheet says nothing of an end that no case can reach
    reached = {arrow.target for arrow in expected.arrows}
    expected = expected._replace(
        symbols=frozenset(each for each in expected.symbols if not each.startswith("end:") or each in reached)
    )
    assert differences(expected, sentences.told(PAPERS[paper](compiled)[0], compiled.flows[0])) == []


@pytest.mark.parametrize("seed", range(8))
def test_the_scripts_of_a_made_up_standard_tell_its_flow(seed: int) -> None:
    compiled = made_up(seed)
    flow = compiled.flows[0]
    shown, expected = heading(compiled, flow), scripts.plainly(of_flow(flow))
    assert differences(expected, scripts.of_dot(chart.dot(flow, shown), flow)) == []
    assert differences(expected, scripts.of_mermaid(mermaid.write(diagram(flow, shown)), flow)) == []


def _all(steps: list[sentences.Written]):
    for step in steps:
        yield step
        for branch in step.branches:
            yield from _all(branch)


def _without_start(expected: Told) -> Told:
    """Return what a sheet tells: in a list of steps the first one needs no start before it."""
    arrows = Counter(arrow for arrow in expected.arrows.elements() if arrow.source != START)
    return Told(expected.symbols - {START}, arrows)


def test_what_differs_is_found() -> None:
    _, flow = PROCEDURES["kerjasama-media"]
    whole = of_flow(flow)
    for arrow in whole.arrows:
        once = Counter([arrow])
        assert len(differences(whole, whole._replace(arrows=whole.arrows - once))) == 1
        assert len(differences(whole, whole._replace(arrows=whole.arrows + once))) == 1
    assert differences(whole, whole._replace(symbols=whole.symbols - {flow.start}))


@pytest.mark.parametrize("view", VIEWS)
def test_an_arrow_that_is_drawn_twice_is_found(view: str) -> None:
    name = "kerjasama-media"
    pages = list(drawn(view, name))
    place = next(place for place, page in enumerate(pages) if '<g class="arrow' in page)
    arrow = re.findall(r'<g class="arrow.*?</g>', pages[place], re.DOTALL)[0]
    pages[place] = pages[place].replace(arrow, arrow * 2)
    assert len(differences(of_flow(PROCEDURES[name][1]), of_svg(pages))) == 1


@pytest.mark.parametrize(
    ("old", "new"), [("langkah\N{NO-BREAK SPACE}5)", "langkah\N{NO-BREAK SPACE}4)"), ("revisi", "salah")]
)
def test_a_sheet_that_says_otherwise_is_found(old: str, new: str) -> None:
    compiled, flow = PROCEDURES["kerjasama-media"]
    page = html.page(_sheet(compiled), {})
    assert old in page
    spoilt = sentences.told(papers.of_html(page.replace(old, new))[0], flow)
    assert differences(_without_start(of_flow(flow)), spoilt)


@pytest.mark.parametrize(
    ("old", "new"), [("s_periksa -->", "s_catat -->"), ("revisi", "salah"), ("s_ajukan([", "s_aju([")]
)
def test_a_script_that_says_otherwise_is_found(old: str, new: str) -> None:
    compiled, flow = PROCEDURES["kerjasama-media"]
    text = mermaid.write(diagram(flow, heading(compiled, flow)))
    assert old in text
    assert differences(of_flow(flow), scripts.of_mermaid(text.replace(old, new), flow))
