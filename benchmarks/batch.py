"""Batches: PDF sheets against bare typst for the same pages, and all formats of all views, with the memory they take.

``python -m benchmarks.batch [COUNT]``. The definitions are those that ship, over and over with other ids and titles.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import table
from sop_engine.batch.course import processors
from sop_engine.compiler import compile_file
from sop_engine.definition.catalogue import Catalogue
from sop_engine.render.publication import Sheets
from sop_engine.settings import PLAIN

COUNT = 60
MANY = 200
"""So many are measured once: the run is long enough to be its own average."""
MARKS = (0.25, 0.5, 1.0)
"""When memory is looked at: shares of the definitions that are done."""

EVERYTHING = (
    ("render", "--view", "flowchart", "--format", "svg", "--format", "png", "--format", "pdf", "--format", "dot"),
    ("render", "--view", "lanes", "--format", "svg", "--format", "png", "--format", "pdf"),
    ("render", "--view", "matrix", "--format", "svg", "--format", "png", "--format", "pdf"),
    ("sheet", "--format", "html", "--format", "pdf", "--format", "docx", "--format", "md"),
    ("sheet", "--maklumat", "--format", "html", "--format", "pdf", "--format", "docx", "--format", "md"),
)


def main(count: int = COUNT) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        _definitions(folder / "definitions", count)
        _sheets(folder, count)
        _everything(folder, count)


def _definitions(folder: Path, count: int) -> None:
    """Write ``count`` definitions that compile, with the units that they name."""
    catalogue = Catalogue(Path("definitions"))
    patterns = [file.read_text(encoding="utf-8") for file in catalogue.paths()]
    for unit in (catalogue.folder / "units").rglob("*.yaml"):
        copy = folder / unit.relative_to(catalogue.folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(unit.read_bytes())
    for number in range(count):
        text = re.sub(r"(?m)^id: .*", f"id: layanan-{number:05}", patterns[number % len(patterns)], count=1)
        text = re.sub(r"(?m)^title: (.*)", rf"title: \1 Nomor {number}", text, count=1)
        (folder / f"layanan-{number:05}.yaml").write_text(text, encoding="utf-8")


def _sheets(folder: Path, count: int) -> None:
    """Print PDF sheets with as many processes as bare typst gets."""
    _prepare(folder)
    rounds = 1 if count >= MANY else 2
    seconds: dict[str, list[float]] = {"bare typst": [], "sop sheet --format pdf": []}
    for lap in range(rounds):
        start = time.perf_counter()
        _bare(folder)
        seconds["bare typst"].append(time.perf_counter() - start)
        start = time.perf_counter()
        memory = _run(folder, f"lembar-{lap}", count, ("sheet", "--format", "pdf"))
        seconds["sop sheet --format pdf"].append(time.perf_counter() - start)
    start = time.perf_counter()
    _run(folder, f"lembar-{rounds - 1}", count, ("sheet", "--format", "pdf"))
    again = time.perf_counter() - start
    best = {name: min(each) for name, each in seconds.items()}
    title = f"{count} PDF sheets, {processors()} processes"
    table(title, best, "bare typst", {"sop sheet --format pdf": 1.3})
    print(f"  the same once more, nothing changed          {again * 1000:10.1f} ms")
    _tell(memory)


def _everything(folder: Path, count: int) -> None:
    print(f"\n{count} definitions to all formats, {processors()} processes")
    whole = 0.0
    for number, command in enumerate(EVERYTHING):
        start = time.perf_counter()
        memory = _run(folder, f"semua-{number}", count, command)
        seconds = time.perf_counter() - start
        whole += seconds
        files = sum(1 for _ in (folder / f"semua-{number}").iterdir())
        print(f"  {' '.join(command[:3]):<44} {seconds:10.1f} s  {files} files")
        _tell(memory)
    print(f"  {'all of them':<44} {whole:10.1f} s  {whole / count * 1000:.0f} ms a definition")


Memory = dict[float, tuple[int, int]]
"""For each share done: the most that the batch's own process and any of its helpers had taken by then, in MB."""


def _tell(memory: Memory) -> None:
    for share, (own, helper) in memory.items():
        print(f"    at {share:4.0%}: {own:4} MB, each helper at most {helper:4} MB")


def _run(folder: Path, out: str, count: int, command: Sequence[str]) -> Memory:
    """Run a command over all definitions, and look at its memory on the way."""
    environment = {**os.environ, "SOP_CACHE": str(folder / "ingatan")}
    words = [sys.executable, "-m", "sop_engine", *command, str(folder / "definitions"), "--out", str(folder / out)]
    program = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seen: Memory = {}
    most: dict[int, int] = {}
    while program.poll() is None:
        for process in (program.pid, *_children(program.pid)):
            most[process] = max(most.get(process, 0), _memory(process))
        own, helper = most[program.pid], max((most[each] for each in most if each != program.pid), default=0)
        done = len({each.split(".")[0] for each in os.listdir(folder / out)}) if (folder / out).is_dir() else 0
        reached = [mark for mark in MARKS if done >= mark * count]
        seen.update({mark: (own, helper) for mark in reached if mark not in seen or mark == MARKS[-1]})
        time.sleep(0.05)
    if program.returncode:
        raise SystemExit(f"{' '.join(words)} ended with {program.returncode}")
    return seen


def _children(process: int) -> Iterator[int]:
    file = Path(f"/proc/{process}/task/{process}/children")
    if file.exists():
        yield from map(int, file.read_text(encoding="utf-8").split())


def _memory(process: int) -> int:
    """Return the most memory that a process has had so far, in MB; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) // 1024 if found else 0


def _prepare(folder: Path) -> None:
    """Write down what typst is called with for each sheet."""
    import typst

    calls = folder / "naskah"
    calls.mkdir()
    compiled_by_typst = typst.compile
    catalogue = Catalogue(folder / "definitions")
    for file in catalogue.paths():
        given: list[tuple[bytes, dict[str, object]]] = []
        typst.compile = lambda source, given=given, **options: given.append((source, options)) or b""
        compiled, _ = compile_file(file, catalogue)
        assert compiled is not None
        list(Sheets(("pdf",)).made(compiled, PLAIN, catalogue))
        ((source, options),) = given
        (calls / f"{file.stem}.json").write_text(json.dumps([source.decode(), options]), encoding="utf-8")
    typst.compile = compiled_by_typst


def _bare(folder: Path) -> None:
    files = sorted((folder / "naskah").glob("*.json"))
    count = processors()
    crew = [
        multiprocessing.get_context("spawn").Process(target=_typeset, args=(files[place::count],))
        for place in range(count)
    ]
    for each in crew:
        each.start()
    for each in crew:
        each.join()


def _typeset(files: Sequence[Path]) -> None:
    import typst

    for file in files:
        source, options = json.loads(file.read_text(encoding="utf-8"))
        file.with_suffix(".pdf").write_bytes(typst.compile(source.encode(), **options))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
