"""Many definitions at once, by the real program: stopped, killed, twice into one folder, and where there is no room."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path

import pytest

from sop_engine.batch import making
from sop_engine.cli.main import main
from sop_engine.failure import Failure

TOP = Path(__file__).resolve().parents[2]
PATTERN = "konsultasi-sop"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOP_CACHE", str(tmp_path / "ingatan"))
    monkeypatch.setenv("PYTHONUTF8", "1")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def definitions(desk: Path, count: int) -> None:
    """Write ``count`` definitions, each with an id of its own, and the units beside them."""
    shutil.copytree(TOP / "definitions" / "units", desk / "definitions" / "units")
    text = (TOP / "definitions" / f"{PATTERN}.yaml").read_text(encoding="utf-8")
    for number in range(count):
        name = f"layanan-{number:03}"
        file = desk / "definitions" / f"{name}.yaml"
        file.write_text(text.replace(f"id: {PATTERN}", f"id: {name}", 1), encoding="utf-8")


def started(*arguments: str, before: str = "") -> subprocess.Popen[str]:
    """Start the program in a group of its own, as a terminal would; ``before`` is run first in its process."""
    program = f"import sys\n{before}\nfrom sop_engine.cli.main import main\nsys.exit(main(sys.argv[1:]))"
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=os.name != "nt",
    )


def whole(folder: Path) -> list[str]:
    """Return the names of the files in a folder of SVG files, each of which is whole."""
    for file in folder.iterdir():
        assert file.suffix == ".svg", file.name
        ET.parse(file)
    return sorted(file.name for file in folder.iterdir())


def test_a_batch_is_told_in_the_order_of_the_files_and_then_passed_over(desk: Path, capsys) -> None:
    definitions(desk, 6)
    assert main(["render", "--out", "g", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    names = [Path(each).name for each in told["written"]]
    assert names[:3] == ["layanan-000.svg", "layanan-000.langsung.svg", "layanan-001.svg"]
    assert [name.split(".")[0] for name in names] == sorted(name.split(".")[0] for name in names)
    assert sorted(Path(each).name for each in told["written"]) == whole(desk / "g")
    assert main(["render", "--out", "g", "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["written"], again["unchanged"]) == ([], told["written"])
    (desk / "g" / "layanan-003.svg").unlink()
    assert main(["render", "--out", "g"]) == 0
    assert capsys.readouterr().out == "2 berkas ditulis ke g; 5 SOP tidak berubah; 0 SOP gagal.\n"
    assert main(["render", "--out", "g", "--force"]) == 0
    assert capsys.readouterr().out == "12 berkas ditulis ke g; 0 SOP tidak berubah; 0 SOP gagal.\n"


def test_however_many_processes_work_the_results_are_the_same(desk: Path) -> None:
    definitions(desk, 6)
    for jobs in ("1", "3"):
        assert main(["sheet", "--out", jobs, "--jobs", jobs, "--format", "html", "--format", "pdf"]) == 0
    assert main(["sheet", "layanan-000", "--out", "0", "--force", "--format", "html", "--format", "pdf"]) == 0
    names = sorted(file.name for file in (desk / "1").iterdir())
    assert len(names) == 12
    for name in names:
        assert (desk / "1" / name).read_bytes() == (desk / "3" / name).read_bytes()
    for file in (desk / "0").iterdir():
        assert file.read_bytes() == (desk / "1" / file.name).read_bytes(), "made without a pool"


def test_failures_are_listed_at_the_end_and_the_worst_counts(desk: Path, capsys) -> None:
    definitions(desk, 6)
    for number in (1, 4):
        file = desk / "definitions" / f"layanan-00{number}.yaml"
        file.write_text(file.read_text(encoding="utf-8") + "rusak: [\n", encoding="utf-8")
    (desk / "g" / "layanan-002.svg").mkdir(parents=True)
    assert main(["render", "--out", "g"]) == 3
    told = capsys.readouterr()
    failed = told.err.splitlines()
    assert ["layanan-001" in failed[0], "layanan-002" in failed[1], "layanan-004" in failed[2]] == [True] * 3
    assert told.out == "6 berkas ditulis ke g; 0 SOP tidak berubah; 3 SOP gagal.\n"


def test_those_who_failed_for_one_cause_are_told_together_and_all_are_named(desk: Path, capsys) -> None:
    definitions(desk, 60)
    for file in (desk / "definitions").glob("layanan-*.yaml"):
        file.write_text("sop: 1\n", encoding="utf-8")
    assert main(["render", "--out", "g", "--json"]) == 1
    told = capsys.readouterr()
    assert len(json.loads(told.out)["failed"]) == 60
    cause, names = told.err.splitlines()
    assert cause.startswith("60 SOP gagal karena sebab yang sama: ")
    assert names.split(", ") == [
        f"  layanan-{number:03}" if number == 0 else f"layanan-{number:03}" for number in range(60)
    ]


def test_where_the_disk_is_full_no_other_one_is_tried(desk: Path, capsys, monkeypatch) -> None:
    definitions(desk, 4)
    write_whole = making.write_whole

    def full(path: Path, content: bytes | str) -> None:
        if path.name != "layanan-000.html":
            raise Failure("OUT002", path=path, reason="ENOSPC")
        write_whole(path, content)

    monkeypatch.setattr(making, "write_whole", full)
    assert main(["sheet", "--out", "g"]) == 3
    told = capsys.readouterr()
    failed, why = told.err.splitlines()
    assert "layanan-001" in failed
    assert why.startswith("Dihentikan setelah 2 dari 4 SOP karena ruang simpan habis.")
    assert told.out == "1 berkas ditulis ke g; 0 SOP tidak berubah; 1 SOP gagal.\n"


def test_a_project_file_with_errors_is_told_once_and_the_work_goes_on(desk: Path, capsys) -> None:
    definitions(desk, 3)
    settled = "project: 1\npaper: Legal\nmatrix:\n  font: Comic\n  size: 9\nseverities:\n  SOP999: info\n"
    (desk / "sop-project.yaml").write_text(settled, encoding="utf-8")
    for _ in range(2):  # also when nothing is left to be made
        assert main(["sheet", "--out", "l", "--json"]) == 1
        told = capsys.readouterr()
        assert told.err == (
            "sop-project.yaml: 3 temuan, 2 di antaranya kesalahan; bagian ini tidak dipakai: paper, matrix.font, "
            "severities.SOP999; lihat sop validate sop-project.yaml\n"
        )
        (project,) = json.loads(told.out)["projects"]
        assert (project["file"], project["findings"], project["errors"]) == ("sop-project.yaml", 3, 2)
        assert project["unused"] == ["paper", "matrix.font", "severities.SOP999"]
    assert len(list((desk / "l").iterdir())) == 3
    (desk / "sop-project.yaml").write_text("- paper: F4\n", encoding="utf-8")
    assert main(["render", "--out", "l"]) == 1
    assert "seluruh isinya tidak dipakai" in capsys.readouterr().err
    (desk / "sop-project.yaml").write_text(settled.replace("Legal", "F4").replace("Comic", "serif"), encoding="utf-8")
    assert main(["render", "--out", "l"]) == 0, "a warning stops nobody"
    assert "severities.SOP999" in capsys.readouterr().err


def test_the_definitions_that_ship_are_not_used_in_silence(desk: Path, capsys) -> None:
    assert main(["render", PATTERN, "--out", "g"]) == 0
    assert "bawaan" in capsys.readouterr().err
    assert main(["render", str(TOP / "definitions" / f"{PATTERN}.yaml"), "--out", "g"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(os.name == "nt", reason="a terminal sends it in another way there")
def test_ctrl_c_leaves_nothing_half_written_and_the_next_time_goes_on(desk: Path, capsys) -> None:
    definitions(desk, 60)
    program = started("render", "--out", "g")
    while program.poll() is None and len(list((desk / "g").glob("*.svg"))) < 6:
        time.sleep(0.005)
    os.killpg(program.pid, signal.SIGINT)
    out, err = program.communicate()
    assert program.returncode == 130, err
    assert err.startswith("Dihentikan setelah ")
    assert err.count("\n") == 1, err
    done = whole(desk / "g")
    assert 6 <= len(done) < 120
    # so are those of definitions that were not finished
    assert int(out.split(" ")[0]) == len(done)
    assert main(["render", "--out", "g"]) == 0
    assert " 0 SOP tidak berubah" not in capsys.readouterr().out
    assert len(whole(desk / "g")) == 120


@pytest.mark.skipif(os.name == "nt", reason="a terminal sends it in another way there")
def test_ctrl_c_stops_also_who_works_alone(desk: Path) -> None:
    definitions(desk, 1)
    waiting = (
        "import time; from pathlib import Path; from sop_engine.batch import making\n"
        "making.make = lambda *_: (Path('siap').touch(), time.sleep(60))"
    )
    program = started("render", "--out", "g", before=waiting)
    while program.poll() is None and not (desk / "siap").exists():
        time.sleep(0.01)
    os.killpg(program.pid, signal.SIGINT)
    _, err = program.communicate()
    assert program.returncode == 130
    assert err.startswith("Dihentikan setelah 0 dari 1 SOP.")


@pytest.mark.skipif(os.name == "nt", reason="a terminal sends it in another way there")
def test_ctrl_c_counts_what_was_written_of_an_sop_that_was_not_finished(desk: Path) -> None:
    definitions(desk, 1)
    waiting = (
        "import time; from sop_engine.batch import making\n"
        "write = making.write_whole\n"
        "making.write_whole = lambda path, content: (path.suffix == '.md' and time.sleep(60)) or write(path, content)"
    )
    program = started("sheet", "--out", "g", "--format", "docx", "--format", "md", before=waiting)
    while program.poll() is None and not list((desk / "g").glob("*.docx")):
        time.sleep(0.01)
    os.killpg(program.pid, signal.SIGINT)
    out, _ = program.communicate()
    assert program.returncode == 130
    assert out.startswith("1 berkas ditulis"), out


def test_two_batches_at_once_into_one_folder_both_end_well(desk: Path) -> None:
    definitions(desk, 12)
    both = [started("render", "--out", "g") for _ in range(2)]
    for program in both:
        _, err = program.communicate()
        assert program.returncode == 0, err
    assert len(whole(desk / "g")) == 24


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_where_there_is_no_room_what_fits_is_whole_and_the_rest_is_told(desk: Path) -> None:
    definitions(desk, 6)
    limit = 40_000
    before = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    program = started("render", "--out", "g", "--format", "svg", "--format", "png", before=before)
    _, err = program.communicate()
    assert program.returncode == 3
    assert err.count("OUT002") == 1
    assert all(f"layanan-{number:03}" in err for number in range(6))
    names = sorted(file.name for file in (desk / "g").iterdir())
    assert names
    for file in (desk / "g").iterdir():
        assert file.suffix == ".svg"
        ET.parse(file)


@pytest.mark.parametrize("above", ["g", "g/bawah"])
def test_an_out_that_is_no_folder_is_told_once_and_nothing_is_made(desk: Path, capsys, above: str) -> None:
    definitions(desk, 4)
    (desk / "g").write_text("berkas", encoding="utf-8")
    assert main(["render", "--out", above]) == 3
    assert capsys.readouterr().err.count("OUT0") == 1
    assert (desk / "g").read_text(encoding="utf-8") == "berkas"


def test_one_definition_may_come_from_a_stream(desk: Path, capsys, monkeypatch) -> None:
    definitions(desk, 1)
    stream = BytesIO((desk / "definitions" / "layanan-000.yaml").read_bytes())
    monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": stream})())
    assert main(["render", "-", "--out", "g"]) == 0
    assert whole(desk / "g") == ["layanan-000.langsung.svg", "layanan-000.svg"]
    assert main(["render", "-", "definitions", "--out", "g"]) == 2
    assert "USE043" in capsys.readouterr().err


def test_a_definition_may_be_named_by_its_id(desk: Path, capsys) -> None:
    definitions(desk, 2)
    assert main(["sheet", "layanan-001", "--out", "l"]) == 0
    assert [file.name for file in (desk / "l").iterdir()] == ["layanan-001.html"]
    assert main(["sheet", "layanan-002", "--out", "l"]) == 1
    assert "RUN020" in capsys.readouterr().err
    assert main(["sheet", "tidak/ada.yaml", "--out", "l"]) == 2
    assert "USE012" in capsys.readouterr().err


def test_a_folder_with_nothing_in_it(desk: Path, capsys) -> None:
    (desk / "kosong").mkdir()
    assert main(["render", "kosong", "--out", "g"]) == 2
    assert "USE013" in capsys.readouterr().err
    assert not (desk / "g").exists()


def test_characters_that_the_typeface_lacks_are_told_and_stop_nothing(desk: Path, capsys) -> None:
    definitions(desk, 1)
    file = desk / "definitions" / "layanan-000.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("activity: ", "activity: ꦲ😀 ", 1), encoding="utf-8")
    assert main(["render", "--out", "g", "--format", "svg", "--format", "png", "--json"]) == 0
    told = capsys.readouterr()
    (line,) = told.err.splitlines()
    assert line.startswith("g/layanan-000.svg: ".replace("/", os.sep))
    assert "ꦲ (U+A9B2), 😀 (U+1F600)" in line
    (notice,) = json.loads(told.out)["notices"]
    assert notice["name"] == "glyph_steps"
    assert main(["render", "--out", "g", "--format", "svg", "--format", "png", "--json"]) == 0
    again = capsys.readouterr()
    assert again.err == ""
    assert json.loads(again.out)["notices"] == [notice]
    assert main(["render", "--out", "g", "--format", "svg", "--format", "png"]) == 0
    again = capsys.readouterr()
    assert again.err == ""
    assert again.out.splitlines()[1].startswith("Ada 1 pemberitahuan tentang hasil yang tidak berubah")
    assert main(["render", "--out", "g", "--format", "svg", "--format", "png", "--force"]) == 0
    again = capsys.readouterr()
    assert "U+A9B2" in again.err
    assert again.out.count("\n") == 1


def test_the_shell_is_offered_ids_and_files(desk: Path) -> None:
    from sop_engine.cli.completion import definitions_named

    definitions(desk, 2)
    (desk / "layanan-lain.yaml").touch()
    (desk / "layanan.txt").touch()
    assert definitions_named("layanan") == ["layanan-000", "layanan-001", "layanan-lain.yaml"]
    assert definitions_named(f"definitions{os.sep}u") == [os.path.join("definitions", "units") + os.sep]
    assert definitions_named("tidak/ada/") == []


@pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
def test_a_link_in_a_circle_is_not_offered_and_hides_nothing(desk: Path) -> None:
    from sop_engine.cli.completion import definitions_named

    (desk / "layanan-a.yaml").touch()
    (desk / "layanan-putar.yaml").symlink_to("layanan-putar.yaml")
    (desk / "layanan-z").mkdir()
    assert definitions_named("layanan") == ["layanan-a.yaml", f"layanan-z{os.sep}"]
