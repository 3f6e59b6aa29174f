"""Help pages in the language in force: the command-line library frames them with English words of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from sop_engine.messages.shell import framed


class SpokenCommand(TyperCommand):
    """A command whose help page is in the language in force."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return framed(super().get_help(ctx))


class SpokenGroup(TyperGroup):
    """A group of commands whose help page is in the language in force."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return framed(super().get_help(ctx))


class App(typer.Typer):
    """A tree of commands that speak; plain text, no marked-up panels."""

    def __init__(self, cls: type[SpokenGroup] = SpokenGroup, **settings: Any) -> None:
        super().__init__(
            cls=cls,
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
            no_args_is_help=True,
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
            **settings,
        )

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        """Return the decorator that makes a function a command."""
        return super().command(name, cls=SpokenCommand, **settings)
