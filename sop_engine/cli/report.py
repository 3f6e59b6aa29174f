"""Diagnostics -> what a person, a program, a pull request or a code scanner reads.

Each form takes the findings, the number of files, and the texts that came from a stream, by their shown names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

from sop_engine import __version__
from sop_engine.cli.columns import printable
from sop_engine.diagnostic import Diagnostic, Severity
from sop_engine.messages import text
from sop_engine.messages.findings import FINDINGS

_WIDEST = 160
_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m", Severity.INFO: "\x1b[36m"}
_OFF = "\x1b[0m"


def as_text(found: tuple[Diagnostic, ...], files: int, texts: Mapping[str, str], *, colour: bool = False) -> str:
    """Return the findings for a person: ``file:line:col: severity CODE message``, the line, a caret, a hint."""
    shown = {path: tuple(content.split("\n")) if content else () for path, content in texts.items()}
    for path in dict.fromkeys(each.path for each in found):
        if path not in shown:
            shown[path] = _lines(path)
    blocks = [_block(each, shown[each.path], colour) for each in found]
    counts = {severity: sum(each.severity is severity for each in found) for severity in Severity}
    summary = text("author.summary", files=files, **{severity.value: count for severity, count in counts.items()})
    return "\n".join([*blocks, summary])


def _block(found: Diagnostic, content: tuple[str, ...], colour: bool) -> str:
    on, off = (_COLOURS[found.severity], _OFF) if colour else ("", "")
    place = f"{printable(found.path)}:{found.position.line}:{found.position.column}"
    lines = [f"{place}: {on}{found.severity}{off} {found.code} {printable(found.message())}"]
    if found.position.line <= len(content):
        source = content[found.position.line - 1]
        number = str(found.position.line)
        start = max(0, found.position.column - _WIDEST // 2) if len(source) > _WIDEST else 0
        shown = printable(source[start : start + _WIDEST])
        lines += [
            f"  {number} | {shown}",
            f"  {' ' * len(number)} | {' ' * (found.position.column - 1 - start)}{on}^{off}",
        ]
    if found.related_position is not None:
        lines.append(f"    {text('author.related', line=found.related_position.line)}")
    lines.append(f"    {text('author.hint')}: {printable(found.hint())}")
    return "\n".join(lines) + "\n"


def _lines(path: str) -> tuple[str, ...]:
    from sop_engine.textfile import read_text

    content, _ = read_text(Path(path), path)
    return () if content is None else tuple(content.split("\n"))


def as_json(found: tuple[Diagnostic, ...], files: int, texts: Mapping[str, str]) -> str:
    """Return ``{"files": n, "diagnostics": [{code, severity, message, hint, path, line, column}]}``."""
    body = {"files": files, "diagnostics": [_record(each) for each in found]}
    return json.dumps(body, ensure_ascii=False, indent=2)


def _record(found: Diagnostic) -> dict[str, str | int]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message(),
        "hint": found.hint(),
        "path": found.path,
        "line": found.position.line,
        "column": found.position.column,
    }


def as_github(found: tuple[Diagnostic, ...], files: int, texts: Mapping[str, str]) -> str:
    """Return workflow commands, which a pull request shows beside the lines."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    return "\n".join(
        f"::{levels[each.severity]} file={_property(each.path)},line={each.position.line},"
        f"col={each.position.column},title={each.code}::{_escaped(each.message())} {_escaped(each.hint())}"
        for each in found
    )


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")


def as_sarif(found: tuple[Diagnostic, ...], files: int, texts: Mapping[str, str]) -> str:
    """Return SARIF 2.1.0, which code scanners read."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    codes = sorted({each.code for each in found})
    rules = [
        {"id": code, "defaultConfiguration": {"level": levels[Severity(FINDINGS[code].severity)]}} for code in codes
    ]
    results = [
        {
            "ruleId": each.code,
            "ruleIndex": codes.index(each.code),
            "level": levels[each.severity],
            "message": {"text": f"{each.message()}. {each.hint()}"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(Path(each.path).as_posix())},
                        "region": {"startLine": each.position.line, "startColumn": each.position.column},
                    }
                }
            ],
        }
        for each in found
    ]
    driver = {"name": "sop-engine", "version": __version__, "rules": rules}
    body = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(body, ensure_ascii=False, indent=2)


def worst(found: Iterable[Diagnostic], *, strict: bool) -> int:
    """Return the exit code: 3 when a file could not be read, 1 for errors (``strict``: warnings too), else 0."""
    found = tuple(found)
    if any(each.code == "SOP100" for each in found):
        return 3
    refused = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(each.severity in refused for each in found))
