"""``sop test``: scenarios are met or told where they are not, and every way through is listed."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from pathlib import Path

import pytest
from sample import UNIT_TEXT, definition

from sop_engine.cli.main import main
from sop_engine.cli.ways import Table, as_csv
from sop_engine.compiler import compile_text
from sop_engine.definition.scenario import Scenario
from sop_engine.rehearsal import deviations, rehearse, ways

DOCS = Path(__file__).resolve().parents[2] / "docs" / "scenarios.md"

HEAD = "tests: 1\nsop: izin-keramaian\nscenarios:\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    unit = tmp_path / "units" / "contoh" / "kelurahan.yaml"
    unit.parent.mkdir(parents=True)
    unit.write_text(UNIT_TEXT, encoding="utf-8")
    (tmp_path / "izin-keramaian.yaml").write_text(definition(), encoding="utf-8")
    return tmp_path


def run(folder: Path, capsys: pytest.CaptureFixture[str], scenarios: str | None, *words: str) -> tuple[int, str, str]:
    if scenarios is not None:
        (folder / "izin-keramaian.uji.yaml").write_text(scenarios, encoding="utf-8")
    code = main(["test", str(folder), *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_the_example_of_the_page_is_met(folder, capsys):
    (example,) = re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    code, out, err = run(folder, capsys, example)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "sesuai        izin-keramaian: Berkas langsung lengkap",
        "sesuai        izin-keramaian: Berkas dilengkapi satu kali",
        "1 berkas skenario, 2 skenario, 0 tidak sesuai",
    ]


def test_every_key_of_a_scenario_is_on_the_page():
    page = DOCS.read_text(encoding="utf-8")
    assert all(f"`{key}`" in page for key in Scenario.model_fields)


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("steps: [ajukan, tandatangani]", "langkah ke-2 seharusnya `tandatangani`, ternyata `periksa`"),
        ("steps: [ajukan, periksa]", "langkah ke-3 seharusnya `–`, ternyata `tandatangani`"),
        ("through: [periksa, ajukan]", "tidak melalui `ajukan` pada urutan ke-2"),
        ("never: [periksa]", "melalui `periksa`, yang seharusnya tidak"),
    ],
)
def test_what_is_not_met_is_told(folder, capsys, expected, said):
    code, out, _ = run(folder, capsys, f"{HEAD}  - name: Uji\n    {expected}\n")
    assert code == 1
    assert "TIDAK SESUAI  izin-keramaian: Uji" in out
    assert said in " ".join(out.split())
    assert "yang dijalani: ajukan → periksa [lengkap] → tandatangani" in " ".join(out.split())


def test_a_misspelled_answer_is_a_finding_and_not_the_usual_answer(folder, capsys):
    code, out, _ = run(folder, capsys, f"{HEAD}  - name: Uji\n    answers: {{periksa: [lengkp]}}\n    end: selesai\n")
    assert code == 1
    assert "izin-keramaian.uji.yaml:5:25: error SOP150" in out
    assert "maksudnya `lengkap`?" in out


def test_the_answer_for_programs(folder, capsys):
    code, out, _ = run(folder, capsys, f"{HEAD}  - name: Uji\n    end: selesai\n", "--json")
    assert code == 0
    (scenario,) = json.loads(out)["scenarios"]
    assert (scenario["met"], scenario["end"]) == (True, "selesai")
    assert scenario["steps"] == ["ajukan", "periksa", "tandatangani"]


def test_a_folder_without_scenarios_says_how_to_begin(folder, capsys):
    code, out, _ = run(folder, capsys, None)
    assert code == 0
    assert "izin-keramaian.uji.yaml" in out


def test_all_ways_are_listed_each_return_once(folder, capsys):
    code, out, _ = run(folder, capsys, None, "--all-paths", "--format", "csv")
    assert code == 0
    rows = list(csv.reader(io.StringIO(out)))
    assert [row[-1] for row in rows[1:]] == [
        "ajukan → periksa [lengkap] → tandatangani",
        "ajukan → periksa [tidak lengkap] → ajukan → periksa [lengkap] → tandatangani",
    ]
    assert [row[2] for row in rows[1:]] == ["0", "1"]


def test_a_file_for_excel_says_that_it_is_utf8(folder, capsys):
    out = folder / "jalan.csv"
    code, _, _ = run(folder, capsys, None, "--all-paths", "--format", "csv", "--out", str(out))
    assert code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfProsedur,")


def test_more_ways_than_asked_for_are_announced(folder, capsys):
    _, out, _ = run(folder, capsys, None, "--all-paths", "--most", "1")
    assert "1 jalan pertama; masih ada yang lain" in out


def test_a_definition_with_errors_cannot_be_tested(folder, capsys):
    (folder / "izin-keramaian.yaml").write_text(definition("steps: []\n"), encoding="utf-8")
    code, _, err = run(folder, capsys, None)
    assert code == 1
    assert "RUN022" in err


PARALLEL = """
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - id: bagi
    actor: lurah
    activity: Membagi berkas
    parallel:
      - steps:
          - {id: teliti, actor: petugas, activity: Meneliti berkas}
          - {id: catat, actor: petugas, activity: Mencatat hasil, optional: Bila perlu}
      - steps:
          - id: tinjau
            actor: petugas
            activity: Meninjau lokasi
            deadline: {within: 3 hari kerja, to: lapor}
          - {id: lapor, actor: petugas, activity: Melaporkan hasil}
  - {id: sahkan, actor: lurah, activity: Menandatangani surat izin}
