"""The DOT text is a whole picture by itself, and Graphviz draws it without a word of complaint."""

import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ET

import charts
import pytest

from sop_engine.flow import Edge, EdgeKind
from sop_engine.render.diagram import Heading
from sop_engine.render.flowchart import chart as flowchart

KNOWN = {name: (flow, heading) for name, flow, heading in charts.known()}
HOSTILE = '<script>alert("x")</script> \\N \\G & \x00 <b>'


def graphviz(source: str, form: str) -> str:
    program = shutil.which("graphviz-pure", path=sysconfig.get_path("scripts")) or "graphviz-pure"
    done = subprocess.run([program, f"-T{form}"], input=source, capture_output=True, encoding="utf-8", check=True)
    # it has no widths for signs outside ASCII, which do not matter where our sizes are fixed
    assert [line for line in done.stderr.splitlines() if "non-ASCII" not in line] == []
    return done.stdout


@pytest.mark.parametrize("name", KNOWN)
def test_graphviz_draws_all_words(name: str) -> None:
    flow, heading = KNOWN[name]
    root = ET.fromstring(graphviz(flowchart.dot(flow, heading), "svg"))
    said = " ".join("".join(node.itertext()).strip() for node in root.iter() if node.tag.endswith("text"))
    for node in flow.nodes:
        assert all(word in said for word in f"{node.number}. {node.activity}".split())
        assert all(word in said for answer in node.answers for word in answer.split())
    assert heading.title in said


def test_returns_point_where_they_go_and_do_not_turn_the_order() -> None:
    source = flowchart.dot(*KNOWN["kerjasama-media.utama"])
    assert "clusters" not in source
    assert "ortho" not in source
    back = next(edge for edge in KNOWN["kerjasama-media.utama"][0].edges if edge.back)
    line = next(line for line in source.splitlines() if "style=dashed" in line)
    quoted = [part.strip().strip('"') for part in line.split("[")[0].split("->")]
    assert quoted == [back.source, back.target]
    assert "constraint=false" in line


@pytest.mark.parametrize("seed", range(6))
def test_any_flow_can_be_drawn(seed: int) -> None:
    flow = charts.anything(seed, 12 + seed)
    plain = graphviz(flowchart.dot(flow, charts.HEADING), "plain").splitlines()
    assert sum(line.startswith("edge ") for line in plain) >= len(flow.edges)


@pytest.mark.parametrize("seed", range(6))
def test_any_flow_of_the_whole_language_can_be_drawn(seed: int) -> None:
    flow = charts.rich(seed, 12 + seed)
    plain = graphviz(flowchart.dot(flow, charts.HEADING), "plain").splitlines()
    assert sum(line.startswith("edge ") for line in plain) >= len(flow.edges)


def test_branches_are_named_and_overdue_ways_are_dotted() -> None:
    flow, heading = next(each[1:] for each in charts.samples() if each[0] == "izin-keramaian.utama")
    source = flowchart.dot(flow, heading)
    assert "Cabang 1:" in source
    assert source.count("style=dotted") == sum(edge.kind is EdgeKind.LATE for edge in flow.edges)
    joined = next(line for line in source.splitlines() if "-> join_bagi" in line)
    assert "constraint" not in joined


def test_text_prints_as_text() -> None:
    flow = charts.flow(
        [charts.node(1, activity=HOSTILE), charts.node(2, activity="<b>tebal</b>")],
        [Edge("s1", "s2", EdgeKind.NEXT), Edge("s2", "end:selesai", EdgeKind.NEXT)],
    )
    root = ET.fromstring(graphviz(flowchart.dot(flow, Heading(HOSTILE, HOSTILE)), "svg"))
    said = " ".join("".join(node.itertext()) for node in root.iter() if node.tag.endswith("text"))
    assert '<script>alert("x")</script> \\N \\G & \N{REPLACEMENT CHARACTER} <b>' in said
    assert "<b>tebal</b>" in said
