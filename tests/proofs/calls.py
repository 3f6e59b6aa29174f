"""A child whose system calls are cut short or failed, the n-th of them, from outside: by ``strace``.

Counted are the calls of the child alone, from when it is told to go. Where nothing may be traced, :func:`untraceable`
says why.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple

from tests.proofs.children import Child, Say

FILES = (
    *("open", "openat", "creat", "close", "write", "writev", "pwrite64", "pwritev", "pwritev2", "fsync", "fdatasync"),
    *("ftruncate", "fallocate", "unlink", "unlinkat", "rename", "renameat", "renameat2", "mkdir", "mkdirat", "rmdir"),
    *("link", "linkat", "chmod", "fchmod", "fchmodat", "fchown", "copy_file_range", "sendfile"),
)
"""The calls that change files, or let go of them."""

LOCKS = ("fcntl", "munmap")
"""The calls around which SQLite changes what it shares with other processes in memory."""

WRITES = tuple(name for name in FILES if name not in ("close", "unlink", "unlinkat", "rmdir"))
"""The calls that a full, failing or read-only disk refuses."""

READS = ("read", "pread64", "preadv")

KILL = "signal=KILL"


class Outcome(NamedTuple):
    """What became of a child: what it said, whether it was killed, and the call that was hit, or None."""

    said: list[Any]
    killed: bool
    hit: str | None


def untraceable() -> str | None:
    """Return why nothing can be traced here, or None."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return "there is no strace"
    tried = subprocess.run(["strace", "-e", "trace=none", "true"], capture_output=True, text=True, check=False)
    return tried.stderr.strip() or "strace fails" if tried.returncode else None


def hit(
    work: Callable[[Say], None], calls: tuple[str, ...], what: str, number: int, *, from_then: bool = False
) -> Outcome:
    """Do ``work`` in a child whose ``number``-th of these calls meets ``what``; ``from_then``: and all that follow."""
    child = Child(work, wait=True)
    named = ",".join(f"?{name}" for name in calls)
    with NamedTemporaryFile("r", encoding="utf-8", errors="replace") as log:
        when = f"when={number}{'+' if from_then else ''}"
        command = ["strace", "-o", log.name, "-s", "0", "-p", str(child.pid), "-e", f"trace={named}"]
        command += ["-e", f"inject={named}:{what}:{when}"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            attached = tracer.stderr.readline()
            if "attached" not in attached:
                child.kill()
                raise RuntimeError(f"strace: {attached}{tracer.stderr.read()}")
            child.go()
            said = child.end()
            tracer.stderr.read()
        lines = Path(log.name).read_text(encoding="utf-8", errors="replace").splitlines()
    return Outcome(said, child.killed, _call(lines, killed=child.killed))


def _call(lines: list[str], *, killed: bool) -> str | None:
    """Return the name of the call that was hit: the last one of who was killed, the first that was failed."""
    calls = [line for line in lines if re.match(r"\w+\(", line)]
    met = calls[-1:] if killed else [line for line in calls if "(INJECTED)" in line]
    return met[0].partition("(")[0] if met else None
