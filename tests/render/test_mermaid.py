"""Mermaid text tells each symbol and arrow, is the same every time, and lets no text be markup."""

import re

import charts
import pytest
from with_mermaid import NASTY, nasty

from sop_engine.flow import Edge, EdgeKind
from sop_engine.render import mermaid
from sop_engine.render.diagram import Diagram, Heading
from sop_engine.render.drawing import diagram

KNOWN = {name: diagram(flow, heading) for name, flow, heading in (*charts.known(), *charts.samples())}
NODE = re.compile(r"    (s_[\w-]+)(\(\[|\[\[|\[|\{)\"(.*)\"(\]\)|\]\]|\]|\}):::(\w+)")
LINK = re.compile(r"    (s_[\w-]+) (-->|-\.->)(?:\|\"(.*)\"\|)? (s_[\w-]+)")
SHAPES = {"([": {"capsule", "plain"}, "[": {"box", "bar"}, "[[": {"box"}, "{": {"diamond"}}


def unescaped(text: str) -> str:
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), text).replace("\N{ZERO WIDTH SPACE}", "")


def lines(made: Diagram) -> list[str]:
    head, *rest = mermaid.write(made).splitlines()
    assert head == "flowchart TD"
    return rest


@pytest.mark.parametrize("name", KNOWN)
def test_each_symbol_is_a_node_of_its_shape(name: str) -> None:
    made = KNOWN[name]
    nodes = {found[1]: found for line in lines(made) if (found := NODE.fullmatch(line))}
    assert list(nodes) == [mermaid.name(symbol.id) for symbol in made.symbols]
    for symbol in made.symbols:
        found = nodes[mermaid.name(symbol.id)]
        assert symbol.shape in SHAPES[found[2]]
        words = unescaped(found[3]).split("<br/>")
        assert symbol.text in words
        assert symbol.band in (None, words[0])
        assert symbol.question is None or symbol.question in words


@pytest.mark.parametrize("name", KNOWN)
def test_each_arrow_is_a_link_and_returns_are_dashed(name: str) -> None:
    made = KNOWN[name]
    links = [found for line in lines(made) if (found := LINK.fullmatch(line))]
    assert [(found[1], found[4]) for found in links] == [
        (mermaid.name(arrow.source), mermaid.name(arrow.target)) for arrow in made.arrows
    ]
    for arrow, found in zip(made.arrows, links, strict=True):
        assert (found[2] == "-.->") == arrow.back
        if arrow.kind is not EdgeKind.FORK:
            assert unescaped(found[3] or "") == (arrow.label or "")


@pytest.mark.parametrize("name", KNOWN)
def test_every_line_is_one_that_mermaid_knows_and_every_class_is_defined(name: str) -> None:
    rest = lines(KNOWN[name])
    known = re.compile(r"    (accTitle: [^#;]*|(classDef|style) [\w-]+ [\w:#,. -]+|linkStyle \d+ [\w:#,. -]+)")
    assert [line for line in rest if not any(each.fullmatch(line) for each in (NODE, LINK, known))] == []
    used = {found[5] for line in rest if (found := NODE.fullmatch(line))}
    defined = {line.split()[1] for line in rest if line.strip().startswith("classDef")}
    assert used <= defined


def test_no_text_is_markup() -> None:
    made = diagram(nasty(), Heading("Judul", "Unit"))
    nodes = [found[3] for line in lines(made) if (found := NODE.fullmatch(line))]
    assert len(nodes) == len(made.symbols)
    for words, symbol in zip(nodes, made.symbols, strict=True):
        bare = words.replace("<br/>", "")
        assert not set(bare) & set("\"'<>[]{}|`*_~\\$@")
        assert re.sub(r"#\d+;", "", bare).count("#") == 0
        assert unescaped(words).endswith(symbol.text)
    assert len(NASTY) > 10


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Memeriksa berkas (asli), 3 lembar?", "Memeriksa berkas (asli), 3 lembar?"),
        ('a "b"', "a #34;b#34;"),
        ("#1; %%", "#35;1#59; #37;#37;"),
        ("1. satu", "1#46; satu"),
        ("<br/>", "#60;br/#62;"),
        ("$$", "#36;\N{ZERO WIDTH SPACE}#36;"),
        ("a\x00b\nc", "a\N{REPLACEMENT CHARACTER}b c"),
    ],
)
def test_signs_are_written_as_codes(text: str, written: str) -> None:
    assert mermaid.escaped(text) == written


def test_the_text_is_the_same_every_time() -> None:
    flow = charts.rich(5, 30)
    assert mermaid.write(diagram(flow, charts.HEADING)) == mermaid.write(diagram(flow, charts.HEADING))


def test_ways_past_a_deadline_are_dotted() -> None:
    nodes = [charts.node(1), charts.node(2)]
    edges = [
        Edge("s1", "s2", EdgeKind.NEXT),
        Edge("s1", "end:selesai", EdgeKind.LATE),
        Edge("s2", "end:selesai", EdgeKind.NEXT),
    ]
    assert f"    linkStyle 1 stroke:#27313f,{mermaid.LATE}" in lines(diagram(charts.flow(nodes, edges), charts.HEADING))
