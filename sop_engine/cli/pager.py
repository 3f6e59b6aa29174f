"""Lines that are longer than the screen -> a pager, on a terminal only; short ones are just printed, as git does."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence

from sop_engine.cli.desk import colours, tell

_QUIET = "FRX"
"""For less: leave when it fits the screen, keep colours, leave the text standing."""

_STYLE = re.compile(r"\x1b\[[0-9;]*m")


def show(lines: Sequence[str], *, plain: bool = False) -> None:
    """Print lines, page by page where they do not fit; ``plain``: never by a pager. ``PAGER`` names another one."""
    if plain or not sys.stdout.isatty() or len(lines) < shutil.get_terminal_size().lines:
        tell(lines)
        return
    page = "\n".join(lines)
    if colours() is False:
        page = _STYLE.sub("", page)
    try:
        command = shlex.split(os.environ.get("PAGER") or "less")
        subprocess.run(command, input=page, encoding="utf-8", env={"LESS": _QUIET, **os.environ}, check=False)  # noqa: S603
    except (OSError, ValueError):
        tell(lines)
