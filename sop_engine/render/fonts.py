"""A face -> its font files, for those who paint with them; :mod:`sop_engine.render.typeface` measures without.

Both faces are licensed under the SIL Open Font License 1.1; they come in packages of their own, with its text.
"""

from __future__ import annotations

import re
from pathlib import Path

from sop_engine.render.typeface import FAMILIES, SANS, SERIF

_FAMILY = re.compile(r'<svg\b[^>]*?\bfont-family="([^"]*)"')


def face(drawn: str) -> str:
    """Return the face that an SVG asks for as a whole."""
    asked = _FAMILY.search(drawn)
    return next((each for each, family in FAMILIES.items() if asked is not None and asked[1] == family), SANS)


def files(wanted: str) -> tuple[Path, ...]:
    """Return the files of a face, regular and bold; with the serif also those that lend it characters.

    Raises FileNotFoundError when one is missing: who paints with it may say nothing, the text just vanishes.
    """
    found = [_sans() / "Arimo[wght].ttf"]
    if wanted == SERIF:
        found = [_serif() / "PT_Serif-Web-Regular.ttf", _serif() / "PT_Serif-Web-Bold.ttf", *found]
    for file in found:
        if not file.is_file():
            raise FileNotFoundError(file.name)
    return tuple(found)


def folders(wanted: str) -> tuple[Path, ...]:
    """Return the folders that hold the files of a face."""
    return (_serif(), _sans()) if wanted == SERIF else (_sans(),)


def _sans() -> Path:
    import fontpkg_arimo

    return Path(fontpkg_arimo.ROOT) / "files"


def _serif() -> Path:
    import fontpkg_pt_serif

    return Path(fontpkg_pt_serif.ROOT) / "files"
