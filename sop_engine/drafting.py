"""The first text of a new definition: from answers to a few questions, or from an example with another name.

What comes out is written as ``sop format`` would and has no error; what is still to be said, the checks tell. Words
that people gave stay theirs: nothing here corrects an activity or guesses a time.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from sop_engine.definition.scalar import written
from sop_engine.definition.write import formatted
from sop_engine.fixes.document import Document
from sop_engine.rewriting import Edit, apply

_LONGEST_KEY = 40
_WORDS_OF_A_STEP = 3
_ACCEPTANCE = re.compile(r"#\s*sop\s*:", re.IGNORECASE)


class DraftStep(NamedTuple):
    """One step as it was told; ``back`` is the number of the step to return to, None: a no ends the case."""

    actor: str
    activity: str
    question: str | None = None
    back: int | None = None


class Draft(NamedTuple):
    """The answers to the questions of ``sop new``; None and empty ones were left open."""

    title: str
    unit: str
    requirements: tuple[str, ...]
    steps: tuple[DraftStep, ...]
    external: frozenset[str]
    within: str | None
    fee: int | str | None
    products: tuple[str, ...]
    phone: str | None
    officer: str | None
    answer_within: str | None


def key(name: str, taken: frozenset[str] | set[str] = frozenset(), otherwise: str = "sop") -> str:
    """Return a key made of a name: small letters, digits and hyphens, unlike those ``taken``."""
    words = re.findall(r"[a-z0-9]+", name.casefold())
    made = "-".join(words)[:_LONGEST_KEY].strip("-") or otherwise
    found, number = made, 1
    while found in taken:
        number += 1
        found = f"{made}-{number}"
    return found


def drafted(sop: str, draft: Draft) -> str:
    """Return the text of a definition made of answers."""
    import yaml

    text = yaml.safe_dump(_data(sop, draft), allow_unicode=True, sort_keys=False, width=1000)
    canonical, found = formatted(text, sop)
    if canonical is None:
        raise ValueError(found)
    return canonical


def _data(sop: str, draft: Draft) -> dict[str, Any]:
    actors: dict[str, str] = {}
    for step in draft.steps:
        if step.actor not in actors:
            actors[step.actor] = key(step.actor, set(actors.values()), "pelaksana")
    steps, rejected = _steps(draft, actors)
    fee: dict[str, Any] = {"amount": draft.fee} if isinstance(draft.fee, int) else {"regulation": draft.fee}
    complaints = {
        "channels": [{"kind": "phone", "value": draft.phone}] if draft.phone else [],
        "officer": {"name": draft.officer} if draft.officer else None,
        "within": draft.answer_within,
    }
    promised = {"within": draft.within, "from": "requirements_complete"}
    return {
        "sop": 1,
        "id": sop,
        "title": draft.title,
        "unit": draft.unit,
        "requirements": _requirements(draft.requirements),
        "actors": {
            made: {"name": name, **({"external": True} if name in draft.external else {})}
            for name, made in actors.items()
        },
        "steps": steps,
        **({"ends": {"ditolak": {"status": "rejected", "text": "Permohonan ditolak"}}} if rejected else {}),
        "sla": promised if draft.within else {"adjusts": "Belum ditetapkan"},
        "fee": fee if draft.fee is not None else {"free": True},
        "products": list(draft.products),
        "complaints": {name: value for name, value in complaints.items() if value},
    }


def _requirements(texts: tuple[str, ...]) -> list[dict[str, str]]:
    taken: set[str] = set()
    made = []
    for text in texts:
        named = key(" ".join(text.split()[:_WORDS_OF_A_STEP]), taken, "syarat")
        taken.add(named)
        made.append({"id": named, "text": text})
    return made


def _steps(draft: Draft, actors: dict[str, str]) -> tuple[list[dict[str, Any]], bool]:
    taken: set[str] = set()
    ids = []
    for step in draft.steps:
        ids.append(key(" ".join(step.activity.split()[:_WORDS_OF_A_STEP]), taken, "langkah"))
        taken.add(ids[-1])
    steps, rejected = [], False
    for named, step in zip(ids, draft.steps, strict=True):
        said: dict[str, Any] = {"id": named, "actor": actors[step.actor], "activity": step.activity}
        if step.question is not None:
            no = {"to": ids[step.back - 1]} if step.back is not None else {"end": "ditolak"}
            rejected = rejected or step.back is None
            branches = [{"answer": "ya"}, {"answer": "tidak", **no}]
            said["decision"] = {"question": step.question, "branches": branches}
        steps.append(said)
    return steps, rejected


def renamed(text: str, changes: dict[str, str]) -> str:
    """Return a definition's text with the values of some of its top keys replaced; all else, comments too, stays.

    Raises ValueError for a key that is not there.
    """
    document = Document(text, "")
    return apply(text, [_replaced(document, name, value) for name, value in changes.items()])


def _replaced(document: Document, name: str, value: str) -> Edit:
    found = document.node((name,))
    if found is None:
        raise ValueError(name)
    start, end = found[1].start_mark.index, found[1].end_mark.index
    before = document.text[start:end]
    if not before.startswith(("|", ">")):
        return Edit(start, end, written(value))
    # a block ends where the next line begins, and a comment may stand beside its sign
    header = before.partition("\n")[0]
    comment = f"  #{header.partition('#')[2]}" if "#" in header else ""
    return Edit(start, start + len(before.rstrip("\n")), written(value) + comment)


def copied(text: str) -> str:
    """Return a definition's text without the comments at its top: they are about that file and its place.

    What is accepted there stays, for it is about the content.
    """
    lines = text.split("\n")
    begins = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    return "\n".join([*(line for line in lines[:begins] if _ACCEPTANCE.match(line)), *lines[begins:]])
