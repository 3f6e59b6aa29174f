"""Lanes keep the order of the actors and the geometry of the grid, say what they draw, and hold every word."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from typing import Any

import charts
import flows
import pytest
from drawn import Page, read
from hypothesis import given, settings
from hypothesis import strategies as st
from inspection import faults

from sop_engine.flow import Edge, EdgeKind, Flow
from sop_engine.render.diagram import Diagram, Heading, Progress, Shape, Symbol
from sop_engine.render.drawing import diagram
from sop_engine.render.lanes import chart as lanes
from sop_engine.render.lanes.figure import figure, longest_word
from sop_engine.render.palette import THEMES
from sop_engine.render.typeface import ASCENT, DESCENT, width

HEADING = charts.HEADING
KNOWN = {name: (flow, heading) for name, flow, heading in (*charts.known(), *charts.samples())}
LEAST_TEXT, LEAST_ACTIVITY = 5.8, 7.4
NS = "{http://www.w3.org/2000/svg}"
both = pytest.mark.parametrize("across", [False, True], ids=["upright", "across"])
named = pytest.mark.parametrize("name", KNOWN)


def arrows(pages: list[Page]) -> list[tuple[str, str, str, str]]:
    """Return the arrows of a drawing, those over two pages once: where they leave."""
    return sorted(
        (arrow.source, arrow.target, arrow.answer or "", arrow.kind or "")
        for page in pages
        for arrow in page.arrows
        if arrow.source in {symbol.step for symbol in page.symbols}
        and not (arrow.letter and arrow.letter in {each.letter for each in page.connectors if not each.out})
    )


def expected(made: Diagram) -> list[tuple[str, str, str, str]]:
    return sorted((arrow.source, arrow.target, arrow.answer or "", arrow.kind.value) for arrow in made.arrows)


@named
@both
def test_a_known_flow_is_drawn_whole_and_without_fault(name: str, across: bool) -> None:
    flow, heading = KNOWN[name]
    pages = lanes.draw(flow, heading, across=across)
    assert faults(pages) == []
    made = diagram(flow, heading)
    there = [read(page) for page in pages]
    assert arrows(there) == expected(made)
    assert {symbol.step for page in there for symbol in page.symbols} == {symbol.id for symbol in made.symbols}


@given(seed=st.integers(0, 10**6), count=st.integers(1, 25), across=st.booleans())
@settings(max_examples=12, deadline=None)
def test_any_flow_is_drawn_whole_and_without_fault(seed: int, count: int, across: bool) -> None:
    flow = charts.rich(seed, count)
    pages = lanes.draw(flow, HEADING, across=across)
    assert faults(pages) == []
    assert arrows([read(page) for page in pages]) == expected(diagram(flow, HEADING))


@named
@both
def test_lanes_stand_in_the_order_of_action_with_the_names_of_the_actors(name: str, across: bool) -> None:
    flow, heading = KNOWN[name]
    for page in map(read, lanes.draw(flow, heading, across=across)):
        heads = [cell for cell in page.cells if cell.head]
        assert [cell.column for cell in heads] == [f"actor:{key}" for key in flow.actors]
        assert [cell.words for cell in heads] == list(flow.actors.values())
        edges = [(cell.box.top, cell.box.bottom) if across else (cell.box.left, cell.box.right) for cell in heads]
        assert all(one[1] == pytest.approx(other[0], abs=0.02) for one, other in pairwise(edges))


def close(words: str) -> str:
    """Return words without white space: a long word is broken where it has to be."""
    return "".join(words.split())


@named
@both
def test_a_step_stands_in_the_lanes_of_all_who_do_it(name: str, across: bool) -> None:
    flow, heading = KNOWN[name]
    drawn = [symbol for page in map(read, lanes.draw(flow, heading, across=across)) for symbol in page.symbols]
    for node in flow.nodes:
        found = [symbol for symbol in drawn if symbol.step == node.id]
        assert {symbol.actor for symbol in found} == {node.actor, *node.joint, *node.any_of}
        for symbol in found:
            said = close(" ".join(text.words for text in symbol.texts))
            assert close(node.activity) in said
            assert close(node.question or "") in said
            how = {node.actor: ""} | dict.fromkeys(node.joint, "· bersama") | dict.fromkeys(node.any_of, "· atau")
            assert symbol.texts[0].words == f"{node.number} {how[symbol.actor or '']}".strip()


@named
def test_boxes_of_a_lane_have_one_width(name: str) -> None:
    pages = [read(page) for page in lanes.draw(*KNOWN[name])]
    wide = {
        round(symbol.box.right - symbol.box.left, 1)
        for page in pages
        for symbol in page.symbols
        if symbol.shape in {"box", "capsule"}
    }
    assert len(wide) <= 1


@named
def test_words_can_be_read_on_paper(name: str) -> None:
    if name == "izin-keramaian.utama":
        pytest.skip("eight lanes with long answers stand on A3")
    for svg in lanes.draw(*KNOWN[name]):
        root = ET.fromstring(svg)
        wide, high = (float(root.get(side, "").removesuffix("mm")) for side in ("width", "height"))
        assert (wide, high) in {(210, 297), (297, 210)}
        points = float(root.get("viewBox", "").split()[2]) / (wide / 25.4 * 72)
        sizes = {node.get("class"): float(node.get("font-size", "0")) / points for node in root.iter(f"{NS}text")}
        assert min(sizes.values()) >= LEAST_TEXT
        assert sizes.get("text activity", LEAST_ACTIVITY) >= LEAST_ACTIVITY


def many_actors(count: int) -> Flow:
    """Return a flow with one step for each of ``count`` actors."""
    actors = {f"a{place}": f"Kepala Seksi Nomor {place}" for place in range(count)}
    nodes = [charts.node(place + 1, f"a{place}") for place in range(count)]
    goals = [*(node.id for node in nodes[1:]), "end:selesai"]
    edges = tuple(Edge(node.id, goal, EdgeKind.NEXT) for node, goal in zip(nodes, goals, strict=True))
    base = charts.flow(nodes, list(edges))
    return Flow(base.procedure, base.title, base.start, base.nodes, base.ends, edges, actors, frozenset())


@pytest.mark.parametrize(
    ("count", "paper"), [(2, (210, 297)), (8, (210, 297)), (10, (297, 210)), (12, (420, 297)), (40, (420, 297))]
)
def test_paper_grows_with_the_actors(count: int, paper: tuple[int, int]) -> None:
    pages = lanes.draw(many_actors(count), HEADING)
    assert faults(pages) == []
    sides = {(ET.fromstring(page).get("width"), ET.fromstring(page).get("height")) for page in pages}
    assert sides == {(f"{paper[0]}mm", f"{paper[1]}mm")}


def a_permit() -> tuple[Flow, Heading]:
    """Return seven steps of five actors, two of them joint, two with three answers, and two parallel branches."""
    names = ("Petugas Loket Pelayanan", "Verifikator Berkas", "Tim Teknis Lapangan", "Kepala Bidang Perizinan")
    actors = {"a0": {"name": "Pemohon", "external": True}}
    actors |= {f"a{place}": {"name": name} for place, name in enumerate(names, 1)}
    steps: list[dict[str, Any]] = [
        {"id": "ajukan", "actor": "a0", "activity": "Mengajukan permohonan izin beserta berkas persyaratan"},
        {"id": "terima", "actor": "a1", "activity": "Menerima dan mencatat permohonan dalam buku register"},
        {"id": "periksa", "actor": "a2", "with": ["a1"], "activity": "Memeriksa kelengkapan dan keabsahan berkas"},
        {"id": "bagi", "actor": "a2", "activity": "Meneruskan berkas kepada tim teknis"},
        {"id": "putus", "actor": "a4", "activity": "Menelaah berita acara dan memutuskan permohonan"},
        {"id": "terbit", "actor": "a1", "with": ["a4"], "activity": "Menerbitkan dan mencetak surat izin"},
        {"id": "serah", "actor": "a1", "activity": "Menyerahkan surat izin kepada pemohon dan mengarsipkan berkas"},
    ]
    complete: list[dict[str, Any]] = [
        {"answer": "lengkap dan sah"},
        {"answer": "kurang lengkap, dapat diperbaiki dalam tiga hari", "to": "ajukan"},
        {"answer": "tidak memenuhi syarat", "end": "tolak"},
    ]
    agreed = [
        {"answer": "disetujui"},
        {"answer": "perlu peninjauan ulang", "to": "periksa"},
        {"answer": "ditolak", "end": "tolak"},
    ]
    steps[2]["decision"] = {"question": "Apakah berkas lengkap dan sah?", "branches": complete}
    steps[4]["decision"] = {"question": "Disetujui?", "branches": agreed}
    visit = {"id": "tinjau", "actor": "a3", "with": ["a1"], "activity": "Meninjau lokasi dan menyusun berita acara"}
    count = {"id": "hitung", "actor": "a1", "activity": "Menghitung besaran retribusi dan menyiapkan surat ketetapan"}
    steps[3]["parallel"] = [{"steps": [visit]}, {"steps": [count]}]
    ends = {"tolak": {"status": "rejected", "text": "Permohonan ditolak", "document": "Surat penolakan"}}
    made = flows.compiled(flows.standard(actors, steps, ends=ends))
    return made.flows[0], HEADING


def sides(page: str) -> tuple[str | None, str | None]:
    root = ET.fromstring(page)
    return root.get("width"), root.get("height")


def test_a_flow_is_drawn_on_few_pages() -> None:
    pages = lanes.draw(*a_permit())
    assert faults(pages) == []
    assert [sides(page) for page in pages] == [("210mm", "297mm")] * 2


def test_words_on_arrows_are_broken_between_words() -> None:
    flow, heading = a_permit()
    labels = [text.words for page in lanes.draw(flow, heading) for label in read(page).labels for text in label.texts]
    said = {word for edge in diagram(flow, heading).arrows for word in (edge.label or "").split()}
    assert {word for line in labels for word in line.split()} - {"ke", "dari", "hal.", "1", "2"} == said


def test_connectors_name_the_page_of_their_other_half() -> None:
    svgs = lanes.draw(*a_permit())
    page_of = {
        (each.letter, each.out): number for number, page in enumerate(map(read, svgs), 1) for each in page.connectors
    }
    assert len(page_of) >= 4
    told = {}
    for number, svg in enumerate(svgs, 1):
        for group in ET.fromstring(svg).iter(f"{NS}g"):
            if group.get("class") == "label" and group.get("data-letter"):
                told[number, group.get("data-letter")] = "".join(group.itertext()).strip()
    assert told == {
        (number, letter): f"{'ke' if out else 'dari'} hal. {page_of[letter, not out]}"
        for (letter, out), number in page_of.items()
    }


def test_lines_keep_away_from_the_borders_of_lanes() -> None:
    pages = lanes.draw(*a_permit())
    for page in map(read, pages):
        borders = {side for cell in page.cells if cell.head for side in (cell.box.left, cell.box.right)}
        upright = [
            one for arrow in page.arrows for one, other in pairwise(arrow.points) if abs(one[0] - other[0]) < 0.1
        ]
        assert upright
        assert min(abs(x - border) for x, _ in upright for border in borders) >= 6.9


def test_lanes_that_do_not_fit_are_told_of() -> None:
    told = {count: lanes.drawing(many_actors(count), HEADING).notices for count in (3, 12, 40)}
    assert [[notice.name for notice in told[count]] for count in told] == [[], ["lanes_large"], ["lanes_scaled"]]
    assert re.search(r"menjadi \d\d%", told[40][0].message())


def test_large_paper_is_told_of_however_it_lies() -> None:
    drawn = lanes.drawing(charts.rich(1, 6), HEADING)
    assert {sides(page) for page in drawn.pages} == {("297mm", "420mm")}
    assert [notice.name for notice in drawn.notices] == ["lanes_large"]


@both
def test_the_grey_theme_is_grey_to_the_last_line(across: bool) -> None:
    flow, heading = KNOWN["izin-keramaian.utama"]
    for page in lanes.draw(flow, heading, across=across, theme=THEMES["abu"]):
        colours = set(re.findall(r"#[0-9a-f]{6}", page))
        assert len(colours) > 8
        assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


def test_returns_are_dashed_and_late_ways_dotted() -> None:
    looks: dict[str, set[str | None]] = {}
    for page in lanes.draw(*KNOWN["izin-keramaian.utama"]):
        for group in ET.fromstring(page).iter(f"{NS}g"):
            if group.get("class", "").split()[:1] == ["arrow"]:
                looks.setdefault(group.get("class", ""), set()).add(group[0].get("stroke-dasharray"))
    assert looks == {"arrow": {None}, "arrow return": {"5 3"}, "arrow late": {"1.5 2.5"}}


@both
def test_a_running_case_is_shown(across: bool) -> None:
    flow, heading = KNOWN["kerjasama-media.utama"]
    steps = [node.id for node in flow.nodes]
    walked = frozenset(edge for step in steps[:3] for edge in flow.outgoing[step])
    at = Progress(frozenset(steps[:3]), frozenset({steps[3]}), walked)
    pages = lanes.draw(flow, heading, at, across=across)
    assert faults(pages) == []
    states = {symbol.step: symbol.state for page in map(read, pages) for symbol in page.symbols}
    assert [states[step] for step in steps] == ["done"] * 3 + ["current"] + ["ahead"] * 5
    words = {text.words for page in map(read, pages) for text in page.loose}
    assert {"selesai dikerjakan", "sedang berjalan", "belum"} <= words


@both
def test_the_first_step_of_a_branch_names_it(across: bool) -> None:
    flow, heading = KNOWN["izin-keramaian.utama"]
    drawn = [symbol for page in map(read, lanes.draw(flow, heading, across=across)) for symbol in page.symbols]
    said = {symbol.step: " ".join(text.words for text in symbol.texts) for symbol in drawn}
    assert "Cabang 1: Pemeriksaan teknis" in said["tinjau"]
    assert "Cabang 2: Pemeriksaan keamanan" in said["panggil"]
    assert sum("Cabang" in words for words in said.values()) == 3


HOSTILE = (
    "<script>alert(1)</script> & \x00\x0b ]]>",
    "x" * 200,
    "memeriksa berkas permohonan " * 75,
    "emoji \U0001f4c4 \u0627\ua9b2",
)


@both
@pytest.mark.parametrize("words", HOSTILE, ids=["markup", "long word", "long text", "scripts"])
def test_any_words_stay_in_their_symbols(words: str, across: bool) -> None:
    nodes = [
        charts.node(1, activity=words, optional=words),
        charts.node(2, "a1", question=words, answers=("ya", "tidak")),
        charts.node(3, "a3", joint=("a4",), any_of=("a5",), activity=words),
    ]
    edges = [
        Edge("s1", "s2", EdgeKind.NEXT),
        Edge("s1", "s3", EdgeKind.SKIP),
        Edge("s2", "s3", EdgeKind.ANSWER, "ya"),
        Edge("s2", "s1", EdgeKind.ANSWER, "tidak", True),
        Edge("s3", "end:selesai", EdgeKind.NEXT),
    ]
    pages = lanes.draw(charts.flow(nodes, edges), Heading(words, "Unit"), across=across)
    assert faults(pages) == []
    assert not any("<script" in page for page in pages)
    said = "".join(text.words for page in map(read, pages) for symbol in page.symbols for text in symbol.texts)
    assert "…" not in said


@pytest.mark.parametrize("wide", [80.0, 104.0, 148.0])
@pytest.mark.parametrize("seed", range(6))
def test_a_figure_holds_its_words(seed: int, wide: float) -> None:
    for symbol in diagram(charts.rich(seed, 15), HEADING).symbols:
        drawn = figure(symbol, wide)
        for line in drawn.lines():
            half = width(line.text, 8.0) / 2 if line.role != "activity" else width(line.text, 9.5) / 2
            edges = (line.baseline - 8.0 * ASCENT, line.baseline + 8.0 * DESCENT)
            assert all(half <= drawn.half_width(edge) for edge in edges), (symbol.id, line.text)


def test_words_are_not_broken_where_the_box_is_wide_enough() -> None:
    symbol = Symbol("s", Shape.DIAMOND, "Mempertanggungjawabkan kelengkapan", band="1 · A", question="Apakah lengkap?")
    drawn = figure(symbol, longest_word(symbol))
    words = [word for line in drawn.lines() for word in line.text.split()]
    assert words == ["1", "Mempertanggungjawabkan", "kelengkapan", "Apakah", "lengkap?"]


def test_a_page_tells_itself_in_words() -> None:
    flow, heading = KNOWN["kerjasama-media.utama"]
    first = ET.fromstring(lanes.draw(flow, heading)[0])
    title, described = (first.findtext(f"{NS}{tag}") or "" for tag in ("title", "desc"))
    assert title == "Diagram alir menurut pelaksana: Kerjasama Media, halaman 1 dari 2"
    assert described.startswith(
        "Langkah 1, Pemohon: Mengajukan permohonan penawaran kerjasama publikasi. Lanjut ke langkah 2."
    )


def test_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "import hashlib, charts; from sop_engine.render.lanes import chart;"
        "f = charts.rich(3, 20); drawn = chart.draw(f, charts.HEADING), chart.draw(f, charts.HEADING, across=True);"
        "print(hashlib.sha256(repr(drawn).encode()).hexdigest())"
    )
    results = set()
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
        )
        results.add(done.stdout)
    assert len(results) == 1
