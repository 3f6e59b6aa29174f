"""The hooks for pre-commit: the commands they name exist, take file names, and choose the right files."""

from __future__ import annotations

import gc
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from sample import UNIT_TEXT, definition

from sop_engine.cli.main import main

TOP = Path(__file__).resolve().parents[2]
HOOKS: dict[str, dict[str, Any]] = {
    each["id"]: each for each in yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
UNTIDY = definition().replace("title: Izin", "title:    Izin")
BROKEN = definition("xyz: 1\n")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    unit = tmp_path / "definitions" / "units" / "contoh" / "kelurahan.yaml"
    unit.parent.mkdir(parents=True)
    unit.write_text(UNIT_TEXT, encoding="utf-8")
    yield Path("definitions", "izin-keramaian.yaml")
    gc.enable()


def run(hook: str, *files: Path) -> int:
    program, *words = shlex.split(HOOKS[hook]["entry"])
    assert program == "sop"
    return main([*words, *map(str, files)])


def chosen(hook: str, name: str) -> bool:
    return bool(re.search(HOOKS[hook]["files"], name)) and not re.search(HOOKS[hook]["exclude"], name)


def test_the_hooks_are_these() -> None:
    assert list(HOOKS) == ["sop-validate", "sop-format", "sop-format-check"]
    for each in HOOKS.values():
        assert (each["language"], each["types"], each["pass_filenames"]) == ("python", ["yaml"], True)
        # what one file says about another is only seen when both are checked by one process
        assert each["require_serial"] is True


def test_an_error_stops_the_commit(file: Path) -> None:
    file.write_text(definition(), encoding="utf-8")
    assert run("sop-validate", file) == 0
    file.write_text(BROKEN, encoding="utf-8")
    assert run("sop-validate", file) == 1
    assert file.read_text(encoding="utf-8") == BROKEN


def test_an_untidy_file_is_tidied_in_place(file: Path) -> None:
    file.write_text(UNTIDY, encoding="utf-8")
    run("sop-format", file)
    tidied = file.read_text(encoding="utf-8")
    assert "title: Izin" in tidied
    assert run("sop-format-check", file) == 0
    assert file.read_text(encoding="utf-8") == tidied


def test_an_untidy_file_is_only_told(file: Path) -> None:
    file.write_text(UNTIDY, encoding="utf-8")
    assert run("sop-format-check", file) == 1
    assert file.read_text(encoding="utf-8") == UNTIDY


@pytest.mark.parametrize(
    ("name", "validated", "tidied"),
    [
        ("definitions/izin.yaml", True, True),
        ("definitions/dalam/izin.yml", True, True),
        ("layanan/definitions/units/a/b.yaml", True, True),
        ("sop-project.yaml", True, False),
        ("definitions/sop-project.yaml", True, False),
        ("definitions/izin.uji.yaml", False, False),
        ("definitions/sop.schema.json", False, False),
        (".github/workflows/ci.yaml", False, False),
        ("mydefinitions/izin.yaml", False, False),
        ("docker-compose.yml", False, False),
    ],
)
def test_only_our_files_are_touched(name: str, validated: bool, tidied: bool) -> None:
    assert chosen("sop-validate", name) == validated
    assert chosen("sop-format", name) == chosen("sop-format-check", name) == tidied
