"""A finding -> the edit that certainly puts it right: one small function a code, or no edit where it is not certain.

Certain means: what the author meant can be read from the file itself, and nothing that the document says is lost.
"""

from __future__ import annotations

import re
from datetime import date

from sop_engine.definition.part import ID_PATTERN, UNIT_PATTERN
from sop_engine.definition.scalar import in_quotes
from sop_engine.diagnostic import Diagnostic
from sop_engine.duration import Unit
from sop_engine.fixes.document import Document, Edits
from sop_engine.messages.dates import MONTHS
from sop_engine.rewriting import Edit
from sop_engine.spelling import slip

_SHORT_KEY = 3
"""Keys and fixed words are few and well apart: even short ones are recognized with a slip."""


def quote(found: Diagnostic, document: Document) -> Edits:
    """SOP106, SOP129: put a value in quotes, as it is written."""
    node = document.scalar_at(found.position)
    plain = node is not None and node.style not in ("'", '"', "|", ">")
    return document.replaced(node, in_quotes(node.value)) if node is not None and plain else ()


def known_key(found: Diagnostic, document: Document) -> Edits:
    """SOP110: take the only key that the written one can be a slip of."""
    name = slip(str(found.route[-1]), document.allowed(found.route[:-1]), _SHORT_KEY)
    return document.rename_key(found.route, name) if name else ()


def known_word(found: Diagnostic, document: Document) -> Edits:
    """SOP113: take the only allowed word that the written one can be a slip of."""
    return _known(found, document, _SHORT_KEY)


def known_name(found: Diagnostic, document: Document) -> Edits:
    """SOP025, SOP048: take the only step, end, actor… that the written name can be a slip of."""
    return _known(found, document)


def _known(found: Diagnostic, document: Document, shortest: int = 5) -> Edits:
    args = dict(found.args)
    if args["allowed"].endswith("…"):
        return ()  # not all of them are listed
    name = slip(args["value"], args["allowed"].split(", "), shortest)
    return document.set_scalar(found.route, name) if name else ()


def plain_id(found: Diagnostic, document: Document) -> Edits:
    """SOP119: write a name in small letters and hyphens; wherever the file says it, it becomes the same."""
    value = dict(found.args)["value"]
    name = "/".join(_NO_ID.sub("-", part).strip("-") for part in value.casefold().split("/"))
    if value.endswith("…") or not re.fullmatch(UNIT_PATTERN if found.route == ("unit",) else ID_PATTERN, name):
        return ()
    return document.rename_key(found.route, name) if found.at_key else document.set_scalar(found.route, name)


_NO_ID = re.compile(r"[^a-z0-9]+")

