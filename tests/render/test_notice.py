"""Notices: which characters are told as missing, and that every notice has its words."""

import re
from pathlib import Path

import pytest

import sop_engine
from sop_engine.messages.publisher import PHRASES
from sop_engine.render.notice import gaps
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
    families = tuple(re.findall(r"""\bNotice\.of\(\s*f["']([a-z_]+)\{""", sources))
    worded = {name.removeprefix("notice_") for name in PHRASES if name.startswith("notice_")}
    assert told <= worded
    assert not [name for name in worded - told if not name.startswith(families)]
