"""The tree of commands: which exist, in the order of their users, and the room each one is made in.

A room is imported when one of its commands is called, or shown by its own ``--help``: start-up is a feature.
"""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer

from sop_engine import __version__
from sop_engine.cli.spoken import App, SpokenGroup
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
    "case": "officer",
    "inbox": "officer",
    "render": "publisher",
    "sheet": "publisher",
    "demo": "publisher",
}
"""Each command and the module of this package whose ``app`` has it; its help is the phrase ``room.help_command``."""


class Tree(SpokenGroup):
    """The group of all commands, each made when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands in the order of the help page."""
        return list(ROOMS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, or None when there is none of that name."""
        if cmd_name not in ROOMS:
            return None
        room = typer.main.get_group(import_module(f"sop_engine.cli.{ROOMS[cmd_name]}").app)
        return room.get_command(ctx, cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands with the first sentence of each one's help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text(f"{room}.help_{name}").partition("\n")[0]) for name, room in ROOMS.items()])


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
