"""Sheet -> one HTML page: style and drawings inside, no script, nothing fetched from elsewhere.

Texts are escaped by the template engine; the drawings are ours, and come in as SVG elements of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from sop_engine.render.paper import SIZES
from sop_engine.render.sheet import templates
from sop_engine.resources import shipped

if TYPE_CHECKING:
    from sop_engine.render.sheet.document import Figure, Sheet

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_REFERENCE = re.compile(r"url\(#([^)]+)\)")


def page(sheet: Sheet, drawings: Mapping[str, tuple[str, ...]], paper: str = "A4") -> str:
    """Return the sheet as a page of HTML; ``drawings`` are the SVG pages of each procedure, by its id.

    It is printed on ``paper``, a key of SIZES.
    """
    from markupsafe import Markup

    captions = {figure.procedure: figure for figure in sheet.figures}
    inline = {
        procedure: tuple(
            Markup(_inlined(svg, captions[procedure], number))  # noqa: S704 - our own drawing, parsed and written anew
            for number, svg in enumerate(pages, 1)
        )
        for procedure, pages in drawings.items()
        if procedure in captions and pages
    }
    width, height = SIZES[paper]
    size = paper if paper == "A4" else f"{width}mm {height}mm"  # browsers know A4 by its name
    text: str = template("sheet.html.j2").render(sheet=sheet, drawings=inline, style=style("sheet.css"), size=size)
    return text + "\n"


def style(name: str) -> Any:
    """Return a shipped style sheet, as it stands in a page."""
    from markupsafe import Markup

    return Markup((shipped("templates") / name).read_text(encoding="utf-8").rstrip())  # noqa: S704 - our own file


@cache
def template(name: str) -> Any:
    """Return a shipped template of HTML, which escapes every value that it prints."""
    return templates.template(name)


def _inlined(svg: str, figure: Figure, number: int) -> str:
    """Return a drawing as an element of the page: named for screen readers, its ids unlike those of other drawings."""
    import xml.etree.ElementTree as ET

    # once in a page the drawings share one space of ids
    prefix = f"b{figure.number}-{number}-"
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, prefix + value)
            elif name in {"href", f"{{{_XLINK}}}href"} and value.startswith("#"):
                element.set(name, f"#{prefix}{value[1:]}")
            else:
                element.set(name, _REFERENCE.sub(rf"url(#{prefix}\1)", value))
    for child in [child for child in root if child.tag in {f"{{{_SVG}}}title", f"{{{_SVG}}}desc"}]:
        root.remove(child)
    for name, text in (("desc", figure.alt), ("title", figure.caption)):
        label = ET.Element(f"{{{_SVG}}}{name}", {"id": prefix + name})
        label.text = text
        root.insert(0, label)
    root.attrib.pop("aria-label", None)
    root.attrib.update({"role": "img", "aria-labelledby": f"{prefix}title", "aria-describedby": f"{prefix}desc"})
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    return ET.tostring(root, encoding="unicode")
