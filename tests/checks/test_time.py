"""Times and promises where one example does not tell the whole rule: boundaries, places, and what is no finding."""

from __future__ import annotations

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.diagnostic import Diagnostic
from sop_engine.settings import Settings

MINE = {
    "SOP062",
    "SOP063",
    "SOP064",
    "SOP065",
    "SOP067",
    "SOP073",
    "SOP074",
    "SOP075",
    "SOP076",
    "SP011",
    "SP012",
    "SP013",
}


def found(fragment: str, settings: Settings | None = None) -> list[Diagnostic]:
    found = compile_text(definition(fragment), None, "f.yaml", settings or Settings())[1]
    return [each for each in found if each.code in MINE]


def codes(fragment: str) -> list[str]:
    return [each.code for each in found(fragment)]


def steps(middle: str, last: str = "time: 1 jam") -> str:
    return (
        "steps:\n  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}\n"
        f"  - {{id: tinjau, actor: petugas, activity: Meninjau lokasi, {middle}}}\n"
        f"  - {{id: tetapkan, actor: lurah, activity: Menetapkan izin, {last}}}\n"
    )


def within(time: str) -> str:
    return f"sla: {{within: {time}, from: requirements_complete}}\n"


class TestBroken:
    def test_the_last_minute_still_fits(self) -> None:
        assert codes(steps("time: 6 jam") + within("420 menit")) == []
        assert codes(steps("time: 6 jam") + within("419 menit")) == ["SOP064"]

    def test_it_says_by_how_much_and_which_steps_take_it(self) -> None:
        (only,) = found(steps("time: 3 hari kerja") + within("3 hari kerja"))
        assert only.route == ("sla", "within")
        assert only.message("id") == (
            "janji 3 hari kerja tidak dapat ditepati: langkah-langkah “Izin Keramaian” memerlukan 3 hari kerja 1 jam, "
            "lebih 1 jam; terlama: langkah 2 (3 hari kerja), 3 (1 jam)"
        )

    def test_the_applicants_time_does_not_count(self) -> None:
        assert codes(steps("time: 9 hari kerja, clock: applicant", "time: 2 hari kerja") + within("3 hari kerja")) == []

    def test_a_missing_time_does_not_hide_what_is_too_long_already(self) -> None:
        assert codes(steps("time: 4 hari kerja", "note: x") + within("3 hari kerja")) == ["SOP064"]

    def test_each_stage_and_case_is_told_at_its_own_place(self) -> None:
        stages = "sla: {from: submitted, stages: [{name: a, within: 1 jam}, {name: b, within: 2 jam}]}\n"
        assert [each.route for each in found(steps("time: 6 jam") + stages)] == [("sla", "stages")]
        cases = "sla: {from: submitted, cases: [{when: a, within: 9 jam}, {when: b, within: 2 jam}]}\n"
        assert [each.route for each in found(steps("time: 6 jam") + cases)] == [("sla", "cases", 1, "within")]

    def test_a_case_is_held_to_the_shortest_way(self) -> None:
        cases = "sla: {from: submitted, cases: [{when: a, within: 2 jam}]}\n"
        assert codes(steps("time: 6 jam, optional: Bila perlu") + cases) == []

    def test_two_groups_of_applicants_are_one_finding(self) -> None:
        groups = "applicants: {umum: {name: Umum}, lain: {name: Lain}}\n"
        assert codes(groups + steps("time: 6 jam") + within("1 jam")) == ["SOP064"]

    def test_steps_for_different_groups_are_not_added_up(self) -> None:
        groups = "applicants: {umum: {name: Umum}, lain: {name: Lain}}\n"
        apart = steps("time: 6 jam, only: [umum]", "time: 6 jam, only: [lain]")
        assert codes(groups + apart + within("6 jam")) == []

    def test_the_offices_own_hours_count(self) -> None:
        text = steps("time: 7 jam", "time: 30 menit") + within("1 hari kerja")
        assert found(text) == []
        assert [each.code for each in found(text, Settings(days_per_week=6, day_minutes=375))] == ["SOP064"]

    def test_a_complaint_procedure_is_held_to_the_limit_of_complaints(self) -> None:
        complaints = (
            "complaints:\n  within: 1 hari kerja\n  officer: {name: P, position: J}\n  channels: [{kind: lapor}]\n"
            "  procedures:\n    - id: langsung\n      title: Pengaduan Langsung\n      steps:\n"
            "        - {id: tanggapi, actor: petugas, activity: Menanggapi pengaduan, time: 2 hari kerja}\n"
        )
        assert [(each.code, each.route) for each in found(complaints)] == [("SOP064", ("complaints", "within"))]


class TestPadded:
    def test_a_tenth_is_not_less_than_a_tenth(self) -> None:
        assert codes(steps("time: 1 jam", "time: 30 menit") + within("15 jam")) == []
        assert codes(steps("time: 1 jam", "time: 30 menit") + within("901 menit")) == ["SOP065"]

    def test_nothing_is_said_while_a_time_is_missing(self) -> None:
        assert codes(steps("time: 1 jam", "note: x") + within("99 hari kerja")) == []


