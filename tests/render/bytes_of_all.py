"""Prints the digest of every file that can be made of one definition, in every view, format and paper, as JSON.

``test_bytes`` runs it in processes whose sets and dictionaries hash otherwise: ``python bytes_of_all.py FOLDER ID``.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from sop_engine.compiler import load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.render.publication import LANES, SHEETS, VIEWS, Charters, Order, Pictures, Sheets
from sop_engine.settings import Settings

ORDERS: tuple[Order, ...] = (
    *(Pictures(view, formats) for view, formats in VIEWS.items()),
    Pictures(LANES, VIEWS[LANES], across=True),
    Sheets(SHEETS),
    Sheets(SHEETS, public=True),
    Charters(SHEETS),
)


def main(folder: str, name: str) -> None:
    """Print the digests."""
    catalogue = Catalogue(Path(folder))
    standard = load(catalogue, name)
    digests = {}
    for paper in ("A4", "F4"):
        for number, order in enumerate(ORDERS):
            for made in order.made(standard, Settings(paper=paper), catalogue):
                content = made.content.encode() if isinstance(made.content, str) else made.content
                digests[f"{paper} {number} {made.name}"] = hashlib.sha256(content).hexdigest()
    sys.stdout.write(json.dumps(digests))


if __name__ == "__main__":
    main(*sys.argv[1:])
