"""What the tests of the matrix share: matrices of the sample definition with other parts, and what is drawn on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import inspection
from drawn import Page, read
from sample import UNIT_TEXT, definition

from sop_engine.compiler import Compiled, compile_text
from sop_engine.definition.logo import Logo
from sop_engine.render.matrix import Style, draw


class Drawn(NamedTuple):
    svgs: tuple[str, ...]
    pages: tuple[Page, ...]
    notices: dict[str, dict[str, str]]

    @property
    def flow(self) -> tuple[Page, ...]:
        """Return the pages with the table."""
        return tuple(page for page in self.pages if page.symbols)

    @property
    def cells(self) -> dict[tuple[str, str], str]:
        """Return the words of each cell by its step and column."""
        return {(cell.step, cell.column): cell.words for page in self.pages for cell in page.cells if cell.step}

    @property
    def facts(self) -> dict[str, str]:
        """Return the words of the identity page by their keys, over all of its pages."""
        found: dict[str, str] = {}
        for page in self.pages:
            for cell in page.cells:
                if cell.column.startswith("identity:") and not cell.head:
                    key = cell.column.removeprefix("identity:")
                    found[key] = f"{found.get(key, '')} {cell.words}".strip()
        return found

    @property
    def heads(self) -> list[str]:
        """Return the heads of the identity page."""
        return [
            cell.words
            for page in self.pages
            for cell in page.cells
            if cell.head and cell.column.startswith("identity:")
        ]

    @property
    def labels(self) -> dict[tuple[str, str], str]:
        """Return the words on arrows by what they leave and reach."""
        return {
            (label.source, label.target): " ".join(text.words for text in label.texts)
            for page in self.pages
            for label in page.labels
        }

    @property
    def shapes(self) -> dict[str, str]:
        return {symbol.step: symbol.shape for page in self.pages for symbol in page.symbols}

    @property
    def loose(self) -> str:
        """Return what is written outside of cells: running lines and notes."""
        return " ".join(text.words for page in self.pages for text in page.loose)


def compiled(fragment: str = "", unit: str | None = UNIT_TEXT) -> Compiled:
    made, found = compile_text(definition(fragment), unit)
    assert made is not None, [(each.code, each.message()) for each in found]
    return made


def matrix(
    fragment: str = "",
    style: Style | None = None,
    *,
    logo: Logo | None = None,
    unit: str | None = UNIT_TEXT,
    sops: Mapping[str, str] | None = None,
) -> Drawn:
    """Return the matrix of the sample with the keys of ``fragment`` in place of its own; it has no fault."""
    made = compiled(fragment, unit)
    drawing = draw(made, made.flows[0], style, logo, sops)
    assert inspection.faults(drawing.pages) == []
    notices = {notice.name: dict(notice.args) for notice in drawing.notices}
    return Drawn(drawing.pages, tuple(map(read, drawing.pages)), notices)


def steps(*lines: str) -> str:
    """Return steps, one a line: ``id actor activity | more keys in flow style``."""
    text = "steps:\n"
    for line in lines:
        head, _, more = line.partition("|")
        key, actor, activity = head.strip().split(" ", 2)
        text += (
            f"  - {{id: {key}, actor: {actor}, activity: {activity}{', ' + more.strip() if more.strip() else ''}}}\n"
        )
    return text
