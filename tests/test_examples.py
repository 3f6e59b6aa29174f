"""Every definition that ships and every example checks without an error and runs to each of its ends."""

from collections import deque
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sop_engine.compiler import compile_file
from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.advance import Do, Open, Skip, advance, choices
from sop_engine.engine.event import CaseStatus

TOP = Path(__file__).resolve().parent.parent
FILES = [path for folder in ("definitions", "examples") for path in Catalogue(TOP / folder).paths()]
NOW = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


def compiled(path):
    result, found = compile_file(path, Catalogue(path.parent))
    assert result is not None, found
    return result


def test_there_are_examples():
    assert {path.parent.name for path in FILES} == {"definitions", "examples"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_end_of_every_procedure_is_reached(path):
    for flow in compiled(path).flows:
        case = advance(flow, None, Open(NOW, "sri", "digest")).case
        waiting, seen, ends = deque([case]), set(), {}
        while waiting:
            case = waiting.popleft()
            for choice in choices(flow, case):
                action = Skip if choice.skip else Do
                values = () if choice.skip else (choice.edge.answer,)
                after = advance(flow, case, action(NOW, "sri", choice.node.id, *values)).case
                if after.end is not None:
                    ends[after.end] = after.status
                elif (step := after.open[0].step) not in seen:
                    seen.add(step)
                    waiting.append(after)
        assert ends == {end.key: CaseStatus(end.status.value) for end in flow.ends}


def test_the_example_without_any_finding():
    _, found = compile_file(TOP / "examples" / "rekomendasi-kegiatan.yaml", Catalogue(TOP / "examples"))
    assert found == ()
