"""A page of SVG -> the parts of it that leave no mark: hidden, without ink, or as pale as the paper."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

NS = "{http://www.w3.org/2000/svg}"
FILLED = frozenset({"rect", "polygon", "circle", "ellipse", "path", "text"})
DRAWN = frozenset({*FILLED, "line", "polyline"})
ONLY_STROKE = frozenset({"line", "polyline", "path.line", "path.joint"})
ON_PAPER = frozenset({"path.line", "path.joint", "polygon.head"})
PALE = 0xF0
"""A line whose red, green and blue all are at least so much cannot be told from the paper."""
HIDDEN = {"display": {"none"}, "visibility": {"hidden", "collapse"}}
NONE = re.compile(r"0*\.?0*%?")
INHERITED = ("fill", "stroke", "fill-opacity", "stroke-opacity", "stroke-width", "font-size", "visibility")


def unseen(root: ET.Element) -> list[str]:
    """Return what of a page cannot be seen, by element and class."""
    return list(_unseen(root, {}, "svg"))


def _unseen(node: ET.Element, above: Mapping[str, str], place: str) -> Iterator[str]:
    own = {**node.attrib, **dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", node.get("style", "")))}
    look = {**above, **own}
    tag = node.tag.removeprefix(NS)
    kind = f"{tag}.{node.get('class', '').partition(' ')[0]}"
    if any(look.get(key) in values for key, values in HIDDEN.items()) or _zero(own.get("opacity", "1")):
        yield f"{kind} in {place}"
        return
    if tag in DRAWN and not _inked(tag, kind, look):
        yield f"{kind} in {place}"
    kept = {key: look[key] for key in INHERITED if key in look}
    inside = " ".join(filter(None, (node.get("class"), node.get("data-step"), node.get("data-from")))) or place
    for child in node:
        yield from _unseen(child, kept, inside)


def _inked(tag: str, kind: str, look: Mapping[str, str]) -> bool:
    fill, stroke = look.get("fill", "#000000"), look.get("stroke", "none")
    filled = fill != "none" and not _zero(look.get("fill-opacity", "1")) and tag in FILLED and kind not in ONLY_STROKE
    widths = (look.get("stroke-opacity", "1"), look.get("stroke-width", "1"))
    stroked = stroke != "none" and not any(map(_zero, widths))
    if tag == "text" and _zero(look.get("font-size", "1")):
        return False
    pale = kind in ON_PAPER and _pale(stroke if kind in ONLY_STROKE else fill)
    return (filled or stroked) and not pale


def _zero(number: str) -> bool:
    return NONE.fullmatch(number.strip()) is not None


def _pale(colour: str) -> bool:
    shades = re.findall(r"[\da-f]{2}", colour.lower()) if len(colour) > 4 else [2 * each for each in colour[1:].lower()]
    return colour == "white" or (colour.startswith("#") and all(int(shade, 16) >= PALE for shade in shades))
