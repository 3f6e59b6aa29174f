"""The page about the editor shows what the schemas say. What the real server makes of them: ``tests/editor``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sop_engine.definition.schema import KINDS, schema

TOP = Path(__file__).resolve().parents[2]
PAGE = (TOP / "docs" / "editor.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```text\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def said() -> dict[str, str]:
    """Return label and meaning of each key, as a hover and as completion show them."""
    body = json.loads(schema("sop"))
    found = {}
    for part in (body, *body["$defs"].values()):
        for key, each in part["properties"].items():
            values = [
                f"{one}: {word}"
                for one, word in zip(each.get("enum", ()), each.get("enumDescriptions", ()), strict=True)
            ]
            found["\n".join([each["title"], each["description"], *([""] if values else []), *values]) + "\n"] = key
            found[f"{key}: {each['markdownDescription'].replace('**', '')}"] = key
    return found


@pytest.mark.parametrize("block", SHOWN)
def test_what_the_page_shows_is_what_the_schema_says(block: str) -> None:
    known = said()
    assert block in known or all(line in known for line in block.splitlines())


def test_the_page_shows_hovers_and_completion() -> None:
    assert len(SHOWN) == 4


def test_the_settings_name_each_schema() -> None:
    (settings,) = re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    schemas = json.loads(settings)["yaml.schemas"]
    assert set(schemas) == {f"./definitions/{kind}.schema.json" for kind in KINDS}
    assert all((TOP / name).is_file() for name in schemas)


def test_the_page_makes_each_schema() -> None:
    assert set(KINDS) == set(re.findall(r"^sop schema (\w+) >", PAGE, re.MULTILINE))
