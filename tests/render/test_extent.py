"""What no page of PDF and no PNG picture can hold is refused before anything is made of it, and SVG holds it still."""

import pytest

from sop_engine.failure import Failure
from sop_engine.render import extent, image, pdf
from sop_engine.render.result import Imprint, files


def drawing(width, height):
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm"><desc>a</desc></svg>'


def made(page):
    return pdf.pages([page], title="Jalur", author="Unit", alternatives=["a"])


def test_a_page_is_as_large_as_pdf_allows_and_no_larger():
    assert made(drawing(extent.LONGEST, 30)).startswith(b"%PDF")
    for page in (drawing(extent.LONGEST + 1, 30), drawing(30, 21_800)):
        with pytest.raises(Failure) as caught:
            made(page)
        assert caught.value.code == "OUT023"
    assert "2180 cm" in caught.value.message("id")
    assert "508 cm" in caught.value.message("id")


def test_a_picture_has_no_more_pixels_than_can_be_painted(monkeypatch):
    monkeypatch.setattr(extent, "MOST_PIXELS", 2_000_000)
    side = 25.4 * 10
    assert image.png(drawing(side, side), 141)
    with pytest.raises(Failure) as caught:
        image.png(drawing(side, side), 142)
    assert caught.value.code == "OUT024"
    assert "1420 x 1420" in caught.value.message("id")


def test_what_is_too_large_for_one_format_is_still_written_in_svg():
    coming = files([drawing(9000, 900)], ("svg", "png", "pdf"), Imprint("a", "b", "t", "u"))
    assert next(coming).name == "a.svg"
    with pytest.raises(Failure):
        next(coming)


def test_a_drawing_that_does_not_say_its_size_has_no_page():
    with pytest.raises(ValueError, match="size"):
        made('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>')
