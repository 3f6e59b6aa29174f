"""The documents a service asks for: one document a requirement, and whether the original or a copy is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sop_engine.checks import lexicon
from sop_engine.checks.subject import Subject
from sop_engine.diagnostic import Diagnostic, finding

_BRACKETS = re.compile(r"\([^()]*\)")
_TOKEN = re.compile(r"[^\W_]+(?:[-.'][^\W_]+)*|[,;/+&]")
_TWO_WORDS = re.compile(r"\b(?:foto|photo)[ -]*cop(?:y|i)\b", re.IGNORECASE)
_JOINING = frozenset({"dan", "serta", "beserta", "disertai", "dilampiri", "&", "+", ",", ";"})
_BETWEEN = frozenset({"dan", "serta", "dengan", "juga"})


def several(subject: Subject) -> Iterator[Diagnostic]:
    """SP020: one requirement that joins several documents."""
    for index, requirement in enumerate(subject.definition.requirements):
        if requirement.parts or requirement.one_of:
            continue
        pair = _joined(requirement.text)
        if pair is not None:
            args = {"first": pair[0], "second": pair[1]}
            yield finding("SP020", ("requirements", index, "text"), args=args)


@lru_cache(maxsize=1024)
def _joined(text: str) -> tuple[str, str] | None:
    """Return two documents that a text joins, by their first words as written."""
    papers = lexicon.words("papers")
    copies = lexicon.words("paper_copies")
    tokens = _TOKEN.findall(_TWO_WORDS.sub("fotokopi", _BRACKETS.sub(" ", text)))
    low = [token.casefold() for token in tokens]
    first = ""
    for place, word in enumerate(low):
        if word in lexicon.words("before_no_list"):
            return None
        if word in _JOINING and first:
            after = place + 1
            while after < len(low) and low[after] in _BETWEEN | copies:
                after += 1
            either = after < len(low) and low[place + 1] in {"/", "atau"}
            if after < len(low) and not either and low[after] in papers:
                return first, _shown(tokens, after)
        if word in papers and word not in copies and not first:
            first = _shown(tokens, place)
    return None


def _shown(tokens: list[str], place: int) -> str:
    """Return the document at a place, with the word that tells its kind: "Surat penawaran"."""
    following = tokens[place + 1 : place + 2] if tokens[place].casefold() in lexicon.words("papers_of_a_kind") else []
    return " ".join([tokens[place], *(word for word in following if word[0].isalpha() and word not in _JOINING)])


def original_or_copy(subject: Subject) -> Iterator[Diagnostic]:
    """SP021: a proof the applicant already has, of which neither original nor copy is asked for."""
    for index, requirement in enumerate(subject.definition.requirements):
        told = requirement.original or requirement.copies or requirement.parts or requirement.one_of
        proof = "" if told else _proof(requirement.text)
        if proof:
            yield finding("SP021", ("requirements", index, "text"), args={"value": proof})


@lru_cache(maxsize=1024)
def _proof(text: str) -> str:
    """Return the proof that a text opens with, when nothing in it tells its form."""
    words = [token.casefold() for token in _TOKEN.findall(_TWO_WORDS.sub("fotokopi", text))]
    if not words or not lexicon.words("copy_words").isdisjoint(words):
        return ""
    opening = " ".join(words[:3])
    for phrase in lexicon.phrases("proof_phrases"):
        if opening.startswith(phrase):
            return phrase
    return text.split(maxsplit=1)[0].strip(",;") if words[0] in lexicon.words("proofs") else ""
