"""What a shell may put behind a word that was begun: ids of definitions, and files and folders that hold some."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def definitions_named(incomplete: str) -> list[str]:
    """Return the ids of the folder of definitions in force, and the paths, that begin with ``incomplete``."""
    from sop_engine.definition.catalogue import Catalogue
    from sop_engine.resources import shipped

    given = os.environ.get("SOP_DEFINITIONS")
    here = Path(given) if given else Path("definitions")
    folder = here if here.is_dir() else shipped("definitions")
    ids = sorted(each for each in Catalogue(folder).ids() if each.startswith(incomplete))
    above, begun = os.path.split(incomplete)
    return [*ids, *(os.path.join(above, name) for name in _beside(above, begun))]


def _beside(above: str, begun: str) -> list[str]:
    """Return the files of definitions and the folders in ``above`` that begin so; hidden ones only when asked for."""
    names: list[str] = []
    with suppress(OSError), os.scandir(above or ".") as entries:
        for each in entries:
            if each.name.startswith(begun) and (begun or not each.name.startswith(".")):
                names += _offered(each)
    return sorted(names)


def _offered(entry: os.DirEntry[str]) -> list[str]:
    from sop_engine.definition.catalogue import SUFFIXES

    with suppress(OSError):  # a link that leads nowhere or in circles
        if entry.is_dir():
            return [f"{entry.name}{os.sep}"]
        if Path(entry.name).suffix.lower() in SUFFIXES:
            return [entry.name]
    return []
