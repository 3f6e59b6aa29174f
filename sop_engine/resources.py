"""Finds the files that ship with the program: the packaged copy first, then the checkout beside the package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return the shipped folder or file ``name`` ("templates", "definitions/units", …).

    Raises FileNotFoundError when neither a built wheel nor a checkout holds it: the installation is damaged.
    """
    for base in (PACKAGE / "shipped", PACKAGE.parent):
        if (base / name).exists():
            return base / name
    raise FileNotFoundError(f"sop-engine's own files are missing: {name}")
