"""The catalogue of words: both languages take the same arguments, and every word that is asked for is there."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

import sop_engine
from sop_engine import messages
from sop_engine.messages import failures, findings

ROOMS = [each.name for each in pkgutil.iter_modules(messages.__path__)]
PHRASES = {
    f"{room}.{key}": pair
    for room in ROOMS
    for key, pair in getattr(import_module(f"sop_engine.messages.{room}"), "PHRASES", {}).items()
}
FINDINGS = {
    f"{code}.{part}": getattr(finding, part)
    for code, finding in findings.FINDINGS.items()
    for part in ("message", "hint")
}
TERMS = {f"term.{name}": pair for name, pair in findings.TERMS.items()}
ALL = {**PHRASES, **FINDINGS, **TERMS, **failures.FAILURES}


def placeholders(wording: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}


@pytest.mark.parametrize("name", ALL)
def test_both_languages_say_something_with_the_same_arguments(name: str) -> None:
    indonesian, english = ALL[name]
    assert indonesian.strip()
    assert english.strip()
    assert placeholders(indonesian) == placeholders(english)


@pytest.mark.parametrize("name", [*FINDINGS, *TERMS])
def test_the_manners_of_a_finding(name: str) -> None:
    for wording in ALL[name]:
        if name.endswith(".hint"):
            assert wording.endswith("."), "a hint is a sentence"
            assert wording[0].isupper() or wording.startswith("{edit}."), "an edit is worded from pieces"
        else:
            assert not wording.endswith((".", "!")), "a message stands inside a line"
            assert wording[0].islower() or wording[0] in "`{" or wording.startswith("YAML")


@pytest.mark.parametrize("code", findings.FINDINGS)
def test_the_form_of_a_code(code: str) -> None:
    assert re.fullmatch(r"(SOP|SP)\d{3}", code)
    assert findings.FINDINGS[code].severity in ("error", "warning", "info")


@pytest.mark.parametrize("code", failures.FAILURES)
def test_the_form_of_a_failure(code: str) -> None:
    assert re.fullmatch(r"(RUN|STO|OUT|USE|BUG)\d{3}", code)


def _sources() -> str:
    """Return the program's text without its catalogue: what is only in there, nobody says."""
    files = [path for path in Path(sop_engine.__path__[0]).rglob("*.py") if "messages" not in path.parts]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_phrase_that_is_asked_for_is_there() -> None:
    sources = _sources()
    asked = set(re.findall(r"""\b(?:text|printed)\(\s*["']([a-z_]+\.[a-z_0-9]+)["']""", sources))
    for room, word in (("sheet", "say"), ("letter", "formal")):
        asked |= {f"{room}.{name}" for name in re.findall(rf"""\b{word}\(\s*["']([a-z_0-9]+)["']""", sources)}
    assert {name.partition(".")[0] for name in asked} >= {"officer", "diagram", "sheet", "shell"}
    assert asked <= set(PHRASES)


def test_every_code_that_is_raised_is_there() -> None:
    raised = set(re.findall(r"""["']((?:RUN|STO|OUT|USE|BUG|SOP|SP)\d{3})["']""", _sources()))
    assert raised == set(failures.FAILURES) | set(findings.FINDINGS)


def test_the_language_is_indonesian_unless_another_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    for chosen, spoken in (("", "id"), ("en", "en"), ("EN_us", "en"), ("fr", "id"), ("id_ID", "id")):
        monkeypatch.setenv("SOP_LANG", chosen)
        assert messages.language() == spoken
    monkeypatch.delenv("SOP_LANG")
    assert messages.language() == "id"


def test_a_phrase_is_worded_in_the_language_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOP_LANG", "en")
    assert messages.text("author.related", line=3) == "the first is on line 3"
    monkeypatch.setenv("SOP_LANG", "id")
    assert messages.text("author.related", line=3) == "yang pertama di baris 3"


def test_terms_are_worded_in_each_language() -> None:
    args = {"missing": "channel,limit"}
    assert (
        messages.finding_text("SP030", "message", args, "id")
        == "bagian pengaduan belum menyebut: kanal pengaduan, batas waktu"
    )
    assert messages.finding_text("SP030", "message", args, "en").endswith("complaint channels, time limit")


def test_months_are_named_in_one_place() -> None:
    assert [PHRASES[f"dates.{form}_8"] for form in ("month", "short")] == [("Agustus", "August"), ("Agu", "Aug")]
    assert not re.findall(r"(?i)\bagustus\b|[\"']agu[\"']", _sources())
