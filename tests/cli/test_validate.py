"""``sop validate`` as its user meets it: what is printed where, in each format, and how it ends."""

from __future__ import annotations

import errno
import gc
import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sample import UNIT_TEXT, definition

from sop_engine.cli.main import main

Run = Callable[..., tuple[int, str, str]]

WARNING = definition("sla:\n  within: 1 hari\n  from: submitted\n").replace("5 hari kerja", "2 minggu")
ERROR = definition('title: "Kata “Café”" \nproducts: [a, b\n')
MIXED = definition("sla:\n  within: 1 hari\n  from: submitted\nxyz: 1\ntitle: “é” 🏛\n").replace(
    "  - Surat", "  - é: 1\n  - Surat"
)


@pytest.fixture
def sop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Run ``sop`` in a folder that has definitions: words -> (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOP_DEFINITIONS", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("SOP_LANG", "id")
    unit = tmp_path / "definitions" / "units" / "contoh" / "kelurahan.yaml"
    unit.parent.mkdir(parents=True)
    unit.write_text(UNIT_TEXT, encoding="utf-8")
    write(definition())

    def run(*words: str, piped: bytes | None = None) -> tuple[int, str, str]:
        if piped is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
        code = main(["validate", *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    yield run
    gc.enable()


def write(content: str | bytes, name: str = "definitions/izin-keramaian.yaml") -> None:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


class TestText:
    def test_without_a_path_the_folder_of_definitions_is_checked(self, sop: Run) -> None:
        assert sop() == (0, "2 berkas diperiksa: 0 kesalahan, 0 peringatan, 0 catatan.\n", "")

    def test_a_finding_shows_its_place_its_line_and_a_hint(self, sop: Run) -> None:
        write(WARNING)
        code, out, err = sop("definitions/izin-keramaian.yaml")
        path = Path("definitions", "izin-keramaian.yaml")
        line = WARNING.splitlines().index("  within: 1 hari") + 1
        assert (code, err) == (0, "")
        assert out == (
            f"{path}:{line}:11: warning SP012 `1 hari` tidak jelas: hari kerja atau hari kalender?\n"
            f"  {line} |   within: 1 hari\n"
            f"     |           ^\n"
            "    saran: Tanyakan kepada penyusun, lalu tulis `hari kerja` atau `hari kalender`.\n"
            "\n"
            "1 berkas diperiksa: 0 kesalahan, 1 peringatan, 0 catatan.\n"
        )

    def test_in_english(self, sop: Run) -> None:
        write(WARNING)
        out = sop("--lang", "en")[1]
        assert "warning SP012 `1 hari` is ambiguous: working days or calendar days?" in out
        assert "    hint: Ask the author" in out
        assert out.endswith("2 files checked: 0 errors, 1 warnings, 0 notes.\n")

    @pytest.mark.parametrize("piped", [False, True])
    @pytest.mark.parametrize("breaks", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_the_caret_stands_under_its_column(self, sop: Run, piped: bool, breaks: str, mark: str) -> None:
        raw = (mark + MIXED.replace("\n", breaks)).encode()
        write(raw)
        out = sop("-", piped=raw)[1] if piped else sop("definitions")[1]
        places = re.findall(
            r"^(?:\S+|<stdin>):(\d+):(\d+): \w+ (S\w+) .*\n +(\d+) \| (.*)\n( +\| *)\^$", out, re.MULTILINE
        )
        assert [code for *_, code, _, _, _ in places] == [
            code for *_, code in re.findall(r":(\d+): (\w+) (S\w+) ", out)
        ]
        assert len(places) >= 3
        for line, column, _, number, source, margin in places:
            assert number == line
            assert source == MIXED.split("\n")[int(line) - 1]
            assert len(margin) == len(f"  {number} | ") + int(column) - 1

    def test_a_long_line_is_cut_around_the_place(self, sop: Run) -> None:
        write(definition(f'title: "{"x" * 500}"\nproducts: [{", ".join(["a"] * 300)}, 1]\n'))
        out = sop()[1]
        shown = [line for line in out.splitlines() if " | " in line]
        assert all(len(line) < 200 for line in shown)
        assert shown[0].split("| ")[1][shown[1].index("^") - shown[1].index("| ") - 2] == "1"

    def test_the_other_end_is_named(self, sop: Run) -> None:
        write(
            definition(
                "steps:\n  - {id: a, actor: petugas, activity: Memeriksa}\n"
                "  - {id: a, actor: pemohon, activity: Mengajukan}\n"
            )
        )
        assert re.search(
            r"SOP035 langkah `a` ada dua kali\n.*\n.*\n    yang pertama di baris \d+\n    saran: ", sop()[1]
        )

    def test_another_place_that_is_no_first_is_only_pointed_at(self, sop: Run) -> None:
        write(definition("identity: {made: 2026-02-01, effective: 2026-01-01}\n"))
        out = sop()[1]
        assert re.search(r"SOP003 .*\n.*\n.*\n    lihat juga baris \d+\n", out)
        assert "yang pertama" not in out

    def test_a_folder_that_may_not_be_read_is_told_as_that(self, sop: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def forbidden(folder: Path) -> None:
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))

        write(definition())
        monkeypatch.setattr(Path, "iterdir", forbidden)
        code, _, err = sop("definitions")
        assert code == 2
        assert "USE037" in err
        assert "tidak ada izin" in err
        assert "penulisan" not in err

    def test_files_come_in_order(self, sop: Run) -> None:
        for name in ("c", "a", "b"):
            write(definition(f"id: {name}\nxyz: 1\n"), f"definitions/{name}.yaml")
        out = sop()[1]
        assert re.findall(r"^definitions.(\w+)\.yaml:", out, re.MULTILINE) == ["a", "b", "c"]
        assert sop()[1] == out

    def test_a_file_that_cannot_be_shown_is_not_shown(self, sop: Run) -> None:
        write(b"\x1b[2Jsop: 1\n\xff")
        code, out, _ = sop()
        assert code == 1
        assert "SOP102" in out
        assert "|" not in out
        assert "\x1b" not in out

    def test_nothing_in_a_file_reaches_the_terminal_as_a_command(self, sop: Run) -> None:
        for raw in (
            b"a: \x1b[31m\n",
            b'a: "\\e[31m"\n',
            "a\u202eb: 1\n".encode(),
            b"\x9b31m: 1\n",
            b'"\\x9b": 1\n',
        ):
            for out in (sop("-", piped=raw)[1], (write(raw), sop()[1])[1]):
                assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)

    @pytest.mark.parametrize(("value", "coloured"), [(None, True), ("1", False), ("", True)])
    def test_colours_only_on_a_terminal_that_wants_them(
        self, sop: Run, monkeypatch: pytest.MonkeyPatch, value: str | None, coloured: bool
    ) -> None:
        write(WARNING)
        assert "\x1b[" not in sop()[1]
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        if value is not None:
            monkeypatch.setenv("NO_COLOR", value)
        assert ("\x1b[33mwarning\x1b[0m" in sop()[1]) == coloured


class TestExit:
    def test_warnings_are_no_errors_unless_strict(self, sop: Run) -> None:
        write(WARNING)
        assert sop()[0] == 0
        assert sop("--strict")[0] == 1

    def test_notes_are_no_warnings(self, sop: Run) -> None:
        write(definition("sla:\n  within: 3 hari kerja\n"))
        code, out, _ = sop("--strict")
        assert "SP013" in out
        assert code == 0

    def test_errors(self, sop: Run) -> None:
        write(ERROR)
        assert sop()[0] == 1

    @pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
    def test_what_cannot_be_read(self, sop: Run) -> None:
        Path("definitions/putar.yaml").symlink_to("putar.yaml")
        code, out, _ = sop()
        assert code == 3
        assert "SOP100 berkas tidak dapat dibaca: tautan berputar tanpa ujung" in out

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            (["tidak-ada.yaml"], "USE012"),
            (["kosong"], "USE013"),
            (["--definitions", "tidak-ada"], "USE011"),
            (["--format", "xml"], "USE002"),
            (["--salah"], "USE002"),
            (["--lang", "fr"], "USE001"),
        ],
    )
    def test_wrong_usage(self, sop: Run, words: list[str], code: str) -> None:
        Path("kosong").mkdir()
        exit_code, out, err = sop(*words)
        assert (exit_code, out) == (2, "")
        assert err.startswith(f"Gagal {code}: ")
        assert err.count("\n") == 1

    def test_wrong_usage_is_told_to_programs_too(self, sop: Run) -> None:
        code, out, err = sop("tidak-ada.yaml", "--format", "json")
        assert code == 2
        assert set(json.loads(out)["error"]) == {"code", "message"}
        assert err

    def test_one_bad_file_does_not_hide_the_others(self, sop: Run) -> None:
        write(b"\xff", "definitions/a.yaml")
        write("- x", "definitions/b.yaml")
        write(definition("id: c\nxyz: 1\n"), "definitions/c.yaml")
        out = sop()[1]
        assert [re.search(code, out) is not None for code in ("SOP102", "SOP107", "SOP110")] == [True] * 3


