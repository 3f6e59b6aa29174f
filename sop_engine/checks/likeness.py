"""The words by which a short text tells its paper from others: "Surat izin keramaian yang lengkap" -> izin, keramaian.

What every paper is called (surat, berkas, dokumen) and the state it is in (lengkap, terverifikasi) do not count. Two
texts that share a telling word can mean one paper; a text without any can mean all: such a doubt is never a finding.
The words are data (``likeness.json``, read when the first rule asks).
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache

from sop_engine.resources import PACKAGE

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def telling(text: str) -> frozenset[str]:
    """Return the words of a text that tell one paper from another, in small letters."""
    return frozenset(_WORD.findall(text.lower())) - _telling_nothing()


def everything(text: str) -> bool:
    """Return whether a text can mean all papers at once: "berkas persyaratan" can, "formulir" and "data" cannot."""
    words = frozenset(_WORD.findall(text.lower()))
    return not telling(text) and bool(words & _listed("all_papers") or not words & _listed("one_paper"))


def draft(text: str) -> bool:
    """Return whether a text names something that is still to be finished."""
    return not _listed("draft").isdisjoint(_WORD.findall(text.lower()))


@cache
def _telling_nothing() -> frozenset[str]:
    return _listed("small") | _listed("any_paper") | _listed("state")


@cache
def _listed(kind: str) -> frozenset[str]:
    lists = json.loads((PACKAGE / "checks" / "likeness.json").read_text(encoding="utf-8"))
    return frozenset(" ".join(lists[kind]).split())
