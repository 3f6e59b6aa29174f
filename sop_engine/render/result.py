"""The pages of a picture -> result files: SVG and PNG a file a page, PDF one file with all pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from sop_engine.render.notice import Notice, gaps

DRAWN = ("svg", "png", "pdf")
"""The formats in which every picture can be written."""

_ALTERNATIVE = re.compile(r"<desc\b[^>]*>([^<]*)</desc>")


class Made(NamedTuple):
    """A result file: its name and content, and what there is to tell about it."""

    name: str
    content: str | bytes
    notices: tuple[Notice, ...] = ()


class Imprint(NamedTuple):
    """What the files of a picture are called, without page and format, and what its PDF says of itself."""

    stem: str
    pdf: str
    title: str
    author: str


def files(
    pages: Sequence[str], formats: Sequence[str], imprint: Imprint, notices: tuple[Notice, ...] = ()
) -> Iterator[Made]:
    """Yield the files of a picture's pages (SVG) in those of ``formats`` that are DRAWN; other formats are passed over.

    What there is to tell stands with the first file, also which characters the typeface lacks.
    """
    told = (*notices, *gaps("".join(pages)))
    for made in _files(pages, formats, imprint):
        yield made._replace(notices=told)
        told = ()


def _files(pages: Sequence[str], formats: Sequence[str], imprint: Imprint) -> Iterator[Made]:
    for number, page in enumerate(pages, 1):
        name = imprint.stem if number == 1 else f"{imprint.stem}_{number}"
        if "svg" in formats:
            yield Made(f"{name}.svg", page)
        if "png" in formats:
            from sop_engine.render.image import png

            yield Made(f"{name}.png", png(page))
    if "pdf" in formats:
        from sop_engine.render import pdf

        said = [_alternative(page) for page in pages]
        yield Made(
            f"{imprint.pdf}.pdf", pdf.pages(pages, title=imprint.title, author=imprint.author, alternatives=said)
        )


def _alternative(page: str) -> str:
    """Return what a drawing says of itself to those who cannot see it."""
    found = _ALTERNATIVE.search(page)
    return unescape(found[1]) if found else ""
