"""A line between officers and a server that can be cut, and led to another server: a small relay in a thread.

:meth:`Relay.cut` breaks all lines at once. With ``seed`` it also breaks, now and then, a line by which a commit has
just gone out, before the answer can come back: the server does it, and nobody is told.
"""

from __future__ import annotations

import random
import selectors
import socket
import threading
import time
from contextlib import suppress

_SOMETIMES = 0.05
"""How often a line is cut behind a message that commits."""

_LATER = 0.05
"""Seconds by which a commit may come late to the server, behind the officer's question what became of it."""

_COMMITS = (b"COMMIT", b"append_event")


class Relay:
    """A port of this machine that leads to a server's port."""

    def __init__(self, port: int, seed: float | None = None) -> None:
        self._target = port
        self._chance = None if seed is None else random.Random(seed)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.lost = 0
        """How many answers to commits were cut off."""
        self._lines: dict[socket.socket, socket.socket] = {}
        self._late: list[tuple[float, socket.socket, bytes]] = []
        self._cut = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Relay:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._listener.close()

    def cut(self) -> None:
        """Break every line."""
        self._cut.set()

    def to(self, port: int) -> None:
        """Lead new lines to another server, and break those to the old one."""
        self._target = port
        self._cut.set()

    def _run(self) -> None:
        with selectors.DefaultSelector() as found:
            found.register(self._listener, selectors.EVENT_READ)
            while not self._over.is_set():
                for key, _ in found.select(0.01):
                    if key.fileobj is self._listener:
                        self._connect(found)
                    elif key.fileobj in self._lines:
                        self._carry(found, key.fileobj)
                self._deliver()
                if self._cut.is_set():
                    self._cut.clear()
                    for each in [*self._lines]:
                        self._hang_up(found, each)
            for each in [*self._lines]:
                self._hang_up(found, each)

    def _connect(self, found: selectors.BaseSelector) -> None:
        near, _ = self._listener.accept()
        try:
            far = socket.create_connection(("127.0.0.1", self._target))
        except OSError:
            near.close()
            return
        for one, other in ((near, far), (far, near)):
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._lines[one] = other
            found.register(one, selectors.EVENT_READ, one is near)

    def _carry(self, found: selectors.BaseSelector, one: socket.socket) -> None:
        far = self._lines[one]
        try:
            said = one.recv(1 << 16)
            if said and found.get_key(one).data and self._loses(said):
                self.lost += 1
                if self._chance is not None and self._chance.random() < 0.5:
                    self._hang_up(found, one, keep=far)
                    self._late.append((time.monotonic() + _LATER, far, said))
                    return
                far.sendall(said)
                said = b""
            if said:
                far.sendall(said)
        except OSError:
            said = b""
        if not said:
            self._hang_up(found, one)

    def _loses(self, said: bytes) -> bool:
        """Return whether the answer to a message from an officer is to be lost."""
        if self._chance is None or not any(word in said for word in _COMMITS):
            return False
        return self._chance.random() < _SOMETIMES

    def _deliver(self) -> None:
        """Hand over what is late, and hang up behind it."""
        now = time.monotonic()
        for each in [each for each in self._late if each[0] <= now or self._over.is_set()]:
            self._late.remove(each)
            with suppress(OSError):
                each[1].sendall(each[2])
            each[1].close()

    def _hang_up(self, found: selectors.BaseSelector, one: socket.socket, keep: socket.socket | None = None) -> None:
        other = self._lines.pop(one, None)
        if other is None:
            return
        self._lines.pop(other, None)
        for each in (one, other):
            found.unregister(each)
            if each is keep:
                continue
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
