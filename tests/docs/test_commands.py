"""docs/commands.md is the program's own help; ``SOP_UPDATE_DOCS=1`` writes it anew."""

import os
import subprocess
import sys
from pathlib import Path

from sop_engine.cli.case import CASE_ROOMS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
CASE = tuple(CASE_ROOMS)
ANALYST = ("new", "validate", "explain", "promise", "test", "diff", "format", "schema")
PUBLISHER = ("render", "sheet", "demo")
PLACES = (*ANALYST, "case", *(f"case {name}" for name in CASE), "inbox", *PUBLISHER)
COMMANDS = [(), *(tuple(place.split()) for place in PLACES)]


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


def test_every_command_has_its_section():
    from typer.main import get_command

    from sop_engine.cli.app import ROOMS, app

    tree = get_command(app)
    names = {()}
    for name in ROOMS:
        names.add((name,))
        command = tree.get_command(None, name)
        if hasattr(command, "list_commands"):
            names |= {(name, inner) for inner in command.list_commands(None)}
    assert names == set(COMMANDS)
