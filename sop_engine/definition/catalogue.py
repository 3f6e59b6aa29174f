"""A folder of definitions: one file each, ``units/`` beside them. Finds files by id; never leaves the folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sop_engine.definition.model import ID_PATTERN, UNIT_PATTERN
from sop_engine.diagnostic import Diagnostic, finding
from sop_engine.failure import Failure

UNITS = "units"
SUFFIXES = (".yaml", ".yml")
_LEVELS_UP = 4


@dataclass(frozen=True)
class Catalogue:
    """The definitions below ``folder``."""

    folder: Path

    @classmethod
    def around(cls, file: Path, otherwise: Path) -> Catalogue:
        """Return the catalogue that a definition file belongs to: the nearest folder above it that has ``units/``."""
        folders = [file.absolute().parent, *file.absolute().parent.parents][:_LEVELS_UP]
        return cls(next((folder for folder in folders if (folder / UNITS).is_dir()), otherwise))

    def holds_unit(self, file: Path) -> bool:
        """Return whether a file is a unit's by its place: below ``units/`` of this folder."""
        return file.absolute().is_relative_to(self.folder.absolute() / UNITS)

    def paths(self) -> tuple[Path, ...]:
        """Return the definition files, sorted by path; files under ``units/`` are none."""
        return tuple(path for path in yaml_files(self.folder) if not self.holds_unit(path))

    def path(self, sop_id: str) -> Path:
        """Return the file of a definition. Raises Failure USE010 for what is no id, RUN020 when there is no file."""
        if not re.fullmatch(ID_PATTERN, sop_id):
            raise Failure("USE010", value=sop_id)
        paths = self.paths()
        found = [path for path in paths if path.stem == sop_id]
        if not found:
            known = ", ".join(path.stem for path in paths[:20]) or "–"
            raise Failure("RUN020", value=sop_id, folder=self.folder, known=known)
        if len(found) > 1:
            raise Failure("RUN023", value=sop_id, first=found[0], second=found[1])
        return found[0]

    def unit_path(self, unit_id: str) -> Path | None:
        """Return where a unit's file must stand; None for an id that would climb out."""
        if not re.fullmatch(UNIT_PATTERN, unit_id):
            return None
        return self.folder / UNITS / f"{unit_id}.yaml"


def yaml_files(folder: Path) -> tuple[Path, ...]:
    """Return the YAML files below a folder, sorted. Hidden ones and folders that are links are passed over.

    A file that is a link is read wherever it leads: somebody put it there by name.
    """
    return tuple(sorted(_walk(folder)))


def _walk(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name.startswith("."):
            continue
        if entry.suffix.lower() in SUFFIXES and not entry.is_dir():
            yield entry
        elif entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)


def distinct(files: Sequence[Path]) -> tuple[Diagnostic, ...]:
    """Return SOP117 for each of these definition files whose id, its name, another of them already has."""
    first: dict[str, Path] = {}
    found = []
    for file in files:
        if file.stem in first and os.path.realpath(file) != os.path.realpath(first[file.stem]):
            args = {"value": file.stem, "other": str(first[file.stem])}
            found.append(finding("SOP117", path=str(file), args=args))
        first.setdefault(file.stem, file)
    return tuple(found)
