"""``sop render --case``: a running case in both views, and what is refused."""

import json
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pypdfium2
import pytest

from sop_engine.cli.main import main
from sop_engine.resources import shipped


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_USER", "sri")
    return tmp_path


@pytest.fixture
def case(desk, capsys):
    assert main(["case", "open", "kerjasama-media", "--json"]) == 0
    number = json.loads(capsys.readouterr().out)["case"]
    assert main(["case", "do", number, "ajukan"]) == 0
    capsys.readouterr()
    return number


def words(file):
    shown = [each.text or "" for each in ET.parse(file).iter() if each.tag.endswith(("}text", "}tspan"))]
    return set(" ".join(shown).split())


@pytest.mark.parametrize("view", ["flowchart", "lanes"])
def test_a_case_is_drawn_with_its_times_in_both_views(desk, case, view, capsys):
    stem = case if view == "flowchart" else f"{case}.lanes"
    formats = [word for each in ("svg", "png", "pdf") for word in ("--format", each)]
    assert main(["render", "--case", case, "--view", view, *formats, "--out", "g", "--json"]) == 0
    written = json.loads(capsys.readouterr().out)["written"]
    names = {path.name for path in (desk / "g").iterdir()}
    assert len(written) == len(names)
    assert {f"{stem}.svg", f"{stem}.png", f"{stem}.pdf"} <= names
    assert {"selesai", "terbuka"} <= words(desk / "g" / f"{stem}.svg")
    pages = pypdfium2.PdfDocument(desk / "g" / f"{stem}.pdf")
    assert len(pages) == len([name for name in names if name.endswith(".svg")])


def test_pages_of_a_longer_picture_of_the_same_case_are_removed(desk, case):
    (desk / "g").mkdir()
    kept = [f"{case}.lanes_7.svg", f"{case}_7.pdf", "laporan_2.svg"]
    for folder in (desk / "g", desk):
        for name in (*kept, f"{case}_7.svg"):
            (folder / name).touch()
    assert main(["render", "--case", case, "--out", "g"]) == 0
    assert main(["case", "show", case, "--picture"]) == 0
    assert main(["case", "show", case, "--out", "laporan.svg"]) == 0
    for folder in (desk / "g", desk):
        assert not (folder / f"{case}_7.svg").exists()
        assert all((folder / name).exists() for name in kept)


def test_lanes_of_a_case_may_run_across(desk, case):
    assert main(["render", "--case", case, "--view", "lanes", "--across", "--theme", "abu", "--out", "g"]) == 0
    assert [path.name for path in (desk / "g").iterdir()] == [f"{case}.across.svg"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--view", "matrix"], "USE045"),
        (["--format", "dot"], "USE044"),
        (["kerjasama-media"], "USE047"),
        (["--store", "sqlite:///lain.db"], "RUN017"),
    ],
)
def test_what_cannot_be_drawn_is_said_and_nothing_is_written(desk, case, words, code, capsys):
    assert main(["render", "--case", case, *words, "--out", "g"]) in {1, 2}
    assert code in capsys.readouterr().err
    assert not (desk / "g").exists()


@pytest.fixture
def strange(desk, capsys):
    """Open a case of a definition with a character that the typeface lacks and more actors than a page has room for."""
    definitions = desk / "definitions"
    shutil.copytree(shipped("definitions"), definitions)
    file = definitions / "kerjasama-media.yaml"
    actors = "".join(f"  pejabat-{number}:\n    name: Pejabat Tambahan {number}\n" for number in range(12))
    steps = "".join(
        f"  - {{id: paraf-{number}, actor: pejabat-{number}, activity: Membubuhkan paraf ꦲ}}\n" for number in range(12)
    )
    content = file.read_text(encoding="utf-8").replace("\nactors:\n", f"\nactors:\n{actors}", 1)
    file.write_text(content.replace("\nsteps:\n", f"\nsteps:\n{steps}", 1), encoding="utf-8")
    assert main(["case", "open", "kerjasama-media", "--json"]) == 0
    return json.loads(capsys.readouterr().out)["case"]


def test_what_there_is_to_tell_of_a_case_is_told(desk, strange, capsys):
    assert main(["render", "--case", strange, "--view", "lanes", "--out", "g", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["notices"]
    assert [each["name"].partition("_")[0] for each in told] == ["lanes", "glyph"]
    assert main(["case", "show", strange, "--picture"]) == 0
    assert "ꦲ (U+A9B2)" in capsys.readouterr().err


def test_what_was_written_before_a_failure_is_told_with_it(desk, case, capsys):
    (desk / "g" / f"{case}.pdf").mkdir(parents=True)
    formats = [word for each in ("svg", "png", "pdf") for word in ("--format", each)]
    assert main(["render", "--case", case, *formats, "--out", "g", "--json"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert {f"{case}.svg", f"{case}.png"} <= {Path(each).name for each in told["written"]}
    assert [f"{case}.pdf" in each and "OUT003" in each for each in told["failed"]] == [True]


def test_a_folder_where_no_picture_of_a_case_can_be_written_is_told_before_it_is_drawn(desk, case, capsys, monkeypatch):
    (desk / "g").touch()
    monkeypatch.setattr("sop_engine.cli.case_files.drawing", None)
    assert main(["render", "--case", case, "--out", "g"]) == 3
    assert "OUT030" in capsys.readouterr().err
