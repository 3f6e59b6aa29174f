"""The models -> JSON Schema (draft 2020-12), so that an editor completes, checks and explains each key.

Free of ``oneOf``, whose messages in editors are unreadable. The committed copies stand beside the definitions and a
test keeps them current.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from sop_engine.definition.model import Definition, OfficeUnit, Part

DIALECT = "https://json-schema.org/draft/2020-12/schema"

KINDS: dict[str, type[Part]] = {"sop": Definition, "unit": OfficeUnit}
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


def schema(kind: str) -> str:
    """Return the JSON Schema of a kind of file ("sop", "unit") as text; the same text every time."""
    wanted = KINDS[kind]
    body = wanted.model_json_schema(by_alias=True, schema_generator=_Schema)
    head = {"$schema": DIALECT, "title": body.pop("title"), "description": body.pop("description")}
    return json.dumps({**head, **body}, ensure_ascii=False, indent=2) + "\n"
