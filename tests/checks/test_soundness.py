"""Soundness: the analysis agrees with an exact state search, and what it tells can be relied on."""

from __future__ import annotations

import copy
import re
import time
from random import Random
from typing import Any

import pytest
from compare_soundness import compared, flow_and_definition, flow_of, run
from random_steps import procedure
from sample import definition
from state_search import NowhereToLandError, Search, TooLargeError

from sop_engine.checks import flow as flow_checks
from sop_engine.checks import traps as trap_checks
from sop_engine.checks.soundness import Places, judge
from sop_engine.checks.story import tell
from sop_engine.checks.subject import Subject
from sop_engine.compiler import compile_text
from sop_engine.diagnostic import Diagnostic
from sop_engine.flow import EdgeKind

RANDOM = 1500
FLOW_CHECKS = (
    flow_checks.answers_to_one_place,
    flow_checks.unreachable,
    flow_checks.unexplained_return,
    flow_checks.several_ends,
    flow_checks.beyond_five_symbols,
    flow_checks.jumping,
    trap_checks.no_way_out,
    trap_checks.branch_without_join,
    trap_checks.uncountable,
)


def step(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "actor": "a", "activity": "Bekerja", **more}


def asks(*branches: dict[str, Any]) -> dict[str, Any]:
    return {
        "question": "Bagaimana?",
        "branches": [{"answer": f"j{index}", **each} for index, each in enumerate(branches)],
    }


def test_it_agrees_with_the_exact_search_on_random_procedures() -> None:
    sorts = run(RANDOM)
    left_out = sum(number for sort, number in sorts.items() if sort.startswith("left out"))
    assert left_out < RANDOM / 10
    # every sort is there often enough to mean something
    assert min(sorts[sort] for sort in ("sound", "dead steps", "unsound", "uncountable")) > RANDOM / 20


class TestLimits:
    """A limit can be exhausted, so what lies beyond is reached and the counted way is no way out."""

    def test_beyond_a_limit_is_reached(self) -> None:
        steps = [step("a", decision=asks({"end": "selesai"}, {"to": "a", "limit": {"times": 2, "to": "b"}})), step("b")]
        assert judge(flow_of(steps)).dead == ()
        assert compared(steps, ()) == "sound"

    def test_a_way_out_that_can_be_used_up_is_none(self) -> None:
        steps = [
            step("a", decision=asks({"to": "b", "limit": {"times": 2, "to": "c"}}, {"to": "a"})),
            step("b", decision=asks({"to": "a"}, {"end": "selesai"})),
            step("c", next="a"),
        ]
        (trap,) = judge(flow_of(steps)).traps
        assert trap.steps == ("a", "c")
        (story,) = tell(Places(flow_of(steps)), 9)
        assert [edge.answer for edge in story.spent] == ["j0"]
        assert story.cause is not None
        assert story.cause.kind is EdgeKind.LIMIT
        assert compared(steps, ()) == "unsound"

    @pytest.mark.parametrize(
        ("steps", "countable"),
        [
            ([step("a", decision=asks({}, {"to": "a", "limit": {"times": 1, "end": "tolak"}}))], True),
            ([step("a", decision=asks({}, {"end": "tolak", "limit": {"times": 1, "end": "selesai"}}))], False),
            # back only through another limit
            (
                [
                    step("a", decision=asks({}, {"to": "b", "limit": {"times": 1, "end": "tolak"}}), end="selesai"),
                    step("b", decision=asks({}, {"to": "a", "limit": {"times": 1, "end": "tolak"}})),
                    step("c"),
                ],
                False,
            ),
            # back only when somebody is late
            (
                [
                    step("a", decision=asks({"to": "c"}, {"to": "b", "limit": {"times": 1, "end": "tolak"}})),
                    step("b", deadline={"within": "3 hari", "to": "a"}),
                    step("c"),
                ],
                False,
            ),
            # back through a parallel block, one branch of which never ends
            (
                [
                    step("a", decision=asks({"to": "c"}, {"to": "b", "limit": {"times": 1, "end": "tolak"}})),
                    step("b", parallel=[{"steps": [step("p")]}, {"steps": [step("q", next="q")]}], next="a"),
                    step("c"),
                ],
                False,
            ),
        ],
    )
    def test_a_limit_counts_what_comes_back_freely(self, steps: list[dict[str, Any]], countable: bool) -> None:
        for each in steps:
            each.pop("end", None) if "decision" in each else None
        assert (judge(flow_of(steps)).endless == ()) == countable
        assert (Search(steps, None).endless() == set()) == countable


