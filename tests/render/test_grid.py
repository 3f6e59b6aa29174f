"""The grid: what must never happen on a page, whatever the flow; where rows, columns and connectors stand."""

from collections import Counter
from itertools import combinations, pairwise

import charts
import pytest

from sop_engine.flow import Edge, EdgeKind, Flow
from sop_engine.render.diagram import Shape
from sop_engine.render.drawing import diagram
from sop_engine.render.grid.lay import lay
from sop_engine.render.grid.layout import Layout, Page, Spec
from sop_engine.render.grid.pages import Pager
from sop_engine.render.grid.plan import Grid, Size, grid
from sop_engine.render.lettering import letter

ROW = 38.0
WORDS = Size(17.0, 8.0)
NEAR = 2.4  # lines of different arrows keep at least this distance

Box = tuple[float, float, float, float]


def planned(flow: Flow, room: float = 420.0, width: float = 300.0) -> tuple[Grid, Layout]:
    made = grid(diagram(flow, charts.HEADING))
    sizes = {item.id: Size(24.0, 8.0 if item.shape is Shape.BAR else 16.0) for item in made.items}
    labels = {index: WORDS for index, link in enumerate(made.links) if link.arrow.label}
    spec = Spec(width, (20.0,) * made.columns, (ROW,) * made.rows, room, sizes, labels)
    return made, lay(made, spec)


def box(x: float, y: float, size: Size) -> Box:
    return x - size.across / 2, y - size.down / 2, x + size.across / 2, y + size.down / 2


def meet(one: Box, other: Box, by: float = 0.2) -> bool:
    return one[0] < other[2] - by and other[0] < one[2] - by and one[1] < other[3] - by and other[1] < one[3] - by


def lines(page: Page) -> list[tuple[int, Box]]:
    """Return the straight parts of all arrows, and of the lines between joint actors (numbered below zero)."""
    ways = [(course.index, course.points) for course in page.arrows]
    ways += [(-1 - number, points) for number, (_, points) in enumerate(page.joints)]
    found = []
    for number, points in ways:
        for (x1, y1), (x2, y2) in pairwise(points):
            assert abs(x1 - x2) < 0.01 or abs(y1 - y2) < 0.01, "an arrow leans"
            found.append((number, (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))))
    return found


def faults(page: Page) -> list[str]:
    found = []
    for (one, a), (other, b) in combinations(lines(page), 2):
        if one == other:
            continue
        for low, far in ((0, 1), (1, 0)):
            level = a[far] == a[far + 2] and b[far] == b[far + 2]
            if level and abs(a[far] - b[far]) < NEAR and min(a[low + 2], b[low + 2]) - max(a[low], b[low]) > 0.01:
                found.append(f"{one} on {other}")
    symbols = [(each.item.id, box(each.x, each.y, each.size)) for each in page.symbols]
    symbols += [(each.letter, box(each.x, each.y, each.size)) for each in page.connectors]
    words = [(each.index, box(each.x, each.y, each.size)) for each in page.words]
    ends = {each.index: (each.link.source, each.link.target, each.letter) for each in page.arrows}
    for number, line in lines(page):
        found += [
            f"{number} through {name}"
            for name, there in symbols
            if name not in ends.get(number, ()) and meet(line, there)
        ]
        found += [f"{number} on the words of {other}" for other, there in words if meet(line, there, 0.1)]
    for (one, a), (other, b) in combinations([*words, *symbols], 2):
        if one != other and meet(a, b):
            found.append(f"{one} and {other} touch")
    return found


FLOWS = {
    **{f"rich {seed}": charts.rich(seed, 8 + seed) for seed in range(24)},
    **{f"anything {seed}": charts.anything(seed, 5 + 2 * seed) for seed in range(16)},
}


@pytest.mark.parametrize("name", FLOWS)
def test_nothing_lies_on_anything(name: str) -> None:
    _, layout = planned(FLOWS[name])
    assert [fault for page in layout.pages for fault in faults(page)] == []


