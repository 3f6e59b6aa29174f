"""How long commands take to start, against an empty Python program of the same environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import alternating, table

ROUNDS = 30
VALIDATE = ("validate", "definitions/kerjasama-media.yaml")
LIBRARIES = "import of typer, yaml and pydantic's models"


def main() -> None:
    with TemporaryDirectory() as place:
        _measure({**os.environ, "SOP_LANG": "id", "SOP_CACHE": place})


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
    }
    limits = {"sop --help": 6, "sop validate of one unchanged file": 12}
    table("Start-up", alternating(tasks, ROUNDS), floor, limits)


if __name__ == "__main__":
    main()
