"""The checker of drawings: silent about a good one, and each way to spoil it is seen for what it is."""

from __future__ import annotations

import pytest
from fault import Kind
from inspection import faults
from tally import numbers

HEADS = """\
<g class="cell" data-column="no" data-head="1"><rect class="box" x="20" y="50" width="30" height="20"/><text x="35" y="62" font-size="8" text-anchor="middle">No</text></g>
<g class="cell" data-column="activity" data-head="1"><rect class="box" x="50" y="50" width="150" height="20"/><text x="60" y="62" font-size="8">Kegiatan</text></g>
<g class="cell" data-column="actors" data-head="1"><rect class="box" x="200" y="30" width="200" height="20"/><text x="300" y="42" font-size="8" text-anchor="middle">Pelaksana</text></g>
<g class="cell" data-column="actor:a" data-head="1"><rect class="box" x="200" y="50" width="100" height="20"/><text x="250" y="62" font-size="8" text-anchor="middle">Pemohon</text></g>
<g class="cell" data-column="actor:b" data-head="1"><rect class="box" x="300" y="50" width="100" height="20"/><text x="350" y="62" font-size="8" text-anchor="middle">Camat</text></g>
"""  # noqa: E501
FIRST = f"""\
<svg xmlns="http://www.w3.org/2000/svg" class="matrix" width="180mm" height="120mm" viewBox="0 0 510 340" data-page="1" data-pages="2">
<title>Contoh, halaman 1</title><desc>Langkah 1 dan 2</desc>
<text x="20" y="20" font-size="9">Pelayanan Contoh</text>
{HEADS}<g class="cell" data-column="no" data-step="s1"><rect class="box" x="20" y="70" width="30" height="60"/><text x="35" y="82" font-size="8" text-anchor="middle">1</text></g>
<g class="cell" data-column="activity" data-step="s1"><rect class="box" x="50" y="70" width="150" height="60"/><text x="54" y="82" font-size="8">Mengajukan</text><text x="54" y="92" font-size="8">permohonan</text></g>
<g class="cell" data-column="actor:a" data-step="s1"><rect class="box" x="200" y="70" width="100" height="60"/></g>
<g class="cell" data-column="actor:b" data-step="s1"><rect class="box" x="300" y="70" width="100" height="60"/></g>
<g class="cell" data-column="no" data-step="s2"><rect class="box" x="20" y="130" width="30" height="70"/><text x="35" y="142" font-size="8" text-anchor="middle">2</text></g>
<g class="cell" data-column="activity" data-step="s2"><rect class="box" x="50" y="130" width="150" height="70"/><text x="54" y="142" font-size="8">Memeriksa</text></g>
<g class="cell" data-column="actor:a" data-step="s2"><rect class="box" x="200" y="130" width="100" height="70"/></g>
<g class="cell" data-column="actor:b" data-step="s2"><rect class="box" x="300" y="130" width="100" height="70"/></g>
<image x="56" y="104" width="16" height="12" href="data:image/png;base64,"/>
<g class="symbol" data-step="s1" data-actor="a" data-shape="capsule"><rect class="outline" x="225" y="88" width="50" height="24" rx="12"/></g>
<g class="symbol" data-step="s2" data-actor="b" data-shape="diamond"><polygon class="outline" points="350,147 380,165 350,183 320,165"/></g>
<g class="arrow" data-from="s1" data-to="s2" data-kind="next"><path class="line" fill="none" stroke="#000" d="M275 100L345 100Q350 100 350 105L350 147"/><polygon class="head" points="350,147 347,140 353,140"/></g>
<g class="arrow return" data-from="s2" data-to="s1" data-answer="tidak" data-kind="answer"><path class="line" fill="none" stroke="#000" d="M320 165L250 165L250 112"/><polygon class="head" points="250,112 247,119 253,119"/></g>
<g class="label" data-from="s2" data-to="s1" data-answer="tidak"><text x="285" y="160" font-size="7" text-anchor="middle">Tidak</text></g>
<g class="arrow" data-from="s2" data-to="s3" data-answer="ya" data-kind="answer" data-letter="A"><path class="line" fill="none" stroke="#000" d="M350 183L350 230"/><polygon class="head" points="350,230 347,223 353,223"/></g>
<g class="label" data-from="s2" data-to="s3" data-answer="ya"><text x="355" y="195" font-size="7">Ya</text></g>
<g class="label" data-from="s3" data-to="s1"><text x="219" y="212" font-size="7">lewat</text></g>
<g class="connector out" data-letter="A" data-from="s2" data-to="s3"><polygon points="342,230 358,230 358,240 350,246 342,240"/><text x="350" y="239" font-size="7" text-anchor="middle">A</text></g>
<g class="connector in" data-letter="B" data-from="s3" data-to="s1"><polygon points="207,246 207,236 215,230 223,236 223,246"/><text x="215" y="243" font-size="7" text-anchor="middle">B</text></g>
<g class="arrow return" data-from="s3" data-to="s1" data-kind="late" data-letter="B"><path class="line" fill="none" stroke="#000" d="M215 230L215 100L225 100"/><polygon class="head" points="225,100 218,97 218,103"/></g>
</svg>"""  # noqa: E501
SECOND = f"""\
<svg xmlns="http://www.w3.org/2000/svg" class="matrix" width="180mm" height="120mm" viewBox="0 0 510 340" data-page="2" data-pages="2">
<title>Contoh, halaman 2</title><desc>Langkah 3</desc>
{HEADS}<g class="cell" data-column="no" data-step="s3"><rect class="box" x="20" y="95" width="30" height="65"/><text x="35" y="107" font-size="8" text-anchor="middle">3</text></g>
<g class="cell" data-column="activity" data-step="s3"><rect class="box" x="50" y="95" width="150" height="65"/><text x="54" y="107" font-size="8">Menyetujui</text></g>
<g class="cell" data-column="actor:a" data-step="s3"><rect class="box" x="200" y="95" width="100" height="65"/></g>
<g class="cell" data-column="actor:b" data-step="s3"><rect class="box" x="300" y="95" width="100" height="65"/></g>
<g class="symbol" data-step="s3" data-actor="a" data-shape="box"><rect class="outline" x="225" y="123" width="50" height="24"/></g>
<g class="symbol" data-step="s3" data-actor="b" data-shape="box"><rect class="outline" x="325" y="123" width="50" height="24"/></g>
<path class="joint" fill="none" stroke="#000" data-step="s3" d="M275 135L325 135"/>
<g class="connector in" data-letter="A" data-from="s2" data-to="s3"><polygon points="342,75 358,75 358,85 350,91 342,85"/><text x="350" y="84" font-size="7" text-anchor="middle">A</text></g>
<g class="arrow" data-from="s2" data-to="s3" data-answer="ya" data-kind="answer" data-letter="A"><path class="line" fill="none" stroke="#000" d="M350 91L350 123"/><polygon class="head" points="350,123 347,116 353,116"/></g>
<g class="arrow return" data-from="s3" data-to="s1" data-kind="late" data-letter="B"><path class="line" fill="none" stroke="#000" d="M250 123L250 91"/><polygon class="head" points="250,91 247,98 253,98"/></g>
<g class="connector out" data-letter="B" data-from="s3" data-to="s1"><polygon points="242,91 242,81 250,75 258,81 258,91"/><text x="250" y="88" font-size="7" text-anchor="middle">B</text></g>
</svg>"""  # noqa: E501

