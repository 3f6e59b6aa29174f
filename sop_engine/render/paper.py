"""The papers that offices print on, upright, in millimetres: A4 (ISO 216) and F4, the Indonesian folio."""

from __future__ import annotations

SIZES = {"A4": (210, 297), "F4": (215, 330)}
"""Width and height by the name that a project file gives."""
