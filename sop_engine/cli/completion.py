"""What a shell may put behind a word that was begun: ids of definitions, and files and folders that hold some."""

from __future__ import annotations

import os
from pathlib import Path


def definitions_named(incomplete: str) -> list[str]:
    """Return the ids of the folder of definitions in force, and the paths, that begin with ``incomplete``."""
    from sop_engine.definition.catalogue import SUFFIXES, Catalogue
    from sop_engine.resources import shipped

    given = os.environ.get("SOP_DEFINITIONS")
    here = Path(given) if given else Path("definitions")
    folder = here if here.is_dir() else shipped("definitions")
    ids = sorted(each for each in Catalogue(folder).ids() if each.startswith(incomplete))
    above, begun = os.path.split(incomplete)
    try:
        beside = sorted(os.scandir(above or "."), key=lambda each: each.name)
    except OSError:
        return ids
    paths = [
        os.path.join(above, each.name) + (os.sep if each.is_dir() else "")
        for each in beside
        if each.name.startswith(begun)
        and not (each.name.startswith(".") and not begun)
        and (each.is_dir() or Path(each.name).suffix.lower() in SUFFIXES)
    ]
    return [*ids, *paths]