SPOILT = [
    (Kind.UNREADABLE, "</svg>", ""),
    (Kind.UNREADABLE, 'class="outline" ', ""),
    (Kind.THROUGH_SYMBOL, "M320 165L250 165L250 112", "M320 165L250 165L250 60L340 60L340 120"),
    (Kind.THROUGH_SYMBOL, "M275 100L345 100Q350 100 350 105L350 147", "M225 100L350 100L350 147"),
    (Kind.THROUGH_SYMBOL, "M350 91L350 123", "M350 83L350 123"),
    (Kind.THROUGH_TEXT, "M320 165L250 165L250 112", "M320 165L320 138L70 138L70 100L225 100"),
    (Kind.THROUGH_HEAD, "M350 183L350 230", "M350 183L350 190L250 190L250 116L240 116L240 220L350 220L350 230"),
    (Kind.ONE_LINE, "M320 165L250 165L250 112", "M350 147L350 100L275 100"),
    (Kind.ONE_LINE, "M215 230L215 100L225 100", "M215 230L215 167L290 167L290 130L260 130L260 112"),
    (Kind.ONE_LINE, 'd="M275 135L325 135"', 'd="M275 135L350 135L350 100"'),
    (Kind.ONE_LINE, "M320 165L250 165L250 112", "M320 165L240 165L250 165L250 112"),
    (Kind.LABEL_ON_LINE, '<text x="285" y="160"', '<text x="285" y="165"'),
    (Kind.LABEL_ON_LINE, '<text x="355" y="195"', '<text x="345" y="195"'),
    (Kind.LABEL_ON_SYMBOL, '<text x="285" y="160"', '<text x="255" y="104"'),
    (Kind.LABEL_ON_SYMBOL, '<text x="355" y="195"', '<text x="356" y="243"'),
    (Kind.TEXT_ON_TEXT, '<text x="54" y="92"', '<text x="54" y="84"'),
    (Kind.TEXT_ON_TEXT, '<text x="355" y="195"', '<text x="270" y="161"'),
    (Kind.TEXT_ON_SYMBOL, '<text x="20" y="20"', '<text x="225" y="105"'),
    (Kind.TEXT_OUTSIDE, "Mengajukan", "Mengajukan permohonan secara tertulis dengan lampiran"),
    (Kind.TEXT_OUTSIDE, '<text x="350" y="239" font-size="7"', '<text x="350" y="239" font-size="17"'),
    (Kind.TEXT_OUTSIDE, 'x="50" y="95" width="150" height="65"', 'x="50" y="102" width="150" height="58"'),
    (Kind.OFF_PAGE, '<text x="20" y="20"', '<text x="-5" y="20"'),
    (Kind.OFF_PAGE, 'viewBox="0 0 510 340"', 'viewBox="0 0 390 340"'),
    (Kind.FOOTER, "358,230 358,240 350,246", "358,230 358,240 350,290"),
    (Kind.FOOTER, 'width="180mm" height="120mm"', 'width="90mm" height="60mm"'),
    (Kind.COLUMN, 'data-step="s1" data-actor="a" data-shape', 'data-step="s1" data-actor="b" data-shape'),
    (Kind.COLUMN, 'x="225" y="88" width="50" height="24"', 'x="225" y="60" width="50" height="24"'),
    (Kind.UNNAMED, "</svg>", '<path d="M10 10L20 10" stroke="#000"/></svg>'),
    (Kind.UNREADABLE, 'text-anchor="middle">Tidak<', 'text-anchor="middle" transform="scale(2)">Tidak<'),
    (Kind.AREA, "M215 230L215 100L225 100", "M215 230L215 218L198 218L198 100L225 100"),
    (Kind.AREA, '<text x="355" y="195"', '<text x="395" y="195"'),
    (Kind.UNNAMED, "</svg>", '<g class="note"><path d="M10 10L20 10" stroke="#000"/></g></svg>'),
    (Kind.UNNAMED, "</svg>", '<rect class="box" x="10" y="10" width="5" height="5"/></svg>'),
    (Kind.LOGO, 'width="16" height="12" href', 'width="156" height="12" href'),
    (Kind.LOGO, '<image x="56" y="104"', '<image x="56" y="75"'),
    (Kind.LOGO, '<image x="56" y="104"', '<image x="240" y="104"'),
    (Kind.LOGO, '<image x="56" y="104"', '<image x="206" y="104"'),
    (Kind.UNSEEN, 'fill="none" stroke="#000" d="M275 100L345', 'fill="none" d="M275 100L345'),
    (Kind.UNSEEN, 'fill="none" stroke="#000" d="M275 100L345', 'fill="none" stroke="#fff" d="M275 100L345'),
    (Kind.UNSEEN, 'fill="none" stroke="#000" d="M275 100L345', 'stroke="#000" stroke-width="0" d="M275 100L345'),
    (Kind.UNSEEN, 'points="350,147 347', 'fill="none" points="350,147 347'),
    (Kind.UNSEEN, 'class="outline" x="225"', 'class="outline" fill="none" x="225"'),
    (Kind.UNSEEN, '<g class="symbol" data-step="s1"', '<g class="symbol" display="none" data-step="s1"'),
    (Kind.UNSEEN, '<g class="symbol" data-step="s1"', '<g class="symbol" style="opacity: 0" data-step="s1"'),
    (Kind.UNSEEN, '<text x="285" y="160"', '<text visibility="hidden" x="285" y="160"'),
    (Kind.UNSEEN, '<text x="285" y="160"', '<text fill="none" x="285" y="160"'),
    (Kind.SILENT, "Langkah 1 dan 2", " "),
    (Kind.SILENT, "<title>Contoh, halaman 2</title>", ""),
    (Kind.UNLABELLED, ">lewat</text>", "></text>"),
    (Kind.UNLABELLED, 'data-answer="tidak"><text', 'data-answer="ya"><text'),
    (Kind.NOT_JOINED, 'class="joint" fill="none" stroke="#000" data-step="s3"', 'class="rule" stroke="#000"'),
    (Kind.NOT_JOINED, 'd="M275 135L325 135"', 'd="M275 135L315 135"'),
    (Kind.SYMBOLS, "</svg>", '<g class="symbol" data-step="s9" data-actor="a"><rect class="outline" x="270" y="95" '
     'width="20" height="20"/></g></svg>'),
    (Kind.CONNECTOR, 'class="connector in" data-letter="B"', 'class="connector in" data-letter="C"'),
    (Kind.CONNECTOR, 'class="connector out" data-letter="A"', 'class="connector in" data-letter="A"'),
    (Kind.CONNECTOR, 'data-kind="late" data-letter="B"', 'data-kind="late"'),
    (Kind.CONNECTOR_EDGE, '"207,246 207,236 215,230 223,236 223,246"', '"207,86 207,76 215,70 223,76 223,86"'),
    (Kind.LOOSE, "M320 165L250 165L250 112", "M310 165L250 165L250 112"),
    (Kind.LOOSE, "225,100 218,97 218,103", "222,100 215,97 215,103"),
    (Kind.LOOSE, 'data-from="s1" data-to="s2"', 'data-from="s1" data-to="s1"'),
    (Kind.LEANS, "M320 165L250 165L250 112", "M320 165L252 165L250 112"),
    (Kind.HEAD, "350,147 347,140 353,140", "350,147 349,140 351,140"),
    (Kind.HEAD, "350,147 347,140 353,140", "350,147 343,144 343,150"),
    (Kind.HEAD, "350,147 347,140 353,140", "350,147 348,140 354,140"),
    (Kind.HEAD, "M215 230L215 100L225 100", "M220 230L220 100L225 100"),
    (Kind.CELLS, 'x="50" y="130" width="150" height="70"', 'x="50" y="120" width="150" height="80"'),
    (Kind.ROW, 'data-column="no" data-step="s3"', 'data-column="no" data-step="s1"'),
    (Kind.NO_HEAD, 'data-column="actor:b" data-head="1"', 'data-column="actor:c" data-head="1"'),
    (Kind.NUMBERING, 'data-page="2"', 'data-page="1"'),
]  # fmt: skip


