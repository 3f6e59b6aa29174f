"""Every definition and example as a list of small pictures, and the page ``docs/gallery.md`` that shows them.

A plate is what is drawn (SVG, or the HTML of a paper), its file, its words and the command that makes it at full size.
``make_gallery.py`` makes the files; what was drawn is kept in ``digests.json`` by its digest, so that a test can say
when the pictures are old. Bytes of PNG say nothing of that: they change with the program that packs them.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP / "tests" / "render")]

from views import drawn, standards  # noqa: E402 - the modules of the other folder

from sop_engine.compiler import Compiled  # noqa: E402
from sop_engine.flow import Flow  # noqa: E402
from sop_engine.names import MAIN  # noqa: E402

PAGE = TOP / "docs" / "gallery.md"
FOLDER = TOP / "docs" / "gallery"
DIGESTS = FOLDER / "digests.json"
LARGE, SMALL = (700, 500), (460, 300)
"""How wide the pictures of definitions and of examples are, in pixels: lying and standing pages."""

INTRODUCTION = """\
# Galeri

Gambar kecil dari semua definisi dan contoh; perintah di atasnya membuat gambar yang sama dalam ukuran penuh. Halaman
ini dibuat oleh `python tests/docs/make_gallery.py`, jangan disunting. Cara membaca: [diagram alir](drawing.md) dan
[matriks SOP-AP](matrix.md).
"""
EXAMPLES = """\
# Contoh

Dari setiap [contoh](../examples/README.md) halaman pertama diagram alir dan halaman pertama matriks dengan langkah.
"""


@dataclass(frozen=True)
class Plate:
    """One picture: ``source`` is what was drawn, ``kind`` "svg", or "sheet" or "charter" for papers."""

    standard: str
    title: str
    command: str
    name: str
    words: str
    source: str
    kind: str
    small: bool

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.source.encode()).hexdigest()[:20]


def plates() -> list[Plate]:
    """Return all plates in the order of the page."""
    own = {path.stem for path in (TOP / "definitions").glob("*.yaml")}
    names = sorted(standards(), key=lambda name: (name not in own, name))
    return [plate for name in names for plate in (_definition(name) if name in own else _example(name))]


def _definition(name: str) -> Iterator[Plate]:
    compiled = standards()[name]
    for flow in compiled.flows:
        yield from _pictures(name, flow, "flowchart", f"sop render {name} --format png --out gambar", "Diagram alir")
    main = _main(compiled)
    for view, flags, words in (
        ("lanes", "--view lanes", "Diagram alir jalur"),
        ("across", "--view lanes --across", "Diagram alir jalur melintang"),
        ("matrix", "--view matrix", "Matriks SOP-AP"),
    ):
        yield from _pictures(name, main, view, f"sop render {name} {flags} --format png --out gambar", words)
    yield from _papers(name, compiled)


def _example(name: str) -> Iterator[Plate]:
    flow = _main(standards()[name])
    for view, place, words in (("flowchart", 0, "Diagram alir"), ("matrix", 1, "Matriks SOP-AP")):
        page = drawn(view, _procedure(name, flow))[place]
        path = next((TOP / "examples").rglob(f"{name}.yaml")).relative_to(TOP).as_posix()
        command = f"sop render {path}{'' if view == 'flowchart' else f' --view {view}'} --format png --out gambar"
        title = standards()[name].definition.title
        yield Plate(name, title, command, f"{name}.{view}.png", words, page, "svg", small=True)


def _main(compiled: Compiled) -> Flow:
    return next(flow for flow in compiled.flows if not flow.complaint)


def _procedure(name: str, flow: Flow) -> str:
    return name if flow.procedure == MAIN else f"{name}.{flow.procedure}"


def _pictures(name: str, flow: Flow, view: str, command: str, words: str) -> Iterator[Plate]:
    title = standards()[name].definition.title
    pages = drawn(view, _procedure(name, flow))
    for number, page in enumerate(pages, 1):
        stem = f"{_procedure(name, flow)}.{view}"
        told = words if flow.procedure == MAIN else f"{words} {flow.title}"
        told += f", halaman {number} dari {len(pages)}" if len(pages) > 1 else ""
        file = f"{stem}.png" if number == 1 else f"{stem}_{number}.png"
        yield Plate(name, title, command, file, told, page, "svg", small=False)


def _papers(name: str, compiled: Compiled) -> Iterator[Plate]:
    from sop_engine.render.charter import html as charter_html
    from sop_engine.render.charter.document import charter_sheet
    from sop_engine.render.sheet import html
    from sop_engine.render.sheet.document import sheet

    title = compiled.definition.title
    page = html.page(sheet(compiled.definition, compiled.unit, compiled.flows), {})
    command = f"sop sheet {name} --format pdf --out lembar"
    yield Plate(name, title, command, f"{name}.sheet.png", "Lembar standar, halaman 1", page, "sheet", small=False)
    page = charter_html.page(charter_sheet(compiled.definition, compiled.unit))
    command = f"sop sheet {name} --maklumat --format pdf --out lembar"
    yield Plate(name, title, command, f"{name}.charter.png", "Maklumat pelayanan", page, "charter", small=False)


def page() -> str:
    """Return the text of the page."""
    parts = [INTRODUCTION]
    examples = False
    for name, listed in groupby(plates(), key=lambda plate: plate.standard):
        mine = list(listed)
        if mine[0].small and not examples:
            parts.append(EXAMPLES)
            examples = True
        parts.append(f"## {mine[0].title} (`{name}`)\n")
        for command, shown in groupby(mine, key=lambda plate: plate.command):
            pictures = " ".join(f"![{plate.words}](gallery/{plate.name})" for plate in shown)
            parts.append(f"```sh\n{command}\n```\n\n{pictures}\n")
    return "\n".join(parts)
