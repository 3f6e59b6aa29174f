"""Writes ``arimo.json`` and ``pt_serif.json`` of ``sop_engine/render`` from the fonts, as a script.

Advance widths in font units of the characters that Indonesian documents may hold, regular (400) and bold (700), as
runs ``{"first code point": [widths…]}``. What Arimo lacks counts as lacking in both, since Arimo lends the other its
characters. A test compares the committed files with what this writes.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "sop_engine" / "render"
FACES = {"sans": FOLDER / "arimo.json", "serif": FOLDER / "pt_serif.json"}
WEIGHTS = {"regular": 400, "bold": 700}
BLOCKS = ((0x20, 0x7E), (0xA0, 0x24F), (0x1E00, 0x1EFF), (0x2010, 0x205E), (0x20A0, 0x20BF), (0x2100, 0x22FF))


def generate(face: str) -> str:
    """Return the text of the data file of a face."""
    data: dict[str, Any] = {"units_per_em": loaded(face, 400)["head"].unitsPerEm}
    for name, weight in WEIGHTS.items():
        font = loaded(face, weight)
        known = loaded("sans", weight).getBestCmap().keys()
        glyphs = {code: glyph for code, glyph in font.getBestCmap().items() if code in known}
        data[name] = _runs(glyphs, font["hmtx"].metrics)
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}" for key, value in data.items())
    return f"{{\n{lines}\n}}\n"


@cache
def loaded(face: str, weight: int) -> Any:
    """Return the font of a face in a weight, read from its file."""
    import fontpkg_arimo
    import fontpkg_pt_serif
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    if face == "sans":
        path = Path(fontpkg_arimo.ROOT) / "files" / "Arimo[wght].ttf"
        return instantiateVariableFont(TTFont(path), {"wght": weight})
    style = {400: "Regular", 700: "Bold"}[weight]
    return TTFont(Path(fontpkg_pt_serif.ROOT) / "files" / f"PT_Serif-Web-{style}.ttf")


def _runs(glyphs: dict[int, str], metrics: dict[str, tuple[int, int]]) -> dict[str, list[int]]:
    runs: dict[str, list[int]] = {}
    for first, last in BLOCKS:
        start = None
        for code in range(first, last + 1):
            if code not in glyphs:
                start = None
                continue
            start = code if start is None else start
            runs.setdefault(f"{start:04X}", []).append(metrics[glyphs[code]][0])
    return runs


if __name__ == "__main__":
    for each, target in FACES.items():
        target.write_text(generate(each), encoding="utf-8", newline="\n")
