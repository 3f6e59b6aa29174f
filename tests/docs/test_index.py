"""Whoever comes with only the README, or the list of pages, finds every command and every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sop_engine.cli.app import ROOMS

TOP = Path(__file__).resolve().parents[2]
README = (TOP / "README.md").read_text(encoding="utf-8")
WRITTEN = [TOP / "README.md", TOP / "examples" / "README.md", *(TOP / "docs").glob("*.md")]


def targets(page: Path) -> set[Path]:
    found = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    return {(page.parent / each).resolve() for each in found if not each.startswith("http")}


def test_the_readme_shows_every_command() -> None:
    assert set(ROOMS) <= set(re.findall(r"^(?:\S*\bsop|uv run sop) (\w+)", README, re.MULTILINE))


def test_the_list_of_pages_has_every_page() -> None:
    pages = {page.resolve() for page in (TOP / "docs").glob("*.md")} - {TOP / "docs" / "index.md"}
    assert pages <= targets(TOP / "docs" / "index.md")


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.relative_to(TOP).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [target.relative_to(TOP) for target in targets(page) if not target.exists()] == []
