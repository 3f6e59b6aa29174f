"""A conversation on the terminal, so that a pipe or a test can take the person's place."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import typer


class Talk(NamedTuple):
    """The two ways to a person: a prompt answered by a line (EOFError at the end of the input), and a line said."""

    ask: Callable[[str], str]
    say: Callable[[str], None]


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
