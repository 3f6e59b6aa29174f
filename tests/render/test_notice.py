"""Notices: which characters are told as missing, and that every notice has its words."""

import re
from pathlib import Path

import pytest
from flows import STRESS, compiled, made_up

import sop_engine
from sop_engine.messages.publisher import PHRASES
from sop_engine.render import matrix
from sop_engine.render.lanes import chart
from sop_engine.render.notice import gaps
from sop_engine.render.publication import heading
from sop_engine.render.typeface import missing


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Memeriksa berkas – “lengkap”, 3 × 4 cm²", ""),
        ("lulus 😀 dan 😀 ꦲ", "😀ꦲ"),
        ("❤\ufe0f a\u200db\n\x07", "❤"),
        ("rusak \N{REPLACEMENT CHARACTER}", "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_characters_without_a_glyph_are_named_once_in_their_order(text, signs):
    assert missing(text) == tuple(signs)


def test_gaps_are_told_with_their_code_points_and_not_without_end():
    assert gaps("biasa") == ()
    (told,) = gaps("".join(map(chr, range(0xA984, 0xA9A4))))
    assert "32 tanda (Jawa)" in told.message()
    assert "U+A984" in told.message()
    assert told.message().count("U+") == 8
    assert told.message().endswith("… (+24)")


def test_gaps_tell_their_scripts_and_steps(monkeypatch):
    cell = '<g class="cell" data-column="activity" data-step="{}"><rect/><text>{}</text></g>'
    drawn = "".join(cell.format(*each) for each in (("a", "قهوة"), ("b", "biasa"), ("c&amp;d", "😀 قهوة")))
    (told,) = gaps(f"<title>ꦲ</title>{drawn}<text>ꦲ</text>")
    assert "6 tanda (Jawa, Arab, emoji dan lambang)" in told.message()
    assert "pada langkah `a`, `c&d`:" in told.message()
    monkeypatch.setenv("SOP_LANG", "en")
    assert "(Javanese, Arabic, emoji and symbols)" in told.message()


def test_the_words_follow_the_language_in_force(monkeypatch):
    (told,) = gaps("😀")
    monkeypatch.setenv("SOP_LANG", "en")
    assert "typeface" in told.message()
    monkeypatch.setenv("SOP_LANG", "id")
    assert "huruf cetak" in told.message()


def test_every_notice_has_words_and_all_words_are_used():
    sources = "\n".join(path.read_text(encoding="utf-8") for path in Path(sop_engine.__path__[0]).rglob("*.py"))
    told = set(re.findall(r"""\bNotice\.of\(\s*["']([a-z_]+)["']""", sources))
    told |= {f"matrix_{name}" for name in re.findall(r"""\b_convention\(\s*["']([a-z_]+)["']""", sources)}
    worded = {name.removeprefix("notice_") for name in PHRASES if name.startswith("notice_")}
    assert told == worded
    assert set(re.findall(r"""\bNotice\.of\(\s*f["']([a-z_]+\{[a-z]+\})""", sources)) == {"matrix_{name}"}


INDONESIAN = {"langkah", "baris", "dan", "atau", "tanpa", "nomor", "halaman", "tanda", "huruf"}
ENGLISH = {"step", "row", "and", "or", "without", "number", "page", "characters", "letters"}


def told_of_drawings():
    """Return the notices of drawings that had to do all kinds of things by convention, by their names."""
    found = {}
    for which in (*STRESS, 1, 7):
        standard = made_up(which) if isinstance(which, int) else compiled(STRESS[which]())
        (flow,) = standard.flows
        across = chart.drawing(flow, heading(standard, flow), across=True)
        drawn = matrix.draw(standard, flow, matrix.Style())
        notices = [*drawn.notices, *across.notices, *gaps("".join(drawn.pages)), *gaps(standard.definition.title)]
        found |= {notice.name: notice for notice in notices}
    return found


def test_a_notice_speaks_one_language(monkeypatch):
    monkeypatch.setenv("SOP_LANG", "id")
    found = told_of_drawings()
    assert len([name for name in found if name.startswith("matrix_")]) > 9
    assert {"glyph_steps", "matrix_smaller", "matrix_scaled"} <= set(found)
    for chosen, foreign in (("id", ENGLISH), ("en", INDONESIAN)):
        monkeypatch.setenv("SOP_LANG", chosen)
        words = {name: re.sub("“.*?”|`.*?`", "", notice.message()) for name, notice in found.items()}
        assert {name: told for name, told in words.items() if foreign & set(re.findall(r"\w+", told))} == {}
