"""What every proof is asked, and the stores that it may be asked about."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Asked(argparse.Namespace):
    """How many incidents, on which kind of store, and where chance begins."""

    count: int
    store: str
    seed: int
    kind: str


def asked(doc: str | None, count: int, *, stores: tuple[str, ...] = ("sqlite", "postgres")) -> Asked:
    """Return what the command line of a proof says."""
    return parser(doc, count, stores=stores).parse_args(namespace=Asked())


def parser(doc: str | None, count: int, *, stores: tuple[str, ...]) -> argparse.ArgumentParser:
    """Return a parser of the command line of a proof, to which it may add."""
    found = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    found.add_argument("count", nargs="?", type=int, default=count, help=f"how many; {count} unless said")
    found.add_argument("--store", choices=stores, default=stores[0])
    found.add_argument("--seed", type=int, default=20261122, help="where chance begins")
    return found


def quick_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder that is gone afterwards, in memory where there is such a place: a killed process forgets nothing.

    What a kill leaves behind is the same on any file system; only a power cut asks the disk.
    """
    memory = Path("/dev/shm")
    return tempfile.TemporaryDirectory(prefix="sop-proof-", dir=memory if os.access(memory, os.W_OK) else None)


@contextmanager
def store(kind: str) -> Iterator[str]:
    """Give the address of an empty store that is gone afterwards."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory(prefix="sop-proof-") as folder:
            yield f"sqlite:///{Path(folder) / 'kasus.db'}"
        return
    with server_class()() as server:
        yield server.create_database()


def server_class() -> type[Any]:
    """Return the PostgreSQL server of the tests, which lies among them."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from postgres.server import Server

    return Server
