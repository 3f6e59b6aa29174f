"""Work in a process of its own that says what it has done, and that may be killed at any moment.

A child is forked, so that it begins with everything loaded. What it says goes out by ``sendmsg``, a system call that
no store makes: the calls of a store can be counted, failed and cut short without touching what was said.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Any

Say = Callable[..., None]
"""Tells the parent something, as a list of JSON values."""

_ANY_TRACER = (0x59616D61, -1)
"""prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY): where only parents may trace, a brother may too."""


class Child:
    """A process that does ``work(say)``, at once or (``wait``) when it is told to go."""

    def __init__(self, work: Callable[[Say], None], *, wait: bool = False) -> None:
        ours, theirs = socket.socketpair()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if not self.pid:
            ours.close()
            _run(work, theirs, wait=wait)
        theirs.close()
        self._pipe = ours
        self._rest = b""
        self._status: int | None = None

    def go(self) -> None:
        """Let a child that waits begin."""
        self._pipe.send(b"!")

    def said(self) -> list[Any]:
        """Return what it has said since this was asked before."""
        self._pipe.setblocking(False)
        with suppress(BlockingIOError, ConnectionResetError):
            while more := self._pipe.recv(1 << 16):
                self._rest += more
        *lines, self._rest = self._rest.split(b"\n")
        return [json.loads(line) for line in lines]

    def kill(self) -> list[Any]:
        """Kill it now, without a word, and return what else it had said; half a word is none."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        return self.end()

    def end(self) -> list[Any]:
        """Wait until it has ended and return what else it has said."""
        self._pipe.setblocking(True)
        while more := self._read():
            self._rest += more
        self._status = os.waitpid(self.pid, 0)[1]
        said = self.said()
        self._pipe.close()
        return said

    @property
    def killed(self) -> bool:
        """Return whether it was killed; only after :meth:`end`."""
        return self._status is not None and os.WIFSIGNALED(self._status)

    def _read(self) -> bytes:
        try:
            return self._pipe.recv(1 << 16)
        except ConnectionResetError:
            return b""


def _run(work: Callable[[Say], None], pipe: socket.socket, *, wait: bool) -> None:
    """Do the work and leave without what a Python process does at its end."""
    code = 70
    try:
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(*_ANY_TRACER, 0, 0, 0)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if wait:
            pipe.recv(1)
        work(lambda *said: pipe.sendmsg([json.dumps(said).encode() + b"\n"]) and None)
        code = 0
    except BaseException:
        pipe.sendmsg([json.dumps(["fault", traceback.format_exc()]).encode() + b"\n"])
    finally:
        os._exit(code)
