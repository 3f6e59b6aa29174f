"""The gallery shows what is drawn today; ``python tests/docs/make_gallery.py`` makes it anew."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
from gallery import DIGESTS, FOLDER, PAGE, TOP, page, plates

from sop_engine.cli.main import main

MOST = 3_000_000


def test_the_page_is_the_generated_one() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "run python tests/docs/make_gallery.py"


def test_no_picture_is_old() -> None:
    known = json.loads(DIGESTS.read_text(encoding="utf-8"))
    old = [plate.name for plate in plates() if known.get(plate.name) != plate.digest]
    assert old == [], "run python tests/docs/make_gallery.py and look at them"


def test_each_picture_is_there_and_no_other() -> None:
    assert {file.name for file in FOLDER.glob("*.png")} == {plate.name for plate in plates()}


@pytest.mark.parametrize("name", ["kerjasama-media", "surat-riwayat-tanah"])
def test_the_commands_make_what_is_shown(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(TOP)
    shown = [plate for plate in plates() if plate.standard == name]
    for number, command in enumerate(sorted({plate.command for plate in shown})):
        *drawn, _ = shlex.split(command.replace("--format png", "--format svg"))[1:]
        assert main([*drawn, str(tmp_path / str(number))]) == 0, capsys.readouterr()
    written = {file.read_text(encoding="utf-8") for file in tmp_path.glob("*/*.svg")}
    assert [plate.name for plate in shown if plate.kind == "svg" and plate.source not in written] == []


def test_the_pictures_are_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < MOST
