"""A logo is drawn when it is an image that can be; else one message says why not, and nothing fails."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sample import UNIT_TEXT, definition

from sop_engine.compiler import compile_text
from sop_engine.definition.catalogue import Catalogue
from sop_engine.definition.logo import read
from sop_engine.failure import Failure
from sop_engine.render.image import png
from sop_engine.render.logo import logo
from sop_engine.render.matrix import Style, draw
from sop_engine.render.pdf import pages


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def image(width: int = 40, height: int = 30, rows: bytes | None = None) -> bytes:
    """Return a red PNG."""
    pixels = (b"\0" + b"\xc0\x10\x10" * width) * height if rows is None else rows
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = chunk(b"IDAT", zlib.compress(pixels))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + packed + chunk(b"IEND", b"")


def written(kind: str, mode: str = "RGB", **options: object) -> bytes:
    """Return a red image as a program for pictures writes it, 48 pixels wide and 64 high."""
    kept = BytesIO()
    Image.new("RGB", (48, 64), (192, 16, 16)).convert(mode).save(kept, kind, **options)
    return kept.getvalue()


def jpeg_without(*markers: int, scan: bytes | None = None) -> bytes:
    """Return a JPEG without some of its segments, or with another scan."""
    whole = written("JPEG")
    place, kept = 2, [whole[:2]]
    while whole[place + 1] != 0xDA:
        after = place + 2 + struct.unpack_from(">H", whole, place + 2)[0]
        kept += [whole[place:after]] if whole[place + 1] not in markers else []
        place = after
    after = place + 2 + struct.unpack_from(">H", whole, place + 2)[0]
    return b"".join([*kept, whole[place:after], whole[after:-2] if scan is None else scan, b"\xff\xd9"])


def png_without(kind: bytes) -> bytes:
    whole = written("PNG", "P")
    place = whole.index(kind) - 4
    return whole[:place] + whole[place + 12 + struct.unpack_from(">I", whole, place)[0] :]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "units" / "contoh").mkdir(parents=True)
    return tmp_path


def test_a_png_reaches_picture_and_pdf(folder: Path) -> None:
    (folder / "units" / "contoh" / "lambang.png").write_bytes(image())
    made, _ = compile_text(definition(), UNIT_TEXT + "logo: lambang.png\n")
    assert made is not None
    found, notices = logo(made.unit, Catalogue(folder))
    assert notices == ()
    assert found is not None
    assert (found.width, found.height) == (40, 30)
    plain, drawn = (draw(made, made.flows[0], Style(), each).pages[:1] for each in (None, found))
    assert png(plain[0]) != png(drawn[0])
    words = {"title": "x", "author": "y", "alternatives": ["z"]}
    assert b"/Subtype/Image" in pages(drawn, **words)
    assert b"/Subtype/Image" not in pages(plain, **words)


@pytest.mark.parametrize(
    "content",
    [written("JPEG"), written("JPEG", progressive=True), written("JPEG", "L"), jpeg_without(), written("PNG", "P")],
    ids=["plain", "progressive", "grey", "parted", "palette"],
)
def test_the_sides_of_an_image(content: bytes, folder: Path) -> None:
    (folder / "a").write_bytes(content)
    assert read(folder / "a", folder)[1:] == (48, 64)


WRONG = {
    "OUT015": b"\x89PNG\r\n\x1a\n" + b"x" * 2_000_000,
    "OUT016 text": b"halo",
    "OUT016 empty": b"",
    "OUT016 another image": b"GIF89a" + b"0" * 90,
    "OUT016 cut off": image()[:-30],
    "OUT016 flipped": image()[:60] + b"??" + image()[62:],
    "OUT016 too few rows": image(rows=b"\0"),
    "OUT016 no palette": png_without(b"PLTE"),
    "OUT016 jpeg cut off": written("JPEG")[:-2],
    "OUT016 jpeg without tables": jpeg_without(0xC4, 0xDB),
    "OUT016 jpeg without quantities": jpeg_without(0xDB),
    "OUT016 jpeg without codes": jpeg_without(0xC4),
    "OUT016 jpeg with a scan of two bytes": jpeg_without(scan=b"ab"),
    "OUT016 jpeg without loss": written("JPEG").replace(b"\xff\xc0", b"\xff\xc3", 1),
    "OUT016 jpeg without a size": b"\xff\xd8\xff\xda\x00\x02data\xff\xd9",
    "OUT016 jpeg that stops": b"\xff\xd8\xff\xe0\xff\xff\xff\xd9",
    "OUT017 small": image(4, 4),
    "OUT017 large": image(4000, 10, b""),
    "OUT018": written("JPEG", "CMYK"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_cannot_be_used_has_a_code(kind: str, folder: Path) -> None:
    (folder / "logo").write_bytes(WRONG[kind])
    with pytest.raises(Failure) as refused:
        read(folder / "logo", folder)
    assert refused.value.code == kind[:6]
    assert "logo" in refused.value.message("id")


def test_a_hundred_megabytes_are_not_read(folder: Path) -> None:
    with (folder / "big.png").open("wb") as handle:
        handle.truncate(100_000_000)
    with pytest.raises(Failure) as refused:
        read(folder / "big.png", folder)
    assert refused.value.code == "OUT015"


@pytest.mark.parametrize(
    ("name", "code"),
    [("../../../rahasia.png", "OUT013"), ("tidak-ada.png", "OUT014"), (".", "OUT016"), ("x" * 400, "OUT014"),
     ("a\0b.png", "OUT014")],
)  # fmt: skip
def test_where_a_logo_may_lie(name: str, code: str, folder: Path) -> None:
    with pytest.raises(Failure) as refused:
        read(folder / "units" / "contoh" / name, folder)
    assert refused.value.code == code


def test_a_link_does_not_lead_out_of_the_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("luar") / "lambang.png"
    outside.write_bytes(image())
    try:
        (folder / "lambang.png").symlink_to(outside)
    except OSError:
        pytest.skip("this system makes no symbolic links for this user")
    with pytest.raises(Failure) as refused:
        read(folder / "lambang.png", folder)
    assert refused.value.code == "OUT013"


def test_a_logo_that_cannot_be_used_is_told_once_and_stops_nothing(folder: Path) -> None:
    made, _ = compile_text(definition(), UNIT_TEXT + "logo: lambang.png\n")
    assert made is not None
    found, (notice,) = logo(made.unit, Catalogue(folder))
    assert found is None
    assert notice.message().startswith("OUT014 logo ")


def test_a_unit_without_a_logo_has_nothing_to_tell(folder: Path) -> None:
    made, _ = compile_text(definition(), UNIT_TEXT)
    assert made is not None
    assert logo(made.unit, Catalogue(folder)) == (None, ())
    assert logo(None, Catalogue(folder)) == (None, ())