class TestLate:
    def test_a_deadline_is_a_way_to_a_step_and_no_way_out(self) -> None:
        steps = [step("a", next="a", deadline={"within": "3 hari", "to": "b"}), step("b")]
        verdict = judge(flow_of(steps))
        assert verdict.dead == ()
        assert [trap.steps for trap in verdict.traps] == [("a",)]


class TestGroups:
    def test_a_step_is_dead_when_no_group_comes_to_it(self) -> None:
        steps = [step("a", only=["umum"], end="selesai"), step("b", only=["bpjs"], next="b"), step("c")]
        flow = flow_of(steps, ("umum", "bpjs"))
        assert judge(flow.narrowed("umum")).traps == ()

    def test_what_traps_one_group_is_told_for_that_group(self) -> None:
        found = diagnostics(
            "applicants: {umum: {name: Pasien umum}, bpjs: {name: Pasien BPJS}}\n"
            "steps:\n"
            "  - {id: a, actor: pemohon, activity: Mendaftar}\n"
            "  - {id: b, actor: petugas, activity: Memeriksa, only: [bpjs], next: a, skip_to: c}\n"
            "  - {id: c, actor: lurah, activity: Menandatangani}\n"
        )
        (told,) = [each for each in found if each.code == "SOP028"]
        assert told.message("id") == ("bagi Pasien BPJS: perkara tidak punya jalan keluar: berputar di langkah 1, 2")


class TestEchoes:
    def test_what_follows_a_trap_is_not_told_as_dead(self) -> None:
        found = diagnostics(written("a", "b next: a", "c", "d"))
        assert codes(found) == ["SOP028"]

    def test_what_follows_a_dead_step_is_told_with_it(self) -> None:
        (told,) = [each for each in diagnostics(written("a end: selesai", "b", "c")) if each.code == "SOP027"]
        assert told.message("id") == "langkah 2 `b` tidak pernah tercapai; begitu pula langkah 3"

    def test_two_causes_are_told_twice(self) -> None:
        found = diagnostics(written("a end: selesai", "b end: selesai", "c"))
        assert codes(found) == ["SOP027", "SOP027"]


class TestStory:
    def test_it_points_at_the_answer_that_leads_in(self) -> None:
        (told,) = [
            each
            for each in diagnostics(
                written(
                    "a optional: Bila perlu",
                    "b decision: {question: Q?, branches: [{answer: ya, to: e}, {answer: tidak}]}",
                    "c",
                    "d next: c",
                    "e",
                )
            )
            if each.code == "SOP028"
        ]
        assert told.route == ("steps", 1, "decision", "branches", 1)
        assert told.message("id") == (
            "setelah langkah 2 dijawab `tidak`, perkara tidak punya jalan keluar: berputar di langkah 3, 4"
        )
        assert (
            told.message("en")
            == "after step 2 is answered `tidak`, the case has no way out: it goes round in steps 3, 4"
        )
        assert told.hint("id").startswith("Pada langkah 4, tulis `next: e` atau `end: selesai`")

    def test_every_proposed_edit_mends_its_trap(self) -> None:
        mended = 0
        for seed in range(50_000, 50_400):
            steps, groups = procedure(Random(seed))
            flow = flow_of(steps, groups)
            if groups or flow.broken:
                continue
            for story in tell(Places(flow), 9):
                if story.edit is None:
                    continue
                after = Places(flow_of(edited(steps, story.edit)))
                assert story.trap.steps not in [trap.steps for trap in after.traps], (seed, story)
                exact = judged_exactly(edited(steps, story.edit))
                assert exact is None or not set(story.trap.steps) & exact or after.traps, (seed, story)
                mended += 1
        assert mended > 60

    def test_few_of_many_traps_are_told_and_fast(self) -> None:
        fork = "decision: {{question: Q?, branches: [{{answer: ya}}, {{answer: tidak, to: t{0}}}]}}"
        rows = [f"s{number} {fork.format(number)}" for number in range(1500)]
        rows += ["akhir end: selesai", *(f"t{number} next: t{number}" for number in range(1500))]
        text = definition(written(*rows))
        start = time.process_time()
        found = compile_text(text)[1]
        assert time.process_time() - start < 10
        assert len([each for each in found if each.code == "SOP028"]) == 50