"""


def test_parallel_branches_are_written_one_after_the_other():
    compiled, _ = compile_text(definition(PARALLEL))
    found = [way.steps for way in ways(compiled.flow(), late=True)]
    head, tail = ("ajukan", "bagi", "teliti"), ("lapor", "sahkan")
    assert found == [
        (*head, "catat", "tinjau", *tail),
        (*head, "catat", *tail),
        (*head, "tinjau", *tail),
        (*head, *tail),
    ]


def test_a_scenario_can_skip_and_be_late():
    compiled, _ = compile_text(definition(PARALLEL))
    scenario = Scenario(name="x", skips=("catat",), late=("tinjau",), never=("catat", "tinjau"), end="selesai")
    way = rehearse(compiled.flow(), scenario)
    assert way.steps == ("ajukan", "bagi", "teliti", "lapor", "sahkan")
    assert deviations(way, scenario) == ()


def test_a_scenario_that_never_ends_is_given_up():
    endless = "steps:\n  - id: a\n    actor: petugas\n    activity: Menguji\n    decision:\n      question: Baik?\n"
    endless += "      branches: [{answer: belum, to: a}, {answer: baik}]\n"
    compiled, _ = compile_text(definition(endless))
    scenario = Scenario(name="x", never=("b",))
    assert [off.key for off in deviations(rehearse(compiled.flow(), scenario), scenario)] == ["end"]


def test_a_file_of_scenarios_is_checked_as_one(folder, capsys):
    file = folder / "izin-keramaian.uji.yaml"
    file.write_text(f"{HEAD}  - name: Uji\n    end: selesai\n", encoding="utf-8")
    assert main(["validate", str(file)]) == 0
    file.write_text(f"{HEAD}  - nama: Uji\n    end: selesai\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["validate", str(file)]) == 1
    assert "SOP110" in capsys.readouterr().out


def test_what_a_scenario_says_in_vain_is_told(folder, capsys):
    said = "answers: {periksa: [lengkap, lengkap]}\n    skips: [ajukan]\n    late: [ajukan]"
    code, out, _ = run(folder, capsys, f"{HEAD}  - name: Uji\n    {said}\n    end: selesai\n")
    assert code == 1
    told = " ".join(out.split())
    assert "jawaban untuk `periksa` tidak terpakai semua" in told
    assert "`ajukan` tidak dapat dilewati sebanyak itu" in told
    assert "tenggat `ajukan` tidak dapat lewat sebanyak itu" in told


def test_a_return_over_a_join_is_a_return():
    text = definition(
        """
steps:
  - id: a
    actor: petugas
    activity: Memeriksa berkas
    decision: {question: Baik?, branches: [{answer: baik, end: selesai}, {answer: belum}]}
  - id: b
    actor: lurah
    activity: Membagi berkas
    next: a
    parallel:
      - steps: [{id: c, actor: petugas, activity: Meneliti berkas}]
      - steps: [{id: d, actor: petugas, activity: Mencatat hasil}]
