"""SVG -> PNG with the typefaces that ship with the program: the machine's own fonts are never looked at."""

from __future__ import annotations

from sop_engine.failure import Failure
from sop_engine.render import extent, fonts

DPI = 144


def png(svg: str, dpi: int = DPI) -> bytes:
    """Return the picture as PNG at ``dpi`` dots per inch (A4 at 144: 1191 x 1684).

    Raises :class:`Failure` OUT011 when the drawing or a typeface cannot be read, OUT024 when it would be too large.
    """
    import resvg_py

    extent.check_pixels(svg, dpi)
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                dpi=float(dpi),
                background="#ffffff",
                skip_system_fonts=True,
                font_files=[str(file) for file in fonts.files(fonts.face(svg))],
                font_family="Arimo",
                sans_serif_family="Arimo",
            )
        )
    except (ValueError, OSError) as error:
        raise Failure("OUT011", reason=error) from error
