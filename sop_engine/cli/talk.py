"""A conversation on the terminal, so that a pipe or a test can take the person's place; and the questions in it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

import typer

from sop_engine.cli.columns import table
from sop_engine.messages import text

T = TypeVar("T")


class Talk(NamedTuple):
    """The two ways to a person: a prompt answered by a line (EOFError at the end of the input), and a line said."""

    ask: Callable[[str], str]
    say: Callable[[str], None]

    def say_all(self, lines: Iterable[str]) -> None:
        """Say several lines."""
        for line in lines:
            self.say(line)


def on_terminal(say: Callable[[str], None]) -> Talk:
    """Return the conversation with whoever sits at the terminal, or with what is piped in."""

    def ask(prompt: str) -> str:
        try:
            given = input(prompt)
        except RuntimeError as error:  # there is no input at all
            raise EOFError from error
        if not sys.stdin.isatty():
            typer.echo(given)  # nobody saw it being typed: the transcript shows it
        return given

    return Talk(ask, say)


def pick(question: str, among: Sequence[T], names: Sequence[str], talk: Talk, details: Sequence[str] = ()) -> T:
    """Return the one of ``among`` that is chosen by its number or its name; the only one without a question."""
    if len(among) == 1:
        return among[0]
    if question:
        talk.say(question)
    numbered = [(f"  {number}", name) for number, name in enumerate(names, 1)]
    talk.say_all(
        table([(*row, detail) for row, detail in zip(numbered, details, strict=True)] if details else numbered)
    )
    # a number chooses before a name that looks like one
    chosen = {name.casefold(): each for name, each in reversed([*zip(names, among, strict=True)])}
    chosen |= {str(number): each for number, each in enumerate(among, 1)}
    while True:
        given = talk.ask(text("walk.pick", count=len(among))).strip()
        if given.casefold() in chosen:
            return chosen[given.casefold()]
        talk.say(text("walk.pick_again", given=given, count=len(among)))


def asked_again(prompt: str, again: str, yes: str, no: str, talk: Talk) -> bool:
    """Return yes or no, asking until it is one of them; Enter is yes. ``yes`` and ``no`` are the words for each."""
    while True:
        given = talk.ask(prompt).strip().casefold()
        if not given or given in yes.split():
            return True
        if given in no.split():
            return False
        talk.say(again)
