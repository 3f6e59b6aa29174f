"""Text is measured as the font has it and broken evenly; figures hold it."""

import charts
import letter_widths
import picture
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.render import typeface
from sop_engine.render.diagram import Heading, Shape
from sop_engine.render.drawing import diagram
from sop_engine.render.flowchart.symbol import figure


@pytest.mark.parametrize("face", letter_widths.FACES)
def test_widths_are_those_of_the_font(face: str) -> None:
    assert letter_widths.FACES[face].read_text(encoding="utf-8") == letter_widths.generate(face)


@pytest.mark.parametrize("face", letter_widths.FACES)
@pytest.mark.parametrize("bold", [False, True])
def test_a_line_is_as_wide_as_it_is_measured(bold: bool, face: str) -> None:
    line = "Mengajukan permohonan “SPK” – 3 hari kerja (é) ≥ 2 ½"
    assert typeface.width(line, 10, bold=bold, face=face) == pytest.approx(10 * picture.measured(line, bold, face))


@pytest.mark.parametrize("bold", [False, True])
def test_a_line_with_a_lent_character_has_room_in_either_face(bold: bool) -> None:
    line = "Menyerahkan berkas → arsip; WILAYAH minimum"
    assert all(
        typeface.width(line, 10, bold=bold, face="serif") >= 10 * picture.measured(line, bold, each)
        for each in letter_widths.FACES
    )
    lines = typeface.wrap(line, 60, 9, bold=bold, face="serif")
    assert len(lines) > 2
    assert all(9 * picture.measured(each, bold, "serif") <= 60 for each in lines)


@pytest.mark.parametrize("face", letter_widths.FACES)
def test_bold_takes_more_room(face: str) -> None:
    line = "Mengajukan permohonan"
    assert typeface.width(line, 10, bold=True, face=face) > 1.03 * typeface.width(line, 10, face=face)


def test_the_faces_are_two() -> None:
    line = "Mengajukan permohonan"
    assert typeface.width(line, 10) != typeface.width(line, 10, face=typeface.SERIF)


def test_an_unknown_character_is_never_narrower_than_drawn() -> None:
    assert typeface.width("漢", 10) >= 10 * picture.measured("漢", False)


@given(st.text(st.characters(codec="utf-8"), max_size=80), st.floats(30, 200))
def test_wrapping_loses_nothing_and_keeps_the_limit(text: str, limit: float) -> None:
    lines = typeface.wrap(text, limit, 9)
    assert "".join(lines).replace(" ", "") == typeface.clean(text).replace(" ", "")
    assert all(typeface.width(line, 9) <= limit + 1e-6 for line in lines)


def test_lines_are_of_even_length() -> None:
    lines = typeface.wrap("Mencatat dan melaporkan tentang tujuan pemohon untuk mendapatkan persetujuan", 244, 9.5)
    widths = [typeface.width(line, 9.5) for line in lines]
    assert len(lines) == 2
    assert max(widths) - min(widths) < 40


def test_a_cut_text_says_so() -> None:
    lines = typeface.wrap("kata " * 50, 60, 9, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(typeface.width(line, 9) <= 60 for line in lines)


@pytest.mark.parametrize("seed", range(20))
def test_a_figure_holds_its_words(seed: int) -> None:
    for symbol in diagram(charts.anything(seed, 20), Heading("A", "B")).symbols:
        made = figure(symbol)
        for line in made.lines():
            assert abs(line.baseline) < made.height / 2
        if symbol.shape is Shape.DIAMOND:
            assert made.band_end < 0
