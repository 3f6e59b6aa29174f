"""The words that the wording rules know, and what the form of an Indonesian word says about it.

The words are data (``lexicon.json``, read when the first rule asks). An active verb is known by its prefix (me-, or
ber- among a list), a passive one by di- before a known root or before ...kan and ...i; nouns that only look so are
listed. Meaning is beyond this module: it judges single words, in lower case.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import Any

from sop_engine.resources import PACKAGE

_SHORTEST_ACTIVE = 5
_SHORTEST_PASSIVE = 6
_ROOT_KEEPS_P = ("periksa", "perintah", "peringat", "percaya")


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((PACKAGE / "checks" / "lexicon.json").read_text(encoding="utf-8"))
    return loaded


@cache
def words(kind: str) -> frozenset[str]:
    """Return the single words of a kind, in lower case."""
    return frozenset(" ".join(_data()[kind]).split())


@cache
def phrases(kind: str) -> tuple[str, ...]:
    """Return the phrases of a kind, in lower case, each of one or more words."""
    return tuple(_data()[kind])


@cache
def table(kind: str) -> dict[str, str]:
    """Return a table of the lexicon: word or phrase -> what it stands for."""
    return {key: str(value) for key, value in _data()[kind].items()}


@lru_cache(maxsize=4096)
def is_active(word: str) -> bool:
    """Tell whether a word inside a sentence is an active verb: me-, or one of the ber- verbs of office work."""
    if word in words("not_active"):
        return False
    return word in words("active_ber") or (word.startswith("me") and len(word) >= _SHORTEST_ACTIVE)


@lru_cache(maxsize=4096)
def opens_actively(word: str) -> bool:
    """Tell whether a word may open an activity: more verbs count there, because no noun is expected."""
    if word in words("not_active"):
        return False
    ber = word.startswith("ber") and len(word) > _SHORTEST_ACTIVE
    return ber or is_active(word) or word in words("active")


@lru_cache(maxsize=4096)
def is_passive(word: str) -> bool:
    """Tell whether a word is a passive verb (di-), and no noun, preposition or condition that begins alike."""
    if not word.startswith("di") or word in words("not_passive"):
        return False
    root = word[2:].removeprefix("-")
    if root in words("passive_roots") or word.startswith("di-"):
        return True
    if root in words("places") or len(word) < _SHORTEST_PASSIVE:
        return False
    return root.endswith("kan") or (root.endswith("i") and not root.endswith("si"))


def is_split_passive(root: str) -> bool:
    """Tell whether ``root`` after a separate "di" is a passive written as two words ("di kembalikan")."""
    return root in words("split_passive")


def active_form(word: str) -> str:
    """Return the active verb for a nominal or passive word ("penyerahan", "diserahkan" -> "menyerahkan"), or ""."""
    known = table("verb_of")
    if word in known:
        return known[word]
    if not is_passive(word):
        return ""
    root = word[2:].removeprefix("-")
    return known.get(root) or (_with_me(root) if root else "")


def _with_me(root: str) -> str:
    first, cluster = root[0], len(root) > 1 and root[1] not in "aiueo"
    if first == "p" and root.startswith(("per", "pel")) and not root.startswith(_ROOT_KEEPS_P):
        return "mem" + root
    if first in "kpst" and not cluster:
        return {"k": "meng", "p": "mem", "s": "meny", "t": "men"}[first] + root[1:]
    prefixes = {"aiueoghk": "meng", "bfvp": "mem", "cdjztsy": "men"}
    return next((prefix for letters, prefix in prefixes.items() if first in letters), "me") + root


@lru_cache(maxsize=1024)
def spelled_out(name: str) -> str:
    """Return a position's name in lower case with its abbreviations written out: "Kabag. Umum" -> "kepala bagian umum".

    Never empty: a name without letters is returned as it is.
    """
    known = table("abbreviations")
    words = re.findall(r"[^\W_]+", name.casefold())
    return " ".join(known.get(word, word) for word in words if word != "dan").strip() or name


def rank(name: str) -> int | None:
    """Return how high a spelled-out position stands, 1 the highest, by its first words; None when unknown."""
    told = name.split()
    ranks = table("ranks")
    for length in (2, 1):
        found = ranks.get(" ".join(told[:length]))
        if found is not None:
            return int(found)
    return None
