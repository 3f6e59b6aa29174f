"""``sop promise`` as its user meets it: table, data, pictures, and how it ends."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sample import UNIT_TEXT, definition

from sop_engine.cli.main import main

Run = Callable[..., tuple[int, str, str]]

STEPS = """steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - {id: periksa, actor: petugas, activity: Memeriksa berkas, time: 2 hari kerja}
  - id: tandatangani
    actor: lurah
    activity: Menandatangani surat izin
    time: 1 jam
    decision:
      question: Apakah sudah benar?
      branches:
        - answer: benar
        - {answer: salah, to: periksa, limit: {times: 1, end: selesai}}
"""
KEPT = STEPS.replace(", limit: {times: 1, end: selesai}", "").replace("to: periksa", "to: ajukan")
SLA = "sla: {within: 3 hari kerja, from: requirements_complete}\n"
TIMES = KEPT.replace("time: 1 jam", "times: {best: 1 jam, usual: 1 hari kerja, worst: 3 hari kerja}")


@pytest.fixture
def sop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Write ``izin-keramaian.yaml`` and run ``sop promise``: (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOP_DEFINITIONS", raising=False)
    monkeypatch.setenv("SOP_LANG", "id")
    monkeypatch.setenv("COLUMNS", "120")
    unit = tmp_path / "definitions" / "units" / "contoh" / "kelurahan.yaml"
    unit.parent.mkdir(parents=True)
    unit.write_text(UNIT_TEXT, encoding="utf-8")

    def run(text: str, *words: str) -> tuple[int, str, str]:
        Path("definitions/izin-keramaian.yaml").write_text(definition(text), encoding="utf-8")
        code = main(["promise", "izin-keramaian", *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    yield run
    gc.enable()


def test_a_promise_that_is_kept(sop: Run) -> None:
    code, out, err = sop(KEPT + SLA)
    assert (code, err) == (0, "")
    assert "✓ Janji 3 hari kerja dapat ditepati: paling lama 2 hari kerja 1 jam" in out
    assert "1 hari kerja = 7 jam 30 menit; 1 minggu = 5 hari kerja." in out


def test_the_table_has_each_step_with_its_share(sop: Run) -> None:
    rows = sop(KEPT + SLA)[1].splitlines()
    assert "900" in rows[4]
    assert "2,00" in rows[4]
    assert "93,8 %" in rows[4]
    assert "●" in rows[4]
    assert "di luar kantor" in rows[3]
    assert "●" not in rows[3]


def test_a_promise_that_cannot_be_kept_ends_with_1_and_says_by_how_much(sop: Run) -> None:
    code, out, _ = sop(KEPT + SLA.replace("3 hari", "2 hari"))
    assert code == 1
    assert "✗ Janji 2 hari kerja tidak dapat ditepati: biasanya 2 hari kerja 1 jam, lebih 1 jam." in out


def test_what_is_not_sure_ends_with_1_only_when_that_is_asked(sop: Run) -> None:
    unknown = KEPT.replace(", time: 2 hari kerja", "") + SLA
    assert sop(unknown)[0] == 0
    assert "paling sedikit 1 jam, 1 dari 2 langkah kantor tanpa waktu" in " ".join(sop(unknown)[1].split())
    assert sop(unknown, "--strict")[0] == 1


def test_a_return_is_told_with_what_it_costs(sop: Run) -> None:
    out = " ".join(sop(STEPS + SLA)[1].split())
    assert "tanpa pengembalian paling lama 2 hari kerja 1 jam, dengan pengembalian 4 hari kerja 2 jam." in out
    assert "Kembali dari langkah 3 ke langkah 2: paling banyak 1 kali, tiap kali 2 hari kerja 1 jam." in out


def test_a_passed_deadline_is_not_called_a_return(sop: Run) -> None:
    late = KEPT.replace(
        "time: 2 hari kerja}",
        "time: 1 jam, deadline: {within: 1 hari kerja, to: ambil}}",
    )
    late = late.replace("        - answer: benar\n", "        - {answer: benar, end: selesai}\n")
    late += "  - {id: ambil, actor: lurah, activity: Mengambil alih berkas, time: 3 hari kerja}\n"
    code, out, _ = sop(late + "ends: {selesai: {text: Selesai}}\n" + SLA)
    told = " ".join(out.split())
    assert code == 0
    assert "! Janji 3 hari kerja hanya dapat ditepati bila tidak ada tenggat yang lewat: paling lama 2 jam;" in told
    assert "bila tenggat langkah 2 lewat, 4 hari kerja." in told
    assert "Terlama bila tenggat lewat 4 hari kerja" in told
    assert "dengan pengembalian" not in told
    (found,) = json.loads(sop(late + "ends: {selesai: {text: Selesai}}\n" + SLA, "--json")[1])["procedures"]
    assert (found["longest"]["deadlines"], found["with_returns"]["minutes"]) == (["periksa"], 120)
    assert found["promises"][0]["verdict"] == "kept_unless_deadlines_pass"


def test_an_endless_return_is_told(sop: Run) -> None:
    out = " ".join(sop(KEPT.replace("to: ajukan", "to: periksa") + SLA)[1].split())
    assert "tanpa batas (4 hari kerja 2 jam bila" in out
    assert "Kembali dari langkah 3 ke langkah 2: tanpa batas, tiap kali 2 hari kerja 1 jam." in out


def test_the_chance_is_told_with_its_assumptions_and_is_the_same_each_time(sop: Run) -> None:
    first, again = sop(TIMES + SLA, "--seed", "3"), sop(TIMES + SLA, "--seed", "3")
    assert first == again
    assert "10.000 perkara tiruan, benih 3, tiap keputusan mengembalikan berkas dengan kemungkinan 10 %" in " ".join(
        first[1].split()
    )
    assert first[1] != sop(TIMES + SLA, "--seed", "4")[1]
    assert "Peluang" not in sop(KEPT + SLA)[1]
    assert "Peluang" in sop(KEPT + SLA, "--returns", "0.2")[1]


def test_the_data_for_programs(sop: Run) -> None:
    code, out, err = sop(TIMES + SLA, "--json")
    (found,) = json.loads(out)["procedures"]
    assert (code, err) == (0, "")
    assert found["usual"] == {"minutes": 1350, "steps": ["ajukan", "periksa", "tandatangani"]}
    assert found["longest"]["minutes"] == 2250
    assert found["promises"][0]["verdict"] == "kept_at_usual_times"
    assert 0 < found["promises"][0]["chance"]["share"] < 1
    assert found["steps"][0]["minutes"] is None


def test_the_working_time_of_the_project_file_counts(sop: Run) -> None:
    Path("definitions/sop-project.yaml").write_text(
        'project: 1\ncalendar: {days_per_week: 6, hours_per_day: "6.25"}\n', encoding="utf-8"
    )
    out = sop(KEPT + SLA)[1]
    assert "1 hari kerja = 6 jam 15 menit; 1 minggu = 6 hari kerja." in out


def test_a_picture_is_written_where_it_is_told(sop: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = sop(KEPT + SLA, "--format", "png", "-o", "gambar/janji.png")
    assert code == 0
    assert "janji.png" in out
    assert Path("gambar/janji.png").read_bytes().startswith(b"\x89PNG")
    assert sop(KEPT + SLA, "--format", "svg")[1].startswith("<svg ")


def test_a_png_is_not_printed_on_the_screen(sop: Run) -> None:
    code, out, err = sop(KEPT + SLA, "--format", "png")
    assert (code, out) == (2, "")
    assert "USE041" in err


GROUPS = "applicants: {umum: {name: Pasien umum}, bpjs: {name: Pasien BPJS}}\n" + KEPT.replace(
    "actor: petugas,", "actor: petugas, only: [umum],"
)


def test_groups_of_applicants_are_told_apart(sop: Run) -> None:
    out = sop(GROUPS + SLA)[1]
    assert "Izin Keramaian – Pasien umum" in out
    assert "Izin Keramaian – Pasien BPJS" in out
    assert "Pasien umum" not in sop(GROUPS + SLA, "--group", "bpjs")[1]
    assert sop(GROUPS + SLA, "--group", "lain")[0] == 1


def test_a_picture_shows_one_group(sop: Run) -> None:
    code, _, err = sop(GROUPS + SLA, "--format", "svg")
    assert code == 2
    assert "utama --group umum, utama --group bpjs" in err
    assert "Pasien BPJS" in sop(GROUPS + SLA, "--format", "svg", "--group", "bpjs")[1]


def test_a_file_is_named_by_its_path(sop: Run, capsys: pytest.CaptureFixture[str]) -> None:
    sop(KEPT + SLA)
    assert main(["promise", "definitions/izin-keramaian.yaml"]) == 0
    assert "Izin Keramaian" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "code", "told"),
    [("tidak-ada.yaml", 2, "USE012"), ("tidak-ada", 1, "RUN020"), ("../x", 2, "USE010"), (".", 2, "USE010")],
)
def test_what_is_not_there_is_told(
    sop: Run, capsys: pytest.CaptureFixture[str], source: str, code: int, told: str
) -> None:
    sop(KEPT + SLA)
    assert main(["promise", source]) == code
    assert told in capsys.readouterr().err


def test_a_definition_with_errors_is_not_measured(sop: Run) -> None:
    code, out, err = sop(KEPT + "sla: {within: sebentar}\n")
    assert (code, out) == (1, "")
    assert "RUN022" in err


@pytest.mark.parametrize("words", [("--returns", "1.5"), ("--runs", "1"), ("--format", "pdf"), ("lain",)])
def test_wrong_usage(sop: Run, words: tuple[str, ...]) -> None:
    assert sop(KEPT + SLA, *words)[0] in (1, 2)


def test_start_up_loads_no_simulation_for_a_check() -> None:
    import subprocess

    code = "import sys, sop_engine.checks; sys.exit('sop_engine.promise.chance' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_where_nothing_is_timed_the_way_out_is_told(sop: Run) -> None:
    bare = KEPT.replace(", time: 2 hari kerja", "").replace("    time: 1 jam\n", "")
    code, out, _ = sop(bare + SLA)
    assert code == 0
    assert "tidak satu pun dari 2 langkah kantor mempunyai waktu. Isi `time`" in " ".join(out.split())
