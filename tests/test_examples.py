"""Every definition that ships and every example checks without an error and runs to each of its ends."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sop_engine.cli.main import main
from sop_engine.compiler import compile_file, judge_file
from sop_engine.definition.catalogue import Catalogue
from sop_engine.diagnostic import Severity
from sop_engine.engine.action import Open, Resume
from sop_engine.engine.advance import advance, choices
from sop_engine.engine.event import CaseStatus
from sop_engine.scenarios import beside, scenarios

TOP = Path(__file__).resolve().parent.parent
FILES = [path for folder in ("definitions", "examples") for path in Catalogue(TOP / folder).paths()]
NOW = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


def compiled(path):
    result, found = compile_file(path, Catalogue.around(path, path.parent))
    assert result is not None, found
    return result


def reached(flow):
    """Return the ends, the steps and the arrows that cases of a flow come to, by running every one of them."""
    waiting = [advance(flow, None, Open(NOW, "sri", "digest")).case]
    seen, ends, steps, arrows = set(), {}, set(), set()
    while waiting:
        case = waiting.pop()
        if case.end is not None:
            ends[case.end] = case.status
            continue
        if case.status is CaseStatus.SUSPENDED:
            case = advance(flow, case, Resume(NOW, "sri")).case
        state = (frozenset((each.step, each.via) for each in case.open), frozenset(case.given))
        if state in seen:
            continue
        seen.add(state)
        steps |= {each.step for each in case.open}
        for choice in choices(flow, case):
            arrows |= set(choice.edges)
            waiting.append(advance(flow, case, choice.action(NOW, "sri", note="alasan")).case)
    return ends, steps, arrows


def test_there_are_examples():
    assert {path.relative_to(TOP).parts[0] for path in FILES} == {"definitions", "examples"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_end_every_step_and_every_arrow_of_every_procedure_is_reached(path):
    for whole in compiled(path).flows:
        ends, steps = {}, set()
        for group in whole.groups or (None,):
            flow = whole.narrowed(group)
            found = reached(flow)
            ends |= found[0]
            steps |= found[1]
            left = {edge for edge in flow.edges if edge.source in found[1]} - found[2]
            assert not left
        assert ends == {end.key: CaseStatus(end.status.value) for end in whole.ends}
        assert steps == set(whole.node)


SHAPES = [path for path in FILES if path.parent == TOP / "examples"]
"""The examples of one shape each; those after the manner of documents lie in a folder below."""


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_an_example_has_nothing_to_mend(path):
    found = judge_file(path, Catalogue(TOP / "examples")).found
    assert [each for each in found if each.severity is not Severity.INFO] == []


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_an_example_says_above_its_first_key_what_it_shows(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.startswith("# ") for line in lines[:4]] == [True, True, True, False]
    assert lines[1].startswith("# Contoh: ")


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_an_example_has_two_to_four_scenarios(path):
    found, wrong = scenarios(beside(path), compiled(path))
    assert wrong == ()
    assert 2 <= len(found) <= 4


def test_the_scenarios_of_the_examples_are_met():
    assert main(["test", str(TOP / "examples")]) == 0


def test_the_examples_are_written_in_the_canonical_form():
    files = [str(file) for path in SHAPES for file in (path, beside(path))]
    assert main(["format", "--check", *files, str(TOP / "examples" / "units" / "contoh")]) == 0


README = (TOP / "examples" / "README.md").read_text(encoding="utf-8")


def test_the_table_of_examples_names_each_once_and_nothing_else():
    named = re.findall(r"^\|[^|]+\| \[([\w-]+)\]\(\1\.yaml\) \|", README, re.MULTILINE)
    assert sorted(named) == sorted(path.stem for path in SHAPES)
    assert len(README.split("|---|---|---|")[1].split("\n\n")[0].strip().splitlines()) == len(named)


@pytest.mark.parametrize("line", re.findall(r"^sop (.+)$", README, re.MULTILINE))
def test_the_commands_of_the_page_work(line, tmp_path, monkeypatch):
    for name in ("examples", "definitions"):
        shutil.copytree(TOP / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_STORE", "sqlite:///perkara.db")
    monkeypatch.setenv("SOP_USER", "sri")
    assert main(line.split()) == 0
