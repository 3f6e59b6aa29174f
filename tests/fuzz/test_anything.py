"""Whatever a file holds, it is told what is wrong with it, and what is right runs: never a traceback."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random
from typing import Any

import everything
import pytest
import random_definitions
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sop_engine.cache import Cache, Terms, Told, key
from sop_engine.cli.main import main
from sop_engine.compiler import Compiled, compile_text
from sop_engine.diagnostic import finding

TOP = Path(__file__).parents[2]
EXAMPLES = [path.read_text(encoding="utf-8") for path in sorted((TOP / "examples").glob("*.yaml"))]
_BLOCK = re.compile(r"^```yaml bad.*?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = [
    block for path in sorted((TOP / "docs/checks").glob("*.md")) for block in _BLOCK.findall(path.read_text("utf-8"))
]

PEOPLE = re.findall(r"^```yaml file=people.yaml\n(.*?)^```$", (TOP / "docs/people.md").read_text("utf-8"), re.M | re.S)[
    0
]

SIGNS = [*"[]{}\"'\t:-,&*!|>%@`#? \n\\<=~.", "- ", ": ", "\n  ", "<<", "\u202e", "\ufeff", "\u2028", "\x00", "\ud800"]
SEEDED = st.integers(0, 2**32).map(Random)


def fuzzed(examples: int) -> Any:
    """Return settings for so many examples, the same in every run."""
    return settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )


def dumped(data: Any) -> str:
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000))


@fuzzed(150)
@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    everything.read(raw)


@fuzzed(150)
@given(st.text(st.characters(), max_size=200))
def test_any_text(text: str) -> None:
    everything.definition(text)
    everything.project(text)
    everything.people(text)


@fuzzed(200)
@given(st.lists(st.one_of(st.sampled_from(SIGNS), st.sampled_from(["sop", "steps", "a", "1", "no"])), max_size=40))
def test_anything_that_looks_like_yaml(pieces: list[str]) -> None:
    everything.definition("".join(pieces))


@fuzzed(60)
@given(SEEDED, st.sampled_from(EXAMPLES + PAGES))
def test_a_definition_with_some_signs_more_or_less(random: Random, text: str) -> None:
    for _ in range(random.randint(1, 4)):
        place, end = random.randint(0, len(text)), random.choice((0, 1, 1, 30))
        text = text[:place] + random.choice(SIGNS) * random.choice((0, 1, 1, 60)) + text[place + end :]
    everything.definition(text)


@fuzzed(100)
@given(SEEDED)
def test_a_list_of_people_with_some_signs_more_or_less(random: Random) -> None:
    text = PEOPLE
    for _ in range(random.randint(0, 4)):
        place, end = random.randint(0, len(text)), random.choice((0, 1, 1, 30))
        text = text[:place] + random.choice(SIGNS) * random.choice((0, 1, 1, 2)) + text[place + end :]
    everything.people(text)


@fuzzed(30)
@given(SEEDED, st.sampled_from([0.0, 0.0, 0.02, 0.1, 0.3]))
def test_definitions_in_the_whole_language(random: Random, wrong: float) -> None:
    everything.definition(dumped(random_definitions.Draft(random, wrong).definition()))


def test_enough_of_the_random_definitions_are_right() -> None:
    drafts = [dumped(random_definitions.Draft(Random(seed), 0).definition()) for seed in range(40)]
    assert sum(compile_text(text)[0] is not None for text in drafts) >= len(drafts) // 3


@fuzzed(40)
@given(SEEDED, st.sampled_from([0.0, 0.05, 0.3]))
def test_project_files(random: Random, wrong: float) -> None:
    everything.project(dumped(random_definitions.project(random, wrong)))


@fuzzed(40)
@given(SEEDED, st.sampled_from([0.0, 0.05, 0.3]))
def test_files_of_scenarios(random: Random, wrong: float) -> None:
    compiled = _compiled()
    everything.rehearsed(dumped(random_definitions.scenarios(random, wrong)), compiled)


def _compiled() -> Compiled:
    for seed in range(100):
        compiled, _ = compile_text(dumped(random_definitions.Draft(Random(seed), 0).definition()))
        if compiled is not None:
            return compiled
    raise AssertionError("no random definition is right")


COMMENTS = ["# sop:", "#sop: ", "terima", " SOP052", " sop999", " karena", " because", ",", " ", "\n", "x: 1", "'", '"']


@fuzzed(120)
@given(st.lists(st.sampled_from([*COMMENTS, *COMMENTS, *SIGNS]), max_size=30))
def test_comments_that_accept_something(pieces: list[str]) -> None:
    everything.definition("".join(["sop: 1\n", *pieces, "\ntitle: Contoh\n"]))


NAME = key("teks")


@fuzzed(150)
@given(SEEDED)
def test_entries_of_the_cache_that_are_damaged(tmp_path_factory: pytest.TempPathFactory, random: Random) -> None:
    folder = tmp_path_factory.mktemp("cache")
    cache = Cache(folder)
    cache.keep(NAME, Told((finding("SOP104", ("id",), args={"key": "id", "line": "4"}),)), Terms())
    (file,) = (folder / "findings").iterdir()
    raw = bytearray(file.read_bytes())
    for _ in range(random.randint(1, 3)):
        raw[random.randrange(len(raw))] = random.choice(b'[]{}",:0123456789nultre\\-\x00\xff')
    file.write_bytes(bytes(raw[: random.randint(0, len(raw))]) if random.random() < 0.2 else bytes(raw))
    told = cache.cached(NAME, everything.NAME, lambda terms: True)
    if told is not None:
        everything.tell(told.found)


@pytest.fixture
def loud(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("SOP_TRACEBACK", "1")
    monkeypatch.chdir(tmp_path)
    return tmp_path


COMMANDS = [
    ["validate", "acak.yaml", "--format", form] for form in ("text", "json", "github", "sarif")
] + [
    ["validate", "acak.yaml", "--fix", "--diff"],
    ["format", "--check", "acak.yaml"],
    ["format", "--diff", "acak.yaml"],
    ["promise", "acak.yaml"],
    ["promise", "acak.yaml", "--json"],
    ["test", "acak.yaml"],
    ["test", "--all-paths", "--most", "20", "acak.yaml"],
    ["diff", "acak.yaml", "lain.yaml"],
    ["validate", "sop-project.yaml", "acak.uji.yaml"],
    ["validate", "acak.yaml", "--fix"],
    ["format", "acak.yaml"],
]  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_every_command_answers(seed: int, loud: Path, capfd: pytest.CaptureFixture[str]) -> None:
    random = Random(seed)
    wrong = (0.0, 0.0, 0.02, 0.2, 0.0, 0.05)[seed]
    (loud / "acak.yaml").write_bytes(_file(random_definitions.Draft(random, wrong).definition()))
    (loud / "lain.yaml").write_bytes(_file(random_definitions.Draft(random, 0).definition()))
    (loud / "acak.uji.yaml").write_bytes(_file(random_definitions.scenarios(random, wrong)))
    (loud / "sop-project.yaml").write_bytes(_file(random_definitions.project(random, wrong)))
    for command in COMMANDS:
        assert main(command) in (0, 1, 2, 3), command
        answer = capfd.readouterr()
        assert "Traceback" not in answer.err + answer.out
        if "json" in command or "--json" in command:
            json.loads(answer.out)


def _file(data: Any) -> bytes:
    return dumped(data).encode("utf-8", "surrogatepass")
