"""The checks where one example does not tell the whole rule: what is told, at which place, and what is no finding."""

from __future__ import annotations

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.diagnostic import Diagnostic

OFFICER = "officer: {name: P, position: J}"


def found(fragment: str) -> tuple[Diagnostic, ...]:
    return compile_text(definition(fragment), None, "f.yaml")[1]


def told(fragment: str) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(each.code, each.route) for each in found(fragment)]


def steps(*rows: str) -> str:
    """Return steps from rows such as ``id actor more``."""
    words = [row.split(" ", 2) for row in rows]
    told = "".join(
        f"  - {{id: {step}, actor: {actor}, activity: Bekerja{', ' + ' '.join(more) if more else ''}}}\n"
        for step, actor, *more in words
    )
    return "steps:\n" + told


def decision(*branches: str) -> str:
    return "decision: {question: Bagaimana?, branches: [" + ", ".join(f"{{{each}}}" for each in branches) + "]}"


def procedure(name: str, step: str) -> str:
    return (
        "complaints:\n  within: 1 jam\n  officer: {name: P, position: J}\n  channels: [{kind: lapor}]\n"
        f"  procedures:\n    - id: {name}\n      title: Prosedur\n      steps:\n        - {{{step}}}\n"
    )


class TestReached:
    def test_a_step_after_an_end(self) -> None:
        assert told(steps("a pemohon end: selesai", "b petugas", "c lurah")) == [
            ("SOP027", ("steps", 1, "id")),
        ]

    def test_an_optional_step_can_be_passed(self) -> None:
        assert told(steps("a pemohon", "b petugas optional: Bila perlu, end: selesai", "c lurah")) == [
            ("SOP027", ("steps", 2, "id"))
        ]
        assert not told(
            steps(
                "a pemohon",
                "b petugas optional: Bila perlu, " + decision("answer: ya", "answer: tidak, end: selesai"),
                "c lurah",
            )
        )

    def test_a_misspelled_arrow_is_told_and_not_what_it_leads_to(self) -> None:
        assert told(steps("a pemohon next: d", "b petugas", "c lurah")) == [("SOP025", ("steps", 0, "next"))]

    def test_an_arrow_of_a_step_that_nobody_reaches_excuses_nothing(self) -> None:
        assert told(steps("a pemohon next: c", "b petugas next: x", "c lurah")) == [
            ("SOP027", ("steps", 1, "id")),
            ("SOP025", ("steps", 1, "next")),
        ]


class TestEnding:
    def test_a_circle_is_told_once_at_its_first_step(self) -> None:
        (each,) = found(steps("a pemohon", "b petugas", "c lurah next: b"))
        assert (each.code, each.route) == ("SOP028", ("steps", 1))
        assert "`deadline`" in each.hint("id")
        assert each.message("id").startswith("setelah perkara sampai di langkah 2, ")
        assert each.message("id").endswith("di langkah 2, 3")

    def test_two_circles_are_two_findings(self) -> None:
        fork = decision("answer: satu, to: b", "answer: dua, to: c")
        assert told(steps(f"a pemohon {fork}", "b petugas next: b", "c lurah next: c")) == [
            ("SOP028", ("steps", 1)),
            ("SOP028", ("steps", 2)),
        ]

    def test_a_circle_with_a_way_out_is_none(self) -> None:
        assert not told(
            steps("a pemohon", "b petugas", "c lurah " + decision("answer: baik", "answer: ulangi, to: a, note: N"))
        )

    def test_a_misspelled_way_out_is_told_and_not_the_circle(self) -> None:
        fork = decision("answer: ulangi, to: a, note: N", "answer: baik, end: slesai")
        assert told(steps("a pemohon", "b petugas", f"c lurah {fork}")) == [
            ("SOP025", ("steps", 2, "decision", "branches", 1, "end"))
        ]

    def test_in_a_complaint_procedure(self) -> None:
        complaint = procedure("langsung", "id: a, actor: lurah, activity: Memeriksa, next: a")
        assert told(complaint) == [("SOP028", ("complaints", "procedures", 0, "steps", 0))]


class TestAnswers:
    def test_three_to_one_place_are_told_at_the_second_and_third(self) -> None:
        fork = decision("answer: a", "answer: b", "answer: c, to: b")
        routes = [route for code, route in told(steps(f"a pemohon {fork}", "b petugas", "c lurah")) if code == "SOP026"]
        assert routes == [("steps", 0, "decision", "branches", 1), ("steps", 0, "decision", "branches", 2)]

    def test_said_aloud_it_is_none(self) -> None:
        fork = decision("answer: a", "answer: b, same_place: true")
        assert not told(steps(f"a pemohon {fork}", "b petugas", "c lurah"))

    def test_two_ends_of_one_kind_are_two_places(self) -> None:
        ends = "ends:\n  tolak: {status: rejected, text: Ditolak}\n"
        fork = decision("answer: a", "answer: b, end: tolak", "answer: c, end: selesai")
        assert "SOP026" not in dict(told(ends + steps(f"a pemohon {fork}", "b petugas", "c lurah")))

    def test_one_answer_twice_is_told_once(self) -> None:
        fork = decision("answer: ya", "answer: YA")
        assert [code for code, _ in told(steps(f"a pemohon {fork}", "b petugas", "c lurah"))] == ["SOP026", "SOP036"]
        fork = decision("answer: ya", "answer: ya")
        assert [code for code, _ in told(steps(f"a pemohon {fork}", "b petugas", "c lurah"))] == ["SOP036"]


