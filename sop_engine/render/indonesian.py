"""Indonesian written form of what definitions hold: rupiah, lists, and an activity as the end of a sentence.

Texts come in as documents write them and leave fit for one line of print; words are never added or corrected here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from sop_engine.messages import printed
from sop_engine.render.typeface import clean

_SENTENCE_END = ".!?…"
_CONDITION = re.compile(
    r"(apabila|jika|jikalau|bila|bilamana|kalau|dalam hal|pada saat|selama|ketika)\b", re.IGNORECASE
)
_SERVICE = re.compile(r"(pe)?layanan\b", re.IGNORECASE)
_WAITING = re.compile(r"(sampai|hingga|menunggu|selama|sambil)\b", re.IGNORECASE)


def plain(text: str) -> str:
    """Return ``text`` on one line: invisible signs are dropped, and what no paper can show becomes U+FFFD."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    categories = ((char, unicodedata.category(char)) for char in clean(text))
    return "".join("\N{REPLACEMENT CHARACTER}" if kind == "Co" else char for char, kind in categories if kind != "Cf")


def rupiah(amount: int) -> str:
    """Return a whole amount as ``Rp15.000``: no space, a dot between thousands, no decimals."""
    return f"Rp{amount:,}".replace(",", ".")


def dated(day: date) -> str:
    """Return a day as ``31 Januari 2026``."""
    return f"{day.day} {printed(f'dates.month_{day.month}')} {day.year}"


def conditional(text: str, word: str = "bila") -> str:
    """Return a condition as part of a sentence, with ``word`` before it unless it begins with one like it."""
    bare = unended(plain(text))
    return lowered(bare) if _CONDITION.match(bare) else f"{word} {_continued(bare)}"


def condition(text: str) -> str:
    """Return a condition as the beginning of a sentence, with "Apabila" before it unless it begins with one like it."""
    bare = lowered(unended(plain(text)))
    return raised(bare if _CONDITION.match(bare) else f"apabila {bare}")


def awaited(text: str) -> str:
    """Return what a case waits for as part of a sentence: ``sampai …``, or as written where it says so itself."""
    bare = unended(plain(text))
    return lowered(bare) if _WAITING.match(bare) else f"sampai {_continued(bare)}"


def _continued(text: str) -> str:
    """Return ``text`` for the middle of a sentence: names of offices, two words with capitals, keep theirs."""
    _, _, rest = text.partition(" ")
    return text if rest[:1].isupper() else lowered(text)


def enumerated(names: Sequence[str], last: str) -> str:
    """Return names as ``A``, ``A dan B`` or ``A, B, dan C``, with ``last`` the word before the last one."""
    if len(names) <= 2:  # noqa: PLR2004 - a pair takes no comma in Indonesian
        return f" {last} ".join(names)
    return f"{', '.join(names[:-1])}, {last} {names[-1]}"


def serving(title: str) -> str:
    """Return the title of a service within a sentence: ``layanan …``, unless it calls itself one."""
    return title if _SERVICE.match(title) else printed("charter.service", title=title)


def lowered(text: str) -> str:
    """Return ``text`` with its first letter small, unless its first word is an acronym or carries inner capitals."""
    word = re.match(r"\w+", text)
    ordinary = word is not None and word[0][1:].islower()
    return text[0].lower() + text[1:] if ordinary else text


def raised(text: str) -> str:
    """Return ``text`` with its first letter capital."""
    return text[:1].upper() + text[1:]


def unended(text: str) -> str:
    """Return ``text`` without the separators that lists put behind their items (``;``, ``,``, one full stop)."""
    bare = text.rstrip(" ;,")
    return bare[:-1].rstrip() if bare.endswith(".") and not bare.endswith("..") else bare


def ended(text: str) -> str:
    """Return ``text`` as a sentence: with a full stop, unless it ends in a sign of its own."""
    bare = unended(text)
    return bare if bare.endswith(tuple(_SENTENCE_END)) else f"{bare}."
