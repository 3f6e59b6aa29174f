"""Every drawing is SVG 1.1 that programs can rely on: known elements and attributes, a title, a text alternative.

The full check is that of the Nu validator, for whoever changes how a drawing is written:
``java -jar vnu.jar --svg out/*.svg`` (``npm install vnu-jar``).
"""

import re
import xml.etree.ElementTree as ET

import charts
import pytest

from sop_engine.render import svg
from sop_engine.render.diagram import Progress
from sop_engine.render.flowchart import chart as flowchart
from sop_engine.render.image import png
from sop_engine.render.lanes import chart as lanes
from sop_engine.render.palette import THEMES

NS = "{http://www.w3.org/2000/svg}"
PAINT = {"class", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-dashoffset"}
KNOWN = {
    "svg": {"class", "role", "width", "height", "viewBox", "font-family"},
    "title": set(),
    "desc": set(),
    "g": PAINT,
    "rect": {*PAINT, "x", "y", "width", "height", "rx"},
    "circle": {*PAINT, "cx", "cy", "r"},
    "line": {*PAINT, "x1", "y1", "x2", "y2"},
    "path": {*PAINT, "d"},
    "polygon": {*PAINT, "points"},
    "text": {*PAINT, "x", "y", "font-size", "font-weight", "text-anchor"},
}
NUMBER = r"-?\d+(\.\d{1,2})?"
FORMS = {
    **dict.fromkeys(("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "stroke-dashoffset"), NUMBER),
    **dict.fromkeys(("r", "rx", "font-size", "stroke-width"), r"\d+(\.\d{1,2})?"),
    **dict.fromkeys(("fill", "stroke"), r"#[0-9a-f]{6}|none"),
    "stroke-dasharray": rf"{NUMBER} {NUMBER}",
    "points": rf"{NUMBER},{NUMBER}( {NUMBER},{NUMBER}){{2,}}",
    "text-anchor": "start|middle|end",
    "font-weight": "700",
}


def pages() -> dict[str, str]:
    found = {}
    for name, flow, heading in (*charts.known(), *charts.samples()):
        half = frozenset(node.id for node in flow.nodes[:2])
        at = Progress(half, frozenset({flow.nodes[-1].id}), awaits="berkas")
        drawn = {
            "flowchart": flowchart.draw(flow, heading),
            "embedded": flowchart.draw(flow, heading, embedded=True),
            "case": flowchart.draw(flow, heading, at, theme=THEMES["kontras"]),
            "lanes": lanes.draw(flow, heading, theme=THEMES["abu"]),
            "across": lanes.draw(flow, heading, at, across=True),
        }
        found |= {f"{name} {view} {n}": page for view, each in drawn.items() for n, page in enumerate(each, 1)}
    return found


PAGES = pages()
every = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


@every
def test_elements_and_attributes_are_those_of_svg(page: str) -> None:
    root = ET.fromstring(page.encode("utf-8"))
    for node in root.iter():
        tag = node.tag.removeprefix(NS)
        assert tag in KNOWN, tag
        for name, value in node.attrib.items():
            assert name in KNOWN[tag] or re.fullmatch(r"data-[a-z]+", name), (tag, name)
            assert name not in FORMS or re.fullmatch(FORMS[name], value), (tag, name, value)
        assert node.text is None or tag in {"title", "desc", "text"} or not node.text.strip()
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))


@every
def test_a_drawing_names_and_tells_itself(page: str) -> None:
    root = ET.fromstring(page)
    assert [node.tag.removeprefix(NS) for node in root][:2] == ["title", "desc"]
    assert root.get("role") == "img"
    assert (root[0].text or "").startswith("Diagram alir")
    assert (root[1].text or "").endswith((".", "?"))
    steps = {node.get("data-step") for node in root.iter(f"{NS}g") if node.get("class") == "symbol"}
    assert len(re.findall(r"Langkah \d+, ", root[1].text or "")) == len(
        [step for step in steps if ":" not in (step or "")]
    )


@every
def test_a_drawing_is_as_large_as_it_says(page: str) -> None:
    root = ET.fromstring(page)
    left, top, wide, high = map(float, root.get("viewBox", "").split())
    millimetres = [float(root.get(side, "").removesuffix("mm")) for side in ("width", "height")]
    assert millimetres[0] / millimetres[1] == pytest.approx(wide / high, rel=1e-3)
    for node in root.iter(f"{NS}text"):
        assert left <= float(node.get("x", "")) <= left + wide
        assert top <= float(node.get("y", "")) <= top + high


@pytest.mark.parametrize("name", ["lapor-gub.utama flowchart 1", "lapor-gub.utama across 1"])
def test_the_words_are_there_when_it_is_drawn(name: str) -> None:
    page = PAGES[name]
    assert png(page, 60) != png(re.sub(r"<text.*?</text>", "", page), 60)


def test_a_dashed_line_is_as_long_as_it_is_measured() -> None:
    points = ((0.0, 0.0), (30.0, 0.0), (30.0, 40.0), (36.0, 40.0))
    # two corners of radius 5 and 3, each 0.1884 of its two legs shorter
    assert svg.level_length(points, 5.0) == pytest.approx(76 - 0.18839 * (10 + 8), abs=0.01)
    assert svg.level_length(points[:2], 5.0) == 30.0


@pytest.mark.parametrize(
    "sentence",
    [
        "Langkah 2, Petugas Loket atau Petugas Loket Cadangan: Memeriksa kelengkapan berkas. Apakah berkas lengkap?",
        "Jawaban “lengkap”: lanjut ke langkah 3.",
        "paling banyak 3 kali)”: kembali ke langkah 1.",
        "Jawaban “tidak lengkap, bila sudah 3 kali”: lanjut ke akhir “Permohonan ditolak (Surat penolakan)”.",
        "3 cabang dikerjakan bersamaan: Cabang 1: Pemeriksaan teknis (mulai langkah 4);",
        "Bila tidak diperlukan: lanjut ke langkah 6.",
        "Lanjut ke pertemuan cabang langkah 3.",
        "Setelah semua cabang langkah 3 selesai, lanjut ke langkah 12.",
        "Lewat 30 hari kalender: lanjut ke akhir “Permohonan batal”.",
        "Akhir, permohonan ditolak: Permohonan ditolak (Surat penolakan).",
        "Akhir, permohonan batal: Permohonan batal.",
    ],
)
def test_the_text_alternative_tells_each_way_in_a_sentence(sentence: str) -> None:
    for view in ("flowchart", "lanes"):
        told = " ".join(ET.fromstring(p)[1].text or "" for n, p in PAGES.items() if f"izin-keramaian.utama {view}" in n)
        assert sentence in told
