"""PostgreSQL falls under load: ``python -m tests.proofs.server [INCIDENTS] [--kind kill|failover|cut]``.

``kill``: all processes of the server are killed at random moments while officers work, and it is started again; they
go on without being told. ``failover``: the server is killed and its synchronous standby takes over at the same address.
``cut``: a line between officers and server is cut at random moments, most often just when a commit has been sent, so
that its answer is lost. After each incident: what was acknowledged is there, nothing is there twice, everything is as
its record tells. Ends with 1 when something is wrong.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import NamedTuple

from sop_engine.failure import Failure
from sop_engine.store.place import connect
from tests.proofs.asked import Asked, parser, server_class
from tests.proofs.children import Child, Say
from tests.proofs.line import Relay
from tests.proofs.officer import PEOPLE, Officer, permit, quick_clock
from tests.proofs.told import Told

Server = server_class()
WORKERS = 4
CASES = 200
LONGEST = 0.4
"""Seconds of work between two incidents at most."""

_AGAIN = 0.02
"""Seconds after which an officer whom the store has refused tries something else."""


class Scene(NamedTuple):
    """Where officers work, where what they left is looked at, what befalls them, and how many answers that cost."""

    url: str
    place: Callable[[], str]
    incident: Callable[[], None]
    lost: Callable[[], int] = int


def main(given: Asked) -> int:
    """Let it fall, judge, and print the figure."""
    permit()
    told, chance, start = Told(), random.Random(given.seed), time.monotonic()
    with KINDS[given.kind](chance) as scene:
        for each in range(given.count):
            before, after = chance.uniform(0.05, LONGEST), chance.uniform(0.05, LONGEST)
            # those whose line is cut end by themselves: what is there and was not said must then be explained
            until = time.monotonic() + before + after if given.kind == "cut" else None
            workers = [Child(_work(scene.url, chance.random(), start, until)) for _ in range(WORKERS)]
            time.sleep(before)
            scene.incident()
            if until is None:
                time.sleep(after)
            told.killed += WORKERS if until is None else 0
            for worker in workers:
                told.hear(worker.kill() if until is None else worker.end())
            with closing(connect(scene.place(), create=True)) as journal:
                told.look(journal, last=each == given.count - 1)
        lost = scene.lost()
    sys.stdout.write(f"{given.count} incidents ({given.kind}), {lost} answers to commits cut off\n{told}")
    return told.verdict


def _work(url: str, seed: float, start: float, until: float | None) -> Callable[[Say], None]:
    """Return what an officer does until the end: when the store is away, try again until it is back."""

    def work_on(say: Say) -> None:
        chance = random.Random(seed)
        while until is None or time.monotonic() < until:
            try:
                with closing(connect(url, create=True)) as journal:
                    clock = quick_clock(start)
                    officer = Officer(journal, chance.choice(PEOPLE), chance.randrange(1 << 40), clock, CASES)
                    _work_while_it_lasts(officer, say, until)
            except Failure as failure:
                say("refused", _away(failure))
            time.sleep(_AGAIN)

    return work_on


def _work_while_it_lasts(officer: Officer, say: Say, until: float | None) -> None:
    while until is None or time.monotonic() < until:
        try:
            say("done", *officer.act())
        except Failure as failure:
            if not failure.code.startswith("RUN"):
                raise
            say("refused", failure.code)


def _away(failure: Failure) -> str:
    """Return the code of a store that is away or damaged; anything else that is refused on the way is a fault."""
    if not failure.code.startswith("STO"):
        raise failure
    return failure.code


@contextmanager
def _killed(_: random.Random) -> Iterator[Scene]:
    with Server() as server:
        url = server.create_database()

        def incident() -> None:
            server.kill()
            server.start()

        yield Scene(url, lambda: url, incident)


@contextmanager
def _cut(chance: random.Random) -> Iterator[Scene]:
    with Server(tcp=True) as server:
        url = server.create_database()
        with Relay(server.port, chance.random()) as relay:
            through = url.replace(f":{server.port}/", f":{relay.port}/")
            yield Scene(through, lambda: url, relay.cut, lambda: relay.lost)


@contextmanager
def _failed_over(_: random.Random) -> Iterator[Scene]:
    servers = [Server(tcp=True).__enter__()]
    try:
        url = servers[0].create_database()
        servers.append(servers[0].standby())
        with Relay(servers[0].port) as relay:

            def place() -> str:
                return url.replace(f":{relay.port}/", f":{servers[0].port}/")

            def incident() -> None:
                old, new = servers
                old.kill()
                new.promote()
                relay.to(new.port)
                old.remove()
                servers[:] = [new, new.standby()]

            url = url.replace(f":{servers[0].port}/", f":{relay.port}/")
            yield Scene(url, place, incident)
    finally:
        for server in servers:
            server.remove()


KINDS = {"kill": _killed, "failover": _failed_over, "cut": _cut}


if __name__ == "__main__":
    asks = parser(__doc__, 20, stores=("postgres",))
    asks.add_argument("--kind", choices=KINDS, default="kill")
    sys.exit(main(asks.parse_args(namespace=Asked())))
