"""The questions of ``sop new`` -> a draft: a dozen plain ones, each asked again until its answer can be used.

Nothing is written here. A question that may stay open is passed with Enter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sop_engine import duration
from sop_engine.cli.talk import Talk
from sop_engine.definition.catalogue import device
from sop_engine.definition.part import UnitId
from sop_engine.drafting import Draft, DraftStep
from sop_engine.messages import text
from sop_engine.textfile import CONTROL

T = TypeVar("T")

LONGEST = 5000
"""Signs that a text of a definition may have (``definition.part.Text``)."""

_STEP = re.compile(r"\s*([^:]+?)\s*:\s*(.+?)\s*")
_QUESTION = re.compile(r"(.+?)[.;]\s+([^.;]+\?)")


def problem(answer: str) -> str | None:
    """Return why no text of a definition can hold an answer, None for a usable one."""
    if CONTROL.search(answer):
        return text("new.again_sign")
    return text("new.again_long", limit=LONGEST) if len(answer) > LONGEST else None


def careful(talk: Talk) -> Talk:
    """Return a conversation that asks again, there and then, for what no definition could hold."""

    def ask(question: str) -> str:
        while (wrong := problem(given := talk.ask(question))) is not None:
            talk.say(wrong)
        return given

    return Talk(ask, talk.say)


def fits(kind: Any, value: str) -> bool:
    """Return whether a text is a value of a kind of the language, such as ``UnitId``."""
    from pydantic import TypeAdapter, ValidationError

    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def ask_title(talk: Talk) -> str:
    """Return the title of the service."""
    return _asked(talk, text("new.ask_title"))


def ask_unit(talk: Talk, units: Sequence[str]) -> str:
    """Return the key of a unit: of one that is there, or of a new one that could be."""
    return _until(talk, text("new.ask_unit", known=", ".join(units) or "–"), _unit, text("new.again_unit"))


def interview(talk: Talk, title: str, unit: str) -> Draft:
    """Return the answers; raises EOFError when the input ends before the last one."""
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
        fee=_fee(talk),
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
    return given if fits(UnitId, given) and device(given) is None else None


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


def _fee(talk: Talk) -> int | str | None:
    said = talk.ask(text("new.ask_fee")).strip()
    amount = re.fullmatch(r"(?:rp\.?\s*)?([0-9][0-9.]{,20})(?:,-|,00|\.-)?", said.casefold())
    if amount and int(amount[1].replace(".", "")):
        return int(amount[1].replace(".", ""))
    return None if amount or said.casefold() in ("", "gratis", "tidak dipungut biaya") else said


def _yes(talk: Talk, question: str) -> bool:
    while True:
        given = talk.ask(question).strip().casefold()
        if given in ("", *text("walk.yes").split()):
            return True
        if given in text("walk.no").split():
            return False
        talk.say(text("new.again_yes"))
