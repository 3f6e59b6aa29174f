"""The words of the steps: an activity is one active verb and its object, without a subject (PermenPAN-RB 35/2012).

The rules know the genre by the lexicon and stay silent where a sentence may be meant well. Of what can be wrong with
the opening of an activity one thing is told: a subject (SOP051), a passive (SOP054), or no active verb (SOP050).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sop_engine.checks import lexicon, sentence
from sop_engine.checks.sentence import Sentence, Voice
from sop_engine.checks.subject import ProcedureView, Subject
from sop_engine.definition.model import Definition, Step
from sop_engine.diagnostic import Diagnostic, finding

LONGEST = 55
"""Characters of an activity that fit its cell (observed in one program for SOP-AP sheets)."""

_NEAR = 4
_SHOWN = 5
_LONGEST_NAME = 12
_NAME = re.compile(r"[^\W_]+")
_RULE_NAMED = re.compile(r"\d|\b(?:pasal|perda|perbup|perwal\w*|permen\w*|perpres|pergub|perka|sop)\b", re.IGNORECASE)
_DECIDING = (
    re.compile(rf"\b(?:{'|'.join(sorted(sentence.CONDITIONS))}|apakah)\b", re.IGNORECASE),
    re.compile(r"(?:^|[.,;:(]\s*)dalam hal\b", re.IGNORECASE),
    re.compile(r"\batau\s+(?:menolak|mengembalikan|ditolak|dikembalikan)\b", re.IGNORECASE),
    re.compile(
        r"(?<!yang )\btidak\s+(?:(?!yang\b)\w+\s+){1,3}?(?:maka\s+)?(?:akan\s+)?(?:dikembalikan|ditolak)\b",
        re.IGNORECASE,
    ),
)
"""What decides in a plain sentence: a condition, a question, and two ways of turning down without either."""
_PERHAPS_DECIDING = re.compile(
    rf"\b(?:{'|'.join(sorted(sentence.CONDITIONS))}|apakah|dalam hal|atau|tidak)\b", re.IGNORECASE
)
"""One of these words stands in all that decides."""


def no_verb(subject: Subject) -> Iterator[Diagnostic]:
    """SOP050: an activity that does not begin with an active verb."""
    yield from _openings(subject, "SOP050")


def own_subject(subject: Subject) -> Iterator[Diagnostic]:
    """SOP051: an activity that names who does it, which the actor's column already says."""
    yield from _openings(subject, "SOP051")
    for view, index, step in _activities(subject):
        actor = subject.definition.actors.get(step.actor)
        if actor is None or "oleh" not in step.activity.casefold():
            continue
        told = f" {_plain(step.activity)} "
        for name in (actor.name, *actor.aliases):
            if f" oleh {_plain(name)} " in told:
                route = view.route(index, "activity")
                yield finding("SOP051", route, args={"value": f"oleh {name}", "near": ""})
                break


def _plain(text: str) -> str:
    return " ".join(_NAME.findall(text.casefold()))


def passive(subject: Subject) -> Iterator[Diagnostic]:
    """SOP054: an activity told from the side of what is acted upon."""
    yield from _openings(subject, "SOP054")


def _openings(subject: Subject, code: str) -> Iterator[Diagnostic]:
    names: frozenset[tuple[str, ...]] | None = None
    for view, index, step in _activities(subject):
        told = sentence.read(step.activity)
        if told.verbs and told.verbs[0][1:] == (0, Voice.ACTIVE):
            continue
        names = _names(subject.definition) if names is None else names
        found = _opening(told, names)
        if found[0] != code or (_opens_conditionally(told) and _hidden(step)):
            continue
        args = {"value": found[1], "near": found[2].capitalize()}
        yield finding(code, view.route(index, "activity"), args=args)


def _opening(told: Sentence, names: frozenset[tuple[str, ...]]) -> tuple[str, str, str]:
    """Return what is wrong with an opening: the code, the words it is about and the verb that was probably meant."""
    if not told.words:
        return "SOP050", "–", ""
    first = told.verbs[0] if told.verbs else None
    opening = told.words[0]
    if first is not None and first.voice is Voice.PASSIVE:
        # "penyerahan dilakukan" means "menyerahkan"
        empty = first.word.casefold() in {"dilakukan", "dilaksanakan"}
        near = lexicon.active_form(opening) if empty else ""
        return "SOP054", first.word, near or lexicon.active_form(first.word.casefold())
    if first is not None and _is_subject(told.words, names):
        shown = " ".join(told.words[: min(first.place, _SHOWN)])
        return "SOP051", shown + (" …" if first.place > _SHOWN else ""), first.word
    near = "" if told.words[-1] == "selesai" else lexicon.active_form(opening)
    if not near and first is not None and first.place < _NEAR:
        near = first.word
    return "SOP050", opening, near


