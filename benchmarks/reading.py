"""Reading and checking a thousand definitions, against PyYAML's C loader and pydantic on the same texts and model."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from benchmarks.measure import alternating, table
from sop_engine import source
from sop_engine.cache import Cache
from sop_engine.cli.remembered import Judge
from sop_engine.compiler import compile_text
from sop_engine.definition.catalogue import Catalogue
from sop_engine.definition.model import Definition
from sop_engine.definition.project import Projects
from sop_engine.definition.read import read

ROUNDS = 5
COUNT = 1000

READING = "parse, positions and model"
CHECKING = "the same and all checks"
REMEMBERING = "unchanged files, read and looked up"


def main() -> None:
    texts = _texts()

    def peer() -> None:
        for text in texts:
            Definition.model_validate(yaml.load(text, yaml.CSafeLoader))

    def reading() -> None:
        for text in texts:
            origin, _ = source.parse(text, "")
            assert origin is not None
            assert read(origin, Definition).value is not None

    def checking() -> None:
        for text in texts:
            compile_text(text)

    floor = "PyYAML CSafeLoader and pydantic"
    with TemporaryDirectory() as place:
        files, folder = _files(texts, Path(place))

        def remembering() -> None:
            judge = Judge(Cache(folder / "cache"), Projects, None, date(2026, 1, 5))
            for file in files:
                judge.told(file, Catalogue(folder))

        remembering()
        tasks = {floor: peer, READING: reading, CHECKING: checking, REMEMBERING: remembering}
        lines = sum(text.count("\n") for text in texts) // COUNT
        title = f"{COUNT} definitions of {lines} lines on average"
        medians = alternating(tasks, ROUNDS)
    table(title, medians, floor, {READING: 0.6, REMEMBERING: 0.1})
    print(f"  all checks alone: {(medians[CHECKING] - medians[READING]) / medians[floor]:.2f}x  (limit 2x)")


def _texts() -> list[str]:
    """Return the definitions that ship, again and again under other names."""
    shipped = [path.read_text(encoding="utf-8") for path in Catalogue(Path("definitions")).paths()]
    return [shipped[n % len(shipped)].replace("\ntitle: ", f"\ntitle: {n} ", 1) for n in range(COUNT)]


def _files(texts: list[str], folder: Path) -> tuple[list[Path], Path]:
    files = [folder / f"layanan-{number}.yaml" for number in range(COUNT)]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return files, folder


if __name__ == "__main__":
    main()
