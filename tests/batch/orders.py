"""Orders that no command gives: small, deadly or without end, and jobs that carry them."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sop_engine.batch.work import Job
from sop_engine.definition.catalogue import Catalogue
from sop_engine.render.notice import gaps
from sop_engine.render.result import Made

TOP = Path(__file__).resolve().parents[2]
PATTERN = "konsultasi-sop"


def definitions(folder: Path, count: int) -> list[Path]:
    """Write ``count`` definitions, each with an id of its own, and the units beside them."""
    shutil.copytree(TOP / "definitions" / "units", folder / "units", dirs_exist_ok=True)
    text = (TOP / "definitions" / f"{PATTERN}.yaml").read_text(encoding="utf-8")
    files = []
    for number in range(count):
        file = folder / f"layanan-{number:04}.yaml"
        file.write_text(text.replace(f"id: {PATTERN}", f"id: layanan-{number:04}", 1), encoding="utf-8")
        files.append(file)
    return files


def jobs(tmp_path: Path, order: object, count: int) -> list[tuple[int, Job]]:
    """Return numbered jobs for ``count`` definitions; their results go to ``tmp_path / "hasil"``."""
    catalogue = Catalogue(tmp_path / "definitions")
    files = definitions(catalogue.folder, count)
    return [(number, Job(file, catalogue, order, tmp_path / "hasil")) for number, file in enumerate(files)]


@dataclass(frozen=True)
class Plain:
    """One file that says which process made it, and a notice."""

    def made(self, compiled, settings, catalogue) -> Iterator[Made]:
        yield Made(f"{compiled.definition.id}.txt", f"{os.getpid()}", gaps("😀"))


@dataclass(frozen=True)
class Deadly:
    """Kills the process that makes ``victim``, when it has begun a file."""

    victim: str

    def made(self, compiled, settings, catalogue) -> Iterator[Made]:
        if compiled.definition.id == self.victim:
            tempfile.mkstemp(prefix=f".{self.victim}.txt.{os.getpid()}-", dir=os.environ["SOP_TEST_OUT"])
            os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        yield Made(f"{compiled.definition.id}.txt", "isi")


@dataclass(frozen=True)
class Endless:
    """One file after the other, which takes minutes."""

    def made(self, compiled, settings, catalogue) -> Iterator[Made]:
        for number in range(10_000):
            yield Made(f"{compiled.definition.id}_{number}.txt", f"{os.getpid()}")
            time.sleep(0.02)


@dataclass(frozen=True)
class Broken:
    """Makes one file, then fails in a way that nobody foresaw."""

    def made(self, compiled, settings, catalogue) -> Iterator[Made]:
        yield Made(f"{compiled.definition.id}.txt", "isi")
        raise RecursionError("terlalu dalam")
