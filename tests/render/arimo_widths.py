"""Writes ``sop_engine/render/arimo.json`` from the font itself: ``python tests/render/arimo_widths.py``.

Advance widths in font units of the characters that Indonesian documents may hold, regular (400) and bold (700), as
runs ``{"first code point": [widths…]}``. A test compares the committed file with what this writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[2] / "sop_engine" / "render" / "arimo.json"
WEIGHTS = {"regular": 400, "bold": 700}
BLOCKS = ((0x20, 0x7E), (0xA0, 0x24F), (0x1E00, 0x1EFF), (0x2010, 0x205E), (0x20A0, 0x20BF), (0x2100, 0x22FF))


def generate() -> str:
    """Return the text of the data file."""
    import fontpkg_arimo
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    path = Path(fontpkg_arimo.ROOT) / "files" / "Arimo[wght].ttf"
    data: dict[str, Any] = {"units_per_em": TTFont(path)["head"].unitsPerEm}
    for name, weight in WEIGHTS.items():
        font = instantiateVariableFont(TTFont(path), {"wght": weight})
        data[name] = _runs(font.getBestCmap(), font["hmtx"].metrics)
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}" for key, value in data.items())
    return f"{{\n{lines}\n}}\n"


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
    TARGET.write_text(generate(), encoding="utf-8", newline="\n")