@pytest.mark.parametrize("name", FLOWS)
def test_symbols_stand_in_their_rows_and_columns(name: str) -> None:
    made, layout = planned(FLOWS[name])
    seen = []
    for page in layout.pages:
        for before, after in pairwise(page.rows):
            assert before.top + before.height == pytest.approx(after.top)
        for symbol in page.symbols:
            left, top, right, bottom = box(symbol.x, symbol.y, symbol.size)
            row = next(each for each in page.rows if each.index == symbol.item.row)
            assert row.top < top < bottom < row.top + row.height
            first, last = min(symbol.item.columns), max(symbol.item.columns)
            if symbol.item.shape is not Shape.BAR:
                first = last = symbol.item.columns[symbol.column]
            assert layout.columns[first] < left < right < layout.columns[last + 1]
            seen.append((symbol.item.id, symbol.column))
    wanted = [
        (item.id, number) for item in made.items for number in range(len(item.columns)) if item.shape is not Shape.BAR
    ]
    wanted += [(item.id, 0) for item in made.items if item.shape is Shape.BAR]
    assert sorted(seen) == sorted(wanted)


@pytest.mark.parametrize("name", FLOWS)
def test_every_arrow_is_there_once_or_as_a_pair(name: str) -> None:
    made, layout = planned(FLOWS[name])
    drawn = Counter(course.index for page in layout.pages for course in page.arrows)
    lettered = {course.index: course.letter for page in layout.pages for course in page.arrows if course.letter}
    assert drawn == {index: 2 if index in lettered else 1 for index in range(len(made.links))}
    connectors = Counter((each.letter, each.out) for page in layout.pages for each in page.connectors)
    assert connectors == {(name, out): 1 for name in lettered.values() for out in (True, False)}
    assert sorted(lettered.values(), key=lambda name: (len(name), name)) == [letter(i) for i in range(len(lettered))]


def test_letters_go_on_after_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA")
    ]


def test_a_straight_flow_has_no_bend_and_one_actor_one_column() -> None:
    nodes = [charts.node(number, "a0") for number in (1, 2, 3)]
    edges = [Edge("s1", "s2", EdgeKind.NEXT), Edge("s2", "s3", EdgeKind.NEXT), Edge("s3", "end:selesai", EdgeKind.NEXT)]
    _, layout = planned(charts.flow(nodes, edges))
    assert [len(course.points) for course in layout.pages[0].arrows] == [2, 2]


def test_pages_are_filled_alike() -> None:
    made, layout = planned(charts.chain(23))
    counts = [sum(row.index is not None for row in page.rows) for page in layout.pages]
    assert sum(counts) == made.rows
    assert max(counts) - min(counts) <= 1
    assert all(page.height <= 420.0 for page in layout.pages)


def test_an_arrow_back_leaves_at_the_head_and_arrives_at_the_foot() -> None:
    nodes = [charts.node(number, f"a{number % 3}") for number in range(1, 24)]
    edges = [Edge(f"s{n}", f"s{n + 1}", EdgeKind.NEXT) for n in range(1, 23)]
    edges += [Edge("s23", "s2", EdgeKind.ANSWER, "tidak", back=True), Edge("s23", "end:selesai", EdgeKind.ANSWER, "ya")]
    _, layout = planned(charts.flow(nodes, edges))
    returned = [
        (number, each) for number, page in enumerate(layout.pages) for each in page.connectors if each.link.arrow.back
    ]
    (first, arrives), (last, leaves) = returned
    assert (first, last) == (0, len(layout.pages) - 1)
    assert (arrives.out, leaves.out) == (False, True)
    assert arrives.y > layout.pages[first].rows[-2].top
    assert leaves.y < layout.pages[last].rows[1].top


def test_a_row_higher_than_a_page_has_one_for_itself() -> None:
    _, layout = planned(charts.chain(3), room=30.0)
    assert [sum(row.index is not None for row in page.rows) for page in layout.pages] == [1, 1, 1]


def test_the_columns_take_what_they_need_and_share_what_is_left() -> None:
    _, layout = planned(charts.chain(6), width=600.0)
    assert layout.width == pytest.approx(600.0)
    assert {round(b - a) for a, b in pairwise(layout.columns)} == {100}
    _, narrow = planned(charts.rich(3, 30), width=10.0)
    assert narrow.width > 10.0


def test_measuring_grows_with_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = []
    whole = Pager.field
    monkeypatch.setattr(Pager, "field", lambda self, span: (measured.append(span), whole(self, span))[1])
    for steps in (100, 400):
        measured.clear()
        planned(charts.chain(steps))
        assert sum(len(span) for span in measured) <= 4 * steps
