"""A file that a page or a docstring names is there: names of modules change, and what speaks of them stays behind."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
PAGES = [TOP / "README.md", TOP / "examples" / "README.md", *(TOP / "docs").glob("*.md")]
MODULES = [path for room in ("sop_engine", "tests", "benchmarks") for path in (TOP / room).rglob("*.py")]

_SPAN = re.compile(r"(`+)([^`\n]+)\1")
_PATH = re.compile(r"(?<![^\s=])[a-z_]+(?:/[\w.-]+)*/[\w-]+\.(?:py|md|json|sql|toml|typ|html)(?![^\s:,.])")
"""Whole words only: ``messages/<room>.py`` and ``docs/checks/CODE.md`` stand for many files."""


def named(text: str) -> set[str]:
    return {path for _, span in _SPAN.findall(text) for path in _PATH.findall(span) if not path.endswith("/CODE.md")}


def docstrings(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


def missing(text: str) -> list[str]:
    roots = (TOP, TOP / "sop_engine")
    return sorted(path for path in named(text) if not any((root / path).is_file() for root in roots))


def test_a_name_that_leads_nowhere_would_be_found() -> None:
    told = "`tests/fixes/test_rules.py`, ``messages/findings.py``, `python tests/tidak/ada.py x`, `messages/<room>.py`"
    assert missing(told) == ["messages/findings.py", "tests/fixes/test_rules.py", "tests/tidak/ada.py"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(TOP).as_posix())
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    assert missing(page.read_text(encoding="utf-8")) == []


def test_every_file_that_a_docstring_names_is_there() -> None:
    found = {path.relative_to(TOP): missing("\n".join(docstrings(path))) for path in MODULES}
    assert {path: names for path, names in found.items() if names} == {}
