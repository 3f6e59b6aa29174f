"""Flowcharts keep their geometry, say what they draw, and are the same bytes everywhere."""

import os
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import charts
import picture
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.duration import Duration, Unit
from sop_engine.failure import Failure
from sop_engine.flow import Edge, EdgeKind, End, EndStatus, Flow
from sop_engine.render.diagram import Heading, Progress
from sop_engine.render.flowchart import chart as flowchart
from sop_engine.render.flowchart import marks
from sop_engine.render.flowchart.look import MARKED, states
from sop_engine.render.lettering import letter
from sop_engine.render.palette import THEMES, Theme, luminance

HEADING = charts.HEADING
GOLDEN = Path(__file__).parent / "golden" / "flowchart"
KNOWN = {name: (flow, heading) for name, flow, heading in charts.known()}
SAMPLES = {name: (flow, heading) for name, flow, heading in charts.samples()}


def golden(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.exists(), f"{name} is missing: look at the picture, then write it with UPDATE_GOLDEN=1"
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", KNOWN)
def test_the_five_definitions_are_as_last_looked_at(name: str) -> None:
    pages = flowchart.draw(*KNOWN[name])
    assert len(pages) == 1
    assert picture.faults(pages[0]) == []
    golden(f"{name}.svg", pages[0])
    golden(f"{name}.dot", flowchart.dot(*KNOWN[name]))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_of_the_whole_language_are_as_last_looked_at(name: str) -> None:
    for number, page in enumerate(flowchart.draw(*SAMPLES[name]), 1):
        assert picture.faults(page) == []
        golden(f"{name}_{number}.svg", page)
    golden(f"{name}.dot", flowchart.dot(*SAMPLES[name]))


def test_no_golden_is_left_over() -> None:
    kept = {path.name for path in GOLDEN.iterdir()}
    pages = {f"{name}_{n}.svg" for name in SAMPLES for n in range(1, len(flowchart.draw(*SAMPLES[name])) + 1)}
    assert kept == {
        *(f"{name}.{form}" for name in KNOWN for form in ("svg", "dot")),
        *pages,
        *(f"{name}.dot" for name in SAMPLES),
    }


@given(seed=st.integers(0, 10**6), count=st.integers(1, 40))
@settings(max_examples=60, deadline=None)
def test_any_flow_keeps_the_geometry_and_shows_every_arrow(seed: int, count: int) -> None:
    flow = charts.anything(seed, count)
    pages = flowchart.draw(flow, charts.HEADING)
    assert [picture.faults(page) for page in pages] == [[] for _ in pages]
    drawn = [picture.read(page) for page in pages]
    assert shown_arrows(drawn) == sorted((edge.source, edge.target, edge.answer or "") for edge in flow.edges)
    steps = [step for page in drawn for step in page.symbols if step != "start:"]
    assert sorted(steps) == sorted([*flow.node, *flow.end])


def shown_arrows(pages: list[picture.Picture]) -> list[tuple[str, str, str]]:
    """Return the arrows of the flow that are drawn: what only leads to a band belongs to the arrows that leave it."""
    return sorted(
        (arrow.source.removeprefix("fork:"), arrow.target or "", arrow.answer or "")
        for page in pages
        for arrow in page.arrows
        if arrow.source in page.symbols.keys() - {"start:"} and not (arrow.target or "").startswith("fork:")
    )


@given(seed=st.integers(0, 10**6), count=st.integers(1, 30), group=st.sampled_from([None, "umum", "bpjs"]))
@settings(max_examples=40, deadline=None)
def test_any_flow_of_the_whole_language_keeps_the_geometry(seed: int, count: int, group: str | None) -> None:
    flow = charts.rich(seed, count).narrowed(group)
    try:
        pages = flowchart.draw(flow, charts.HEADING, embedded=seed % 3 == 0)
    except Failure:
        # a step with so many arrows is refused, not drawn badly
        assert max(len(edges) for edges in flow.outgoing.values()) > 8
        return
    assert [picture.faults(page) for page in pages] == [[] for _ in pages]
    drawn = [picture.read(page) for page in pages]
    bars = {step for page in drawn for step in page.symbols if step.startswith(("fork:", "join:"))}
    joins = {join.id for join in flow.joins if "fork:" + join.split in bars}
    assert bars == joins | {"fork:" + flow.join[join].split for join in joins}
    if joins == set(flow.join):
        assert shown_arrows(drawn) == sorted((edge.source, edge.target, edge.answer or "") for edge in flow.edges)
    steps = [step for page in drawn for step in page.symbols if step != "start:" and step not in bars]
    assert sorted(steps) == sorted([*flow.node, *flow.end])
    for page in drawn:
        for step in page.symbols:
            if step in flow.node:
                around = [key for key in flow.node[step].inside if "join:" + key.rpartition("/")[0] in joins]
                assert picture.around(page, step) == around


@given(seed=st.integers(0, 10**6), count=st.integers(10, 40))
@settings(max_examples=20, deadline=None)
def test_a_letter_leads_to_one_place_on_another_page(seed: int, count: int) -> None:
    pages = [picture.read(page) for page in flowchart.draw(charts.anything(seed, count), charts.HEADING)]
    arrives: dict[str, tuple[int, str]] = {}
    leaves: list[tuple[str, int, str]] = []
    for number, page in enumerate(pages):
        for connector in page.connectors:
            if connector.out:
                leaves.append((connector.letter, number, connector.target))
            else:
                assert connector.letter not in arrives
                arrives[connector.letter] = number, connector.target
                assert connector.target in page.symbols
    assert {name for name, _, _ in leaves} == set(arrives)
    for name, number, target in leaves:
        assert arrives[name][1] == target
        assert arrives[name][0] != number
    assert set(arrives) == {letter(index) for index in range(len(arrives))}


def test_letters_go_on_after_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


@pytest.mark.parametrize(("count", "most"), [(60, 2.0), (1000, 15.0)])
def test_long_flows_continue_on_next_pages(count: int, most: float) -> None:
    flow = charts.anything(7, count)
    began = time.perf_counter()
    pages = flowchart.draw(flow, charts.HEADING)
    assert time.perf_counter() - began < most
    assert len(pages) > count / 20
    assert all(picture.faults(page) == [] for page in pages[:: max(1, count // 40)])


def test_a_long_chain_fills_its_pages_evenly() -> None:
    counts = [len(picture.read(page).symbols) for page in flowchart.draw(charts.chain(40), charts.HEADING)]
    assert sum(counts) == 40
    assert max(counts) - min(counts) <= 2


def test_a_step_with_too_many_answers_fails_clearly() -> None:
    answers = tuple(f"jawaban {index}" for index in range(60))
    step = charts.node(1, question="Ke mana?", answers=answers)
    edges = [Edge("s1", "s1", EdgeKind.ANSWER, answer, True) for answer in answers]
    with pytest.raises(Failure) as refused:
        flowchart.draw(charts.flow([step, charts.node(2)], [*edges, Edge("s2", "end:selesai", EdgeKind.NEXT)]), HEADING)
    assert refused.value.code == "OUT010"


def shapes(svg: str) -> dict[str, str]:
    """Return the shape of each symbol."""
    root = ET.fromstring(svg)
    return {
        group.get("data-step", ""): group.get("data-shape", "")
        for group in root.iter(f"{picture.NS}g")
        if group.get("class") == "symbol"
    }


def test_first_and_last_activity_are_the_capsules() -> None:
    assert shapes(flowchart.draw(charts.chain(3), HEADING)[0]) == {"s1": "capsule", "s2": "box", "s3": "capsule"}


def test_an_end_with_words_of_its_own_is_a_symbol() -> None:
    end = End("end:selesai", "selesai", EndStatus.FINISHED, "Izin terbit", "surat izin")
    flow = charts.flow([charts.node(1)], [Edge("s1", "end:selesai", EdgeKind.NEXT)], (end,))
    assert shapes(flowchart.draw(flow, HEADING)[0]) == {"s1": "capsule", "end:selesai": "plain"}


def test_a_first_decision_gets_a_start() -> None:
    first = charts.node(1, question="Lengkap?", answers=("ya", "tidak"))
    ends = (
        End("end:selesai", "selesai", EndStatus.FINISHED, "Selesai", None),
        End("end:tolak", "tolak", EndStatus.REJECTED, "Ditolak", None),
    )
    edges = [Edge("s1", "end:selesai", EdgeKind.ANSWER, "ya"), Edge("s1", "end:tolak", EdgeKind.ANSWER, "tidak")]
    page = flowchart.draw(charts.flow([first], edges, ends), HEADING)[0]
    assert shapes(page) == {"start:": "plain", "s1": "diamond", "end:selesai": "plain", "end:tolak": "plain"}
    assert picture.faults(page) == []


def test_returns_are_dashed_and_run_outside_the_column() -> None:
    page = flowchart.draw(*KNOWN["lapor-gub.utama"])[0]
    returns = [arrow for arrow in picture.read(page).arrows if arrow.back]
    assert len(returns) == 3
    right = max(x for symbol in picture.read(page).symbols.values() for x, _ in symbol.shape)
    assert all(max(x for x, _ in arrow.points) > right for arrow in returns)
    root = ET.fromstring(page)
    for group in root.iter(f"{picture.NS}g"):
        if group.get("class", "").startswith("arrow"):
            line = next(group.iter(f"{picture.NS}path"))
            assert ("stroke-dasharray" in line.attrib) == (group.get("class") == "arrow return")


def said(pages: tuple[str, ...]) -> str:
    """Return the words of a picture, broken lines joined."""
    return " ".join(text.words for page in pages for text in picture.read(page).texts)


@pytest.mark.parametrize(
    "words",
    [
        "3 cabang dikerjakan bersamaan",
        "setelah semua cabang langkah 3 selesai",
        "Cabang 1: Pemeriksaan teknis",
        "Cabang 1: Pemeriksaan teknis (lanjutan)",
        "tidak lengkap, bila sudah 3 kali",
        "tidak lengkap (dengan surat pemberitahuan kekurangan; disertai alasan; paling lama 7 hari kerja; "
        "paling banyak 3 kali)",
        "lewat 7 hari kerja sejak “tidak lengkap”",
        "2 · Petugas Loket atau Petugas Loket Cadangan",
        "atau Sekretaris UPTD, bila Kepala UPTD tidak di tempat",
        "khusus Penyelenggara umum",
        "selain Penyelenggara umum",
        "SOP lain: Rekomendasi Keamanan",
        "dimulai: paling lambat 14 hari sebelum kegiatan",
        "perlu perbaikan (ditangguhkan sampai perbaikan lokasi selesai; waktu pemohon)",
        "perlu data (melalui Petugas Loket)",
        "oleh orang lain daripada langkah 2 dan 3",
        "waktu layanan berhenti",
        "produk: Izin keramaian",
        "diberitahukan kepada Koordinator Keamanan dan Bendahara Penerimaan",
        "tenggat 3 hari kerja",
    ],
)
def test_every_construct_is_said_in_words(words: str) -> None:
    assert words in said(flowchart.draw(*SAMPLES["izin-keramaian.utama"]))


def test_a_group_of_applicants_has_its_own_picture() -> None:
    flow, heading = SAMPLES["izin-keramaian.utama"]
    pages = flowchart.draw(flow.narrowed("sosial"), heading)
    assert "Bendahara Penerimaan" not in said(pages).replace("dan Bendahara Penerimaan", "")
    assert "2 cabang dikerjakan bersamaan" in said(pages)
    assert "khusus" not in said(flowchart.draw(flow.narrowed("umum"), heading))


def test_a_block_of_which_one_branch_is_left_is_no_block() -> None:
    flow, heading = SAMPLES["surat-lapak.daring"]
    gone = {"pindai"}
    edges = tuple(edge for edge in flow.edges if not {edge.source, edge.target} & gone)
    nodes = tuple(node for node in flow.nodes if node.id not in gone)
    page = picture.read(flowchart.draw(replace(flow, nodes=nodes, edges=edges), heading)[0])
    assert {step for step in page.symbols if ":" in step} == {"fork:siapkan", "join:siapkan"}
    assert picture.around(page, "cap") == ["siapkan/1"]


def test_an_overdue_way_is_dotted_and_a_return_is_dashed() -> None:
    dashes: dict[str, set[str | None]] = {}
    for page in flowchart.draw(*SAMPLES["izin-keramaian.utama"]):
        for group in ET.fromstring(page).iter(f"{picture.NS}g"):
            if group.get("class", "").startswith("arrow"):
                line = next(group.iter(f"{picture.NS}path"))
                dashes.setdefault(group.get("class", ""), set()).add(line.get("stroke-dasharray"))
    assert dashes == {"arrow": {None}, "arrow return": {"5 3"}, "arrow late": {"1.5 2.5"}}


def test_branches_start_from_one_place_and_share_a_channel() -> None:
    flow = charts.fan(4)
    (page,) = flowchart.draw(flow, HEADING)
    starts = [arrow for arrow in picture.read(page).arrows if arrow.source == "fork:s1"]
    beside = [arrow for arrow in starts if arrow.points[0][1] == arrow.points[1][1]]
    assert len(starts) == 4
    assert len(beside) == 3
    assert len({arrow.points[0] for arrow in beside}) == 1
    assert len({min(x for x, _ in arrow.points) for arrow in beside}) == 1


def test_progress_colours_the_bands() -> None:
    flow = charts.fan(2)
    forks = frozenset(flow.outgoing["s1"])
    (half,) = flowchart.draw(flow, HEADING, Progress(frozenset({"s1"}), frozenset({"s2", "s3"}), forks))
    ways = frozenset(edge for edge in flow.edges if edge.source != "s4")
    (met,) = flowchart.draw(flow, HEADING, Progress(frozenset({"s1", "s2", "s3"}), frozenset({"s4"}), ways))
    before, after = picture.read(half).symbols, picture.read(met).symbols
    assert (before["fork:s1"].state, before["join:s1"].state) == ("done", "ahead")
    assert (after["fork:s1"].state, after["join:s1"].state) == ("done", "done")
    assert _travelled(half) == {("s1", "fork:s1", None), ("fork:s1", "s2", None), ("fork:s1", "s3", None)}
    assert {("s2", "join:s1", None), ("s3", "join:s1", None), ("join:s1", "s4", None)} <= _travelled(met)


def test_a_way_back_from_where_branches_meet_is_travelled_though_they_have_not_met() -> None:
    flow = charts.fan(2)
    back = Edge("join:s1", "s1", EdgeKind.NEXT, back=True)
    flow = replace(flow, edges=(*(edge for edge in flow.edges if edge.source != "join:s1"), back))
    (page,) = flowchart.draw(flow, HEADING, Progress(frozenset(), frozenset({"s1"}), frozenset({back})))
    assert picture.read(page).symbols["join:s1"].state == "ahead"
    assert _travelled(page) == {("join:s1", "s1", None)}


def test_a_case_that_was_withdrawn_has_an_end_of_its_own_look() -> None:
    pages = flowchart.draw(*SAMPLES["izin-keramaian.utama"])
    assert any('class="mark withdrawn"' in page for page in pages)


def test_an_embedded_chart_counts_parts_where_a_page_of_its_own_counts_pages() -> None:
    flow, heading = SAMPLES["izin-keramaian.utama"]
    assert "ke bagian 2" in said(flowchart.draw(flow, heading, embedded=True))
    assert "ke hal. 2" in said(flowchart.draw(flow, heading))


HOSTILE = '<script>alert("x")</script> & \x00\x0b\ud800\ufffe ]]>'


def test_text_prints_as_text() -> None:
    step = charts.node(1, activity=HOSTILE, question=HOSTILE, answers=(HOSTILE, "b"), optional=HOSTILE)
    edges = [
        Edge("s1", "s2", EdgeKind.ANSWER, HOSTILE),
        Edge("s1", "s1", EdgeKind.ANSWER, HOSTILE, True),
        Edge("s2", "end:selesai", EdgeKind.NEXT),
    ]
    heading = Heading(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    page = flowchart.draw(charts.flow([step, charts.node(2)], edges), heading)[0]
    root = ET.fromstring(page.encode("utf-8"))
    assert {node.tag.removeprefix(picture.NS) for node in root.iter()} <= {
        "svg", "title", "desc", "g", "rect", "polygon", "path", "line", "circle", "text",
    }  # fmt: skip
    assert "<script" not in page
    assert "\N{REPLACEMENT CHARACTER}" in page
    assert picture.faults(page) == []


def test_texts_of_any_length_stay_in_their_symbols() -> None:
    long = "pertanggungjawaban " * 250
    nodes = [
        charts.node(1, activity=long),
        charts.node(2, activity="x" * 5000, question=long, answers=("a" * 300, long)),
    ]
    edges = [
        Edge("s1", "s2", EdgeKind.NEXT),
        Edge("s2", "end:selesai", EdgeKind.ANSWER, "a" * 300),
        Edge("s2", "s1", EdgeKind.ANSWER, long, True),
    ]
    heading = Heading(long, long, long, long, long, long)
    for page in flowchart.draw(charts.flow(nodes, edges), heading):
        assert picture.faults(page) == []


LONG = {
    "activity": "Memeriksa kelengkapan dan kebenaran dokumen permohonan beserta lampirannya sesuai daftar periksa yang "
    "ditetapkan, lalu mencatatnya pada buku register permohonan izin",
    "question": "Apakah dokumen permohonan beserta seluruh lampirannya telah lengkap, benar, masih berlaku, dan sesuai "
    "dengan persyaratan yang ditetapkan dalam standar pelayanan ini?",
    "optional": "apabila jenis izin yang dimohonkan mensyaratkan rekomendasi teknis dari perangkat daerah terkait",
    "answer": "tidak lengkap, dikembalikan kepada pemohon untuk dilengkapi paling lambat 3 (tiga) hari kerja sejak "
    "pemberitahuan diterima",
    "actor": "Kepala Bidang Penyelenggaraan Pelayanan Perizinan dan Nonperizinan Sektor Ekonomi",
    "title": "Pelayanan Penerbitan Persetujuan Bangunan Gedung dan Sertifikat Laik Fungsi untuk Bangunan Usaha Mikro, "
    "Kecil, dan Menengah di Kawasan Cagar Budaya dan Kawasan Permukiman Padat",
}


def long_flow() -> Flow:
    """Return a flow with the long texts of a licensing office."""
    parts = {"optional": LONG["optional"], "question": LONG["question"], "answers": (LONG["answer"], LONG["title"])}
    nodes = [charts.node(1, activity=LONG["activity"]), charts.node(2, activity=LONG["activity"], **parts)]
    edges = [
        Edge("s1", "s2", EdgeKind.NEXT),
        Edge("s2", "s1", EdgeKind.ANSWER, LONG["answer"], True),
        Edge("s2", "end:selesai", EdgeKind.ANSWER, LONG["title"]),
    ]
    return replace(charts.flow(nodes, edges), actors={"a0": LONG["actor"]})


@pytest.mark.parametrize("embedded", [False, True])
def test_long_texts_are_written_out(embedded: bool) -> None:
    heading = Heading(LONG["title"], LONG["actor"], decree=LONG["actor"], procedure=LONG["answer"])
    pages = flowchart.draw(long_flow(), heading, embedded=embedded)
    assert [picture.faults(page) for page in pages] == [[] for _ in pages]
    said = " ".join(text.words for page in pages for text in picture.read(page).texts)
    assert "…" not in said
    for kind, text in LONG.items():
        assert text in said, kind


def test_what_no_page_holds_ends_after_a_whole_word_and_is_described_whole() -> None:
    long = "memeriksa berkas permohonan " * 200
    flow = charts.flow([charts.node(1, activity=long)], [Edge("s1", "end:selesai", EdgeKind.NEXT)])
    (page,) = flowchart.draw(flow, HEADING)
    *_, last = picture.read(page).symbols["s1"].texts
    assert last.words.split()[-1] == "…"
    assert last.words.split()[-2] in long.split()
    assert long.strip() in (ET.fromstring(page).findtext(f"{picture.NS}desc") or "")


@given(seed=st.integers(0, 10**6), count=st.integers(1, 40))
@settings(max_examples=30, deadline=None)
def test_an_embedded_chart_is_only_the_chart(seed: int, count: int) -> None:
    for page in flowchart.draw(charts.anything(seed, count), charts.HEADING, embedded=True):
        assert picture.faults(page) == []
        left, top, right, bottom = picture.read(page).area
        assert right - left <= 540
        assert bottom - top <= 700.5
        assert charts.HEADING.title not in {text.words for text in picture.read(page).texts}


def test_who_is_involved_stands_in_the_symbol() -> None:
    flow = charts.flow([charts.node(1, involves=("a2", "a4"))], [Edge("s1", "end:selesai", EdgeKind.NEXT)])
    (page,) = flowchart.draw(flow, HEADING)
    assert "melibatkan Kepala Bagian dan Sekretaris" in {text.words for text in picture.read(page).symbols["s1"].texts}
    assert "melibatkan Kepala Bagian dan Sekretaris" in flowchart.dot(flow, HEADING)


def test_a_detour_that_rejoins_further_up_is_no_return() -> None:
    flow = charts.chain(4)
    up = Edge("s4", "s2", EdgeKind.ANSWER, "susulan", back=False)
    (page,) = flowchart.draw(replace(flow, edges=(*flow.edges[:-1], up)), HEADING)
    assert picture.faults(page) == []
    assert "stroke-dasharray" not in page
    assert "dikembalikan" not in {text.words for text in picture.read(page).texts}


def test_every_page_names_itself() -> None:
    pages = flowchart.draw(charts.chain(30), HEADING)
    for number, page in enumerate(pages, 1):
        root = ET.fromstring(page)
        assert root.get("role") == "img"
        assert root.get("font-family", "").startswith("Arimo")
        name = next(root.iter(f"{picture.NS}title")).text or ""
        assert name == f"Diagram alir Pelayanan Contoh – Pengaduan Langsung, halaman {number} dari {len(pages)}"
        said = {text.words for text in picture.read(page).texts}
        assert {"Pelayanan Contoh", "Pengaduan Langsung", "000/01", f"{number} dari {len(pages)}"} <= said


def test_progress_shows_three_states() -> None:
    flow, heading = KNOWN["kerjasama-media.utama"]
    steps = [node.id for node in flow.nodes]
    page = flowchart.draw(flow, heading, Progress(frozenset(steps[:4]), frozenset({steps[4]})))[0]
    states = {step: symbol.state for step, symbol in picture.read(page).symbols.items()}
    assert [states[step] for step in steps] == ["done"] * 4 + ["current"] + ["ahead"] * 4
    assert {"selesai dikerjakan", "sedang berjalan", "belum"} <= {text.words for text in picture.read(page).texts}
    assert picture.faults(page) == []


def test_progress_shows_the_return_that_was_taken() -> None:
    flow, heading = KNOWN["kerjasama-media.utama"]
    back = next(edge for edge in flow.edges if edge.back)
    at = Progress(frozenset(), frozenset({back.target}), frozenset({back}))
    assert "#b3261e" in _stroke(flowchart.draw(flow, heading, at)[0], back)
    before = Progress(frozenset({back.target}), frozenset({back.source}))
    assert "#b3261e" not in _stroke(flowchart.draw(flow, heading, before)[0], back)


def test_of_arrows_to_one_place_only_the_one_that_was_taken_is_travelled() -> None:
    nodes = [charts.node(1, question="Apakah lengkap?", answers=("ya", "kurang", "salah")), charts.node(2)]
    edges = [
        Edge("s1", "s2", EdgeKind.ANSWER, "ya"),
        Edge("s1", "s2", EdgeKind.ANSWER, "kurang", limit=2),
        Edge("s1", "s2", EdgeKind.LIMIT, "kurang", limit=2),
        Edge("s1", "s2", EdgeKind.LATE, within=Duration(3, Unit.WORKING_DAY)),
        Edge("s2", "end:selesai", EdgeKind.NEXT),
    ]
    flow = charts.flow(nodes, edges)
    for edge in edges[:4]:
        at = Progress(frozenset({"s1"}), frozenset({"s2"}), frozenset({edge}))
        (page,) = flowchart.draw(flow, HEADING, at)
        dark = [group.get("data-kind") for group in _arrows(page) if _colour(group) != "#a3abb7"]
        assert sorted(dark) == sorted(["next", edge.kind])
        assert _travelled(page) == {("start:", "s1", None), (edge.source, edge.target, edge.answer)}


def test_both_halves_of_a_way_over_two_pages_look_alike() -> None:
    flow = charts.chain(30)
    there, other = (Edge(source, "s3", EdgeKind.ANSWER, source, True) for source in ("s29", "s30"))
    up = Edge("s28", "s3", EdgeKind.ANSWER, "s28")
    near = Edge("s5", "s3", EdgeKind.ANSWER, "s5", True)
    flow = replace(flow, edges=(*flow.edges, near, up, there, other))
    looks = {
        edge: _halves(flowchart.draw(flow, HEADING, Progress(frozenset(), frozenset({"s3"}), frozenset(taken))))
        for edge, taken in {"there": {there}, "up": {up}, "near": {near}, "none": set[Edge]()}.items()
    }
    ahead, back, plain = ("#a3abb7", "5 3"), ("#b3261e", "5 3"), ("#27313f", None)
    assert looks["there"] == {"in": back, "s28": ("#a3abb7", None), "s29": back, "s30": ahead}
    assert looks["up"] == {"in": plain, "s28": plain, "s29": ahead, "s30": ahead}
    assert looks["near"]["in"] == looks["none"]["in"] == ahead


def _halves(pages: tuple[str, ...]) -> dict[str, tuple[str | None, str | None]]:
    """Return colour and dashes of the arrows of the return to ``s3`` at its connectors, by their source."""
    found = {}
    for page in pages[0], pages[-1]:
        for group in _arrows(page):
            sources = group.get("data-from", "").split()
            if group.get("data-to") == "s3" and not {"s2", "s5"} & set(sources):
                line = next(group.iter(f"{picture.NS}path"))
                found[sources[0] if len(sources) == 1 else "in"] = line.get("stroke"), line.get("stroke-dasharray")
    return found


def _arrows(page: str) -> list[ET.Element]:
    groups = ET.fromstring(page).iter(f"{picture.NS}g")
    return [group for group in groups if group.get("class", "").split()[:1] == ["arrow"]]


def _colour(arrow: ET.Element) -> str:
    return next(arrow.iter(f"{picture.NS}path")).get("stroke", "")


def _travelled(page: str) -> set[tuple[str | None, str | None, str | None]]:
    dark = [group for group in _arrows(page) if _colour(group) != "#a3abb7"]
    return {(group.get("data-from"), group.get("data-to"), group.get("data-answer")) for group in dark}


def test_a_suspended_case_stands_still_and_says_for_what() -> None:
    flow = charts.chain(3)
    at = Progress(frozenset({"s1"}), frozenset({"s2"}), frozenset(flow.outgoing["s1"]), awaits="bukti pembayaran")
    (page,) = flowchart.draw(flow, HEADING, at)
    assert picture.faults(page) == []
    assert picture.read(page).symbols["s2"].state == "suspended"
    assert 'class="mark suspended"' in page
    assert "ditangguhkan: menunggu bukti pembayaran" in said([page])
    assert "sedang berjalan" not in said([page])
    assert "#27313f" in {_colour(group) for group in _arrows(page) if group.get("data-to") == "s2"}


def test_what_was_passed_over_is_not_shown_as_done() -> None:
    flow = charts.chain(3)
    at = Progress(frozenset({"s1", "s2"}), frozenset({"s3"}), frozenset(flow.edges[:2]), frozenset({"s2"}))
    (page,) = flowchart.draw(flow, HEADING, at)
    assert picture.faults(page) == []
    assert [picture.read(page).symbols[step].state for step in ("s1", "s2", "s3")] == ["done", "skipped", "current"]
    assert "dilewati / lewat tenggat" in said([page])
    (page,) = flowchart.draw(flow, HEADING, replace(at, skipped=frozenset()))
    assert "dilewati / lewat tenggat" not in said([page])


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_states_have_signs_of_their_own_and_differ_in_lightness(theme: Theme) -> None:
    signs = {state: marks.state_mark(state, 0, 0, theme).split("<path", 1)[1] for state in MARKED}
    assert len({re.sub(r"#\w+", "", sign) for sign in signs.values()}) == len(MARKED) == 4
    shades = [luminance(states(theme)[state].fill) for state in ("done", "current", "suspended", "skipped")]
    assert shades[2] < min(shades[0], shades[1], shades[3]) - 0.1


def _stroke(page: str, edge: Edge) -> str:
    for group in ET.fromstring(page).iter(f"{picture.NS}g"):
        if group.get("class") == "arrow return" and group.get("data-from") == edge.source:
            return next(group.iter(f"{picture.NS}path")).get("stroke", "")
    raise AssertionError(edge)


def test_indonesian_in_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOP_LANG", "en")
    page = flowchart.draw(charts.chain(2), HEADING)[0]
    assert {"DIAGRAM ALIR PROSEDUR", "1 dari 1"} <= {text.words for text in picture.read(page).texts}


def test_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "import hashlib, charts; from sop_engine.render.flowchart import chart as flowchart;"
        "f = charts.anything(3, 30); drawn = flowchart.draw(f, charts.HEADING), flowchart.dot(f, charts.HEADING);"
        "print(hashlib.sha256(repr(drawn).encode()).hexdigest())"
    )
    results = set()
    for seed in ("0", "1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
        )
        results.add(done.stdout)
    assert len(results) == 1


@pytest.mark.parametrize(
    ("from_", "to", "fault"),
    [
        (r'(class="text activity"[^>]*)', r"\1 ", None),
        (r'font-size="9.5"', 'font-size="19"', "text outside"),
        (r'font-size="9.5"', 'font-size="6"', "text of 6"),
        (r'(<text x=")([\d.]+)(" y="[\d.]+" font-size="8.25")', r"\g<1>300\3", "label"),
        (r"L(\d+)", r"L1\1", "leans"),
    ],
)
def test_the_checker_of_these_tests_finds_faults(from_: str, to: str, fault: str | None) -> None:
    page = flowchart.draw(*KNOWN["lapor-gub.utama"])[0]
    spoiled = re.sub(from_, to, page)
    assert spoiled != page
    found = picture.faults(spoiled)
    assert any(fault in line for line in found) if fault else found == []
