"""``sop render --case``: a running case in both views, and what is refused."""

import json
import xml.etree.ElementTree as ET

import pypdfium2
import pytest

from sop_engine.cli.main import main


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