class TestNames:
    @pytest.mark.parametrize(
        ("more", "message"),
        [
            ("next: zzz", "langkah `zzz` tidak ada"),
            ("next: cicii", "langkah `cicii` tidak ada; maksudnya `cici`?"),
            ("end: selsai", "akhir `selsai` tidak ada; maksudnya `selesai`?"),
            ("end: cici", "akhir `cici` tidak ada"),
            ("next: selesai", "langkah `selesai` tidak ada"),
        ],
    )
    def test_a_target_is_a_step_or_an_end(self, more: str, message: str) -> None:
        (each,) = [
            each for each in found(steps(f"a pemohon {more}", "b petugas", "cici lurah")) if each.code == "SOP025"
        ]
        assert each.message("id") == message

    def test_the_steps_of_another_procedure_are_no_targets(self) -> None:
        complaint = procedure("langsung", "id: z, actor: lurah, activity: Memeriksa, next: periksa")
        assert told(complaint) == [("SOP025", ("complaints", "procedures", 0, "steps", 0, "next"))]

    def test_one_id_may_be_a_step_of_each_procedure_and_a_requirement(self) -> None:
        complaint = procedure("periksa", "id: periksa, actor: lurah, activity: Memeriksa")
        assert not told(complaint + "requirements: [{id: periksa, text: T}]\n")

    def test_the_main_procedure_has_its_name(self) -> None:
        complaint = procedure("utama", "id: a, actor: lurah, activity: Memeriksa")
        (each,) = found(complaint)
        assert (each.code, each.related) == ("SOP035", ("steps",))

    @pytest.mark.parametrize(
        ("more", "route"),
        [("with: [petugas, petgas]", ("with", 1)), ("involves: [petgas]", ("involves", 0))],
    )
    def test_every_actor_is_known(self, more: str, route: tuple[str | int, ...]) -> None:
        assert told(steps(f"a pemohon {more}", "b petugas", "c lurah")) == [("SOP048", ("steps", 0, *route))]

    def test_who_is_only_told_or_only_joins_acts_too(self) -> None:
        assert not told(steps("a pemohon with: [petugas], involves: [lurah]"))


class TestShape:
    @pytest.mark.parametrize(
        ("fragment", "code"),
        [
            ("fee: {}\n", "SP001"),
            ("fee: {free: true, regulation: Perda 3/2024}\n", "SOP127"),
            ("fee: {amount: 5, per: lembar}\n", None),
            ("fee: {free: true, per: lembar}\n", "SOP115"),
            ("sla: {}\n", "SP001"),
            ("sla: {written: '-'}\n", "SP001"),
            ("sla: {within: 1 jam, adjusts: Menyesuaikan, from: submitted}\n", "SOP127"),
            (
                steps("a pemohon next: c, " + decision("answer: ya", "answer: tidak, to: c"), "b petugas", "c lurah"),
                "SOP115",
            ),
            (
                steps(
                    "a pemohon",
                    "b petugas",
                    "c lurah " + decision("answer: ya", "answer: tidak, to: a, end: selesai, note: N"),
                ),
                "SOP115",
            ),
        ],
    )
    def test_each_thing_is_written_in_one_way(self, fragment: str, code: str | None) -> None:
        assert [each for each, _ in told(fragment) if each != "SP011"] == ([code] if code else [])

    @pytest.mark.parametrize("kind", ["in_person", "suggestion_box", "lapor"])
    def test_some_channels_need_no_address(self, kind: str) -> None:
        assert not told(f"complaints: {{within: 1 jam, {OFFICER}, channels: [{{kind: lapor}}, {{kind: {kind}}}]}}\n")


class TestOpen:
    def test_each_reading_is_told_at_its_value(self) -> None:
        fragment = "unstated: [title, decree]\n" + steps(
            "a pemohon unstated: [activity]",
            "b petugas time: 1 jam, unstated: [time, actor]",
            "c lurah unstated: [decision], " + decision("answer: ya", "answer: tidak, to: a, unstated: [to, answer]"),
        )
        assert {route for code, route in told(fragment) if code == "SOP080"} == {
            ("title",), ("decree",), ("steps", 0, "activity"), ("steps", 1, "time"), ("steps", 1, "actor"),
            ("steps", 2, "decision"), ("steps", 2, "decision", "branches", 1, "to"),
            ("steps", 2, "decision", "branches", 1, "answer"),
        }  # fmt: skip

    def test_hari_is_told_wherever_it_stands(self) -> None:
        fragment = "sla: {within: 2 hari, from: submitted}\n" + steps("a pemohon time: 1 hari", "b petugas", "c lurah")
        assert told(fragment) == [("SP012", ("sla", "within")), ("SP012", ("steps", 0, "time"))]
