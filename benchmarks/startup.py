"""How long commands take to start, against an empty Python program of the same environment."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import alternating, table
from sop_engine.compiler import load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.office import Office, system_clock
from sop_engine.store.place import connect

ROUNDS = 30
OPEN = 45
INBOX = f"sop inbox of {OPEN} cases and a complaint"
VALIDATE = ("validate", "definitions/kerjasama-media.yaml")
LIBRARIES = "import of typer, yaml and pydantic's models"


def main() -> None:
    with TemporaryDirectory() as place:
        store = f"sqlite:///{Path(place) / 'cases.db'}"
        _open_cases(store)
        _measure({**os.environ, "SOP_LANG": "id", "SOP_CACHE": place, "SOP_STORE": store, "SOP_USER": "petugas"})


def _open_cases(store: str) -> None:
    compiled = load(Catalogue(Path("definitions")), "kerjasama-media")
    with closing(connect(store, create=True)) as journal:
        for _ in range(OPEN):
            Office(journal, "petugas", system_clock).open_case(compiled)
        Office(journal, "petugas", system_clock).open_case(compiled, "langsung")


def _measure(environment: dict[str, str]) -> None:
    sop = str(Path(sys.executable).with_name("sop.exe" if os.name == "nt" else "sop"))

    def call(*command: str) -> None:
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)

    def run(*arguments: str) -> None:
        call(sys.executable, *arguments)

    floor = "python -c pass"
    tasks = {
        floor: lambda: run("-c", "pass"),
        "python -c 'import typer'": lambda: run("-c", "import typer"),
        LIBRARIES: lambda: run("-c", "import typer, yaml; from pydantic import BaseModel, Field, StrictBool"),
        "sop --help": lambda: call(sop, "--help"),
        "sop validate --no-cache of one file": lambda: call(sop, *VALIDATE, "--no-cache"),
        "sop validate of one unchanged file": lambda: call(sop, *VALIDATE),
        INBOX: lambda: call(sop, "inbox"),
    }
    limits = {
        "sop --help": 6,
        "sop validate of one unchanged file": 12,
        INBOX: 8,
    }
    table("Start-up", alternating(tasks, ROUNDS), floor, limits)


if __name__ == "__main__":
    main()
