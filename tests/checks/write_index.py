"""Writes docs/checks/index.md, the table of all findings: ``python tests/checks/write_index.py``."""

from __future__ import annotations

from pathlib import Path

from sop_engine.messages.findings import FINDINGS

PAGES = Path(__file__).resolve().parents[2] / "docs" / "checks"

_HEAD = """# Kode temuan · Codes of findings

Setiap temuan `sop validate` mempunyai kode tetap. `sop explain KODE` menampilkan halamannya di terminal.
Every finding of `sop validate` has a permanent code; `sop explain CODE` shows its page in the terminal.

| kode | tingkat | temuan |
|---|---|---|
"""

_FOOT = "\nDibuat dengan · made by: `python tests/checks/write_index.py`\n"


def index() -> str:
    """Return the text of the table, with each page's own heading."""
    rows = []
    for code in sorted(FINDINGS):
        heading = (PAGES / f"{code}.md").read_text(encoding="utf-8").splitlines()[0]
        rows.append(f"| [{code}]({code}.md) | {FINDINGS[code].severity} | {heading.partition(': ')[2]} |\n")
    return _HEAD + "".join(rows) + _FOOT


if __name__ == "__main__":
    (PAGES / "index.md").write_text(index(), encoding="utf-8", newline="\n")