class TestWritten:
    @pytest.mark.parametrize(
        ("note", "told"),
        [
            ("Waktu menyesuaikan jarak", True),
            ("Tergantung cuaca", True),
            ("sesuai kebutuhan", True),
            ("Sesuai ketentuan", False),
            ("Menyesuaikan jadwal, paling lama sehari", True),
            ("Penyesuaian berkas", False),
        ],
    )
    def test_words_without_bound(self, note: str, told: bool) -> None:
        assert codes(steps(f'note: "{note}"')) == (["SOP062"] if told else [])
        assert codes(steps(f'note: "{note}", time: 1 hari kerja')) == []
        assert codes(steps(f'note: "{note}", deadline: {{within: 1 hari kerja}}')) == []

    def test_each_kind_of_time_counts_as_a_place_for_hari(self) -> None:
        text = steps("time: 1 hari", "deadline: {within: 2 hari kerja}")
        (mixed,) = [each for each in found(text) if each.code == "SOP063"]
        assert mixed.route == ("steps", 1, "time")
        assert mixed.related == ("sla", "within")

    def test_one_unit_alone_is_not_mixed(self) -> None:
        plain = within("3 hari") + "complaints: {within: 5 hari, channels: [{kind: lapor}], officer: {name: P}}\n"
        assert codes(plain) == ["SP012", "SP012"]

    def test_long_units_matter_for_the_office_alone(self) -> None:
        assert codes(steps("time: 1 minggu") + within("9 hari kerja")) == ["SOP067"]
        assert codes(steps("time: 1 minggu, clock: applicant", "time: 2 hari kerja")) == []

    @pytest.mark.parametrize(
        ("time", "told"), [("24 jam", True), ("168 jam", True), ("25 jam", False), ("8 jam", False)]
    )
    def test_days_of_24_hours(self, time: str, told: bool) -> None:
        assert ("SOP073" in codes(steps(f"time: {time}") + within("40 hari kerja"))) is told
        assert ("SOP073" in codes(within(time))) is told

    def test_the_message_says_what_is_counted(self) -> None:
        (only,) = found(steps("time: 168 jam") + within("40 hari kerja"))
        assert "yaitu 22 hari kerja 3 jam; apakah maksudnya 7 hari?" in only.message("id")


class TestDeadline:
    def test_as_long_as_the_promise_is_not_longer(self) -> None:
        assert codes(steps("deadline: {within: 3 hari kerja, to: tetapkan}")) == []
        assert codes(steps("deadline: {within: 4 hari kerja, to: tetapkan}")) == ["SOP074"]

    def test_the_extension_belongs_to_the_promise(self) -> None:
        longer = "sla: {within: 3 hari kerja, from: submitted, extension: {within: 2 hari kerja}}\n"
        assert codes(steps("deadline: {within: 5 hari kerja, to: tetapkan}") + longer) == []

    def test_a_return_to_the_applicant_may_take_its_time(self) -> None:
        late = "deadline: {within: 9 hari kerja}"
        back = f"decision: {{question: Apa?, branches: [{{answer: ya}}, {{answer: tidak, to: %s, {late}}}]}}"
        assert codes(steps(back % "ajukan")) == []
        assert codes(steps("time: 1 jam", back % "tinjau")) == ["SOP074"]


class TestOrder:
    def test_equal_bounds_are_a_range_still(self) -> None:
        assert codes("sla: {at_least: 1 hari kerja, within: 450 menit, from: submitted}\n") == []
        assert codes("sla: {at_least: 1 hari kerja, within: 449 menit, from: submitted}\n") == ["SOP075"]

    def test_the_time_of_the_step_is_the_usual_one(self) -> None:
        assert codes(steps("time: 2 jam, times: {best: 1 jam, worst: 3 jam}")) == []
        assert codes(steps("time: 4 jam, times: {best: 1 jam, worst: 3 jam}")) == ["SOP076"]
        assert codes(steps("time: 4 jam, times: {best: 1 jam, usual: 2 jam, worst: 3 jam}")) == []


class TestPromised:
    def test_a_case_without_bound_is_told(self) -> None:
        cases = "sla: {from: submitted, cases: [{when: a, adjusts: Menyesuaikan}, {when: b, within: 1 jam}]}\n"
        assert [(each.code, each.route) for each in found(cases)] == [("SP011", ("sla", "cases", 0, "adjusts"))]

    def test_stages_and_cases_begin_somewhere_too(self) -> None:
        assert codes("sla: {cases: [{when: b, within: 1 jam}]}\n") == ["SP013"]
        assert codes("sla: {stages: [{name: b, within: 1 jam}]}\n") == ["SP013"]
        assert codes("sla: {adjusts: Menyesuaikan}\n") == ["SP011"]
