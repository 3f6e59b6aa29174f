"""What has not changed is passed over; whatever a result depends on makes it anew, also a hand that touched it."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from orders import TOP

from sop_engine import cache
from sop_engine.batch import course, memory
from sop_engine.batch.work import Job, Outcome
from sop_engine.definition.catalogue import Catalogue
from sop_engine.render import fonts, typeface
from sop_engine.render.image import png
from sop_engine.render.publication import Pictures, Sheets

SOP = "kerjasama-media"
PICTURES = Pictures(formats=("svg",))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOP_CACHE", str(tmp_path / "ingatan"))
    shutil.copytree(TOP / "definitions", tmp_path / "definitions")
    return tmp_path


def made(desk: Path, order: object = PICTURES, out: str = "hasil", *, force: bool = False) -> Outcome:
    """Carry out an order for one definition."""
    catalogue = Catalogue(desk / "definitions")
    job = Job(desk / "definitions" / f"{SOP}.yaml", catalogue, order, desk / out)
    ((number, outcome),) = course.carry_out([(4, job)], 1, {}, force=force)
    assert number == 4
    assert not outcome.failed
    return outcome


def entries(desk: Path) -> list[Path]:
    return sorted((desk / "ingatan" / "results").glob("*.json"))


def spoil(file: Path, old: str, new: str) -> None:
    content = file.read_text(encoding="utf-8")
    assert old in content
    file.write_text(content.replace(old, new), encoding="utf-8")


def test_the_same_again_is_passed_over_with_the_same_files_and_notices(desk: Path) -> None:
    spoil(desk / "definitions" / f"{SOP}.yaml", "activity: Me", "activity: 😀 Me")
    first = made(desk)
    again = made(desk)
    assert not first.unchanged
    assert again.unchanged
    assert again.files == first.files
    assert again.notices == first.notices != ()


def test_a_folder_that_was_moved_is_as_good(desk: Path) -> None:
    made(desk)
    (desk / "hasil").rename(desk / "arsip")
    assert made(desk, out="arsip").unchanged


def test_results_changed_or_deleted_by_hand_are_made_again(desk: Path) -> None:
    file = Path(made(desk).files[-1])
    content = file.read_bytes()
    file.write_bytes(content.replace(b"<title>", b"<title> "))
    assert not made(desk).unchanged
    assert file.read_bytes() == content
    file.unlink()
    assert not made(desk).unchanged
    assert file.read_bytes() == content
    assert made(desk).unchanged


def test_what_is_forced_is_made(desk: Path) -> None:
    made(desk)
    assert not made(desk, force=True).unchanged
    assert made(desk).unchanged


@pytest.mark.parametrize("order", [Pictures(formats=("svg", "dot")), Pictures(theme="abu"), Sheets(("md",))], ids=repr)
def test_another_order_is_another_result(desk: Path, order: object) -> None:
    made(desk)
    assert not made(desk, order).unchanged


def test_another_text_another_unit_or_another_project_is_another_result(desk: Path) -> None:
    definitions = desk / "definitions"
    made(desk)
    spoil(definitions / f"{SOP}.yaml", "title: Kerjasama Media", "title: Kerja Sama Media")
    assert not made(desk).unchanged
    assert made(desk).unchanged
    spoil(definitions / "units" / "pekalongan" / "prokompim.yaml", "name: ", "name: Baru ")
    assert not made(desk).unchanged
    assert made(desk).unchanged
    (desk / "sop-project.yaml").write_text("project: 1\npaper: F4\n", encoding="utf-8")
    assert not made(desk).unchanged
    assert made(desk).unchanged
    (desk / "sop-project.yaml").unlink()
    assert made(desk).unchanged, "what was made before there was a project"


def test_another_logo_is_another_result(desk: Path) -> None:
    units = desk / "definitions" / "units" / "pekalongan"
    spoil(units / "prokompim.yaml", "name: ", "logo: lambang.png\nname: ")
    matrix = Pictures("matrix")
    without = made(desk, matrix)
    assert [notice.name for _, notice in without.notices] == ["logo", "logo"]
    assert made(desk, matrix).unchanged
    (units / "lambang.png").write_bytes(png('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>'))
    assert not made(desk, matrix).unchanged
    assert made(desk, matrix).unchanged
    (units / "lambang.png").write_bytes(b"\0" * 3_000_000)
    assert "OUT015" in made(desk, matrix).notices[0][1].message()
    assert made(desk, matrix).unchanged
    (units / "lambang.png").unlink()
    assert made(desk, matrix).files == without.files


def test_another_program_or_template_makes_other_results(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(desk)
    monkeypatch.setattr(memory, "_makers", lambda: "lain")
    assert not made(desk).unchanged
    monkeypatch.undo()
    monkeypatch.setenv("SOP_CACHE", str(desk / "ingatan"))
    assert made(desk).unchanged
    cache._program.cache_clear()
    try:
        monkeypatch.setattr("sop_engine.__version__", "0.0.0")
        assert not made(desk).unchanged
    finally:
        cache._program.cache_clear()


def test_every_template_counts_in_whatever_folder_it_stands(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = desk / "templates"
    shutil.copytree(TOP / "templates", templates)
    folders = {file.parent for file in templates.rglob("*") if file.is_file()}
    assert len(folders) > 1
    monkeypatch.setattr(memory, "shipped", lambda name: desk / name)
    memory._makers.cache_clear()
    try:
        made(desk)
        for folder in sorted(folders):
            file = min(file for file in folder.iterdir() if file.is_file())
            file.write_bytes(file.read_bytes() + b" ")
            memory._makers.cache_clear()
            assert not made(desk).unchanged, folder.name
            assert made(desk).unchanged
    finally:
        memory._makers.cache_clear()


def test_the_typefaces_count() -> None:
    told = memory._makers()
    for face in typeface.FAMILIES:
        for file in fonts.files(face):
            assert f"/{file.name} {file.stat().st_size} " in told


def test_an_sop_that_is_named_and_gone_is_noticed(desk: Path) -> None:
    definitions = desk / "definitions"
    spoil(definitions / f"{SOP}.yaml", "\nsteps:", "\nrelated:\n  - {sop: keprotokolan, kind: related}\nsteps:")
    made(desk)
    assert made(desk).unchanged
    (definitions / "keprotokolan.yaml").unlink()
    assert not made(desk).unchanged
    assert made(desk).unchanged


def test_another_title_of_an_sop_that_is_named_is_another_result(desk: Path) -> None:
    definitions = desk / "definitions"
    spoil(definitions / f"{SOP}.yaml", "\nsteps:", "\nrelated:\n  - {sop: keprotokolan, kind: related}\nsteps:")
    matrix = Pictures("matrix")
    assert "SOP Keprotokolan<" in Path(made(desk, matrix).files[0]).read_text(encoding="utf-8")
    spoil(definitions / "keprotokolan.yaml", "title: Keprotokolan", "title: Tamu Daerah")
    again = made(desk, matrix)
    assert not again.unchanged
    assert "SOP Tamu Daerah<" in Path(again.files[0]).read_text(encoding="utf-8")


def test_without_a_cache_all_is_made(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOP_CACHE", "off")
    made(desk)
    assert not made(desk).unchanged


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda entry: {},
        lambda entry: {**entry, "key": "0" * 64},
        lambda entry: {**entry, "results": [["../rahasia", sha256(b"rahasia").hexdigest(), []]]},
        lambda entry: {**entry, "results": [[each[0], each[1], [["tidak_ada", []]]] for each in entry["results"]]},
        lambda entry: {**entry, "terms": ["../lain", "", "", "", []]},
    ],
    ids=["empty", "foreign", "climbing", "wordless", "outside"],
)
def test_an_entry_that_this_program_did_not_write_is_passed_over(desk: Path, spoiled) -> None:
    (desk / "rahasia").write_text("rahasia", encoding="utf-8")
    made(desk)
    (file,) = entries(desk)
    file.write_text(json.dumps(spoiled(json.loads(file.read_text(encoding="utf-8")))), encoding="utf-8")
    assert not made(desk).unchanged
    assert made(desk).unchanged


def test_what_failed_is_not_remembered(desk: Path) -> None:
    spoil(desk / "definitions" / f"{SOP}.yaml", "actor: pemohon", "actor: siapa")
    job = Job(desk / "definitions" / f"{SOP}.yaml", Catalogue(desk / "definitions"), PICTURES, desk / "hasil")
    for _ in range(2):
        ((_, outcome),) = course.carry_out([(0, job)], 1, {})
        assert outcome.code == 1
        assert not outcome.unchanged
    assert entries(desk) == []
