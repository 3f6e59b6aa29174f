"""The house keeps its own rules: one direction of imports, one style, strict types."""

import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["importlinter.cli", "lint"],
    ],
    ids=["lint", "format", "types", "layers"],
)
def test_the_whole_tree_passes(command):
    module, *arguments = command
    if module == "importlinter.cli":
        start = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    else:
        start = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(start, cwd=TOP, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
