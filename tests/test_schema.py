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

TOP = Path(__file__).resolve().parents[1]
DEFINITIONS = TOP / "definitions"
FILES = [file for folder in (DEFINITIONS, TOP / "examples") for file in sorted(folder.rglob("*.yaml"))]


def kind_of(file: Path) -> str:
    if file.name.endswith(".uji.yaml"):
        return "scenario"
    return "unit" if "units" in file.relative_to(TOP).parts else "sop"


class Plain(yaml.SafeLoader):
    """Reads YAML as editors do (1.2): a date is a text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 (a table of the loader's class)
        sign: [each for each in known if each[0] != "tag:yaml.org,2002:timestamp"]
        for sign, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


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


def keys(kind: str) -> dict[str, dict[str, Any]]:
    """Return what the schema says about each key, by the name of its part and its own."""
    body = json.loads(schema(kind))
    parts = {kind: body, **body.get("$defs", {})}
    return {f"{name}.{key}": each for name, part in parts.items() for key, each in part.get("properties", {}).items()}


def models() -> list[type[Part]]:
    found = [Part]
    for each in found:
        found += each.__subclasses__()
    return [each for each in found[1:] if each.__module__.startswith("sop_engine.")]


@pytest.mark.parametrize("part", models(), ids=lambda part: part.__name__)
def test_each_field_of_each_model_has_a_label_and_a_meaning(part: type[Part]) -> None:
    for name, field in part.model_fields.items():
        assert field.title, name
        assert field.description, name
        assert field.title[0].isupper() or field.title.startswith("`"), name
        assert field.description.endswith("."), name


@pytest.mark.parametrize("kind", KINDS)
def test_completion_shows_the_label_too(kind: str) -> None:
    for name, each in keys(kind).items():
        assert each["markdownDescription"] == f"**{each['title']}.** {each['description']}", name


@pytest.mark.parametrize("kind", KINDS)
def test_each_value_of_a_closed_list_is_explained(kind: str) -> None:
    lists = [each for each in walk(json.loads(schema(kind))) if "enum" in each]
    for each in lists:
        assert len(each["enumDescriptions"]) == len(each["enum"])
        assert all(each["enumDescriptions"])
    assert lists or kind != "sop"


def walk(node: Any) -> list[dict[str, Any]]:
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [each for child in inner for each in walk(child)] + ([node] if isinstance(node, dict) else [])


def test_nothing_in_a_schema_is_said_for_programmers() -> None:
    for kind in KINDS:
        for name, part in json.loads(schema(kind)).get("$defs", {}).items():
            assert not {"title", "description"} & set(part), name


SOP_AP, STANDARD, SERVICE = "PermenPAN-RB 35/2012", "PermenPAN-RB 15/2014", "UU 25/2009"
LEGAL_BASIS = {
    SOP_AP: [
        "sop.identity", "sop.actors", "sop.related", "Actor.name", "Step.actor", "Step.activity", "Step.input",
        "Step.time", "Step.output", "Step.note", "Step.decision", "Decision.question", "Decision.branches",
        "EndModel.text", "Identity.number", "Identity.made", "Identity.revised", "Identity.effective",
        "Identity.approved_by", "Identity.legal_basis", "Identity.related_sops", "Identity.warnings",
        "Identity.qualifications", "Identity.equipment", "Identity.records", "Identity.nature", "Identity.scope",
        "Identity.completeness", "Identity.genre", "Identity.monitored", "Signatory.name", "Signatory.position",
    ],
    STANDARD: [
        "sop.requirements", "sop.steps", "sop.procedures", "sop.sla", "sop.fee", "sop.products", "sop.complaints",
        "sop.standard", "Requirement.text", "Sla.within", "Sla.stages", "Sla.cases", "Fee.free", "Fee.amount",
        "Fee.regulation", "Fee.formula", "EndModel.product", "Management.legal_basis", "Management.facilities",
        "Management.staff_competence", "Management.internal_supervision", "Management.staff_count",
        "Management.service_guarantee", "Management.safety_guarantee", "Management.staff_evaluation",
    ],
    SERVICE: [
        "sop.decree", "sop.charter", "Complaints.channels", "Complaints.officer", "Channel.kind", "Officer.name",
        "Officer.position",
    ],
    "PermenPAN-RB 19/2018": ["sop.process", "Process.code", "Process.level", "Process.map"],
    "Perpres 76/2013": ["Complaints.within"],
    "UU 30/2014": ["Sla.from"],
}  # fmt: skip
"""The keys that a regulation is known for."""


@pytest.mark.parametrize(("name", "basis"), [(name, basis) for basis, names in LEGAL_BASIS.items() for name in names])
def test_a_key_names_its_legal_basis(name: str, basis: str) -> None:
    assert basis in keys("sop")[name]["description"]


def test_the_project_names_the_source_of_working_time() -> None:
    assert "Perpres 21/2023" in keys("project")["project.calendar"]["description"]
    assert "Perpres 21/2023" in keys("project")["Calendar.hours_per_day"]["description"]


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


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(TOP).as_posix())
def test_every_definition_is_valid_for_a_plain_yaml_reader(file: Path) -> None:
    data = yaml.load(file.read_text(encoding="utf-8"), Plain)
    assert [each.message for each in validator(kind_of(file)).iter_errors(data)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(TOP).as_posix())
def test_the_first_line_names_the_schema(file: Path) -> None:
    first = file.read_text(encoding="utf-8").split("\n")[0]
    prefix = "# yaml-language-server: $schema="
    assert first.startswith(prefix)
    assert (file.parent / first.removeprefix(prefix)).resolve() == DEFINITIONS / f"{kind_of(file)}.schema.json"
    assert "\\" not in first


@pytest.mark.parametrize(
    "fragment",
    [
        "xyz: 1\n", "title:\n", 'title: ""\n', "title: 5\n", "sop: 2\n", "id: ../x\n", "unit: ../../x\n", "steps: []\n",
        "sla: {within: 3 Hari}\n", "fee: {amount: 0}\n", "fee: {free: false}\n", "products: x\n",
        "identity: {nomor: x}\n",
        "complaints: {channels: [{kind: telepon}]}\n", "actors: {Pak Lurah: {name: x}}\n", "decree: {}\n",
        "unstated: [steps]\n", "steps: [{id: a, actor: b}]\n",
    ],
)  # fmt: skip
def test_what_the_reader_refuses_the_schema_refuses(fragment: str) -> None:
    assert list(validator("sop").iter_errors(yaml.safe_load(definition(fragment))))


@pytest.mark.parametrize(
    "text",
    ["tests: 2", "tests: 1", "scenarios: []", "scenarios: [{end: selesai}]", "scenarios: [{name: x, steps: a}]"],
)
def test_what_the_reader_refuses_in_scenarios_the_schema_refuses(text: str) -> None:
    good = {"tests": 1, "sop": "izin-keramaian", "scenarios": [{"name": "x", "end": "selesai"}]}
    bad = {**good, **yaml.safe_load(text)} if text != "tests: 1" else yaml.safe_load(text)
    assert not list(validator("scenario").iter_errors(good))
    assert list(validator("scenario").iter_errors(bad))


@pytest.mark.parametrize(
    "text",
    [
        "people: 2", "persons: []", "persons: [{id: a b, name: A}]", "persons: [{id: a}]", "jabatan: x",
        "persons: [{id: a, name: A, steward: ya}]", "persons: [{id: a, name: A, nip: 5}]",
        "persons: [{id: a, name: A, offices: [{unit: x, actor: y}]}]",
        "persons: [{id: a, name: A, offices: [{unit: x, actor: y, from: kemarin}]}]",
        "persons: [{id: a, name: A, offices: [{unit: x, actor: y, from: '2026-01-05', standing: pjs}]}]",
    ],
)  # fmt: skip
def test_what_the_reader_refuses_in_a_list_of_people_the_schema_refuses(text: str) -> None:
    office = {"unit": "x", "actor": "y", "standing": "plh", "letter": "1", "from": "2026-01-05", "until": "2026-01-06"}
    good = {"people": 1, "persons": [{"id": "KOTA\\siti", "name": "Siti", "steward": True, "offices": [office]}]}
    assert not list(validator("people").iter_errors(good))
    assert list(validator("people").iter_errors({**good, **yaml.safe_load(text)}))


def test_what_the_reader_takes_the_schema_takes() -> None:
    assert not list(validator("sop").iter_errors(yaml.safe_load(definition())))
    assert not list(validator("unit").iter_errors(yaml.safe_load(UNIT_TEXT)))


def test_the_schema_is_the_same_every_time() -> None:
    body: dict[str, Any] = json.loads(schema("sop"))
    assert schema("sop") == schema("sop")
    assert list(body)[:3] == ["$schema", "title", "description"]