def test_ten_thousand_steps_are_judged_in_a_moment() -> None:
    steps: list[dict[str, Any]] = []
    for number in range(0, 10_000, 4):
        back = {"to": f"s{number}", "limit": {"times": 3, "end": "tolak"}}
        branches = [{"steps": [step(f"s{number + 2}")]}, {"steps": [step(f"s{number + 3}")]}]
        steps += [step(f"s{number}", decision=asks({}, back)), step(f"s{number + 1}", parallel=branches)]
    flow = flow_of(steps)
    _ = flow.outgoing
    start = time.process_time()
    verdict = judge(flow)
    assert (verdict.dead, verdict.traps, verdict.endless) == ((), (), ())
    assert time.process_time() - start < 2


def test_a_procedure_with_wrong_names_gives_findings_and_nothing_else() -> None:
    for seed in range(400):
        random = Random(seed)
        steps, groups = procedure(random)
        flow, definition_ = flow_and_definition(spoiled(steps, random), groups)
        found = [each for rule in FLOW_CHECKS for each in rule(Subject(definition_, (flow,)))]
        assert all(each.message("id") and each.hint("en") for each in found)


def spoiled(steps: list[dict[str, Any]], random: Random) -> list[dict[str, Any]]:
    """Return the steps with targets that are not there or in another block, ids twice, and groups nobody knows."""
    names = [each["id"] for each in every(steps)]
    for each in every(steps):
        chance = random.random
        if chance() < 0.2:
            each.pop("end", None)
            each["next"] = random.choice([*names, "hilang"])
        if chance() < 0.1:
            each["id"] = random.choice(names)
        if chance() < 0.15:
            each["only"] = [random.choice(["umum", "bpjs", "lain"])]
        if chance() < 0.15:
            each |= {"optional": "bila perlu", "skip_to": random.choice([*names, "hilang"])}
        for branch in each.get("decision", {}).get("branches", ()):
            if chance() < 0.2:
                branch.pop("end", None)
                branch["to"] = random.choice([*names, "hilang"])
            if chance() < 0.1:
                branch["answer"] = "j0"
    return steps


def written(*rows: str) -> str:
    """Return steps from rows such as ``id key: value``."""
    told = []
    for row in rows:
        name, _, more = row.partition(" ")
        told.append(f"  - {{id: {name}, actor: petugas, activity: Bekerja{', ' + more if more else ''}}}\n")
    return "actors: {petugas: {name: Petugas}}\nsteps:\n" + "".join(told)


def diagnostics(fragment: str) -> tuple[Diagnostic, ...]:
    return compile_text(definition(fragment), None, "f.yaml")[1]


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [each.code for each in found if re.fullmatch(r"SOP0(27|28|82|83)", each.code)]


def judged_exactly(steps: list[dict[str, Any]]) -> set[str] | None:
    """Return the steps in which cases go round by the exact search; None where it has nothing to say."""
    try:
        search = Search(steps, None)
    except (TooLargeError, NowhereToLandError):
        return None
    return None if search.endless() else search.traps()


def edited(steps: list[dict[str, Any]], edit: Any) -> list[dict[str, Any]]:
    """Return the steps after an edit was made as the hint says."""
    steps = copy.deepcopy(steps)
    each = next(each for each in every(steps) if each["id"] == edit.edge.source.removeprefix("join:"))
    way = {"end": edit.end} if edit.end else {"to": edit.step} if edit.step else {}
    if edit.edge.kind is EdgeKind.SKIP:
        each.pop("skip_to", None)
        return_to = {"skip_to": edit.step} if edit.step else {}
        each.update(return_to)
        return steps
    if edit.edge.answer is None:
        holder, way = each, {"next" if key == "to" else key: value for key, value in way.items()}
    else:
        holder = next(branch for branch in each["decision"]["branches"] if branch["answer"] == edit.edge.answer)
        holder = holder["limit"] if edit.edge.kind is EdgeKind.LIMIT else holder
    for key in ("to", "next", "end"):
        holder.pop(key, None)
    holder.update(way)
    return steps


def every(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return all steps, those of parallel branches too."""
    nested = [inner for each in steps for branch in each.get("parallel", ()) for inner in every(branch["steps"])]
    return [*steps, *nested]
