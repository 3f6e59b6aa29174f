"""A folder of definitions: files are found by id, units beside them, and nothing outside is reached."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sop_engine.definition.catalogue import Catalogue, device, distinct, scenario_files, subject, yaml_files
from sop_engine.failure import Failure


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.yaml", "a.yml", "dalam/c.YAML", "units/kota/dinas.yaml", ".git/d.yaml", "e.txt"):
        file = tmp_path / "definitions" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")
    return tmp_path / "definitions"


def test_definitions_are_listed_in_order_without_units(folder: Path) -> None:
    assert [path.relative_to(folder).as_posix() for path in Catalogue(folder).paths()] == [
        "a.yml",
        "b.yaml",
        "dalam/c.YAML",
    ]


@pytest.mark.parametrize("name", ["sop-project.yaml", "people.yaml"])
def test_files_of_other_kinds_are_no_definitions(folder: Path, name: str) -> None:
    (folder / name).write_text("", encoding="utf-8")
    catalogue = Catalogue(folder)
    assert folder / name in yaml_files(folder)
    assert name not in {path.name for path in catalogue.paths()}
    assert not catalogue.holds_definition(folder / "dalam" / name)
    assert catalogue.holds_definition(folder / f"x-{name}")


def test_all_yaml_files_are_listed_with_units(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix() for path in yaml_files(folder)]
    assert names == ["a.yml", "b.yaml", "dalam/c.YAML", "units/kota/dinas.yaml"]


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert yaml_files(tmp_path / "x") == ()


def test_a_definition_is_found_by_its_id(folder: Path) -> None:
    assert Catalogue(folder).path("c") == folder / "dalam" / "c.YAML"


@pytest.mark.parametrize("sop_id", ["../x", "a/b", "/etc/passwd", "", "A", "a.yaml", "a\n", "..", "a\0"])
def test_what_is_no_id_is_wrong_usage(folder: Path, sop_id: str) -> None:
    with pytest.raises(Failure) as refused:
        Catalogue(folder).path(sop_id)
    assert refused.value.code == "USE010"


def test_an_unknown_id_names_those_there_are(folder: Path) -> None:
    with pytest.raises(Failure) as refused:
        Catalogue(folder).path("x")
    assert refused.value.code == "RUN020"
    assert "a, b, c" in refused.value.message("id")


def test_the_nearest_ids_come_first_and_how_many_more_there_are_is_said(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"izin-{number:02d}.yaml").touch()
    (tmp_path / "kerjasama-media.yaml").touch()
    for given in ("kerjasama-medai", "media"):
        with pytest.raises(Failure) as refused:
            Catalogue(tmp_path).path(given)
        said = refused.value.message("id")
        assert "Yang ada: kerjasama-media, izin-" in said
        assert said.endswith(", … (+11); maksudnya `kerjasama-media`?")


def test_a_unit_stands_below_units(folder: Path) -> None:
    assert Catalogue(folder).unit_path("kota/dinas") == folder / "units" / "kota" / "dinas.yaml"


@pytest.mark.parametrize("unit", ["../../x", "/x", "a//b", "a/../b", "", "A/b", "a/b/", "a\\..\\b", "a\n"])
def test_a_unit_that_would_climb_out_has_no_file(folder: Path, unit: str) -> None:
    assert Catalogue(folder).unit_path(unit) is None


def test_the_catalogue_of_a_file_is_the_nearest_folder_with_units(folder: Path, tmp_path: Path) -> None:
    assert Catalogue.around(folder / "dalam" / "c.YAML", tmp_path).folder == folder
    assert Catalogue.around(folder / "units" / "kota" / "dinas.yaml", tmp_path).folder == folder
    assert Catalogue.around(Path("/x.yaml"), tmp_path).folder == tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_file_may_be_a_link_a_folder_may_not(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "rahasia.yaml").write_text("", encoding="utf-8")
    (folder / "keluar.yaml").symlink_to(tmp_path / "rahasia.yaml")
    (folder / "naik").symlink_to(tmp_path)
    (folder / "putar.yaml").symlink_to(folder / "putar.yaml")
    (folder / "sini").symlink_to(folder)
    assert [path.name for path in yaml_files(folder)] == [
        "a.yml",
        "b.yaml",
        "c.YAML",
        "keluar.yaml",
        "putar.yaml",
        "dinas.yaml",
    ]


def test_one_id_in_two_files_is_told_at_the_second(folder: Path) -> None:
    (found,) = distinct([folder / "b.yaml", folder / "dalam" / "b.yaml"])
    assert (found.code, found.path) == ("SOP117", str(folder / "dalam" / "b.yaml"))
    assert dict(found.args)["other"] == str(folder / "b.yaml")


def test_one_file_named_twice_is_one_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert distinct([folder / "b.yaml", Path("b.yaml")]) == ()


def test_a_unit_is_one_by_its_place_below_the_folder(folder: Path) -> None:
    catalogue = Catalogue(folder)
    assert catalogue.holds_unit(folder / "units" / "kota" / "dinas.yaml")
    assert not catalogue.holds_unit(folder / "dinas.yaml")
    assert not Catalogue(folder / "units" / "kota").holds_unit(folder / "units" / "kota" / "dinas.yaml")


def test_files_of_scenarios_are_another_list(folder: Path) -> None:
    for name in ("a.uji.yaml", "dalam/x.UJI.YML", ".git/y.uji.yaml"):
        (folder / name).write_text("", encoding="utf-8")
    found = scenario_files(folder)
    assert found == (folder / "a.uji.yaml", folder / "dalam" / "x.UJI.YML")
    assert [subject(file) for file in found] == [folder / "a", folder / "dalam" / "x"]
    assert not set(found) & set(yaml_files(folder))
    assert subject(folder / "a.yml") is None


@pytest.mark.parametrize(
    ("key", "part"),
    [("nul", "nul"), ("kota/com3", "com3"), ("com", None), ("konsultasi", None), ("con-tes", None), ("nulis/a", None)],
)
def test_what_windows_keeps_for_devices_is_no_key(key: str, part: str | None) -> None:
    assert device(key) == part
