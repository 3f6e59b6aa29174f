"""The JSON Schema beside the definitions: current, and of one mind with the reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from sample import UNIT_TEXT, definition

from sop_engine.definition.model import Part
from sop_engine.definition.schema import KINDS, schema

DEFINITIONS = Path(__file__).resolve().parents[1] / "definitions"
FILES = sorted(DEFINITIONS.rglob("*.yaml"))
KIND_OF = {file: "unit" if "units" in file.relative_to(DEFINITIONS).parts else "sop" for file in FILES}


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema(kind)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_current(kind: str) -> None:
    committed = (DEFINITIONS / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert committed == schema(kind), f"run: sop schema {kind} > definitions/{kind}.schema.json"


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_one(kind: str) -> None:
    body = json.loads(schema(kind))
    assert body["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(body)


@pytest.mark.parametrize("kind", KINDS)
def test_editors_get_readable_messages(kind: str) -> None:
    text = schema(kind)
    assert "oneOf" not in text
    assert "anyOf" not in text
    assert "null" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_each_key_is_labelled_and_explained(kind: str) -> None:
    body = json.loads(schema(kind))
    for part in [body, *body.get("$defs", {}).values()]:
        for key, value in part.get("properties", {}).items():
            assert value.get("title"), key
            assert value.get("description"), key


@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_reader_know_the_same_keys(kind: str) -> None:
    body = json.loads(schema(kind))
    parts = {each.__name__: each for each in Part.__subclasses__()}
    described = {
        KINDS[kind].__name__: body,
        **{name: each for name, each in body.get("$defs", {}).items() if name in parts},
    }
    for name, each in described.items():
        fields = {field.alias or key: field for key, field in parts[name].model_fields.items()}
        assert set(each["properties"]) == set(fields)
        assert set(each.get("required", [])) == {key for key, field in fields.items() if field.is_required()}
        assert each["additionalProperties"] is False


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(DEFINITIONS).as_posix())
def test_every_definition_is_valid_for_a_plain_yaml_reader(file: Path) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert [each.message for each in validator(KIND_OF[file]).iter_errors(data)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(DEFINITIONS).as_posix())
def test_the_first_line_names_the_schema(file: Path) -> None:
    first = file.read_text(encoding="utf-8").split("\n")[0]
    prefix = "# yaml-language-server: $schema="
    assert first.startswith(prefix)
    assert (file.parent / first.removeprefix(prefix)).resolve() == DEFINITIONS / f"{KIND_OF[file]}.schema.json"
    assert "\\" not in first


@pytest.mark.parametrize(
    "fragment",
    [
        "xyz: 1\n", "title:\n", 'title: ""\n', "title: 5\n", "sop: 2\n", "id: ../x\n", "unit: ../../x\n", "steps: []\n",
        "sla: {within: 3 Hari}\n", "fee: {amount: 0}\n", "fee: {free: false}\n", "products: x\n", "identity: {}\n",
        "complaints: {channels: [{kind: telepon}]}\n", "actors: {Pak Lurah: {name: x}}\n", "decree: {}\n",
        "unstated: [steps]\n", "steps: [{id: a, actor: b}]\n",
    ],
)  # fmt: skip
def test_what_the_reader_refuses_the_schema_refuses(fragment: str) -> None:
    assert list(validator("sop").iter_errors(yaml.safe_load(definition(fragment))))


def test_what_the_reader_takes_the_schema_takes() -> None:
    assert not list(validator("sop").iter_errors(yaml.safe_load(definition())))
    assert not list(validator("unit").iter_errors(yaml.safe_load(UNIT_TEXT)))


def test_the_schema_is_the_same_every_time() -> None:
    body: dict[str, Any] = json.loads(schema("sop"))
    assert schema("sop") == schema("sop")
    assert list(body)[:3] == ["$schema", "title", "description"]
