"""The reference of the language: every example compiles, every key and every reserved key is in it."""

import inspect
import re
from pathlib import Path

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.definition import model
from sop_engine.diagnostic import Severity

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "language.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml( unit)?\n(.*?)```", PAGE, re.DOTALL)
PARTS = [part for _, part in inspect.getmembers(model, inspect.isclass) if issubclass(part, model.Part)]


@pytest.mark.parametrize("block", [body for kind, body in BLOCKS if not kind])
def test_each_example_compiles(block):
    _, found = compile_text(definition(block))
    assert [each for each in found if each.severity is Severity.ERROR] == []


def test_the_example_of_a_unit_compiles():
    (unit,) = [body for kind, body in BLOCKS if kind]
    _, found = compile_text(definition(), unit)
    assert [each.code for each in found if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("part", PARTS)
def test_every_key_is_in_the_reference(part):
    keys = {field.alias or name for name, field in part.model_fields.items()} | part.reserved
    missing = {key for key in keys if f"`{key}`" not in PAGE and not re.search(rf"\b{key}:", PAGE)}
    assert missing == set()