"""
    )
    compiled, found = compile_text(text)
    assert compiled is not None, found
    assert [way.returns for way in ways(compiled.flow())] == [0, 1]
    assert [way.steps for way in ways(compiled.flow(), returns=0)] == [("a",)]


MET = f"{HEAD}  - name: Uji\n    end: selesai\n"


def test_scenarios_without_a_definition_are_named(folder, capsys):
    (folder / "dalam").mkdir()
    for name in ("izin-keramian.uji.yaml", "dalam/lain.uji.yml"):
        (folder / name).write_text(MET, encoding="utf-8")
    code, out, _ = run(folder, capsys, MET)
    assert code == 1
    assert [line.partition(": ")[0] for line in out.splitlines() if "tidak dijalankan" in line] == [
        str(folder / "dalam" / "lain.uji.yml"),
        str(folder / "izin-keramian.uji.yaml"),
    ]
    assert "1 berkas skenario, 1 skenario, 0 tidak sesuai" in out
    code, out, _ = run(folder, capsys, MET, "--json")
    assert code == 1
    assert len(json.loads(out)["without_definition"]) == 2


def test_scenarios_alone_in_a_folder_are_named(tmp_path, capsys):
    (tmp_path / "hilang.uji.yaml").write_text(MET, encoding="utf-8")
    code, out, _ = run(tmp_path, capsys, None)
    assert code == 1
    assert "tidak ada definisi `hilang.yaml`" in out


@pytest.mark.parametrize("suffix", [".yaml", ".yml"])
@pytest.mark.parametrize("ending", [".uji.yaml", ".uji.yml", ".UJI.YML"])
def test_scenarios_are_run_however_their_file_ends(folder, capsys, ending, suffix):
    definition_file = (folder / "izin-keramaian.yaml").rename(folder / f"izin-keramaian{suffix}")
    scenarios = folder / f"izin-keramaian{ending}"
    scenarios.write_text(MET, encoding="utf-8")
    for given in (folder, definition_file, scenarios):
        assert main(["test", str(given)]) == 0
        assert "1 berkas skenario, 1 skenario, 0 tidak sesuai" in capsys.readouterr().out


def test_a_file_of_scenarios_that_is_not_there_is_told(folder, capsys):
    assert main(["test", str(folder / "izin-keramaian.uji.yaml")]) == 2
    assert "USE012" in capsys.readouterr().err


def test_a_definition_that_is_no_text_is_told_with_its_place(folder, capsys):
    (folder / "izin-keramaian.yaml").write_bytes(b"sop: 1\ntitle: \xff\n")
    code, _, err = run(folder, capsys, None)
    assert code == 2
    assert "izin-keramaian.yaml:2:8: SOP102" in err


def test_standard_input_is_not_tested(folder, capsys):
    assert main(["test", "-"]) == 2
    assert "USE015" in capsys.readouterr().err


def test_excel_takes_no_cell_for_a_formula(folder, capsys):
    steps = definition().replace("title: Izin Keramaian", "title: '=HYPERLINK(\"http://contoh\")'")
    (folder / "izin-keramaian.yaml").write_text(steps, encoding="utf-8")
    code, out, _ = run(folder, capsys, None, "--all-paths", "--format", "csv")
    assert code == 0
    rows = list(csv.reader(io.StringIO(out)))
    assert {row[0] for row in rows[1:]} == {'\'=HYPERLINK("http://contoh")'}
    assert rows[1][1] == "1"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r="])
def test_every_sign_that_begins_a_formula_is_marked(sign):
    compiled, _ = compile_text(definition())
    (flow,) = compiled.flows
    out = as_csv([Table(dataclasses.replace(flow, title=f"{sign}1+1"), tuple(ways(flow)), False)])
    assert [row[0] for row in list(csv.reader(io.StringIO(out, newline="")))[1:]] == [f"'{sign.strip()}1+1"] * 2


def test_an_end_that_no_listed_way_reaches_is_named(folder, capsys):
    text = definition(
        "ends: {batal: {status: withdrawn, text: Permohonan batal}}\nsteps:\n"
        "  - {id: ajukan, actor: pemohon, activity: Mengajukan, deadline: {within: 3 hari kerja, end: batal}}\n"
    )
    (folder / "izin-keramaian.yaml").write_text(text, encoding="utf-8")
    assert "Tidak dicapai oleh jalan-jalan ini: Permohonan batal" in run(folder, capsys, None, "--all-paths")[1]
    assert "Tidak dicapai" not in run(folder, capsys, None, "--all-paths", "--late")[1]
