"""The pages of docs/checks are true: each code has one, its examples do what they say, and the index is current."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import write_index
from sample import CHUNKS, UNIT_TEXT, definition

from sop_engine.checks import CHECKS
from sop_engine.checks.neighbours import across
from sop_engine.checks.subject import MOST_STEPS_OF_GROUPS
from sop_engine.compiler import compile_text, judge_file
from sop_engine.definition.catalogue import Catalogue, distinct
from sop_engine.definition.project import Projects
from sop_engine.diagnostic import Diagnostic, Severity
from sop_engine.messages.findings import FINDINGS
from sop_engine.pattern import pattern
from sop_engine.scenarios import scenarios
from sop_engine.settings import Settings
from sop_engine.source import MAX_VALUES
from sop_engine.textfile import MAX_BYTES

PAGES = {path.stem: path.read_text(encoding="utf-8") for path in write_index.PAGES.glob("S*.md")}
_BLOCK = re.compile(r"^```yaml (bad|good)( raw)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TODAY = date(2026, 11, 22)
_SECTIONS = ["## Penjelasan", "## English", "## Contoh"]


def blocks(code: str, kind: str) -> list[str]:
    """Return the texts of a page's blocks of one kind, made whole."""
    return [body if raw else definition(body) for found, raw, body in _BLOCK.findall(PAGES[code]) if found == kind]


def validated(folder: Path, text: str | bytes) -> tuple[Diagnostic, ...]:
    """Return the findings about a text that stands in a catalogue of its own, as `izin-keramaian.yaml`."""
    unit = folder / "units" / "contoh" / "kelurahan.yaml"
    unit.parent.mkdir(parents=True)
    unit.write_text(UNIT_TEXT, encoding="utf-8")
    file = folder / "izin-keramaian.yaml"
    file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return judge_file(file, Catalogue(folder), replace(Projects().around(folder), today=TODAY)).found


def _link_loop(folder: Path) -> tuple[Diagnostic, ...]:
    file = folder / "izin-keramaian.yaml"
    file.symlink_to(file)
    return judge_file(file, Catalogue(folder)).found


def _folder(folder: Path) -> tuple[Diagnostic, ...]:
    (folder / "izin.yaml").mkdir()
    return judge_file(folder / "izin.yaml", Catalogue(folder)).found


def _too_large(folder: Path) -> tuple[Diagnostic, ...]:
    file = folder / "izin-keramaian.yaml"
    with file.open("wb") as handle:
        os.truncate(handle.fileno(), MAX_BYTES + 1) if sys.platform != "win32" else handle.write(b" " * (MAX_BYTES + 1))
    return judge_file(file, Catalogue(folder)).found


def _one_name_twice(folder: Path) -> tuple[Diagnostic, ...]:
    files = [folder / "a" / "izin.yaml", folder / "b" / "izin.yaml"]
    for file in files:
        file.parent.mkdir()
        file.write_text(definition(), encoding="utf-8")
    return distinct(files)


def _one_number_twice(folder: Path) -> tuple[Diagnostic, ...]:
    text = blocks("SOP001", "good")[0]
    files = {name: folder / f"{name}.yaml" for name in ("izin-keramaian", "izin-usaha")}
    for name, file in files.items():
        file.write_text(text.replace("id: izin-keramaian", f"id: {name}"), encoding="utf-8")
    cards = [judge_file(file, Catalogue(folder)).card for file in files.values()]
    return across(card for card in cards if card is not None)


