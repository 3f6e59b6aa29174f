"""A unit's logo file -> Logo, to be drawn, or the failure that says why it cannot be.

PNG and JPEG, known by their content, read whole and drawn once before they are taken: what the drawing library cannot
decode it leaves out without a word. Nothing outside the folder of definitions is opened.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from base64 import b64encode
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sop_engine.failure import Failure, reason

MOST_BYTES = 2_000_000
LEAST_SIDE, MOST_SIDE = 16, 3000
"""Pixels of either side: what is smaller cannot be seen, what is larger takes much memory when it is drawn."""

_PNG = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # numbers of a pixel, by the kind of colours
_DEEPEST = 8  # bytes of a pixel
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_SCAN, _JPEG_END = 0xDA, b"\xff\xd9"
_FOUR_COLOURS = 4
_BLOCK = 8
"""Pixels of either side of the squares that a JPEG is coded in, each with one bit at least."""
_TRIAL = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">'
    '<image width="64" height="64" preserveAspectRatio="none" href="{uri}"/></svg>'
)


class _PressError(Exception):
    """An image in cyan, magenta, yellow and black, which an archive file cannot hold without a profile of the press."""


class Logo(NamedTuple):
    """An image as a data address, and its sides in pixels."""

    uri: str
    width: int
    height: int


def read(file: Path, folder: Path) -> Logo:
    """Return the logo in a file somewhere below ``folder``.

    Raises Failure OUT013 outside the folder, OUT014 when it cannot be read, OUT015 when it is too large, OUT016 for
    what is no whole PNG or JPEG or leaves no mark when it is drawn, OUT017 for too few or too many pixels, OUT018 for
    the four colours of a press.
    """
    try:
        place = file.resolve()
        if not place.is_relative_to(folder.resolve()):
            raise Failure("OUT013", path=file, folder=folder)
        if place.stat().st_size > MOST_BYTES:
            raise Failure("OUT015", path=file, most=MOST_BYTES // 1_000_000)
        if not place.is_file():
            raise Failure("OUT016", path=file)
        content = place.read_bytes()
    except (OSError, ValueError, RuntimeError) as error:
        raise Failure("OUT014", path=file, reason=reason(error)) from error
    try:
        kind, (across, down) = ("png", _png(content)) if content.startswith(_PNG) else ("jpeg", _jpeg(content))
    except _PressError as error:
        raise Failure("OUT018", path=file) from error
    except (ValueError, LookupError, struct.error, zlib.error) as error:
        raise Failure("OUT016", path=file) from error
    if min(across, down) < LEAST_SIDE or max(across, down) > MOST_SIDE:
        raise Failure("OUT017", path=file, width=across, height=down, least=LEAST_SIDE, most=MOST_SIDE)
    uri = f"data:image/{kind};base64,{b64encode(content).decode()}"
    if not _paints(uri):
        raise Failure("OUT016", path=file)
    return Logo(uri, across, down)


def digest(file: Path, folder: Path) -> str:
    """Return the digest of a logo's file; of one that cannot be a logo only as much as tells why."""
    try:
        place = file.resolve()
        if not place.is_relative_to(folder.resolve()) or not place.is_file():
            return ""
        size = place.stat().st_size
        return hashlib.sha256(place.read_bytes()).hexdigest() if size <= MOST_BYTES else str(size)
    except (OSError, ValueError, RuntimeError):
        return ""


@lru_cache(maxsize=8)
def _paints(uri: str) -> bool:
    """Return whether an image leaves a mark on empty paper; all sheets of a unit have the same."""
    import resvg_py

    try:
        drawn, empty = (
            resvg_py.svg_to_bytes(svg_string=_TRIAL.format(uri=each), skip_system_fonts=True) for each in (uri, "")
        )
    except ValueError:
        return False
    return bytes(drawn) != bytes(empty)


def _png(content: bytes) -> tuple[int, int]:
    """Return the sides of a PNG. Raises ValueError, LookupError, or the errors of its parts, when it is not whole."""
    place, packed = len(_PNG), []
    across = down = expected = 0
    while True:
        length, kind = struct.unpack_from(">I4s", content, place)
        data = content[place + 8 : place + 8 + length]
        (check,) = struct.unpack_from(">I", content, place + 8 + length)
        if zlib.crc32(kind + data) != check:
            raise ValueError(kind)
        if kind == b"IHDR":
            across, down, depth, colours, _, _, interlaced = struct.unpack_from(">IIBBBBB", data)
            expected = 0 if interlaced else down * (1 + (across * _CHANNELS[colours] * depth + 7) // 8)
        elif kind == b"IDAT":
            packed.append(data)
        elif kind == b"IEND":
            break
        place += 12 + length
    if max(across, down) <= MOST_SIDE:
        unpacking = zlib.decompressobj()
        pixels = unpacking.decompress(b"".join(packed), (across + 1) * down * _DEEPEST + 1)
        if not unpacking.eof or len(pixels) < expected:
            raise ValueError("IDAT")
    return across, down


def _jpeg(content: bytes) -> tuple[int, int]:
    """Return the sides of a JPEG. Raises ValueError, IndexError or struct.error for one that is not whole."""
    if not content.startswith(b"\xff\xd8\xff") or _JPEG_END not in content[-64:]:
        raise ValueError("JPEG")
    place, size = 2, None
    while True:
        if content[place] != 0xFF:  # noqa: PLR2004 - every marker begins with it
            raise ValueError("marker")
        kind = content[place + 1]
        (length,) = struct.unpack_from(">H", content, place + 2)
        if kind in _JPEG_SIZES:
            down, across = struct.unpack_from(">HH", content, place + 5)
            size = (across, down)
            if content[place + 9] == _FOUR_COLOURS:
                raise _PressError
        if kind == _JPEG_SCAN:
            break
        place += 2 + length
    if size is None:
        raise ValueError("size")
    blocks = -(-size[0] // _BLOCK) * -(-size[1] // _BLOCK)
    if (len(content) - place - length - 4) * 8 < blocks:
        raise ValueError("scan")
    return size
