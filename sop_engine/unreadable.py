"""What stopped the YAML parser -> the finding that names the slip and its place.

The parser speaks of tokens and nodes; whoever wrote the file forgot a bracket, a quote or a blank. What none of the
signs below tells stays SOP101, with the parser's own words.
"""

from __future__ import annotations

from typing import Any

import yaml

from sop_engine.diagnostic import Diagnostic, Position, finding
from sop_engine.textfile import lines_of

_ARGS_OF = {"SOP101": ("problem",), "SOP105": ("kind", "character"), "SOP121": ("character",)}

_PROBLEMS = (
    ("undefined alias", "SOP105"),
    ("tab character", "SOP132"),
    ("another document", "SOP133"),
    ("cannot start any token", "SOP121"),
    ("unexpected end of stream", "SOP122"),
    ("expected ',' or ']'", "SOP122"),
    ("expected ',' or '}'", "SOP122"),
    ("mapping values are not allowed", "SOP123"),
    ("expected '-' indicator", "SOP124"),
    ("expected key", "SOP124"),
    ("expected <block end>", "SOP124"),
    ("could not find expected ':'", "SOP124"),
    ("expected <document start>", "SOP124"),
    ("block sequence entries are not allowed", "SOP124"),
)
"""A sign in the parser's words -> the code of the slip; the first that fits counts."""


def unreadable(error: yaml.YAMLError, text: str, path: str) -> Diagnostic:
    """Return the finding about what the parser met in ``text``, at the place where it gave up."""
    mark: Any = getattr(error, "problem_mark", None)
    position = _clamped(mark.line, mark.column, text) if mark else Position(1, 1)
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    # the C parser does not say which character it met
    character = text[mark.index : mark.index + 1] if mark else ""
    code = next((code for sign, code in _PROBLEMS if sign in problem), "SOP101")
    if character == "\t" and code == "SOP121":
        code = "SOP132"
    if "expected node content" in problem and mark and mark.index >= len(text.rstrip()):
        code = "SOP122"  # only inside brackets is a value missed where the text ends
    known = {"kind": "alias", "problem": problem, "character": character}
    return finding(code, path=path, position=position, args={name: known[name] for name in _ARGS_OF.get(code, ())})


def _clamped(line: int, column: int, text: str) -> Position:
    # the end of a text without a last line break is told as the line after it
    lines = lines_of(text)
    if line < len(lines):
        return Position(line + 1, min(column, len(lines[line])) + 1)
    return Position(len(lines), len(lines[-1]) + 1)
