"""Two texts of one file -> a unified diff, as programs and people read it."""

from __future__ import annotations

from pathlib import Path


def patch(path: str, before: str, after: str) -> str:
    """Return the unified diff between two texts of the file ``path``; empty when they are equal."""
    from difflib import unified_diff

    shown = Path(path).as_posix()
    lines = unified_diff(before.splitlines(True), after.splitlines(True), f"a/{shown}", f"b/{shown}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
