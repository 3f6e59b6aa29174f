"""docs/commands.md is the program's own help; ``SOP_UPDATE_DOCS=1`` writes it anew."""

import os
import subprocess
import sys
from pathlib import Path

from typer.main import get_command

from sop_engine.cli.app import ROOMS, app

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"


def commands():
    """Yield the words of every command, in the order of the help pages."""
    tree = get_command(app)
    yield ()
    for name in ROOMS:
        yield (name,)
        group = tree.get_command(None, name)
        for inner in group.list_commands(None) if hasattr(group, "list_commands") else ():
            yield (name, inner)


COMMANDS = list(commands())


def help_text(command):
    # the width of help follows the terminal: fix it
    environment = {**os.environ, "SOP_LANG": "id", "COLUMNS": "100", "TERMINAL_WIDTH": "100", "PYTHONUTF8": "1"}
    for unwanted in ("FORCE_COLOR", "GITHUB_ACTIONS", "SOP_STORE", "SOP_DEFINITIONS"):
        environment.pop(unwanted, None)
    done = subprocess.run(
        [sys.executable, "-m", "sop_engine", *command, "--help"],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def test_the_reference_of_commands_is_current():
    parts = ["# Perintah\n\nDibuat dari `--help` setiap perintah.\n"]
    parts += [f"## `{' '.join(('sop', *command))}`\n\n```text\n{help_text(command)}\n```\n" for command in COMMANDS]
    page = "\n".join(parts)
    if os.environ.get("SOP_UPDATE_DOCS"):
        PAGE.write_text(page, encoding="utf-8")
    assert page == PAGE.read_text(encoding="utf-8"), "run again with SOP_UPDATE_DOCS=1"