def test_a_good_drawing_has_no_fault() -> None:
    assert faults([FIRST, SECOND]) == []


@pytest.mark.parametrize(("kind", "old", "new"), SPOILT)
def test_what_is_spoilt_is_seen(kind: Kind, old: str, new: str) -> None:
    assert old in FIRST + SECOND
    pages = [FIRST.replace(old, new), SECOND] if old in FIRST else [FIRST, SECOND.replace(old, new)]
    assert kind in {fault.kind for fault in faults(pages)}


def test_each_fault_has_its_spoilt_drawing() -> None:
    assert {kind for kind, _, _ in SPOILT} == set(Kind)


def test_a_page_that_is_left_out_is_missed() -> None:
    assert {fault.kind for fault in faults([FIRST])} == {Kind.NUMBERING, Kind.CONNECTOR}


def test_turned_text_is_measured_where_it_stands() -> None:
    turned = '<text x="45" y="65" font-size="8" transform="rotate(-90 45 65)">No</text>'
    upright = '<text x="35" y="62" font-size="8" text-anchor="middle">No</text>'
    assert faults([FIRST.replace(upright, turned), SECOND]) == []
    low = turned.replace('y="65"', 'y="72"').replace("45 65", "45 72")
    assert Kind.TEXT_OUTSIDE in {fault.kind for fault in faults([FIRST.replace(upright, low), SECOND])}