def _many_groups() -> str:
    groups = "".join(f"  g{n}: {{name: Golongan {n}}}\n" for n in range(MOST_STEPS_OF_GROUPS // 3 + 1))
    return f"applicants:\n{groups}"


def _other_pattern(folder: Path) -> tuple[Diagnostic, ...]:
    text = blocks("SOP069", "good")[0].replace("SOP-012/KEL/2026", "12/2026")
    return compile_text(text, settings=Settings(number_pattern=pattern(r"SOP-\d+/KEL/\d{4}")))[1]


UNWRITABLE: dict[str, Callable[[Path], tuple[Diagnostic, ...]]] = {
    "SOP002": _one_number_twice,
    "SOP016": _other_pattern,
    "SOP100": _link_loop,
    "SOP102": lambda folder: validated(folder, definition("title: Caf\xe9\n").encode("latin-1")),
    "SOP103": _too_large,
    "SOP117": _one_name_twice,
    "SOP130": _folder,
    "SOP135": lambda folder: validated(folder, "a: [" + "x," * MAX_VALUES + "]\n"),
    "SOP136": lambda folder: validated(folder, definition(_many_groups())),
}
"""What cannot be shown as text on a page is made here."""

_SCENARIOS = re.compile(r"^```yaml (bad|good) scenarios\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCENARIOS = [(code, *block) for code in sorted(PAGES) for block in _SCENARIOS.findall(PAGES[code])]
"""Examples of scenarios: (code, kind, text)."""

EXAMPLES = [(code, text) for code in sorted(PAGES) for text in blocks(code, "bad")]


def test_every_code_has_a_page_and_is_provoked() -> None:
    provoked = {code for code, _ in EXAMPLES} | set(UNWRITABLE) | {code for code, kind, _ in SCENARIOS if kind == "bad"}
    assert set(FINDINGS) == set(PAGES) == provoked


@pytest.mark.parametrize(("code", "text"), EXAMPLES, ids=[code for code, _ in EXAMPLES])
def test_a_bad_example_yields_its_code(code: str, text: str, tmp_path: Path) -> None:
    assert code in {each.code for each in validated(tmp_path, text)}


@pytest.mark.parametrize(("code", "text"), EXAMPLES, ids=[code for code, _ in EXAMPLES])
def test_a_bad_example_has_no_other_error(code: str, text: str, tmp_path: Path) -> None:
    found = validated(tmp_path, text)
    # a file that is something else altogether lacks everything
    assert {each.code for each in found if each.severity is Severity.ERROR} <= {code}


@pytest.mark.parametrize("code", sorted(UNWRITABLE))
def test_what_cannot_be_written_on_a_page(code: str, tmp_path: Path) -> None:
    try:
        found = UNWRITABLE[code](tmp_path)
    except OSError:
        pytest.skip("this system makes no symbolic links for this user")
    assert [each.code for each in found] == [code]
    assert not blocks(code, "bad")
    assert PAGES[code].partition("## Contoh\n\n")[2].startswith("Tidak ada contoh isi berkas: ")


@pytest.mark.parametrize(("code", "kind", "text"), SCENARIOS)
def test_an_example_of_scenarios_does_what_it_says(code: str, kind: str, text: str, tmp_path: Path) -> None:
    groups = "applicants: {baru: {name: Pemohon baru}}\n" if code == "SOP154" else ""
    compiled, found = compile_text(definition(groups))
    assert compiled is not None, found
    file = tmp_path / "izin-keramaian.uji.yaml"
    file.write_text(text, encoding="utf-8")
    assert [each.code for each in scenarios(file, compiled)[1]] == ([code] if kind == "bad" else [])


@pytest.mark.parametrize("code", sorted(set(PAGES) - set(UNWRITABLE) - {code for code, *_ in SCENARIOS}))
def test_a_good_example_is_good(code: str, tmp_path: Path) -> None:
    good = blocks(code, "good")
    assert good
    for number, text in enumerate(good):
        found = validated(tmp_path / str(number), text)
        assert code not in {each.code for each in found}
        assert not [each for each in found if each.severity is Severity.ERROR]


@pytest.mark.parametrize("code", sorted(PAGES))
def test_the_form_of_a_page(code: str) -> None:
    lines = PAGES[code].splitlines()
    assert re.fullmatch(rf"# {code}: \S.*[^.]", lines[0])
    assert re.fullmatch(rf"{FINDINGS[code].severity} · sumber: \S.*", lines[2])
    assert [line for line in lines if line.startswith("## ")] == _SECTIONS
    for one, other in zip(_SECTIONS, [*_SECTIONS[1:], ""], strict=True):
        section = PAGES[code].partition(one)[2].partition(other)[0] if other else PAGES[code].partition(one)[2]
        assert section.strip()
    assert PAGES[code].endswith("\n")
    assert not PAGES[code].endswith("\n\n")


def test_the_index_is_current() -> None:
    written = (write_index.PAGES / "index.md").read_text(encoding="utf-8")
    assert written == write_index.index(), "run: python tests/checks/write_index.py"


def test_each_check_names_its_codes() -> None:
    named: dict[str, str] = {}
    for check in CHECKS:
        codes = re.match(r"((?:SOP|SP)\d{3}): ", check.__doc__ or "")
        assert codes, check.__qualname__
        named.setdefault(codes[1], check.__qualname__)
    assert set(named) <= set(FINDINGS)


def test_each_check_yields_the_code_it_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    yielded: dict[str, set[str]] = {check.__qualname__: set() for check in CHECKS}
    monkeypatch.setattr("sop_engine.compiler.check", lambda *args: _recorded(yielded, *args))
    for number, (_, text) in enumerate(EXAMPLES):
        validated(tmp_path / str(number), text)
    validated(tmp_path / "p", definition("complaints: {channels: [{kind: in_person, procedure: x}]}\n"))
    validated(tmp_path / "q", definition().replace(CHUNKS["steps"], ""))
    validated(tmp_path / "r", definition("requirements: [{id: surat, text: Surat permohonan, only: [x]}]\n"))
    validated(tmp_path / "s", definition(_many_groups()))
    _other_pattern(tmp_path)
    for check in CHECKS:
        assert yielded[check.__qualname__] == {(check.__doc__ or "").partition(":")[0]}


def _recorded(yielded: dict[str, set[str]], *args: object) -> tuple[Diagnostic, ...]:
    from sop_engine.checks.subject import Subject

    for check in CHECKS:
        yielded[check.__qualname__] |= {each.code for each in check(Subject(*args))}  # type: ignore[arg-type]
    return ()
