"""Definition -> flow: order makes the arrows, and nothing is lost or invented."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import definition

from sop_engine.circle import components
from sop_engine.compiler import compile_text
from sop_engine.definition.model import Definition
from sop_engine.flow import EdgeKind, EndStatus, Flow, derive

STEPS = """
ends:
  ditolak:
    status: rejected
    text: Permohonan ditolak
    document: Surat penolakan
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan}
  - id: periksa
    actor: petugas
    with: [lurah]
    involves: [pemohon]
    activity: Memeriksa
    time: 2 hari kerja
    input: [berkas]
    output: berkas terperiksa
    note: Dicatat
    decision:
      question: Lengkap?
      branches:
        - {answer: ya}
        - {answer: kurang, to: ajukan, note: dikembalikan}
        - {answer: tidak, end: ditolak}
        - {answer: ragu, to: periksa}
        - {answer: langsung, end: selesai}
  - {id: tinjau, actor: petugas, activity: Meninjau, optional: Bila perlu}
  - {id: lompat, actor: lurah, activity: Melompat, next: serahkan}
  - {id: akhiri, actor: lurah, activity: Mengakhiri, end: ditolak}
  - {id: serahkan, actor: petugas, activity: Menyerahkan}
"""


def flow_of(fragment: str) -> Flow:
    from sop_engine.source import parse

    source, found = parse(definition(fragment), "f.yaml")
    assert source is not None
    assert not found
    return derive(Definition.model_validate(source.data))[0]


def arrows(flow: Flow) -> list[tuple[str, str, str | None, bool]]:
    return [
        (edge.source, edge.target, edge.answer or ("skip" if edge.kind is EdgeKind.SKIP else None), edge.back)
        for edge in flow.edges
    ]


def test_the_arrows_follow_from_order_unless_something_is_said() -> None:
    assert arrows(flow_of(STEPS)) == [
        ("ajukan", "periksa", None, False),
        ("periksa", "tinjau", "ya", False),
        ("periksa", "ajukan", "kurang", True),
        ("periksa", "end:ditolak", "tidak", False),
        ("periksa", "periksa", "ragu", True),
        ("periksa", "end:selesai", "langsung", False),
        ("tinjau", "lompat", None, False),
        ("tinjau", "lompat", "skip", False),
        ("lompat", "serahkan", None, False),
        ("akhiri", "end:ditolak", None, False),
        ("serahkan", "end:selesai", None, False),
    ]


def test_an_optional_decision_has_its_answers_and_one_way_past_it() -> None:
    fragment = """
steps:
  - id: a
    actor: pemohon
    activity: Memilih
    optional: Bila perlu
    decision: {question: Ya?, branches: [{answer: ya}, {answer: tidak, to: a}]}
  - {id: b, actor: petugas, activity: Menunggu}
  - {id: c, actor: lurah, activity: Memutus}
"""
    assert arrows(flow_of(fragment))[:3] == [
        ("a", "b", "ya", False),
        ("a", "a", "tidak", True),
        ("a", "b", "skip", False),
    ]


def test_a_detour_that_is_listed_last_is_no_return() -> None:
    fragment = """
steps:
  - {id: a, actor: pemohon, activity: Mengajukan}
  - id: b
    actor: petugas
    activity: Memeriksa
    decision: {question: Ragu?, branches: [{answer: tidak}, {answer: ya, to: d}, {answer: kurang, to: a}]}
  - {id: c, actor: lurah, activity: Memutus, end: selesai}
  - {id: d, actor: petugas, activity: Meninjau, next: c}
