"""A folder of definitions: one file each, ``units/`` and scenarios beside them.

Finds files by id; never leaves the folder.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sop_engine.diagnostic import Diagnostic, finding
from sop_engine.failure import Failure

UNITS = "units"
FILE = "sop-project.yaml"
"""The name of a project file: what one office or agency has settled for its SOP files."""
PEOPLE = "people.yaml"
"""The usual name of a list of people."""
OTHERS = frozenset({FILE, PEOPLE})
"""The names of files that are no definitions wherever they stand."""
SUFFIXES = (".yaml", ".yml")
_SCENARIOS = (".uji.yaml", ".uji.yml")
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

    def holds_definition(self, file: Path) -> bool:
        """Return whether a YAML file is a definition's by its name and its place."""
        return file.name not in OTHERS and not self.holds_unit(file)

    def paths(self) -> tuple[Path, ...]:
        """Return the definition files, sorted by path; no units, project files or lists of people."""
        return tuple(path for path in yaml_files(self.folder) if self.holds_definition(path))

    def ids(self) -> frozenset[str]:
        """Return the ids of the definitions, which are their files' names."""
        return frozenset(path.stem for path in self.paths())

    def files(self) -> dict[str, Path]:
        """Return the definition files by id; an id that two files have leads to neither."""
        paths = self.paths()
        seen = Counter(path.stem for path in paths)
        return {path.stem: path for path in paths if seen[path.stem] == 1}

    def path(self, sop_id: str) -> Path:
        """Return the file of a definition. Raises Failure USE010 for what is no id, RUN020 when there is no file."""
        from sop_engine.definition.part import ID_PATTERN

        if not re.fullmatch(ID_PATTERN, sop_id):
            raise Failure("USE010", value=sop_id)
        paths = self.paths()
        found = [path for path in paths if path.stem == sop_id]
        if not found:
            from sop_engine.spelling import near_first

            near, known = near_first(sop_id, [path.stem for path in paths])
            raise Failure("RUN020", value=sop_id, folder=self.folder, near=near or "", known=known)
        if len(found) > 1:
            raise Failure("RUN023", value=sop_id, first=found[0], second=found[1])
        return found[0]

    def unit_path(self, unit_id: str) -> Path | None:
        """Return where a unit's file must stand; None for an id that would climb out."""
        from sop_engine.definition.part import UNIT_PATTERN

        if not re.fullmatch(UNIT_PATTERN, unit_id):
            return None
        return self.folder / UNITS / f"{unit_id}.yaml"


def yaml_files(folder: Path) -> tuple[Path, ...]:
    """Return the YAML files below a folder, sorted. Hidden ones and folders that are links are passed over.

    Scenarios (``ID.uji.yaml``) are another kind of file and not among them. A file that is a link is read wherever it
    leads: somebody put it there by name.
    """
    return tuple(sorted(path for path in _walk(folder) if subject(path) is None))


def scenario_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of scenarios below a folder, found as :func:`yaml_files` finds the others."""
    return tuple(sorted(path for path in _walk(folder) if subject(path) is not None))


def subject(file: Path) -> Path | None:
    """Return which definition a file of scenarios is about, as a path without suffix; None for other files."""
    ending = next((each for each in _SCENARIOS if file.name.lower().endswith(each)), None)
    return None if ending is None else file.parent / file.name[: -len(ending)]


_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


def device(key: str) -> str | None:
    """Return the part of an id that Windows keeps for a device, whatever the suffix; None for a usable id."""
    return next((part for part in key.split("/") if _DEVICE.fullmatch(part)), None)


def _walk(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir() if folder.is_dir() else ():
        if entry.name.startswith("."):
            continue
        if entry.suffix.lower() in SUFFIXES and not entry.is_dir():
            yield entry
        elif entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)


def project_file(folder: Path) -> Path | None:
    """Return the project file in force for a folder: its own, or the nearest of the few folders above it."""
    here = folder.absolute()
    found = (each / FILE for each in (here, *here.parents[:_LEVELS_UP]))
    return next((file for file in found if file.is_file()), None)


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
