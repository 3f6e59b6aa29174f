"""A file is mended as far as it can be without harm: no new error, no lost comment, no other byte changed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.definition.page import comments
from sop_engine.diagnostic import Diagnostic, Severity
from sop_engine.fixes import FIXES
from sop_engine.fixes.document import Document
from sop_engine.fixes.mend import Mended, mend
from sop_engine.rewriting import Edit, original


def judge(text: str) -> tuple[Diagnostic, ...]:
    return compile_text(text, path="izin.yaml")[1]


def mended(raw: str | bytes) -> Mended:
    before, _ = original(raw.encode("utf-8") if isinstance(raw, str) else raw, "izin.yaml")
    assert before is not None
    return mend(before, "izin.yaml", judge)


def errors(found: Sequence[Diagnostic]) -> Counter[str]:
    return Counter(each.code for each in found if each.severity is Severity.ERROR)


def edit(text: str, old: str, new: str) -> list[Edit]:
    return [Edit(text.index(old), text.index(old) + len(old), new)]


def test_a_file_without_anything_to_mend_comes_back_as_it_is() -> None:
    text = definition()
    result = mended(text)
    assert result.file.text == text
    assert (result.fixed, result.refused) == ((), ())


def test_several_fixes_on_one_line_and_in_one_file() -> None:
    text = definition("title: no\nproducts: [010, 011, 12:30] # tiga\ndecree: {number: yes}\n")
    result = mended(text)
    assert result.file.text == definition(
        'title: "no"\nproducts: ["010", "011", "12:30"] # tiga\ndecree: {number: "yes"}\n'
    )
    assert len(result.fixed) == 5


def test_what_a_fix_brings_to_light_is_mended_in_the_next_round() -> None:
    text = definition("complaints:\n  within: 3hari\n  note: Catatan: dua\n")
    result = mended(text)
    assert [each.code for each in result.fixed] == ["SOP123", "SOP061"]
    assert 'within: 3 hari\n  note: "Catatan: dua"\n' in result.file.text


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_stay_byte_for_byte(mark: bytes) -> None:
    lines = definition("sla: {within: 3hari}\ntitle: é # satu\nproducts: [010]\n").encode().split(b"\n")
    ends = [b"\r\n", b"\n", b"\r\n"]
    mixed = b"".join(line + ends[number % 3] for number, line in enumerate(lines[:-1]))
    result = mended(mark + mixed)
    assert result.file.raw == mark + mixed.replace(b"3hari", b"3 hari").replace(b"[010]", b'["010"]')


def test_a_fix_that_would_make_an_error_is_refused_and_the_others_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FIXES, "SOP081", lambda found, document: edit(document.text, "actor: lurah", "actor: camat"))
    text = definition("title: no\n").replace("    actor: lurah\n", "    actor: lurah\n    unstated: [next]\n")
    result = mended(text)
    assert result.file.text == text.replace("title: no", 'title: "no"')
    assert [each.code for each in result.fixed] == ["SOP106"]
    assert [(each.found.code, each.why) for each in result.refused] == [("SOP081", "harms")]


def test_a_fix_that_would_lose_a_comment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FIXES, "SOP106", lambda found, document: edit(document.text, "no # penting", '"no"'))
    result = mended(definition("title: no # penting\n"))
    assert result.file.text == definition("title: no # penting\n")
    assert [(each.found.code, each.why) for each in result.refused] == [("SOP106", "harms")]


def test_a_fix_that_leaves_its_finding_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def vain(found: Diagnostic, document: Document) -> list[Edit]:
        tried.append(found)
        return edit(document.text, "no\n", "yes\n")

    monkeypatch.setitem(FIXES, "SOP106", vain)
    result = mended(definition("title: no\n"))
    assert result.file.text == definition("title: no\n")
    assert len(tried) == 1
    assert [(each.found.code, each.why) for each in result.refused] == [("SOP106", "leaves")]


def test_an_error_that_was_hidden_does_not_stop_a_fix_of_a_single_value() -> None:
    result = mended(definition("identity: {made: 2026-1-5, nature: teknis}\n"))
    assert 'identity: {made: "2026-01-05", nature: teknis}' in result.file.text


def test_an_accepted_finding_is_not_mended() -> None:
    text = definition("title: no # sop: terima SOP106 karena begitu namanya\n")
    assert mended(text).file.text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "sop: [",
        "sop: " + "[" * 3000,
        "a: &a 1\nb: *a\n",
        "\tx: 1\n",
        "sop: 1\nsteps:\n  - id: @\n",
        "a: b: c\n",
    ],
)
def test_a_text_that_cannot_be_read_is_left_or_becomes_readable(text: str) -> None:
    result = mended(text)
    assert result.file.text == text or len(result.file.text) > len(text)
    assert not result.refused


def test_many_findings_take_few_looks() -> None:
    slip = "actor: pemhon\n    activity: Memeriksa berkas\n    tiem: 3hari\n"
    steps = "".join(f"  - id: s{number}\n    {slip}" for number in range(60))
    looks: list[str] = []
    before, _ = original(definition(f"steps:\n{steps}").encode(), "izin.yaml")
    assert before is not None
    result = mend(before, "izin.yaml", lambda text: (looks.append(text), judge(text))[1])
    assert result.file.text.count("actor: pemohon\n    activity: Memeriksa berkas\n    time: 3 hari\n") == 60
    assert len(looks) < 12


def test_a_file_where_nothing_can_be_mended_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        FIXES, "SOP106", lambda found, document: document.replaced(document.node(found.route)[1], "011")
    )
    monkeypatch.setattr("sop_engine.fixes.mend._TRIALS", 20)
    text = definition(f"products: [{', '.join(['010'] * 200)}]\n")
    looks: list[str] = []
    before, _ = original(text.encode(), "izin.yaml")
    assert before is not None
    result = mend(before, "izin.yaml", lambda text: (looks.append(text), judge(text))[1])
    assert result.file.text == text
    assert len(looks) < 40
    assert result.untried


def many(number: int, *slips: str) -> str:
    lines = "".join(f"    {slip}\n" for slip in slips)
    steps = (f"  - id: s{n}\n    actor: lurah\n    activity: Memeriksa berkas\n{lines}" for n in range(number))
    return definition(f"steps:\n{''.join(steps)}")


@pytest.mark.parametrize(
    ("number", "slips", "right"),
    [
        (110, ["note: 12:30"], ['note: "12:30"']),
        (520, ["input: [1. KTP]"], ["input: [KTP]"]),
        (520, ["tiem: 3 menit"], ["time: 3 menit"]),
        (520, ["time: 3Menit"], ["time: 3 menit"]),
        (300, ["time: 3Menit", "nte: asli"], ["time: 3 menit", "note: asli"]),
        (260, ["with: [petugas, petugas]", "input: [KTP, 1. KTP]"], ["with: [petugas]", "input: [KTP, KTP]"]),
    ],
)
def test_more_slips_than_are_told_are_mended_all(number: int, slips: list[str], right: list[str]) -> None:
    result = mended(many(number, *slips))
    assert result.file.text == many(number, *right)
    assert len(result.fixed) == number * len([each for each in slips if each not in right])
    assert not result.refused + result.untried


def test_an_error_that_no_rule_could_look_for_stops_no_fix() -> None:
    text = many(520, "tiem: 3 menit").replace("actor: lurah", "actor: camat", 1)
    result = mended(text)
    assert result.file.text == text.replace("tiem", "time")
    assert "SOP048" in errors(result.left)


def test_in_a_crowd_a_fix_that_would_make_an_error_is_still_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FIXES, "SOP081", lambda found, document: edit(document.text, "actor: lurah", "actor: camat"))
    text = many(520, "input: [1. KTP]").replace("    input", "    unstated: [next]\n    input", 1)
    result = mended(text)
    assert result.file.text == text.replace("1. KTP", "KTP")
    assert [(each.found.code, each.why) for each in result.refused] == [("SOP081", "harms")]


def test_a_very_large_file_is_left_after_some_looks_and_what_was_not_tried_is_named() -> None:
    text = many(4_000, "note: 12:30")
    looks: list[str] = []
    before, _ = original(text.encode(), "izin.yaml")
    assert before is not None
    result = mend(before, "izin.yaml", lambda text: (looks.append(text), judge(text))[1])
    assert len(looks) < 10
    assert len(result.fixed) >= 500
    assert {each.code for each in result.untried} == {"SOP106"}
    assert not result.refused


SLIPS = (
    ("actor: pemohon", "actor: pemhon"), ("activity:", "activty:"), ("3 hari kerja", "3 Hari Kerja"),
    ("to: ajukan", "to: ajuakn"), ("external: true", "extrenal: true"), ("phone", "Phone"), ("officer:", "oficer:"),
    ("- Surat izin keramaian", "- 1. Surat izin keramaian;"), ("number: 100/7 Tahun 2025", "number: 100"),
    ("title: Izin Keramaian", "title: 010"), ("id: periksa", "id: Periksa"), ("text: Surat", "text: Surat: "),
    ("requirements_complete", "requirement_complete"), ("name: Lurah", "name: @lurah"), ("steps:", "step:"),
    ("activity: Memeriksa berkas", "unstated: [next]\n    activity: Memeriksa berkas"), ("fee:", "fees:"),
)  # fmt: skip


def slipped(chance: random.Random) -> str:
    """Return a definition with slips of the pen and comments in odd places."""
    text = definition()
    for good, bad in chance.sample(SLIPS, chance.randrange(1, 6)):
        text = text.replace(good, bad, chance.choice([1, 9]))
    lines = []
    for number, line in enumerate(text.splitlines()):
        if chance.random() < 0.1:
            lines.append(f"{' ' * chance.randrange(9)}# c{number}")
        lines.append(f"{line} # s{number}" if chance.random() < 0.2 else line)
    return chance.choice(["\n", "\r\n"]).join([*lines, ""])


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**9).map(random.Random))
def test_mending_brings_no_error_loses_no_comment_and_changes_whole_lines_of_nothing_else(
    chance: random.Random,
) -> None:
    text = slipped(chance)
    before, found = original(text.encode(), "izin.yaml")[0], judge(text.replace("\r\n", "\n"))
    assert before is not None
    result = mend(before, "izin.yaml", judge)
    if "SOP1" not in "".join(errors(found)):
        assert not errors(result.left) - errors(found)
    assert result.left == judge(result.file.text)
    if Document(before.text, "").source is not None:
        told = [Counter(each.text for each in comments(each)) for each in (before.text, result.file.text)]
        assert told[0] == told[1]
    again = mend(result.file, "izin.yaml", judge)
    assert again.file.raw == result.file.raw
    assert (b"\r" in result.file.raw) == (b"\r" in before.raw)
    changed = set(result.file.text.split("\n")) - set(before.text.split("\n"))
    assert len(changed) <= len(result.fixed)
