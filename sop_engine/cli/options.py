"""Options that several commands share, and what they mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.definition.catalogue import Catalogue

Definitions = Annotated[
    Path | None,
    typer.Option("--definitions", envvar="SOP_DEFINITIONS", metavar="DIR", help=text("shell.definitions")),
]
Store = Annotated[
    str | None, typer.Option("--store", envvar="SOP_STORE", metavar="URL", help=text("officer.opt_store"))
]
Json = Annotated[bool, typer.Option("--json", help=text("shell.json"))]


def definitions_folder(given: Path | None) -> Path:
    """Return the folder of definitions: the one given, else ``./definitions``, else the one that ships.

    Raises Failure USE011 when a folder that was given is not there.
    """
    from sop_engine.failure import Failure
    from sop_engine.resources import shipped

    if given is not None:
        if not given.is_dir():
            raise Failure("USE011", path=given)
        return given
    here = Path("definitions")
    return here if here.is_dir() else shipped("definitions")


def catalogue(given: Path | None) -> Catalogue:
    """Return the catalogue of the folder of definitions that is in force."""
    from sop_engine.definition.catalogue import Catalogue

    return Catalogue(definitions_folder(given))
