"""``sop format`` as its user meets it: what is written, what is only shown, what is left alone, and how it ends."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sample import UNIT_TEXT, definition

from sop_engine.cli.main import main
from sop_engine.definition.write import formatted

Run = Callable[..., tuple[int, str, str]]

TIDY = formatted(definition(), "x.yaml")[0] or ""
UNTIDY = TIDY.replace("id: izin-keramaian\n", "").replace("title:", "id:   izin-keramaian # kunci\ntitle:")
BROKEN = "sop: 1\nsteps: [\n"


@pytest.fixture
def sop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run ``sop format`` beside a tidy definition: words -> (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOP_DEFINITIONS", raising=False)
    monkeypatch.setenv("SOP_LANG", "id")
    write(TIDY)
    write(UNIT_TEXT, "definitions/units/contoh/kelurahan.yaml")

    def run(*words: str, piped: bytes | None = None) -> tuple[int, str, str]:
        if piped is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
        code = main(["format", *words])
        told = capfdbinary.readouterr()
        return code, told.out.decode(), told.err.decode()

    return run


def write(content: str | bytes, name: str = "definitions/izin-keramaian.yaml") -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return file


def test_tidy_files_are_not_touched(sop: Run) -> None:
    file = Path("definitions/izin-keramaian.yaml")
    before = file.stat()
    assert sop() == (0, "0 berkas dirapikan, 2 sudah rapi, 0 tidak dapat dirapikan.\n", "")
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert file.stat().st_ino == before.st_ino


def test_an_untidy_file_is_rewritten(sop: Run) -> None:
    file = write(UNTIDY)
    code, out, _ = sop()
    assert code == 0
    assert out == f"dirapikan: {file}\n1 berkas dirapikan, 1 sudah rapi, 0 tidak dapat dirapikan.\n"
    assert file.read_text(encoding="utf-8") == TIDY.replace("id: izin-keramaian\n", "id: izin-keramaian  # kunci\n", 1)
    assert sop("--check")[0] == 0


def test_check_names_what_is_untidy_and_writes_nothing(sop: Run) -> None:
    file = write(UNTIDY)
    code, out, _ = sop("--check")
    assert code == 1
    assert out == f"belum rapi: {file}\n1 berkas belum rapi, 1 sudah rapi, 0 tidak dapat dirapikan.\n"
    assert file.read_text(encoding="utf-8") == UNTIDY


def test_diff_shows_the_change_and_writes_nothing(sop: Run) -> None:
    file = write("sop: 1\ntitle:   Izin")
    code, out, _ = sop("--diff", str(file))
    assert code == 0
    assert out == (
        f"--- a/{file.as_posix()}\n+++ b/{file.as_posix()}\n@@ -1,2 +1,2 @@\n sop: 1\n-title:   Izin\n"
        "\\ No newline at end of file\n+title: Izin\n"
    )
    assert file.read_bytes() == b"sop: 1\ntitle:   Izin"
    assert sop("--diff", "--check", str(file))[0] == 1


def test_windows_line_ends_and_the_mark_at_the_beginning_are_kept(sop: Run) -> None:
    file = write(b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode())
    assert sop()[0] == 0
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfsop: 1\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert sop("--check")[0] == 0


def test_a_stream_comes_back_tidy_with_its_line_ends(sop: Run) -> None:
    assert sop("-", piped=b"title:  x # c\r\nsop: 1\r\n") == (0, "sop: 1\r\ntitle: x  # c\r\n", "")
    assert sop("-", "--check", piped=b"title:  x\r\nsop: 1\r\n")[0] == 1
    code, out, err = sop("-", piped=BROKEN.encode())
    assert (code, out) == (1, "")
    assert err.startswith("<stdin>:")


def test_a_file_that_cannot_be_read_is_left_and_the_others_are_tidied(sop: Run) -> None:
    broken = write(BROKEN, "definitions/rusak.yaml")
    untidy = write(UNTIDY)
    code, out, err = sop()
    assert code == 1
    assert err.startswith(f"{broken}:")
    assert "1 berkas dirapikan, 1 sudah rapi, 1 tidak dapat dirapikan." in out
    assert broken.read_text(encoding="utf-8") == BROKEN
    assert untidy.read_text(encoding="utf-8") != UNTIDY


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"sop: 1\ntitle: Caf\xe9\n", "SOP102"), (b"PK\x03\x04\x00", "SOP102"), (b"sop: 1\na: &a b\nc: *a\n", "SOP105")],
)
def test_hostile_files_are_refused_with_their_findings(content: bytes, code: str, sop: Run) -> None:
    file = write(content, "definitions/asing.yaml")
    exit_code, _, err = sop(str(file))
    assert exit_code == 1
    assert f" {code} " in err
    assert file.read_bytes() == content


def test_a_file_that_is_too_large_is_refused(sop: Run) -> None:
    file = write(b"sop: 1\ntitle:   x\n" + b"#\n" * 2_000_001)
    assert sop(str(file))[0] == 1


def test_a_path_that_is_not_there(sop: Run) -> None:
    assert sop("tidak-ada.yaml")[0] == 2


def test_other_files_of_ours_get_spacing_and_foreign_ones_nothing(sop: Run) -> None:
    ours = write("- a:   1\n".replace("- ", ""), "definitions/izin-keramaian.uji.yaml")
    foreign = write("a:   1\n", "definitions/docker.yaml")
    assert sop()[0] == 0
    assert ours.read_bytes() == b"a: 1\n"
    assert foreign.read_bytes() == b"a:   1\n"


def test_a_unit_is_put_in_order(sop: Run) -> None:
    file = write("name: X\nunit: 1\n", "definitions/units/contoh/x.yaml")
    assert sop(str(file))[0] == 0
    assert file.read_bytes() == b"unit: 1\nname: X\n"


def test_what_a_program_reads(sop: Run) -> None:
    file = write(UNTIDY)
    broken = write(BROKEN, "definitions/rusak.yaml")
    code, out, _ = sop("--check", "--json")
    answer = json.loads(out)
    assert code == 1
    assert answer["changed"] == [str(file)]
    assert answer["unchanged"] == 1
    assert [line.split(":")[0] for line in answer["left"]] == [str(broken)]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are others there")
def test_a_link_leads_to_its_file_and_permissions_stay(sop: Run) -> None:
    file = write(UNTIDY, "naskah/izin.yaml")
    file.chmod(0o640)
    link = Path("definitions/izin-keramaian.yaml")
    link.unlink()
    link.symlink_to(file.absolute())
    assert sop()[0] == 0
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") != UNTIDY
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_file_that_somebody_saves_meanwhile_is_not_overwritten(sop: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(UNTIDY)

    def meanwhile(text: str, path: str) -> object:
        file.write_text("sop: 1 # baru\n", encoding="utf-8")
        return formatted(text, path)

    monkeypatch.setattr("sop_engine.definition.write.formatted", meanwhile)
    code, _, err = sop(str(file))
    assert code == 3
    assert "OUT021" in err
    assert file.read_text(encoding="utf-8") == "sop: 1 # baru\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_folder_that_may_not_be_written(sop: Run) -> None:
    file = write(UNTIDY)
    file.parent.chmod(0o500)
    try:
        code, _, err = sop(str(file))
    finally:
        file.parent.chmod(0o700)
    assert code == 3
    assert "OUT001" in err
    assert file.read_text(encoding="utf-8") == UNTIDY
