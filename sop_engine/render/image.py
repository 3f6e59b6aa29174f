"""SVG -> PNG with the typeface that ships with the program: the machine's own fonts are never looked at."""

from __future__ import annotations

from functools import cache

from sop_engine.failure import Failure

DPI = 144


def png(svg: str, dpi: int = DPI) -> bytes:
    """Return the picture as PNG at ``dpi`` dots per inch (A4 at 144: 1191 x 1684).

    Raises :class:`Failure` OUT011 when the drawing or the typeface cannot be read.
    """
    import resvg_py

    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                dpi=float(dpi),
                background="#ffffff",
                skip_system_fonts=True,
                font_files=[_font()],
                font_family="Arimo",
                sans_serif_family="Arimo",
            )
        )
    except (ValueError, OSError) as error:
        raise Failure("OUT011", reason=error) from error


@cache
def _font() -> str:
    """Return the font file; resvg says nothing when it is missing, the text just vanishes."""
    import fontpkg_arimo

    path = fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf"
    if not path.is_file():
        raise FileNotFoundError(path.name)
    return str(path)
