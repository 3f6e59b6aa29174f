"""PNG pictures have the size asked for, and their text is really painted."""

import struct
import zlib

import charts
import picture
import pytest

from sop_engine.failure import Failure
from sop_engine.render import image
from sop_engine.render.flowchart import chart as flowchart
from sop_engine.render.typeface import FAMILIES


def pixels(png: bytes) -> tuple[int, int, list[bytes], int]:
    """Return width, height, the unfiltered rows, and the bytes of a pixel (8 bits a channel)."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at, data, wide, high, step = 8, b"", 0, 0, 0
    while at < len(png):
        (size,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        body = png[at + 8 : at + 8 + size]
        if kind == b"IHDR":
            wide, high, depth, colour = struct.unpack(">IIBB", body[:10])
            assert depth == 8
            step = {0: 1, 2: 3, 6: 4}[colour]
        data += body if kind == b"IDAT" else b""
        at += 12 + size
    raw, rows, before = zlib.decompress(data), [], bytes(wide * step)
    for start in range(0, len(raw), wide * step + 1):
        before = _unfilter(raw[start], raw[start + 1 : start + 1 + wide * step], before, step)
        rows.append(before)
    return wide, high, rows, step


def _unfilter(how: int, line: bytes, before: bytes, step: int) -> bytes:
    out = bytearray(line)
    for i in range(len(out)):
        left, up = (out[i - step] if i >= step else 0), before[i]
        corner = before[i - step] if i >= step else 0
        if how == 4:
            guess = left + up - corner
            near = min((left, up, corner), key=lambda value: abs(guess - value))
        else:
            near = (0, left, up, (left + up) // 2)[how]
        out[i] = (out[i] + near) & 255
    return bytes(out)


def test_text_is_really_painted() -> None:
    page = flowchart.draw(charts.chain(2), charts.HEADING)[0]
    wide, high, rows, step = pixels(image.png(page, 72))
    assert (wide, high) == (595, 842)
    for text in picture.read(page).texts:
        (left, top), _, (right, bottom), _ = text.box
        inside = [rows[y][x * step] for y in range(int(top), int(bottom)) for x in range(int(left), int(right))]
        assert max(inside) - min(inside) > 60, text.words


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_bold_is_bolder(family: str) -> None:
    def ink(weight: str) -> int:
        text = f'<text x="5" y="30" font-size="24" font-weight="{weight}">Bagian</text>'
        page = f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" font-family="{family}">{text}</svg>'
        _, _, rows, step = pixels(image.png(page, 96))
        return sum(255 - value for row in rows for value in row[::step])

    assert ink("700") > 1.15 * ink("400") > 0


def test_the_size_follows_the_resolution() -> None:
    page = flowchart.draw(charts.chain(1), charts.HEADING)[0]
    assert struct.unpack(">II", image.png(page)[16:24]) == (1191, 1684)


def test_a_broken_drawing_fails_clearly() -> None:
    with pytest.raises(Failure) as refused:
        image.png("<svg")
    assert refused.value.code == "OUT011"


def test_a_missing_typeface_fails_clearly(monkeypatch: pytest.MonkeyPatch) -> None:
    import fontpkg_arimo

    monkeypatch.setattr(fontpkg_arimo, "ROOT", fontpkg_arimo.ROOT / "hilang")
    with pytest.raises(Failure) as refused:
        image.png('<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert refused.value.code == "OUT011"


def test_a_drawing_is_painted_in_the_face_that_it_asks_for() -> None:
    def painted(family: str) -> bytes:
        text = '<text x="5" y="30" font-size="24">Bagian</text>'
        return image.png(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" font-family="{family}">{text}</svg>'
        )

    assert painted(FAMILIES["serif"]) != painted(FAMILIES["sans"])


def test_a_character_that_the_serif_lacks_is_lent() -> None:
    def ink(sign: str) -> int:
        page = f'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" font-family="{FAMILIES["serif"]}">'
        _, _, rows, step = pixels(image.png(f'{page}<text x="5" y="30" font-size="24">{sign}</text></svg>', 96))
        return sum(255 - value for row in rows for value in row[::step])

    assert 0 < ink("→") < ink("\N{GRINNING FACE}")
