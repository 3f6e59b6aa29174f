"""The text of an activity -> its main verbs, in order, and how each is joined to the one before.

Not a grammar: a walk over the words that knows which words open a subordinate clause ("untuk", "yang", "setelah"),
and stays silent where "dan" may join within such a clause. What stands in brackets is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from sop_engine.checks import lexicon

MARKER = re.compile(r"^\s*(?:\(?(?:\d{1,2}[.)](?=\s|[A-Z])|[a-zA-Z][.)](?=\s))|[-–•●*>▪◦](?=\s*\w))\s*")
"""A list number or a bullet at the left edge."""

_BRACKETS = re.compile(r"\([^()]*\)")
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*)|(?P<mark>[;,.]|(?<=\s)[-–•●](?=\s)|\b\d{1,2}\)|\b[a-z][.)](?=\s))"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_JOINT = re.compile(
    r"[;,.–•●)]|(?<=\s)-(?=\s)|\b(?:dan|serta|sekaligus|lalu|kemudian|selanjutnya|setelahnya)\b", re.IGNORECASE
)
_READ = 1000  # characters: a text as long as that is told so by its length, and hostile ones take no time
_FEWEST_LETTERS = 4
_SUBJECT_REACH = 6
_SUBJECT_WORDS = 3

WEAK = frozenset({"dan", "serta", "sekaligus"})
STRONG = frozenset({"lalu", "kemudian", "selanjutnya", "setelahnya"})
CONDITIONS = frozenset({"jika", "jikalau", "apabila", "bila", "bilamana", "kalau"})


class Voice(StrEnum):
    """Who is in front: the one who acts, or what is acted upon."""

    ACTIVE = "active"
    PASSIVE = "passive"


class Verb(NamedTuple):
    """A main verb: its word as written, its place among the words, its voice."""

    word: str
    place: int
    voice: Voice


class Sentence(NamedTuple):
    """An activity's words in lower case, and its main verbs in order; more than one verb is joined activities."""

    words: tuple[str, ...]
    verbs: tuple[Verb, ...]


class _Word(NamedTuple):
    text: str
    written: str
    marks: str
    """The punctuation between the word before and this one; ``;`` also for a new sentence and an inner number."""


@lru_cache(maxsize=16384)
def read(activity: str) -> Sentence:
    """Return the sentence of an activity."""
    activity = activity[:_READ]
    told = MARKER.sub("", _BRACKETS.sub(" ", activity) if "(" in activity else activity, count=1)
    first = _WORD.search(told)
    if first is None:
        return Sentence(tuple(_WORD.findall(activity.casefold())), ())
    if lexicon.opens_actively(first[0].casefold()) and not _JOINT.search(told):
        # the usual case: with nothing that joins, no second verb can be a main one
        return Sentence(tuple(_WORD.findall(told.casefold())), (Verb(first[0], 0, Voice.ACTIVE),))
    listed = list(_words(told))
    return Sentence(tuple(word.text for word in listed), tuple(_main_verbs(listed)))


def _words(text: str) -> Iterator[_Word]:
    marks, before = "", ""
    for token in _TOKEN.finditer(text):
        word = token["word"]
        if word is None:
            marks += token["mark"] if token["mark"] in ",." else ";"
            continue
        if "." in marks:  # a full stop, or that of an abbreviation
            ends = word[0].isupper() and len(before) >= _FEWEST_LETTERS
            marks = marks.replace(".", ";" if ends else "")
        yield _Word(word.casefold(), word, marks)
        marks, before = "", word


def _voice(words: list[_Word], place: int) -> Voice | None:
    word = words[place].text
    if lexicon.opens_actively(word) if place == 0 else lexicon.is_active(word):
        return Voice.ACTIVE
    split = place > 0 and words[place - 1].text == "di" and lexicon.is_split_passive(word)
    return Voice.PASSIVE if split or lexicon.is_passive(word) else None


class _Walk:
    """Where the walk over the words is: in a subordinate clause, behind a joining word, or in neither."""

    def __init__(self) -> None:
        self.waits = False  # a subordinate clause whose verb is still to come
        self.noun = False  # that clause may be no clause but a noun ("dengan tim teknis")
        self.inner: Voice | None = None  # the voice of the last subordinate verb
        self.joined = ""  # "weak" or "strong" behind a joining word
        self.left = 0  # how many words of a subject may still stand before the joined verb
        self.begun = False

    def clause(self) -> None:
        self.waits, self.inner = False, None

    def join(self, how: str, reach: int) -> None:
        if how == "strong":
            self.clause()
        elif self.noun:
            self.waits = False
        if self.joined != "strong":
            self.joined, self.left = how, reach

    def passes(self, word: str) -> None:
        if self.left:
            self.left -= 1
        elif self.joined == "weak" and word in lexicon.words("positions"):
            self.left = _SUBJECT_WORDS  # "dan pemohon membayar": the joined clause has a subject of its own
        else:
            self.joined = ""

    def takes(self, verb: Verb) -> bool:
        """Tell whether this is a main verb."""
        joined, self.joined = self.joined, ""
        if self.waits:
            self.waits, self.inner = False, verb.voice
            return False
        if not self.begun or joined == "strong":
            self.begun, self.inner = True, None
            return True
        if joined == "weak" and self._same_level(verb):
            self.inner = None
            return True
        self.inner = verb.voice
        return False

    def _same_level(self, verb: Verb) -> bool:
        if verb.voice is Voice.ACTIVE:
            return self.inner in {None, Voice.PASSIVE}
        return self.inner is None and verb.word.casefold() in lexicon.words("passive_after_and")


def _main_verbs(words: list[_Word]) -> Iterator[Verb]:
    walk = _Walk()
    for place, word in enumerate(words):
        if ";" in word.marks:
            walk.join("strong", _SUBJECT_REACH)
        elif "," in word.marks:
            if not walk.begun:
                walk.clause()  # the clause before the main one is over
            else:
                walk.join("weak", 0)
        before = words[place - 1].text if place else ""
        if word.text in WEAK | STRONG and before not in lexicon.words("before_no_joint"):
            walk.join("strong" if word.text in STRONG else "weak", _SUBJECT_REACH if word.text in STRONG else 0)
        elif word.text == "maka":
            walk.clause()
        elif word.text in CONDITIONS or word.text in lexicon.words("subordinate"):
            walk.waits, walk.joined, walk.noun = True, "", word.text in lexicon.words("prepositions")
        elif (voice := _voice(words, place)) is not None:
            verb = Verb(word.written, place, voice)
            if walk.takes(verb):
                yield verb
        elif word.text not in lexicon.words("adverbs"):
            walk.passes(word.text)
