"""Good definitions -> what may go wrong with them: keys dropped, steps swapped, actors renamed, branches retargeted.

Each mutant is judged by the compiler. It is *found* when something is told that was not told before. What is not found
must have a reason in :data:`UNDETECTABLE`; ``python tests/mutation/mutants.py [--write]`` prints the table of
``docs/mutants.md``, over all definitions and examples.
"""

from __future__ import annotations

import copy
import inspect
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from sop_engine.compiler import compile_text
from sop_engine.definition import model
from sop_engine.definition.catalogue import Catalogue
from sop_engine.source import parse

TOP = Path(__file__).resolve().parents[2]
PAGE = TOP / "docs" / "mutants.md"


class Mutant(NamedTuple):
    """One changed definition; ``what`` is the operator and the key it worked on, such as ``drop note``."""

    sop: str
    what: str
    place: str
    data: dict[str, Any]


UNDETECTABLE = {
    "drop added information": (
        "isi yang boleh ada dan boleh tidak; dokumen lain memang tidak memuatnya",
        "information that may or may not be there; other documents rightly lack it",
    ),
    "drop meaning": (
        "kunci yang mengubah arti, tetapi tanpa kunci itu pun definisinya utuh; hanya dokumen asalnya yang tahu",
        "a key that changes the meaning, but without it the definition is whole too; only the document knows",
    ),
    "swap steps": (
        "urutan lain pun utuh; skenario (`sop test`) dan `sop diff` memperlihatkannya",
        "another order is whole too; scenarios (`sop test`) and `sop diff` show it",
    ),
    "rename actor": (
        "pelaksana yang lain pun terdaftar; `sop diff` memperlihatkannya kepada kedua pelaksana",
        "the other actor is declared too; `sop diff` tells both actors",
    ),
    "retarget branch": (
        "langkah yang lain pun tujuan yang sah; skenario (`sop test`) dan `sop diff` memperlihatkannya",
        "the other step is a lawful target too; scenarios (`sop test`) and `sop diff` show it",
    ),
}
"""Why a mutant cannot be found from the definition alone: (Indonesian, English)."""

_MEANING = {
    "affirmative",
    "additive",
    "any_of",
    "call",
    "clock",
    "deadline",
    "decision",
    "deputy",
    "end",
    "ends",
    "four_eyes",
    "free",
    "from",
    "limit",
    "next",
    "only",
    "optional",
    "parallel",
    "payer",
    "per",
    "reason",
    "same_place",
    "skip_to",
    "suspend",
    "through",
    "to",
    "unstated",
    "with",
    "applicants",
    "steps",
}
"""Keys whose loss says something else."""

_OPTIONAL = {
    field.alias or name
    for _, part in inspect.getmembers(model, inspect.isclass)
    if issubclass(part, model.Part)
    for name, field in part.model_fields.items()
    if not field.is_required()
}
"""Keys that may be left out: those that change no meaning leave only less said."""


def reason(mutant: Mutant) -> str | None:
    """Return the key of :data:`UNDETECTABLE` that explains why a mutant may pass, or None."""
    operator, _, key = mutant.what.partition(" ")
    if operator == "drop":
        return "drop meaning" if key in _MEANING else "drop added information" if key in _OPTIONAL else None
    return mutant.what if mutant.what in UNDETECTABLE else None


def mutants(sop: str, data: dict[str, Any]) -> Iterator[Mutant]:
    """Yield every mutant of a definition's data, in the order of the file."""
    yield from _dropped(sop, data)
    for steps in _lists_of_steps(data):
        yield from _swapped(sop, data, steps)
    for route, value in _values(data):
        key = next((each for each in reversed(route) if isinstance(each, str)), "")
        if key in ("actor", "with", "any_of", "involves", "through", "notify"):
            yield from _replaced(sop, data, route, "rename actor", [each for each in data["actors"] if each != value])
            yield from _replaced(sop, data, route, "misspell actor", [f"{value}x"])
        elif key in ("to", "next", "skip_to"):
            others = [
                step["id"] for steps in _lists_of_steps(data) for step in _get(data, steps) if step["id"] != value
            ]
            yield from _replaced(sop, data, route, "retarget branch", others)
            yield from _replaced(sop, data, route, "misspell target", [f"{value}x"])
        elif key == "end" and isinstance(value, str):
            yield from _replaced(sop, data, route, "misspell target", [f"{value}x"])
        elif key in ("within", "time", "best", "worst", "usual"):
            yield from _replaced(sop, data, route, "misspell time", [f"{value}an", "0 hari kerja"])


