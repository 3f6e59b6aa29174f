"""``sop explain`` and ``sop schema``: every code and every key is explained, in both languages."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sop_engine.cli.main import main
from sop_engine.messages.failures import FAILURES
from sop_engine.messages.findings import FINDINGS

TOP = Path(__file__).resolve().parents[2]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def sop(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Run ``sop``: words -> (exit code, standard output, standard error)."""
    monkeypatch.setenv("SOP_LANG", "id")

    def run(*words: str) -> tuple[int, str, str]:
        code = main(words)
        told = capsys.readouterr()
        return code, told.out, told.err

    yield run
    gc.enable()


@pytest.mark.parametrize("code", FINDINGS)
def test_every_finding_is_explained_in_one_language(sop: Run, code: str) -> None:
    exit_code, out, err = sop("explain", code)
    assert (exit_code, err) == (0, "")
    assert out.startswith(f"# {code}: ")
    assert "## Penjelasan" in out
    assert "## English" not in out
    assert "## Contoh" in out
    english = sop("explain", code, "--lang", "en")[1]
    assert "## English" in english
    assert "## Penjelasan" not in english
    assert "\n\n\n" not in out + english


@pytest.mark.parametrize("code", FAILURES)
def test_every_failure_is_explained(sop: Run, code: str) -> None:
    exit_code, out, _ = sop("explain", code)
    assert exit_code == 0
    assert out.startswith(f"{code}: ")
    assert "{" not in out
    assert ("Kode keluar" in out, "Selanjutnya: docs/" in out) == (True, True)
    page = out.rstrip().rpartition("docs/")[2]
    assert TOP.joinpath("docs", page).is_file()


def test_the_gaps_of_a_failure_are_named(sop: Run) -> None:
    assert sop("explain", "RUN031")[1].splitlines() == [
        "RUN031: [nama] tidak berwenang: pada [hari itu] tidak memangku jabatan [jabatan yang diperlukan] di [unit]. "
        "[masa jabatan, bila pernah] [yang boleh]",
        "",
        "Kode keluar 1: ditolak; tidak ada yang berubah.",
        "Selanjutnya: docs/people.md",
    ]


def test_a_code_may_be_typed_in_small_letters(sop: Run) -> None:
    assert sop("explain", "sop027") == sop("explain", "SOP027")


@pytest.mark.parametrize(
    ("typed", "near"), [("SOP27", "SOP027"), ("sp1", "SP001"), ("SOP127X", "SOP127"), ("XYZ", None)]
)
def test_an_unknown_code_is_wrong_usage(sop: Run, typed: str, near: str | None) -> None:
    exit_code, out, err = sop("explain", typed)
    assert (exit_code, out) == (2, "")
    assert "USE014" in err
    if near:
        assert f"maksudnya `{near}`?" in err


def test_the_schema_is_printed(sop: Run) -> None:
    from sop_engine.definition.schema import schema

    assert sop("schema") == (0, schema("sop"), "")
    assert sop("schema", "unit") == (0, schema("unit"), "")
    assert json.loads(sop("schema", "sop")[1])["title"]