def _is_subject(words: tuple[str, ...], names: frozenset[tuple[str, ...]]) -> bool:
    if words[0] in lexicon.words("positions") or words[0] in lexicon.words("agencies"):
        return True
    told = " ".join(words)
    lengths = range(1, min(len(words), _LONGEST_NAME) + 1)
    phrases = (*lexicon.phrases("position_phrases"), *lexicon.phrases("agency_phrases"))
    return told.startswith(phrases) or any(words[:length] in names for length in lengths)


def _names(definition: Definition) -> frozenset[tuple[str, ...]]:
    written = (name for actor in definition.actors.values() for name in (actor.name, *actor.aliases))
    return frozenset(filter(None, (sentence.read(name).words for name in written)))


def _opens_conditionally(told: Sentence) -> bool:
    return told.words[:1] == ("dalam",) or not sentence.CONDITIONS.isdisjoint(told.words[:1])


def joined(subject: Subject) -> Iterator[Diagnostic]:
    """SOP052: one step with two activities."""
    for view, index, step in _activities(subject):
        told = sentence.read(step.activity)
        # what a hidden decision joins are its arms
        if len(told.verbs) > 1 and not _hidden(step):
            first, second = told.verbs[:2]
            args = {"first": first.word.casefold(), "second": second.word.casefold()}
            yield finding("SOP052", view.route(index, "activity"), args=args)


def long(subject: Subject) -> Iterator[Diagnostic]:
    """SOP053: an activity that is longer than its cell."""
    for view, index, step in _activities(subject):
        if len(step.activity) > LONGEST:
            args = {"count": str(len(step.activity)), "limit": str(LONGEST)}
            yield finding("SOP053", view.route(index, "activity"), args=args)


def vague(subject: Subject) -> Iterator[Diagnostic]:
    """SOP055: words in an activity or its input that leave the reader to guess."""
    for view, index, step in _activities(subject):
        word = _vague(step.activity)
        if word:
            yield finding("SOP055", view.route(index, "activity"), args={"value": word})
        for place, text in enumerate(step.input):
            word = _vague(text)
            if word:
                yield finding("SOP055", view.route(index, "input", place), args={"value": word})


@cache
def _vague_words() -> re.Pattern[str]:
    always = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in lexicon.phrases("vague"))
    rules = "|".join(phrase.replace(" ", r"\s+") for phrase in lexicon.phrases("vague_rules"))
    return re.compile(rf"(?<!\w)(?:(?P<always>{always})|{rules})(?!\w)", re.IGNORECASE)


def _vague(text: str) -> str:
    for found in _vague_words().finditer(text):
        if found["always"] or not _RULE_NAMED.search(text, found.end()):
            return found[0].casefold()
    return ""


def hidden_decision(subject: Subject) -> Iterator[Diagnostic]:
    """SOP033: a plain step whose words decide something."""
    for view, index, step in _activities(subject):
        value = _hidden(step)
        if value:
            yield finding("SOP033", view.route(index, "activity"), args={"value": value})


def question_as_execution(subject: Subject) -> Iterator[Diagnostic]:
    """SOP033: a decision whose question is no question but an activity."""
    for view, index, step in _activities(subject):
        question = step.decision.question if step.decision else "?"
        if "?" in question:
            continue
        words = sentence.read(question).words
        if words and lexicon.is_active(words[0]):
            yield finding("SOP033", view.route(index, "decision", "question"), args={"value": question})


def _hidden(step: Step) -> str:
    """Return the words by which a step without a decision decides, or ""."""
    if step.decision is not None or step.optional is not None or step.deputy is not None:
        return ""
    if not _PERHAPS_DECIDING.search(step.activity):
        return ""
    found = next(filter(None, (pattern.search(step.activity) for pattern in _DECIDING)), None)
    return found[0].strip(" .,;:(") if found else ""


def warnings_without_consequence(subject: Subject) -> Iterator[Diagnostic]:
    """SOP013: warnings of which none says what happens when the procedure is not followed."""
    identity = subject.definition.identity
    if identity is None or not identity.warnings:
        return
    told = {word.casefold() for text in identity.warnings for word in _NAME.findall(text)}
    if told.isdisjoint(sentence.CONDITIONS):
        yield finding("SOP013", ("identity", "warnings"), at_key=True)


def _activities(subject: Subject) -> Iterator[tuple[ProcedureView, int, Step]]:
    for view in subject.procedures:
        for index, step in enumerate(view.steps):
            yield view, index, step
