"""The tree of commands: which exist, in the order of their users, and the room each one is made in.

A room is imported when one of its commands is called, or shown by its own ``--help``: start-up is a feature.
"""

from __future__ import annotations

from typing import Annotated

import typer

from sop_engine import __version__
from sop_engine.cli.rooms import Rooms
from sop_engine.cli.spoken import App
from sop_engine.messages import text

ROOMS = {
    "new": "new",
    "validate": "author",
    "explain": "author",
    "promise": "promise",
    "test": "tester",
    "diff": "difference",
    "format": "formatter",
    "schema": "author",
    "case": "case",
    "inbox": "inbox",
    "complaint": "complaint",
    "people": "people",
    "tick": "clocks",
    "log": "record",
    "store": "store",
    "render": "publisher",
    "sheet": "publisher",
    "demo": "publisher",
}
"""Each command and its room."""


class Tree(Rooms):
    """The group of all commands."""

    rooms = ROOMS


app = App(cls=Tree, help=f"{text('shell.app')}\n\n{text('shell.app_more')}")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sop-engine {__version__}")
        raise typer.Exit


@app.callback()
def _everywhere(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=text("shell.version"))
    ] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="id|en", help=text("shell.lang"))] = "id",
) -> None:
    """Take the options that every command has; ``--lang`` was read before the help texts were made."""
