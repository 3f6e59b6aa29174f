"""The one catalogue of words that people read: Indonesian first, English too.

``text("officer.done", step=…)`` looks a phrase up in the module named before the dot, which is imported only then:
a command loads the words it says and no others. Findings and failures have a code instead of a name.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

LANGUAGES = ("id", "en")


def language() -> str:
    """Return the language in force: ``SOP_LANG`` when it names one that we speak, else Indonesian."""
    chosen = os.environ.get("SOP_LANG", "id").lower()[:2]
    return chosen if chosen in LANGUAGES else "id"


def text(name: str, /, **args: object) -> str:
    """Return the phrase ``room.name`` in the language in force, with ``{args}`` filled in.

    Raises KeyError for a name that is not in the catalogue: that is a mistake in the program.
    """
    return _phrase(name, language(), args)


def printed(name: str, /, **args: object) -> str:
    """Return the phrase for a paper or a picture: those are Indonesian documents whatever language is in force."""
    return _phrase(name, "id", args)


def has(name: str) -> bool:
    """Return whether there is a phrase of that name, for words that people chose themselves may be no key."""
    room, _, key = name.partition(".")
    return key in _phrases(room)


def _phrase(name: str, chosen: str, args: dict[str, object]) -> str:
    room, _, key = name.partition(".")
    wording = _phrases(room)[key][LANGUAGES.index(chosen)]
    return wording.format_map(args) if args else wording


@cache
def _phrases(room: str) -> dict[str, tuple[str, str]]:
    phrases: dict[str, tuple[str, str]] = import_module(f"{__name__}.{room}").PHRASES
    return phrases


def finding_text(code: str, part: str, args: dict[str, str], chosen: str | None = None) -> str:
    """Return the ``message`` or ``hint`` of a finding's code."""
    from sop_engine.messages.findings import FINDINGS, TERM_ARGS, TERMS
    from sop_engine.messages.findings.story import STORY_ARGS, worded

    index = LANGUAGES.index(chosen or language())
    pair: tuple[str, str] = getattr(FINDINGS[code], part)
    terms = {
        name: ", ".join(TERMS[term][index] for term in value.split(","))
        for name, value in args.items()
        if name in TERM_ARGS
    }
    stories = {name: worded(name, args[name], index) for name in STORY_ARGS if name in args}
    return pair[index].format_map({**args, **terms, **stories, **_guess(args, index)})


def failure_text(code: str, args: dict[str, str], chosen: str | None = None) -> str:
    """Return the message of a failure's code."""
    from sop_engine.messages.failures import FAILURES
    from sop_engine.messages.reasons import ENDS, REASONS

    index = LANGUAGES.index(chosen or language())
    reason = args.get("reason", "")
    known = {"reason": REASONS[reason][index]} if reason in REASONS else {}
    if args.get("end") in ENDS:
        known["end"] = ENDS[args["end"]][index]
    return FAILURES[code][index].format_map({**args, **known, **_guess(args, index)})


def _guess(args: dict[str, str], index: int) -> dict[str, str]:
    """Return the argument ``near``, the name that was probably meant, as a question; empty when none is known."""
    near = args.get("near")
    return {"near": ("; maksudnya `{}`?", "; did you mean `{}`?")[index].format(near) if near else ""}
