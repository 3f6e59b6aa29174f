"""The models -> JSON Schema (draft 2020-12), so that an editor completes, checks and explains each key.

Free of ``oneOf``, whose messages in editors are unreadable. The committed copies stand beside the definitions and a
test keeps them current.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from sop_engine.definition.model import Definition, OfficeUnit, Part
from sop_engine.definition.people import PeopleFile
from sop_engine.definition.project import Project
from sop_engine.definition.scenario import ScenarioFile
from sop_engine.messages import printed
from sop_engine.messages.findings.terms import TERMS
from sop_engine.messages.schema import PHRASES

DIALECT = "https://json-schema.org/draft/2020-12/schema"

KINDS: dict[str, type[Part]] = {
    "sop": Definition,
    "unit": OfficeUnit,
    "project": Project,
    "scenario": ScenarioFile,
    "people": PeopleFile,
}
"""The schema files' names before ``.schema.json``."""


class _Schema(GenerateJsonSchema):
    schema_dialect = DIALECT

    def nullable_schema(self, schema: Any) -> Any:
        # a key that is left out is absent; writing `null` is not another way to say it
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Any:
        # defaults are described in words; as values they would tempt editors to insert them
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: Any) -> Any:
        # a key of another form is an error, not a key that nothing is said about
        body = super().dict_schema(schema)
        return {**body, "additionalProperties": False} if "patternProperties" in body else body

    def model_schema(self, schema: Any) -> Any:
        # a model's name and its description are for programmers; an editor shows those of the key that holds it
        body = super().model_schema(schema)
        return {key: value for key, value in body.items() if key not in ("title", "description")}

    def literal_schema(self, schema: Any) -> Any:
        body = super().literal_schema(schema)
        if "enum" not in body:
            return body
        return {**body, "enumDescriptions": [_meaning(str(value)) for value in body["enum"]]}


def _meaning(value: str) -> str:
    """Return what a value of a closed list means: its own words, or those of the key that it names (`unstated`)."""
    return TERMS[value][0] if value not in PHRASES else printed(f"schema.{value}")


def schema(kind: str) -> str:
    """Return the JSON Schema of a kind of file (one of :data:`KINDS`) as text; the same text every time."""
    body = KINDS[kind].model_json_schema(by_alias=True, schema_generator=_Schema)
    for part in (body, *body.get("$defs", {}).values()):
        for each in part.get("properties", {}).values():
            # completion shows no title, and a plain description with all its signs
            each["markdownDescription"] = f"**{each['title']}.** {each['description']}"
    head = {"$schema": DIALECT, "title": printed(f"schema.{kind}"), "description": printed(f"schema.{kind}_meaning")}
    return json.dumps({**head, **body}, ensure_ascii=False, indent=2) + "\n"