class TestPaths:
    def test_a_file_a_folder_and_a_stream(self, sop: Run) -> None:
        code, out, _ = sop("definitions/izin-keramaian.yaml", "definitions/units", "-", piped=definition().encode())
        assert code == 0
        assert out.startswith("3 berkas diperiksa")

    def test_a_file_named_twice_is_checked_once(self, sop: Run) -> None:
        assert sop("definitions", "definitions/izin-keramaian.yaml")[1].startswith("2 berkas")
        assert sop("definitions", str(Path("definitions").absolute()))[0] == 0

    def test_one_id_in_two_folders(self, sop: Run) -> None:
        write(definition(), "definitions/lama/izin-keramaian.yaml")
        code, out, _ = sop()
        assert code == 1
        assert "SOP117" in out

    def test_another_folder_of_definitions(self, sop: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("definitions").rename("lain")
        assert sop("--definitions", "lain")[1].startswith("2 berkas")
        monkeypatch.setenv("SOP_DEFINITIONS", "lain")
        assert sop()[1].startswith("2 berkas")

    def test_without_any_folder_the_shipped_definitions_are_checked(self, sop: Run) -> None:
        Path("definitions").rename("lain")
        code, out, _ = sop()
        assert code == 0
        assert "kerjasama-media.yaml" in out

    @pytest.mark.parametrize("piped", [b"", b"\x00", b"\xff", b"x" * 4_000_001, definition().encode()[:-40]])
    def test_any_stream_is_answered(self, sop: Run, piped: bytes) -> None:
        code, out, err = sop("-", piped=piped)
        assert (code, err) == (1, "")
        assert out.startswith("<stdin>:")


class TestJson:
    def test_the_keys_are_exactly_these(self, sop: Run) -> None:
        write(WARNING)
        code, out, err = sop("--format", "json")
        answer = json.loads(out)
        assert (code, err) == (0, "")
        assert set(answer) == {"files", "diagnostics", "accepted"}
        assert answer["files"] == 2
        (found,) = answer["diagnostics"]
        assert found == {
            "code": "SP012",
            "severity": "warning",
            "message": "`1 hari` tidak jelas: hari kerja atau hari kalender?",
            "hint": "Tanyakan kepada penyusun, lalu tulis `hari kerja` atau `hari kalender`.",
            "path": str(Path("definitions", "izin-keramaian.yaml")),
            "line": WARNING.splitlines().index("  within: 1 hari") + 1,
            "column": 11,
        }

    def test_without_findings(self, sop: Run) -> None:
        assert json.loads(sop("--json")[1]) == {"files": 2, "diagnostics": [], "accepted": []}
        assert sop("--json")[1] == sop("--format", "json")[1] == sop("--format=json")[1]


class TestGithub:
    def test_a_command_for_each_finding(self, sop: Run) -> None:
        write(WARNING)
        path = str(Path("definitions", "izin-keramaian.yaml"))
        line = WARNING.splitlines().index("  within: 1 hari") + 1
        assert sop("--format", "github")[1] == (
            f"::warning file={path},line={line},col=11,title=SP012::`1 hari` tidak jelas: hari kerja atau hari "
            "kalender? Tanyakan kepada penyusun, lalu tulis `hari kerja` atau `hari kalender`.\n"
        )

    def test_nothing_in_a_file_or_its_name_makes_a_command(self, sop: Run) -> None:
        from sop_engine.cli.report import as_github
        from sop_engine.diagnostic import finding

        found = finding("SOP110", path="a,b:c%\n.yaml", args={"key": "100%\r\n::error::x", "near": "", "allowed": "–"})
        told = as_github((found,), 1, {})
        assert "\n" not in told
        assert told.startswith(
            "::error file=a%2Cb%3Ac%25%0A.yaml,line=1,col=1,title=SOP110::kunci `100%25%0D%0A::error::x` "
        )

    def test_without_findings_nothing_is_said(self, sop: Run) -> None:
        assert sop("--format", "github") == (0, "", "")

    def test_each_severity_has_its_level(self, sop: Run) -> None:
        write(definition("sla:\n  within: 1 hari\nxyz: 1\n").replace("5 hari kerja", "2 minggu"))
        levels = re.findall(r"^::(\w+) .*title=(\w+)::", sop("--format", "github")[1], re.MULTILINE)
        assert sorted(levels) == [("error", "SOP110"), ("notice", "SP013"), ("warning", "SP012")]


class TestSarif:
    def test_it_is_sarif(self, sop: Run) -> None:
        write(definition("sla:\n  within: 1 hari\nxyz: 1\nzyx: 1\n").replace("5 hari kerja", "2 minggu"))
        code, out, _ = sop("--format", "sarif")
        answer = json.loads(out)
        assert code == 1
        assert answer["version"] == "2.1.0"
        assert answer["$schema"].endswith("sarif-2.1.0.json")
        (run,) = answer["runs"]
        driver = run["tool"]["driver"]
        assert driver["name"] == "sop-engine"
        assert run["columnKind"] == "unicodeCodePoints"
        rules = [rule["id"] for rule in driver["rules"]]
        assert rules == ["SOP110", "SP012", "SP013"]
        assert [rule["defaultConfiguration"]["level"] for rule in driver["rules"]] == ["error", "warning", "note"]
        assert len(run["results"]) == 4
        for result in run["results"]:
            assert rules[result["ruleIndex"]] == result["ruleId"]
            assert result["level"] in ("error", "warning", "note")
            assert result["message"]["text"]
            (place,) = result["locations"]
            assert place["physicalLocation"]["artifactLocation"]["uri"] == "definitions/izin-keramaian.yaml"
            region = place["physicalLocation"]["region"]
            assert region["startLine"] >= 1
            assert region["startColumn"] >= 1

    def test_without_findings_it_is_sarif_too(self, sop: Run) -> None:
        assert json.loads(sop("--format", "sarif")[1])["runs"][0]["results"] == []

    def test_a_name_becomes_an_address(self, sop: Run) -> None:
        write(definition("xyz: 1\n"), "definitions/izin keramaian é.yaml")
        assert "definitions/izin%20keramaian%20%C3%A9.yaml" in sop("--format", "sarif")[1]


class TestAccepted:
    REASON = "SK menulis “hari” saja"
    TEXT = WARNING.replace("within: 1 hari\n", f"within: 1 hari  # sop: terima SP012 karena {REASON}\n")

    def test_what_is_accepted_is_counted_and_not_shown(self, sop: Run) -> None:
        write(self.TEXT)
        code, out, _ = sop("--strict")
        assert code == 0
        assert out == (
            "2 berkas diperiksa: 0 kesalahan, 0 peringatan, 0 catatan.\n1 temuan diterima dengan alasan (--accepted).\n"
        )

    def test_it_is_shown_with_its_reason_when_asked(self, sop: Run) -> None:
        write(self.TEXT)
        path = Path("definitions", "izin-keramaian.yaml")
        line = next(number for number, each in enumerate(self.TEXT.splitlines(), 1) if "1 hari" in each)
        assert sop("--accepted")[1].startswith(
            f"{path}:{line}:11: diterima SP012 `1 hari` tidak jelas: hari kerja atau hari kalender?\n"
            f"    alasan: {self.REASON}\n\n2 berkas diperiksa"
        )

    def test_programs_get_it_with_its_reason(self, sop: Run) -> None:
        write(self.TEXT)
        answer = json.loads(sop("--json")[1])
        assert answer["diagnostics"] == []
        (accepted,) = answer["accepted"]
        assert (accepted["code"], accepted["reason"]) == ("SP012", self.REASON)

    def test_a_code_scanner_gets_it_as_suppressed(self, sop: Run) -> None:
        write(self.TEXT)
        (run,) = json.loads(sop("--format", "sarif")[1])["runs"]
        (result,) = run["results"]
        assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "SP012"
        assert result["suppressions"] == [{"kind": "inSource", "justification": self.REASON}]

    def test_a_pull_request_does_not_show_it(self, sop: Run) -> None:
        write(self.TEXT)
        assert sop("--format", "github") == (0, "", "")

    def test_a_stream_can_accept_too(self, sop: Run) -> None:
        assert "1 temuan diterima" in sop("-", "--strict", piped=self.TEXT.encode())[1]

    def test_a_reason_never_reaches_the_terminal_as_a_command(self, sop: Run) -> None:
        write(self.TEXT.replace("saja", "saja\u200b"))
        assert "\x1b" not in sop("--accepted")[1]

    @pytest.mark.parametrize("breaks", ["\n", "\r\n"])
    def test_line_breaks_do_not_matter(self, sop: Run, breaks: str) -> None:
        write(("\ufeff" + self.TEXT.replace("\n", breaks)).encode())
        assert "1 temuan diterima" in sop()[1]


class TestProject:
    def test_it_is_in_force_for_the_files_below_it(self, sop: Run) -> None:
        write(WARNING)
        write("project: 1\nseverities: {SP012: error}\n", "sop-project.yaml")
        code, out, _ = sop()
        assert code == 1
        assert ": error SP012" in out
        assert sop("-", piped=WARNING.encode())[0] == 1

    def test_another_one_can_be_named(self, sop: Run) -> None:
        write(WARNING)
        write("project: 1\nseverities: {SP012: error}\n", "sop-project.yaml")
        write("project: 1\nseverities: {SP012: off}\n", "lain.yaml")
        code, out, _ = sop("--project", "lain.yaml")
        assert (code, "SP012" in out) == (0, False)

    def test_one_that_is_not_there_is_wrong_usage(self, sop: Run) -> None:
        code, _, err = sop("--project", "tidak-ada.yaml")
        assert code == 2
        assert err.startswith("Gagal USE012: ")

    def test_what_is_wrong_in_it_is_told_once(self, sop: Run) -> None:
        write("project: 1\nseverities: {SOP027: off}\n", "sop-project.yaml")
        code, out, _ = sop()
        assert code == 1
        assert out.count("SOP145") == 1
        assert out.startswith("sop-project.yaml:2:22: error SOP145 ")
        assert sop("sop-project.yaml", "definitions")[1].count("SOP145") == 1

    def test_it_is_checked_like_any_file(self, sop: Run) -> None:
        write("project: 1\npapper: A4\n", "definitions/sop-project.yaml")
        code, out, _ = sop("definitions")
        assert code == 1
        assert out.count("SOP110") == 1
        assert "maksudnya `paper`" in out
        assert out.endswith("3 berkas diperiksa: 1 kesalahan, 0 peringatan, 0 catatan.\n")

    def test_its_schema_is_printed(self, sop: Run, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["schema", "project"]) == 0
        assert json.loads(capsys.readouterr().out)["title"] == "Proyek"