_TIME = re.compile(rf"0*([1-9][0-9]{{0,4}}) *(?:\( *([a-z ]+?) *\))? *({'|'.join(Unit)})\.?")
_ONES = (
    "", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip


def time(found: Diagnostic, document: Document) -> Edits:
    """SOP061: write a time in the one way, when only case, spaces or the number in words are different."""
    near = _TIME.fullmatch(" ".join(dict(found.args)["value"].casefold().split()))
    if near is None or (near[2] is not None and _counted(near[2]) != int(near[1])):
        return ()
    return document.set_scalar(found.route, f"{near[1]} {near[3]}")


def _counted(words: str) -> int | None:
    """Return the number that Indonesian words say, up to 99; None for other words."""
    if words in _ONES:
        return _ONES.index(words)
    tens = re.fullmatch(rf"({'|'.join(_ONES[1:10])}) (belas|puluh)(?: ({'|'.join(_ONES[1:10])}))?", words)
    if tens is None:
        return None
    first, last = _ONES.index(tens[1]), _ONES.index(tens[3] or "")
    return 10 * first + last if tens[2] == "puluh" else 10 + first if not last else None


_MONTHS = tuple(name.casefold() for name, _ in MONTHS)
_LOOSE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_NAMED = re.compile(rf"([0-9]{{1,2}}) ({'|'.join(_MONTHS)}) ([0-9]{{4}})")


def day(found: Diagnostic, document: Document) -> Edits:
    """SOP134: write a date as year-month-day, when the month is named or the year stands first."""
    value = " ".join(dict(found.args)["value"].casefold().split())
    loose, named = _LOOSE.fullmatch(value), _NAMED.fullmatch(value)
    if loose:
        parts = (int(loose[1]), int(loose[2]), int(loose[3]))
    elif named:
        parts = (int(named[3]), _MONTHS.index(named[2]) + 1, int(named[1]))
    else:
        return ()
    try:
        meant = date(*parts)
    except ValueError:
        return ()
    return document.set_scalar(found.route, meant.isoformat())


def columns(found: Diagnostic, document: Document) -> Edits:
    """SOP042, SOP043: put the actors in the order in which they first act; the others keep their places."""
    from sop_engine.checks.columns import performers
    from sop_engine.checks.subject import Subject
    from sop_engine.flow import derive

    if document.definition is None:
        return ()
    view = next(iter(Subject(document.definition, derive(document.definition)).procedures), None)
    if view is None:
        return ()
    acting = dict.fromkeys(key for step in view.steps for key in performers(step))
    declared = tuple(document.definition.actors)
    following = iter(key for key in acting if key in declared)
    order = [next(following) if key in acting else key for key in declared]
    return document.reorder(("actors",), order)


def nothing_unstated(found: Diagnostic, document: Document) -> Edits:
    """SOP081: take a key that is not filled in out of `unstated`."""
    return document.remove_item(found.route)


def named_twice(found: Diagnostic, document: Document) -> Edits:
    """SOP049: take out the second mention of an actor in one and the same list."""
    first = found.related
    same_list = first is not None and first[:-1] == found.route[:-1] and isinstance(found.route[-1], int)
    return document.remove_item(found.route) if same_list else ()


def control_signs(found: Diagnostic, document: Document) -> Edits:
    """SOP131: write a text without its control characters, as it is read here."""
    from sop_engine.textfile import CONTROL

    node = document.scalar_at(found.position)
    return document.replaced(node, _clean(CONTROL.sub(" ", node.value))) if node is not None else ()


def _clean(text: str) -> str:
    from sop_engine.definition.scalar import written

    return written(text, flow=True)


_LEADING = re.compile(r"(?:\(?(?:\d{1,2}|[a-z])[.)]\s+|[-–•●*>▪◦]\s*)(?=[\w(–•●*>▪◦-])")
_TRAILING = re.compile(r"[\s;,]*[;,][\s;,]*$")
_SPACED = re.compile(r"[a-z]\.\s+[a-z]\.")
"""An abbreviation that is written with spaces: "a. n. Camat"."""


def list_marks(found: Diagnostic, document: Document) -> Edits:
    """SOP056: take off a number, a bullet or a list's punctuation; a capital letter may belong to a name and stays."""
    from sop_engine.checks.sentence import MARKER

    node = document.node(found.route)
    if node is None or node[1].start_mark.line != node[1].end_mark.line:
        return ()
    value = str(node[1].value)
    bare = value
    while (mark := _LEADING.match(bare)) and not _SPACED.match(bare):
        bare = bare[mark.end() :]
    if _TRAILING.sub("", bare) == value or MARKER.match(bare):
        return ()
    bare = _TRAILING.sub("", bare)
    if not re.match(r"\w", bare):
        return ()
    return document.replaced(node[1], _clean(bare) if node[1].style in ("'", '"') else bare)


_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&quot;": '"', "&ndash;": "–", "&rsquo;": "’"}
_SCRAP = re.compile("|".join([*_ENTITIES, r"<br ?/?>"]), re.IGNORECASE)


def web_scraps(found: Diagnostic, document: Document) -> Edits:
    """SP050: write what the codes of a web page stand for; other scraps are left to a reader."""
    from sop_engine.checks.leftovers import scrap

    node = document.node(found.route)
    if node is None or not _SCRAP.search(node[1].value):
        return ()
    meant = node[1].value
    while _SCRAP.search(meant):
        meant = _SCRAP.sub(lambda sign: _ENTITIES.get(sign[0].lower(), " "), meant)
    return () if scrap(meant) else document.replaced(node[1], _clean(meant))


_VALUE = re.compile(r"(\s*(?:- +)*[\w-]+: +|\s*(?:- +)+)([^\s'\"\[{|>&*!#].*?)\s*")


def unquoted_sign(found: Diagnostic, document: Document) -> Edits:
    """SOP121, SOP123: put a one-line text in quotes that begins with a sign of YAML's or holds a colon."""
    begins, line = document.line(found.position.line)
    value = _VALUE.fullmatch(line)
    if value is None or " #" in line:
        return ()
    if found.code == "SOP121":
        meant = found.position.column == value.start(2) + 1
    else:
        meant = ": " in value[2] or value[2].endswith(":")
    if not meant:
        return ()
    return [Edit(begins + value.start(2), begins + value.end(2), in_quotes(value[2]))]
