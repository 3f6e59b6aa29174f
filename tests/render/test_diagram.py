"""Text is measured as the font has it and broken evenly; figures hold it."""

import arimo_widths
import charts
import picture
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.render import typeface
from sop_engine.render.diagram import Heading, Shape
from sop_engine.render.drawing import diagram
from sop_engine.render.flowchart.symbol import figure


def test_widths_are_those_of_the_font() -> None:
    assert arimo_widths.TARGET.read_text(encoding="utf-8") == arimo_widths.generate()


@pytest.mark.parametrize("bold", [False, True])
def test_a_line_is_as_wide_as_it_is_measured(bold: bool) -> None:
    line = "Mengajukan permohonan “SPK” – 3 hari kerja (é)"
    assert typeface.width(line, 10, bold=bold) == pytest.approx(10 * picture.measured(line, bold))


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
