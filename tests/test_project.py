"""The project file: what it settles, where it is found, and what it may not settle."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import UNIT_TEXT, definition

from sop_engine.compiler import compile_file, compile_text, judge_file, load
from sop_engine.definition.catalogue import FILE, Catalogue, project_file, yaml_files
from sop_engine.definition.project import Projects, settings_in
from sop_engine.diagnostic import Severity
from sop_engine.messages.findings import FINDINGS
from sop_engine.settings import LOWERABLE, PLAIN, MatrixForm, Settings, locked

DAYS = definition("sla:\n  within: 3 hari\n  from: submitted\n")
PAGE = Path(__file__).resolve().parents[1] / "docs" / "project.md"


def settled(body: str) -> Settings:
    made, found = settings_in(f"project: 1\n{body}", FILE)
    assert found == ()
    return made


def told(body: str) -> list[tuple[str, int, int]]:
    found = settings_in(body, FILE)[1]
    assert {each.path for each in found} <= {FILE}
    return [(each.code, *each.position) for each in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    unit = tmp_path / "definitions" / "units" / "contoh" / "kelurahan.yaml"
    unit.parent.mkdir(parents=True)
    unit.write_text(UNIT_TEXT, encoding="utf-8")
    (tmp_path / "definitions" / "izin-keramaian.yaml").write_text(DAYS, encoding="utf-8")
    return tmp_path / "definitions"


def codes(folder: Path) -> list[tuple[str, str]]:
    found = judge_file(folder / "izin-keramaian.yaml", Catalogue(folder)).found
    return [(each.code, each.severity.value) for each in found if each.code.startswith(("SP012", "SOP14"))]


class TestSettings:
    def test_without_a_project_file(self) -> None:
        assert settled("") == PLAIN
        assert (PLAIN.paper, PLAIN.number_pattern, PLAIN.days_per_week, PLAIN.day_minutes) == ("A4", None, 5, 450)

    @pytest.mark.parametrize(
        ("body", "days", "minutes"),
        [
            ("calendar: {days_per_week: 6}\n", 6, 375),
            ('calendar: {hours_per_day: "8"}\n', 5, 480),
            ("calendar: {hours_per_day: 7.5}\n", 5, 450),
            ('calendar: {days_per_week: 6, hours_per_day: "6.25"}\n', 6, 375),
        ],
    )
    def test_a_working_day_in_minutes(self, body: str, days: int, minutes: int) -> None:
        settings = settled(body)
        assert (settings.days_per_week, settings.day_minutes) == (days, minutes)

    def test_the_matrix(self) -> None:
        form = settled(
            "matrix: {font: serif, size: 9, index: true, widths: {row: 8}, labels: {effective: Tanggal Pengesahan}}\n"
        ).matrix
        assert (form.font, form.size, form.index, form.widths, form.labels) == (
            "serif",
            9,
            True,
            {"row": 8},
            {"effective": "Tanggal Pengesahan"},
        )
        assert settled("").matrix == PLAIN.matrix == MatrixForm("sans", 8, False, {}, {})

    def test_everything_at_once(self) -> None:
        settings = settled("paper: F4\nnumber_pattern: 'SOP-\\d+'\nseverities: {SP012: error, SOP041: off}\n")
        assert settings.paper == "F4"
        assert settings.number_pattern is not None
        assert settings.number_pattern.fits("SOP-12")
        assert settings.severity("SP012") is Severity.ERROR
        assert settings.severity("SOP041") is None
        assert settings.severity("SP013") is Severity.INFO

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ("project: 2\n", [("SOP108", 1, 10)]),
            ("paper: A4\n", [("SOP111", 1, 1)]),
            ("project: 1\npapper: A4\n", [("SOP110", 2, 1)]),
            ("project: 1\npaper: A3\n", [("SOP113", 2, 8)]),
            ("project: 1\nseverities:\n  SP012: of\n", [("SOP113", 3, 10)]),
            ("project: 1\nseverities:\n  SP0122: off\n", [("SOP142", 3, 3)]),
            ("project: 1\nseverities:\n  SOP027: info\n", [("SOP145", 3, 11)]),
            ("project: 1\nseverities: [SOP027]\n", [("SOP112", 2, 13)]),
            ("project: 1\nnumber_pattern: '(a'\n", [("SOP146", 2, 17)]),
            ("project: 1\ncalendar: {days_per_week: 7}\n", [("SOP113", 2, 27)]),
            ("project: 1\ncalendar: {hours_per_day: '25'}\n", [("SOP120", 2, 27)]),
            ("project: 1\ncalendar: {hours_per_day: 8}\n", [("SOP129", 2, 27)]),
            ("project: 1\ncalendar: {holidays: x}\n", [("SOP114", 2, 12)]),
            ("[a", [("SOP122", 1, 3)]),
            ("- x\n", [("SOP107", 1, 1)]),
            ("project: 1\npaper:\n", [("SOP120", 2, 7)]),
        ],
    )
    def test_what_is_wrong_is_a_finding_with_its_place(self, body: str, expected: list[tuple[str, int, int]]) -> None:
        assert told(body) == expected

    def test_the_nearest_spelling_is_named(self) -> None:
        (found,) = settings_in("project: 1\nseverities: {SPX012: off}\n", FILE)[1]
        assert "SP012" in found.message()
        (found,) = settings_in("project: 1\nseverities: {SP012: warnings}\n", FILE)[1]
        assert "warning" in found.message()

    def test_one_mistake_does_not_undo_the_rest(self) -> None:
        settings, found = settings_in("project: 1\npaper: A3\nseverities: {SP012: off, SOP027: off, XX: off}\n", FILE)
        assert [each.code for each in found] == ["SOP113", "SOP145", "SOP142"]
        assert settings.severities == {"SP012": None}


class TestSeverities:
    def test_only_written_errors_can_be_lowered(self) -> None:
        for code in LOWERABLE & set(FINDINGS):
            assert FINDINGS[code].severity == "error"
            assert not locked(code)
        assert locked("SOP027")
        assert locked("SOP104")
        assert not locked("SP012")

    def test_the_page_lists_the_errors_that_can_be_lowered(self) -> None:
        listed = re.findall(r"^\| (S\w+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
        assert sorted(listed) == sorted(LOWERABLE)

    @pytest.mark.parametrize("code", sorted(code for code in FINDINGS if FINDINGS[code].severity == "error"))
    @pytest.mark.parametrize("level", ["off", "info", "warning"])
    def test_no_other_error_is_lowered(self, code: str, level: str) -> None:
        settings, found = settings_in(f"project: 1\nseverities: {{{code}: {level}}}\n", FILE)
        assert [each.code for each in found] == ([] if code in LOWERABLE else ["SOP145"])
        assert (code in settings.severities) == (code in LOWERABLE)

    def test_an_error_may_stay_one(self) -> None:
        assert settled("severities: {SOP027: error}\n").severity("SOP027") is Severity.ERROR

    def test_off_leaves_the_finding_out_and_error_stops_the_definition(self) -> None:
        def found(body: str) -> tuple[bool, list[str]]:
            compiled, found = compile_text(DAYS, settings=settled(body))
            return compiled is not None, [str(each.severity) for each in found if each.code == "SP012"]

        assert found("") == (True, ["warning"])
        assert found("severities: {SP012: off}\n") == (True, [])
        assert found("severities: {SP012: info}\n") == (True, ["info"])
        assert found("severities: {SP012: error}\n") == (False, ["error"])

    def test_a_lowered_error_lets_the_definition_run(self) -> None:
        text = definition("products: []\n")
        assert compile_text(text)[0] is None
        assert compile_text(text, settings=settled("severities: {SP001: warning}\n"))[0] is not None


class TestPlace:
    def test_it_is_found_in_the_folders_above(self, folder: Path) -> None:
        assert codes(folder) == [("SP012", "warning")]
        (folder.parent / FILE).write_text("project: 1\nseverities: {SP012: info}\n", encoding="utf-8")
        assert codes(folder) == [("SP012", "info")]
        (folder / FILE).write_text("project: 1\nseverities: {SP012: off}\n", encoding="utf-8")
        assert codes(folder) == []

    def test_it_is_not_looked_for_without_end(self, tmp_path: Path) -> None:
        (tmp_path / FILE).write_text("project: 1\n", encoding="utf-8")
        deep = tmp_path / "a" / "b" / "c" / "d"
        deep.mkdir(parents=True)
        assert project_file(deep) == tmp_path / FILE
        (deep / "e").mkdir()
        assert project_file(deep / "e") is None

    def test_running_and_checking_see_the_same_errors(self, folder: Path) -> None:
        from sop_engine.failure import Failure

        catalogue = Catalogue(folder)
        assert load(catalogue, "izin-keramaian")
        (folder / FILE).write_text("project: 1\nseverities: {SP012: error}\n", encoding="utf-8")
        assert codes(folder) == [("SP012", "error")]
        assert compile_file(folder / "izin-keramaian.yaml", catalogue)[0] is None
        with pytest.raises(Failure) as failure:
            load(catalogue, "izin-keramaian")
        assert failure.value.code == "RUN022"

    def test_one_that_cannot_be_read_settles_nothing(self, folder: Path) -> None:
        (folder / FILE).write_bytes(b"\xff\xfe\x00")
        projects = Projects()
        assert projects.around(folder) == PLAIN
        assert [each.code for each in projects.found_outside([])] == ["SOP102"]
        assert projects.found_outside([folder / FILE]) == ()

    def test_it_is_no_definition(self, folder: Path) -> None:
        (folder / FILE).write_text("project: 1\n", encoding="utf-8")
        (folder / "izin-keramaian.uji.yaml").write_text("apa saja", encoding="utf-8")
        assert [path.name for path in Catalogue(folder).paths()] == ["izin-keramaian.yaml"]
        assert [path.name for path in yaml_files(folder)] == ["izin-keramaian.yaml", FILE, "kelurahan.yaml"]

    def test_it_is_checked_as_what_it_is(self, folder: Path) -> None:
        for name in (FILE, "lain.yaml"):
            (folder / name).write_text("project: 1\nxyz: 1\n", encoding="utf-8")
            assert [each.code for each in judge_file(folder / name, Catalogue(folder)).found] == ["SOP110"]


def test_the_project_file_on_the_page_is_sound() -> None:
    (example,) = re.findall(
        r"^```yaml\n(# yaml-language-server.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    settings, found = settings_in(example, FILE)
    assert found == ()
    assert (settings.paper, settings.day_minutes, settings.severities["SOP053"]) == ("F4", 450, None)


VALUES = st.recursive(
    st.sampled_from(["off", "1", "2", "x", "''", "7.5", "'7.5'", "A4", "true", "(a", "[0-9]+", "SP012", "SOP027", "~"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(st.sampled_from(["SP012", "SOP027", "x", "paper", "days_per_week"]), inner, max_size=2).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        ),
    ),
    max_leaves=4,
)
KEYS = st.sampled_from(["project", "severities", "paper", "number_pattern", "calendar", "x"])


@given(st.dictionaries(KEYS, VALUES))
@settings(max_examples=300, deadline=None)
def test_any_project_file_makes_settings_or_findings(values: dict[str, str]) -> None:
    made, found = settings_in("".join(f"{key}: {value}\n" for key, value in values.items()) or "x", FILE)
    assert not {code for code in made.severities if locked(code) and made.severities[code] is not Severity.ERROR}
    assert found or values.get("project") == "1"


@pytest.mark.parametrize(
    "body",
    [
        "severities:\n" + "".join(f"  SP{number:06}: off\n" for number in range(50_000)),
        "severities:\n" + "".join(f"  SOP027{' ' * 9}: {number}\n" for number in range(20_000)),
        f"number_pattern: '{'(a+)+' * 30}b'\n",
        f"x: {'[' * 50_000}\n",
    ],
    ids=["codes", "twice", "pattern", "depth"],
)
def test_a_hostile_project_file_is_answered_soon(body: str) -> None:
    started = time.perf_counter()
    made, _ = settings_in(f"project: 1\n{body}", FILE)
    if made.number_pattern is not None:
        assert not made.number_pattern.fits("a" * 60)
    assert time.perf_counter() - started < 10
