"""A group of commands, each made in a room (a module with an ``app``) that is imported when the command is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar

import typer

from sop_engine.cli.spoken import SpokenGroup
from sop_engine.messages import text


class Rooms(SpokenGroup):
    """A group whose commands are made when they are asked for: start-up is a feature."""

    rooms: ClassVar[Mapping[str, str]]
    """Each command and the module of this package that makes it; its help is the phrase ``room.help_command``."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands in the order of the help page."""
        return list(self.rooms)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return a command, or None when there is none of that name."""
        if cmd_name not in self.rooms:
            return None
        room = typer.main.get_group(import_module(f"sop_engine.cli.{self.rooms[cmd_name]}").app)
        return room.get_command(ctx, cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands with the first sentence of each one's help."""
        helps = [(name, text(f"{room}.help_{name}").partition("\n")[0]) for name, room in self.rooms.items()]
        with formatter.section("Commands"):
            formatter.write_dl(helps)