def _dropped(sop: str, data: dict[str, Any]) -> Iterator[Mutant]:
    for route, _ in _groups(data):
        if isinstance(route[-1], str):
            changed = copy.deepcopy(data)
            del _get(changed, route[:-1])[route[-1]]
            named = "name" if route[-2:-1] in (("actors",), ("ends",), ("applicants",)) else route[-1]
            yield Mutant(sop, f"drop {named}", _shown(route), changed)


def _swapped(sop: str, data: dict[str, Any], steps: tuple[Any, ...]) -> Iterator[Mutant]:
    for place in range(len(_get(data, steps)) - 1):
        changed = copy.deepcopy(data)
        listed = _get(changed, steps)
        listed[place], listed[place + 1] = listed[place + 1], listed[place]
        yield Mutant(sop, "swap steps", _shown((*steps, place)), changed)


def _replaced(sop: str, data: dict[str, Any], route: tuple[Any, ...], what: str, values: list[str]) -> Iterator[Mutant]:
    for value in values:
        changed = copy.deepcopy(data)
        _get(changed, route[:-1])[route[-1]] = value
        yield Mutant(sop, what, f"{_shown(route)} = {value}", changed)


def _groups(data: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield every key and item with its value, from the outside in."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield (*route, key), value
        yield from _groups(value, (*route, key))


def _values(data: Any) -> Iterator[tuple[tuple[Any, ...], Any]]:
    return ((route, value) for route, value in _groups(data) if not isinstance(value, dict | list))


def _lists_of_steps(data: Any) -> list[tuple[Any, ...]]:
    return [route for route, value in _groups(data) if route[-1] == "steps" and isinstance(value, list)]


def _get(data: Any, route: tuple[Any, ...]) -> Any:
    for segment in route:
        data = data[segment]
    return data


def _shown(route: tuple[Any, ...]) -> str:
    return ".".join(str(segment) for segment in route)


def told(data: dict[str, Any], unit: str | None) -> Counter[str]:
    """Return what is told about a definition's data, by code."""
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    return Counter(each.code for each in compile_text(text, unit)[1])


def sources(folder: Path) -> Iterator[tuple[str, dict[str, Any], str | None]]:
    """Yield id, data and unit's text of every definition below a folder."""
    catalogue = Catalogue(folder)
    for path in catalogue.paths():
        origin, _ = parse(path.read_text(encoding="utf-8"), path.name)
        assert origin is not None
        unit = Catalogue.around(path, folder).unit_path(origin.data["unit"])
        yield path.stem, origin.data, unit.read_text(encoding="utf-8") if unit and unit.is_file() else None


class Score(NamedTuple):
    """How many mutants of one operator there are, how many were found, and which passed without a reason."""

    all: Counter[str]
    found: Counter[str]
    excused: Counter[str]
    missed: list[Mutant]


def score(folders: list[Path]) -> Score:
    """Judge every mutant of the definitions below some folders."""
    result = Score(Counter(), Counter(), Counter(), [])
    for folder in folders:
        for sop, data, unit in sources(folder):
            before = told(data, unit)
            for mutant in mutants(sop, data):
                operator = mutant.what if not mutant.what.startswith("drop ") else "drop key"
                result.all[operator] += 1
                if told(mutant.data, unit) - before:
                    result.found[operator] += 1
                elif (why := reason(mutant)) is not None:
                    result.excused[why] += 1
                else:
                    result.missed.append(mutant)
    return result


def page(result: Score) -> str:
    """Return the page about mutants, with the figures of a score."""
    lines = [
        "# Mutants: what the checks find and what they cannot",
        "",
        "Every definition and example is spoiled in every way of a kind: a key dropped, two neighbours swapped, an",
        "actor named instead of another or misspelled, a branch led elsewhere or misspelled, a time misspelled. A",
        "mutant is found when something is told that was not told before. Reproduce with",
        "`python tests/mutation/mutants.py`.",
        "",
        "| spoiled by | mutants | found |",
        "|---|---:|---:|",
        *(f"| {what} | {count} | {result.found[what]} |" for what, count in sorted(result.all.items())),
        "",
        "What is not found, and why it cannot be from the definition alone:",
        "",
        "| not found | mutants | why |",
        "|---|---:|---|",
        *(f"| {why} | {result.excused[why]} | {words[1]} |" for why, words in UNDETECTABLE.items()),
        "",
        f"Not found and without such a reason: {len(result.missed)}.",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    measured = score([TOP / "definitions", TOP / "examples"])
    for missed in measured.missed:
        print(f"{missed.sop}: {missed.what}: {missed.place}", file=sys.stderr)  # noqa: T201
    if "--write" in sys.argv:
        PAGE.write_text(page(measured), encoding="utf-8", newline="\n")
    else:
        print(page(measured))  # noqa: T201
