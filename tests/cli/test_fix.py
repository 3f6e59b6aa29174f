"""``sop validate --fix`` and ``--diff`` as their user meets them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sample import UNIT_TEXT, definition

from sop_engine.cli.main import main

Run = Callable[..., tuple[int, str, str]]

FILE = Path("definitions", "izin-keramaian.yaml")
UNIT = Path("definitions", "units", "contoh", "kelurahan.yaml")
SLIPPED = definition("title: no # judul\nsla:\n  within: 3 Hari Kerja # janji\n  from: submitted\n")
MENDED = definition('title: "no" # judul\nsla:\n  within: 3 hari kerja # janji\n  from: submitted\n')


@pytest.fixture
def sop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``sop validate`` in a folder with a definition that has slips."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOP_DEFINITIONS", raising=False)
    monkeypatch.setenv("SOP_LANG", "id")
    UNIT.parent.mkdir(parents=True)
    UNIT.write_text(UNIT_TEXT, encoding="utf-8")
    FILE.write_text(SLIPPED, encoding="utf-8")

    def run(*words: str, piped: str | None = None) -> tuple[int, str, str]:
        if piped is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped.encode())))
        code = main(["validate", *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def read(path: Path = FILE) -> str:
    return path.read_bytes().decode("utf-8")


def test_fix_writes_tells_and_reports_what_is_left(sop: Run) -> None:
    code, out, err = sop("--fix")
    assert code == 0
    assert read() == MENDED
    assert f"diperbaiki: {FILE}:" in err
    assert ": SOP061 waktu `3 Hari Kerja` tidak dapat dibaca\n" in err
    assert err.endswith("2 temuan diperbaiki dalam 1 berkas.\n")
    assert "SOP061" not in out
    assert out.splitlines()[-1].startswith("2 berkas diperiksa: 0 kesalahan,")
    assert sop("--fix")[2] == "0 temuan diperbaiki dalam 0 berkas.\n"


def test_diff_shows_and_writes_nothing(sop: Run) -> None:
    code, out, err = sop("--diff")
    assert code == 0
    name = FILE.as_posix()
    assert out.startswith(f"--- a/{name}\n+++ b/{name}\n@@ ")
    changed = [line for line in out.splitlines()[2:] if line[0] in "+-"]
    assert changed == [
        "-title: no # judul", '+title: "no" # judul',
        "-  within: 3 Hari Kerja # janji", "+  within: 3 hari kerja # janji",
    ]  # fmt: skip
    assert err == "2 temuan dapat diperbaiki dalam 1 berkas dengan --fix.\n"
    assert read() == SLIPPED


def test_diff_and_fix_together_write_nothing(sop: Run) -> None:
    assert sop("--fix", "--diff")[1] == sop("--diff")[1]
    assert read() == SLIPPED


def test_the_report_of_a_program_stays_readable(sop: Run) -> None:
    code, out, _ = sop("--fix", "--format", "json")
    assert code == 0
    assert "SOP061" not in {each["code"] for each in json.loads(out)["diagnostics"]}


def test_windows_line_ends_are_kept(sop: Run) -> None:
    FILE.write_bytes(SLIPPED.replace("\n", "\r\n").encode())
    sop("--fix")
    assert read() == MENDED.replace("\n", "\r\n")


def test_a_unit_is_mended(sop: Run) -> None:
    UNIT.write_text(UNIT_TEXT + "postcode: 53100\n", encoding="utf-8")
    assert sop("--fix", str(UNIT))[0] == 0
    assert read(UNIT) == UNIT_TEXT + 'postcode: "53100"\n'


def test_a_file_that_cannot_be_read_is_left_and_reported(sop: Run) -> None:
    FILE.write_bytes(b"PK\x03\x04\x00")
    code, out, err = sop("--fix", str(FILE))
    assert code == 1
    assert "SOP102" in out
    assert err == "0 temuan diperbaiki dalam 0 berkas.\n"
    assert FILE.read_bytes() == b"PK\x03\x04\x00"


def test_a_stream_can_be_shown_but_not_written(sop: Run) -> None:
    code, out, _ = sop("--diff", "-", piped=SLIPPED)
    assert code == 0
    assert "+  within: 3 hari kerja # janji" in out
    code, _, err = sop("--fix", "-", piped=SLIPPED)
    assert code == 2
    assert "USE028" in err


def test_what_somebody_saves_meanwhile_is_not_overwritten(sop: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from sop_engine.fixes import mend as module

    before = module.mend

    def meanwhile(*args: object) -> object:
        FILE.write_text("sop: 1 # baru\n", encoding="utf-8")
        return before(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "mend", meanwhile)
    code, _, err = sop("--fix", str(FILE))
    assert code == 3
    assert "OUT021" in err
    assert read() == "sop: 1 # baru\n"
