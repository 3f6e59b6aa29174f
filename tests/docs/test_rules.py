"""The page of the evaluators' rules names every code that stands for one, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from sop_engine.messages.findings import FINDINGS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")


def test_every_code_of_a_rule_is_named() -> None:
    linked = set(re.findall(r"\[(S\w+)\]\(checks/\1\.md\)", PAGE))
    rules = {code for code in FINDINGS if not code.startswith("SOP1")}
    assert rules <= linked <= set(FINDINGS)


def test_every_rule_of_the_evaluators_is_answered() -> None:
    rules = [*range(1, 18), *range(20, 35), *range(40, 48), *range(50, 56), *range(60, 73)]
    named = set(re.findall(r"\b(S(?:OP)?P?\d{3})\b", PAGE))
    assert {f"SOP{number:03d}" for number in rules} <= named
    standard = [*range(1, 6), *range(10, 14), *range(20, 23), *range(30, 33), 40, 41, 50]
    assert {f"SP{number:03d}" for number in standard} <= named


def test_a_rule_without_a_code_says_why() -> None:
    rows = re.findall(r"^\| .*? \| – \| (.*) \|$", PAGE, re.MULTILINE)
    assert rows
    assert all(rows)
