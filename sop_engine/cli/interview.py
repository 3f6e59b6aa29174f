"""The questions of ``sop new`` -> a draft: a dozen plain ones, each asked again until its answer can be used.

Nothing is written here. A question that may stay open is passed with Enter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from sop_engine import duration
from sop_engine.cli.talk import Talk
from sop_engine.definition.part import UNIT_PATTERN
from sop_engine.drafting import Draft, DraftStep
from sop_engine.messages import text

T = TypeVar("T")

_STEP = re.compile(r"\s*([^:]+?)\s*:\s*(.+?)\s*")
_QUESTION = re.compile(r"(.+?)[.;]\s+([^.;]+\?)")


def interview(talk: Talk, units: Sequence[str], title: str | None = None, unit: str | None = None) -> Draft:
    """Return the answers; raises EOFError when the input ends before the last one."""
    title = title or _asked(talk, text("new.ask_title"))
    known = ", ".join(units) or "–"
    unit = unit or _until(talk, text("new.ask_unit", known=known), _unit, text("new.again_unit"))
    requirements = _list(talk, text("new.ask_requirements"))
    steps = _steps(talk)
    first = steps[0].actor
    return Draft(
        title=title,
        unit=unit,
        requirements=requirements,
        steps=steps,
        external=frozenset({first}) if _yes(talk, text("new.ask_external", actor=first)) else frozenset(),
        within=_time(talk, "new.ask_within"),
        fee=_fee(talk.ask(text("new.ask_fee"))),
        products=_list(talk, text("new.ask_products")) or (title,),
        phone=talk.ask(text("new.ask_phone")).strip() or None,
        officer=talk.ask(text("new.ask_officer")).strip() or None,
        answer_within=_time(talk, "new.ask_answer_within"),
    )


def unit_text(talk: Talk, unit: str) -> str:
    """Return the text of a new unit's file, asking for its name and the body it belongs to."""
    import yaml

    name = _asked(talk, text("new.ask_unit_name", unit=unit))
    parent = talk.ask(text("new.ask_parent")).strip()
    said = {"unit": 1, "id": unit, "name": name, **({"parent": parent} if parent else {})}
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=1000)


def _asked(talk: Talk, question: str) -> str:
    return _until(talk, question, lambda given: given or None, text("new.again_empty"))


def _until(talk: Talk, question: str, use: Callable[[str], T | None], again: str) -> T:
    while True:
        used = use(talk.ask(question).strip())
        if used is not None:
            return used
        talk.say(again)


def _unit(given: str) -> str | None:
    return given if re.fullmatch(UNIT_PATTERN, given) else None


def _list(talk: Talk, question: str) -> tuple[str, ...]:
    talk.say(question)
    items = []
    while given := talk.ask(text("new.item")).strip():
        items.append(given)
    return tuple(items)


def _steps(talk: Talk) -> tuple[DraftStep, ...]:
    talk.say(text("new.ask_steps"))
    steps: list[DraftStep] = []
    while True:
        given = talk.ask(text("new.ask_step", number=len(steps) + 1)).strip()
        if not given and steps:
            return tuple(steps)
        told = _STEP.fullmatch(given)
        if told is None:
            talk.say(text("new.again_step") if given else text("new.again_steps"))
            continue
        actor, activity = told.groups()
        decided = _QUESTION.fullmatch(activity)
        if decided is None:
            steps.append(DraftStep(actor, activity))
        else:
            back = _back(talk, len(steps) + 1)
            steps.append(DraftStep(actor, decided[1], decided[2], back))


def _back(talk: Talk, number: int) -> int | None:
    numbers = {str(each): each for each in range(1, number + 1)}
    while given := talk.ask(text("new.ask_back")).strip():
        if given in numbers:
            return numbers[given]
        talk.say(text("new.again_back", number=number))
    return None


def _time(talk: Talk, question: str) -> str | None:
    while given := " ".join(talk.ask(text(question)).casefold().split()):
        try:
            return str(duration.parse(given))
        except ValueError:
            talk.say(text("new.again_time"))
    return None


def _fee(given: str) -> int | str | None:
    said = given.strip()
    amount = re.fullmatch(r"(?:rp\.?\s*)?([0-9][0-9.]*)(?:,-|,00|\.-)?", said.casefold())
    if amount and int(amount[1].replace(".", "")):
        return int(amount[1].replace(".", ""))
    return None if amount or said.casefold() in ("", "gratis", "tidak dipungut biaya") else said


def _yes(talk: Talk, question: str) -> bool:
    while True:
        given = talk.ask(question).strip().casefold()
        if given in ("", *text("officer.walk_yes").split()):
            return True
        if given in text("officer.walk_no").split():
            return False
        talk.say(text("new.again_yes"))