def test_what_is_moved_as_a_whole_cannot_be_measured() -> None:
    moved = FIRST.replace(HEADS, f'<g class="table" transform="translate(5 0)">{HEADS}</g>')
    assert Kind.UNREADABLE in {fault.kind for fault in faults([moved, SECOND])}


@pytest.mark.parametrize("x", [40, 130])
def test_without_rows_a_symbol_stands_in_its_lane(x: int) -> None:
    lane = (
        """<g class="cell" data-column="actor:{0}"{1}><rect class="box" x="{2}" y="{3}" width="90" height="{4}"/></g>"""
    )
    parts = [lane.format("a", ' data-head="1"', 20, 20, 20), lane.format("a", "", 20, 40, 100)]
    parts += [lane.format("b", ' data-head="1"', 110, 20, 20), lane.format("b", "", 110, 40, 100)]
    outline = f'<rect class="outline" x="{x}" y="60" width="50" height="20"/>'
    symbol = f'<g class="symbol" data-step="s1" data-actor="b">{outline}</g>'
    root = '<svg xmlns="http://www.w3.org/2000/svg" class="lanes" height="70mm" viewBox="0 0 220 200">'
    root += "<title>Jalur</title><desc>Satu langkah</desc>"
    svg = f"{root}{''.join(parts)}{symbol}</svg>"
    assert [fault.kind for fault in faults([svg])] == ([Kind.COLUMN] if x == 40 else [])


