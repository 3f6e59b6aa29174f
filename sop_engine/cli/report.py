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
from sop_engine.diagnostic import Accepted, Diagnostic, Severity
from sop_engine.messages import text
from sop_engine.messages.findings import FINDINGS

_WIDEST = 160
_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m", Severity.INFO: "\x1b[36m"}
_OFF = "\x1b[0m"
_TWICE = frozenset({"SOP035", "SOP049", "SOP089"})
"""Findings about something that is there twice: their other place is the first of the two."""


def as_text(
    found: tuple[Diagnostic, ...],
    files: int,
    texts: Mapping[str, str],
    accepted: tuple[Accepted, ...] = (),
    *,
    colour: bool = False,
    in_full: bool = False,
) -> str:
    """Return the findings for a person: ``file:line:col: severity CODE message``, the line, a caret, a hint.

    With ``in_full`` the accepted ones follow, a line and a reason each; else they are counted.
    """
    shown = {path: tuple(content.split("\n")) if content else () for path, content in texts.items()}
    for path in dict.fromkeys(each.path for each in found):
        if path not in shown:
            shown[path] = _lines(path)
    blocks = [_block(each, shown[each.path], colour) for each in found]
    counts = {severity: sum(each.severity is severity for each in found) for severity in Severity}
    summary = text("author.summary", files=files, **{severity.value: count for severity, count in counts.items()})
    pardons = [_pardon(each) for each in accepted] if in_full else []
    count = [text("author.accepted_count", count=len(accepted))] if accepted else []
    return "\n".join([*blocks, *pardons, summary, *count])


def _pardon(accepted: Accepted) -> str:
    found = accepted.finding
    place = f"{printable(found.path)}:{found.position.line}:{found.position.column}"
    said = f"{place}: {text('author.accepted_finding')} {found.code} {printable(found.message())}"
    return f"{said}\n    {text('author.reason')}: {printable(accepted.reason)}\n"


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
        pointer = "author.related" if found.code in _TWICE else "author.see_also"
        lines.append(f"    {text(pointer, line=found.related_position.line)}")
    lines.append(f"    {text('author.hint')}: {printable(found.hint())}")
    return "\n".join(lines) + "\n"


def _lines(path: str) -> tuple[str, ...]:
    from sop_engine.textfile import read_text

    content, _ = read_text(Path(path), path)
    return () if content is None else tuple(content.split("\n"))


def as_json(
    found: tuple[Diagnostic, ...], files: int, texts: Mapping[str, str], accepted: tuple[Accepted, ...] = ()
) -> str:
    """Return ``{"files": n, "diagnostics": [{code, severity, message, hint, path, line, column}], "accepted": [...]}``.

    An accepted finding has ``reason`` too.
    """
    body = {
        "files": files,
        "diagnostics": [_record(each) for each in found],
        "accepted": [{**_record(each.finding), "reason": each.reason} for each in accepted],
    }
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


def as_github(
    found: tuple[Diagnostic, ...], files: int, texts: Mapping[str, str], accepted: tuple[Accepted, ...] = ()
) -> str:
    """Return workflow commands, which a pull request shows beside the lines; what was accepted is not shown."""
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


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(
    found: tuple[Diagnostic, ...], files: int, texts: Mapping[str, str], accepted: tuple[Accepted, ...] = ()
) -> str:
    """Return SARIF 2.1.0, which code scanners read; an accepted finding is one that the source suppresses."""
    codes = sorted({each.code for each in (*found, *(pardoned.finding for pardoned in accepted))})
    rules = [
        {"id": code, "defaultConfiguration": {"level": _LEVELS[Severity(FINDINGS[code].severity)]}} for code in codes
    ]
    results = [_result(each, codes) for each in found]
    for each in accepted:
        suppression = {"kind": "inSource", "justification": each.reason}
        results.append({**_result(each.finding, codes), "suppressions": [suppression]})
    driver = {"name": "sop-engine", "version": __version__, "rules": rules}
    body = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(body, ensure_ascii=False, indent=2)


def _result(found: Diagnostic, codes: list[str]) -> dict[str, object]:
    place = {
        "artifactLocation": {"uri": quote(Path(found.path).as_posix())},
        "region": {"startLine": found.position.line, "startColumn": found.position.column},
    }
    return {
        "ruleId": found.code,
        "ruleIndex": codes.index(found.code),
        "level": _LEVELS[found.severity],
        "message": {"text": f"{found.message()}. {found.hint()}"},
        "locations": [{"physicalLocation": place}],
    }


def worst(found: Iterable[Diagnostic], *, strict: bool) -> int:
    """Return the exit code: 3 when a file could not be read, 1 for errors (``strict``: warnings too), else 0."""
    found = tuple(found)
    if any(each.code == "SOP100" for each in found):
        return 3
    refused = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(each.severity in refused for each in found))
