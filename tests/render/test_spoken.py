"""Words that a drawing does not say, or says of another arrow, are found, each in a drawing that was spoilt for it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from fault import Kind
from flows import STRESS, compiled, made_up
from inspection import faults
from spoken import unsaid
from told import differences, of_flow, of_svg
from views import VIEWS, drawn, procedures

NAME = "kerjasama-media"
LABEL = re.compile(r'<g class="label.*?</g>', re.DOTALL)
CELL = r'(<g class="cell" data-column="{}" data-step="[^"]+"(?:(?!</g>).)*?)<text.*?</g>'


def without_texts(part: str) -> Callable[[str], str]:
    """Return what takes the texts out of all parts of a class."""
    whole = re.compile(rf'<g class="{part}.*?</g>', re.DOTALL)
    return lambda page: whole.sub(lambda found: re.sub("<text.*?</text>", "", found[0], flags=re.DOTALL), page)


def without_cell(column: str) -> Callable[[str], str]:
    return lambda page: re.sub(CELL.format(column), r"\1</g>", page, flags=re.DOTALL)


def swapped(page: str) -> str:
    turned = {">Ya<": ">Tidak<", ">Tidak<": ">Ya<"}
    return re.sub(">Ya<|>Tidak<", lambda found: turned[found[0]], page)


def spoilt(view: str, spoil: Callable[[str], str], name: str = NAME) -> list[str]:
    """Return what is not said when the drawing is spoilt, which must change it."""
    pages = drawn(view, name)
    changed = [spoil(page) for page in pages]
    assert changed != list(pages)
    return unsaid(*procedures()[name], changed)


@pytest.mark.parametrize("view", VIEWS)
def test_labels_that_are_gone_are_missed(view: str) -> None:
    arrows = sum(edge.answer is not None for edge in procedures()[NAME][1].edges)
    assert len([each for each in spoilt(view, lambda page: LABEL.sub("", page)) if "→" in each]) >= arrows > 0
    changed = [LABEL.sub("", page) for page in drawn(view, NAME)]
    assert {Kind.UNLABELLED} == {fault.kind for fault in faults(changed)}
    assert differences(of_flow(procedures()[NAME][1]), of_svg(changed)) == []


def test_ya_and_tidak_are_not_exchanged() -> None:
    assert [each for each in spoilt("matrix", swapped) if "→answer" in each]


@pytest.mark.parametrize("view", ["lanes", "across", "flowchart"])
def test_words_on_an_arrow_are_those_of_its_answer(view: str) -> None:
    assert [each for each in spoilt(view, lambda page: page.replace(">revisi", ">setuju")) if "→answer" in each]


@pytest.mark.parametrize("column", ["number", "activity", "input", "time", "output", "note"])
def test_the_words_of_a_cell_are_all_there(column: str) -> None:
    holding = {
        name: sum(bool(getattr(node, column)) for node in flow.nodes) for name, (_, flow) in procedures().items()
    }
    name = max(holding, key=holding.__getitem__)
    place = "no" if column == "number" else column
    found = spoilt("matrix", without_cell(place), name)
    assert len([each for each in found if f", {place}: " in each]) >= holding[name] > 0


@pytest.mark.parametrize("view", ["lanes", "across", "flowchart"])
def test_the_words_of_symbols_are_all_there(view: str) -> None:
    assert len(spoilt(view, without_texts("symbol"))) >= len(procedures()[NAME][1].nodes)


@pytest.mark.parametrize("view", ["matrix", "lanes", "across"])
def test_actors_who_are_not_named_are_missed(view: str) -> None:
    _, flow = procedures()[NAME]
    assert set(flow.actors.values()) & set(spoilt(view, lambda page: re.sub("<text.*?</text>", "", page)))


def test_a_letter_on_an_arrow_is_explained() -> None:
    standard = compiled(STRESS["five answers"]())
    (flow,) = standard.flows
    pages = list(VIEWS["matrix"](standard, flow))
    assert unsaid(standard, flow, pages) == []
    changed = [re.sub(r">b\)</text>", "></text>", page, count=1) for page in pages]
    assert changed != pages
    assert len(unsaid(standard, flow, changed)) == 1


def test_a_step_that_is_left_out_by_a_letter_says_so() -> None:
    standard = made_up(1)
    (flow,) = standard.flows
    assert unsaid(standard, flow, VIEWS["matrix"](standard, flow)) == []


def test_what_a_cell_leaves_to_a_note_is_read_there() -> None:
    standard = compiled(STRESS["text of 2,000 characters"]())
    (flow,) = standard.flows
    pages = VIEWS["matrix"](standard, flow)
    assert unsaid(standard, flow, pages) == []
    kept = [page for page in pages if 'data-step="' in page]
    assert len(kept) < len(pages)
    assert unsaid(standard, flow, kept)


def test_parallel_branches_bear_their_headings() -> None:
    name, (_, flow) = next((name, found) for name, found in procedures().items() if found[1].joins)
    words = [each for each in spoilt("matrix", lambda page: page.replace("Cabang", "Lajur"), name) if "abang" in each]
    assert len(words) >= len(flow.joins)