def test_the_numbers_of_the_good_drawing() -> None:
    count = numbers([FIRST, SECOND])
    assert count == {
        "pages": 2, "crossings": 0, "bends": 3, "length": 496, "connectors": 4, "symbols off centre": 0,
        "symbols stretched": 0, "labels astray": 0, "labels nearer to others": 0, "labels on borders": 0,
        "lines on borders": 0, "short stubs": 0, "texts too small": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("number", "old", "new"),
    [
        ("crossings", "M215 230L215 100L225 100", "M215 230L215 220L290 220L290 130L260 130L260 112"),
        ("symbols off centre", 'x="225" y="88" width="50"', 'x="230" y="88" width="50"'),
        ("texts too small", '<text x="285" y="160" font-size="7"', '<text x="285" y="160" font-size="5"'),
        ("short stubs", "M320 165L250 165L250 112", "M320 165L316 165L316 140L250 140L250 112"),
        ("symbols stretched", "350,147 380,165 350,183 320,165", "350,125 365,165 350,205 335,165"),
        ("labels astray", '<text x="355" y="195"', '<text x="375" y="220"'),
        ("labels nearer to others", '<text x="355" y="195"', '<text x="334" y="163"'),
        ("labels on borders", '<text x="285" y="160"', '<text x="300" y="160"'),
        ("lines on borders", "M350 183L350 230", "M350 183L350 200L390 200L390 220L350 220L350 230"),
    ],
)
def test_what_is_worse_counts_more(number: str, old: str, new: str) -> None:
    assert old in FIRST
    assert numbers([FIRST.replace(old, new), SECOND])[number] > numbers([FIRST, SECOND])[number]