"""
    assert {(source, target) for source, target, _, back in arrows(flow_of(fragment)) if back} == {("b", "a")}


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), max_size=4)))
def test_circles_are_those_of_networkx(drawn: dict[str, list[str]]) -> None:
    graph = {node: drawn.get(node, []) for node in "abcdefgh"}
    numbered = components(graph)
    ours = {frozenset(node for node in graph if numbered[node] == number) for number in numbered.values()}
    theirs = nx.strongly_connected_components(nx.DiGraph([(a, b) for a, targets in graph.items() for b in targets]))
    alone = {frozenset({node}) for node in graph} - {
        frozenset({node}) for each in ours for node in each if len(each) > 1
    }
    assert ours == {frozenset(each) for each in theirs} | alone


def test_a_long_circle_needs_no_recursion() -> None:
    nodes = [str(number) for number in range(20_000)]
    assert set(components({node: [nodes[place - 1]] for place, node in enumerate(nodes)}).values()) == {0}


def test_a_node_carries_its_row() -> None:
    node = flow_of(STEPS).node["periksa"]
    assert (node.number, node.actor, node.joint, node.involves) == (2, "petugas", ("lurah",), ("pemohon",))
    assert node.performers == ("petugas", "lurah")
    assert (node.question, node.answers) == ("Lengkap?", ("ya", "kurang", "tidak", "ragu", "langsung"))
    assert (str(node.time), node.input, node.output, node.note) == (
        "2 hari kerja",
        ("berkas",),
        "berkas terperiksa",
        "Dicatat",
    )


def test_ends_stand_as_declared_and_the_default_end_last() -> None:
    flow = flow_of(STEPS)
    assert [(end.id, end.key, end.status, end.text, end.document) for end in flow.ends] == [
        ("end:ditolak", "ditolak", EndStatus.REJECTED, "Permohonan ditolak", "Surat penolakan"),
        ("end:selesai", "selesai", EndStatus.FINISHED, "Selesai", None),
    ]


def test_the_default_end_can_be_worded() -> None:
    flow = flow_of("ends:\n  selesai:\n    text: Surat diterima\n")
    assert [(end.id, end.text) for end in flow.ends] == [("end:selesai", "Surat diterima")]


def test_a_step_may_have_the_name_of_an_end() -> None:
    flow = flow_of("steps:\n  - {id: selesai, actor: pemohon, activity: Selesai}\n")
    assert arrows(flow) == [("selesai", "end:selesai", None, False)]


def test_columns_are_the_actors_that_act_in_the_order_of_the_definition() -> None:
    flow = flow_of("steps:\n  - {id: a, actor: lurah, activity: A}\n  - {id: b, actor: pemohon, activity: B}\n")
    assert list(flow.actors.items()) == [("pemohon", "Pemohon"), ("lurah", "Lurah")]
    assert flow.external == {"pemohon"}


def test_an_arrow_to_nowhere_is_left_out() -> None:
    flow = flow_of(
        "steps:\n  - {id: a, actor: lurah, activity: A, next: x}\n  - {id: b, actor: lurah, activity: B, end: y}\n"
    )
    assert flow.edges == ()
    assert flow.outgoing == {"a": (), "b": ()}


def test_of_two_steps_with_one_id_the_first_counts() -> None:
    flow = flow_of(
        "steps:\n  - {id: a, actor: lurah, activity: A}\n  - {id: a, actor: pemohon, activity: B}\n"
        "  - {id: c, actor: lurah, activity: C}\n"
    )
    assert [(node.id, node.number, node.activity) for node in flow.nodes] == [("a", 1, "A"), ("c", 2, "C")]
    assert arrows(flow) == [("a", "c", None, False), ("c", "end:selesai", None, False)]


def test_complaint_procedures_follow_the_main_one() -> None:
    compiled, _ = compile_text(
        definition(
            "complaints:\n  within: 5 hari kerja\n  officer: {name: Pejabat}\n"
            "  channels: [{kind: in_person, procedure: langsung}]\n"
            "  procedures:\n    - id: langsung\n      title: Pengaduan Langsung\n      ends: {buntu: {text: Buntu}}\n"
            "      steps:\n        - {id: adu, actor: pemohon, activity: Mengadu, end: buntu}\n"
        )
    )
    assert compiled is not None
    assert [(flow.procedure, flow.title, flow.start) for flow in compiled.flows] == [
        ("utama", "Izin Keramaian", "ajukan"),
        ("langsung", "Pengaduan Langsung", "adu"),
    ]
    assert [end.id for end in compiled.flow("langsung").ends] == ["end:buntu"]
    assert list(compiled.flow("langsung").actors) == ["pemohon"]


def test_the_graph_has_every_node_and_every_arrow() -> None:
    flow = flow_of(STEPS)
    graph = flow.graph()
    assert list(graph.nodes) == [*flow.node, *flow.end]
    assert [data["edge"] for *_, data in graph.edges(data=True)] == sorted(
        flow.edges, key=lambda edge: [node.id for node in flow.nodes].index(edge.source)
    )


def test_a_flow_does_not_change() -> None:
    flow = flow_of(STEPS)
    with pytest.raises(AttributeError):
        flow.title = "x"  # type: ignore[misc]


PARALLEL = """
steps:
  - {id: a, actor: pemohon, activity: Mengajukan}
  - id: b
    actor: lurah
    activity: Membagi
    parallel:
      - steps:
          - {id: c, actor: petugas, activity: Meneliti}
          - id: d
            actor: petugas
            activity: Membagi lagi
            parallel:
              - steps: [{id: e, actor: petugas, activity: Mencatat}]
              - steps: [{id: f, actor: lurah, activity: Memaraf}]
      - title: Lapangan
        steps:
          - id: g
            actor: lurah
            activity: Meninjau
            decision: {question: Baik?, branches: [{answer: ya}, {answer: belum, to: g}]}
  - {id: h, actor: lurah, activity: Menandatangani}
"""


def test_parallel_branches_fork_and_meet() -> None:
    flow = flow_of(PARALLEL)
    assert [(node.id, node.number, node.inside) for node in flow.nodes] == [
        ("a", 1, ()),
        ("b", 2, ()),
        ("c", 3, ("b/1",)),
        ("d", 4, ("b/1",)),
        ("e", 5, ("b/1", "d/1")),
        ("f", 6, ("b/1", "d/2")),
        ("g", 7, ("b/2",)),
        ("h", 8, ()),
    ]
    assert [(edge.source, edge.target, edge.kind, edge.note) for edge in flow.edges if edge.source in "bd"] == [
        ("b", "c", EdgeKind.FORK, None),
        ("b", "g", EdgeKind.FORK, "Lapangan"),
        ("d", "e", EdgeKind.FORK, None),
        ("d", "f", EdgeKind.FORK, None),
    ]
    assert {(edge.source, edge.target) for edge in flow.edges if "join" in edge.source + edge.target} == {
        ("e", "join:d"),
        ("f", "join:d"),
        ("join:d", "join:b"),
        ("g", "join:b"),
        ("join:b", "h"),
    }
    assert flow.block == {"join:b": frozenset("cdefg"), "join:d": frozenset("ef")}
    assert [edge.target for edge in flow.edges if edge.back] == ["g"]


@pytest.mark.parametrize("target", ["to: a", "to: h", "to: g", "end: selesai"])
def test_an_arrow_out_of_a_branch_is_left_out(target: str) -> None:
    decision = f"{{question: X?, branches: [{{answer: y}}, {{answer: t, {target}}}]}}"
    flow = flow_of(PARALLEL.replace("activity: Mencatat", f"activity: Mencatat, decision: {decision}"))
    assert [edge.answer for edge in flow.outgoing["e"]] == ["y"]
    assert flow.broken == {"e"}


GROUPS = """
applicants: {baru: {name: Baru}, lama: {name: Lama}}
steps:
  - {id: a, actor: pemohon, activity: Mendaftar, only: [baru]}
  - {id: b, actor: pemohon, activity: Mengajukan}
  - {id: c, actor: petugas, activity: Meninjau, only: [baru], skip_to: e}
  - {id: d, actor: petugas, activity: Menilai, only: [lama], optional: Bila perlu}
  - id: e
    actor: lurah
    activity: Membagi
    parallel:
      - steps: [{id: f, actor: petugas, activity: Meneliti, only: [baru]}]
      - steps: [{id: g, actor: petugas, activity: Mencatat}]
"""


def test_a_flow_for_one_group_leads_past_the_steps_of_the_others() -> None:
    whole = flow_of(GROUPS)
    assert ("c", "e", "skip", False) in arrows(whole)
    fresh, again = whole.narrowed("baru"), whole.narrowed("lama")
    assert (fresh.start, again.start) == ("a", "b")
    assert arrows(again) == [
        ("b", "e", None, False),
        ("d", "e", None, False),
        ("d", "e", "skip", False),
        ("e", "g", None, False),
        ("join:e", "end:selesai", None, False),
        ("g", "join:e", None, False),
    ]
    assert [(edge.source, edge.target) for edge in fresh.edges if edge.kind is EdgeKind.FORK] == [
        ("e", "f"),
        ("e", "g"),
    ]
    assert whole.narrowed(None) is whole


def test_a_block_of_which_nothing_is_left_is_passed() -> None:
    only = GROUPS.replace("activity: Mencatat}", "activity: Mencatat, only: [baru]}")
    flow = flow_of(only).narrowed("lama")
    assert ("e", "join:e", None, False) in arrows(flow)
    assert all(edge.kind is not EdgeKind.FORK for edge in flow.edges)


CLOCKS = """
actors:
  pemohon: {name: Pemohon, external: true%s}
  lab: {name: Laboratorium, external: true}
  petugas: {name: Petugas}
steps:
  - {id: a, actor: pemohon, activity: Mengajukan}
  - {id: b, actor: lab, activity: Menguji}
  - {id: c, actor: petugas, activity: Mencatat}
  - {id: d, actor: petugas, activity: Menunggu, clock: none}
"""


@pytest.mark.parametrize(("marked", "lab"), [("", "applicant"), (", applicant: true", "office")])
def test_whose_clock_runs_follows_from_the_actor(marked: str, lab: str) -> None:
    flow = flow_of(CLOCKS % marked)
    assert [node.clock for node in flow.nodes] == ["applicant", lab, "office", "none"]


def test_a_procedure_may_be_for_some_groups_and_a_complaint_is_for_all() -> None:
    from sop_engine.source import parse

    fragment = """
applicants: {baru: {name: Baru}, lama: {name: Lama}}
procedures:
  - {id: p, title: P, only: [baru], steps: [{id: a, actor: pemohon, activity: Mengajukan}]}
  - {id: q, title: Q, steps: [{id: a, actor: pemohon, activity: Mengajukan}]}
complaints:
  procedures: [{id: r, title: R, steps: [{id: a, actor: pemohon, activity: Mengadu}]}]
"""
    source, _ = parse(definition(fragment), "f.yaml")
    assert source is not None
    flows = derive(Definition.model_validate(source.data))
    assert [list(flow.groups or ()) for flow in flows] == [["baru"], ["baru", "lama"], []]
