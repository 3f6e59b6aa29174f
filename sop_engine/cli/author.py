"""The analyst's commands: ``validate``, ``explain``, ``schema``."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sop_engine.cli.options import Definitions, Json, definitions_folder
from sop_engine.cli.spoken import App
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.cache import Card
    from sop_engine.definition.project import Projects
    from sop_engine.diagnostic import Accepted, Diagnostic

app = App()

STREAM = "-"
_MANY_FILES = 20


class ReportFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


@app.command("validate", help=text("author.help_validate"))
def validate(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help=text("author.paths"))] = None,
    report_format: Annotated[ReportFormat, typer.Option("--format", help=text("author.format"))] = ReportFormat.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help=text("author.strict"))] = False,
    show_accepted: Annotated[bool, typer.Option("--accepted", help=text("author.accepted"))] = False,
    project: Annotated[Path | None, typer.Option("--project", metavar="FILE", help=text("author.project"))] = None,
    fix: Annotated[bool, typer.Option("--fix", help=text("author.fix"))] = False,
    diff: Annotated[bool, typer.Option("--diff", help=text("author.diff"))] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=text("author.no_cache"))] = False,
    as_json: Json = False,
    definitions: Definitions = None,
) -> None:
    """Check definitions; exit 0 when no error was found."""
    from sop_engine.cli import report

    failed = 0
    if fix or diff:
        from sop_engine.cli.mending import put_right

        failed = put_right(paths or [], definitions_folder(definitions), _projects(project), writes=not diff)
    if diff:
        raise typer.Exit(failed)
    chosen = ReportFormat.JSON if as_json else report_format
    found, accepted, files, texts = _validate(paths or [], definitions, project, cached=not no_cache)
    if chosen is ReportFormat.TEXT:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        answer = report.as_text(found, files, texts, accepted, colour=colour, in_full=show_accepted)
    else:
        answer = {
            ReportFormat.JSON: report.as_json,
            ReportFormat.GITHUB: report.as_github,
            ReportFormat.SARIF: report.as_sarif,
        }[chosen](found, files, texts, accepted)
    if answer:
        typer.echo(answer)
    raise typer.Exit(failed or report.worst(found, strict=strict))


Checked = tuple[tuple["Diagnostic", ...], tuple["Accepted", ...], int, dict[str, str]]
"""The findings, what was accepted, the number of files, and the texts that came from a stream by their shown names."""


def _validate(given: list[str], definitions: Path | None, project: Path | None, *, cached: bool) -> Checked:
    from datetime import date

    from sop_engine.cache import Cache, folder_in_force
    from sop_engine.cli.progress import watched
    from sop_engine.cli.remembered import Judge, across
    from sop_engine.definition.catalogue import Catalogue, distinct
    from sop_engine.textfile import MAX_BYTES, decode

    folder = definitions_folder(definitions)
    files = named_files(given, folder)
    projects = cache(lambda: _projects(project))
    if project is not None:
        projects()
    judge = Judge(Cache(folder_in_force() if cached else None), projects, project, date.today())
    found: list[Diagnostic] = []
    accepted: list[Accepted] = []
    texts: dict[str, str] = {}
    standards: list[Path] = []
    cards: list[tuple[str, Card]] = []
    for file in watched(files, text("author.checking"), _MANY_FILES):
        if file == Path(STREAM):
            raw = sys.stdin.buffer.read(MAX_BYTES + 1)
            texts["<stdin>"] = decode(raw, "<stdin>")[0] or ""
            told = judge.told_stream(raw, Catalogue(folder), "<stdin>")
        else:
            catalogue = Catalogue.around(file, folder)
            told = judge.told(file, catalogue)
            if catalogue.holds_definition(file):
                standards.append(file)
        found += told.found
        accepted += told.accepted
        shown = "<stdin>" if file == Path(STREAM) else str(file)
        cards += () if told.card is None else ((shown, told.card),)
    found += (*distinct(standards), *across(cards, projects), *judge.found_outside(files))
    return tuple(sorted(found, key=lambda each: each.order)), tuple(accepted), len(files), texts


def _projects(given: Path | None) -> Projects:
    from sop_engine.definition.project import Projects
    from sop_engine.failure import Failure

    if given is not None and not os.path.lexists(given):
        raise Failure("USE012", path=given)
    return Projects(given)


def named_files(given: list[str], folder: Path) -> tuple[Path, ...]:
    """Return the files that arguments name; a folder stands for the YAML files below it, nothing for ``folder``.

    Raises Failure USE012 for a path that is not there, USE013 for a folder without definitions.
    """
    from sop_engine.definition.catalogue import yaml_files
    from sop_engine.failure import Failure

    files: dict[Path, None] = {}
    for name in given or [str(folder)]:
        path = Path(name)
        if name == STREAM:
            files[path] = None
        elif path.is_dir():
            inside = yaml_files(path)
            if not inside:
                raise Failure("USE013", path=name)
            files.update(dict.fromkeys(inside))
        elif os.path.lexists(path):
            files[path] = None
        else:
            raise Failure("USE012", path=name)
    return tuple(files)


@app.command("explain", help=text("author.help_explain"))
def explain(code: Annotated[str, typer.Argument(metavar="CODE", help=text("author.code"))]) -> None:
    """Explain a code: what it means, why, a bad and a good example."""
    from sop_engine.cli.explanation import explanation

    typer.echo(explanation(code.upper()))


class SchemaKind(StrEnum):
    """Which kind of file a schema describes."""

    SOP = "sop"
    UNIT = "unit"
    PROJECT = "project"
    SCENARIO = "scenario"
    PEOPLE = "people"


@app.command("schema", help=text("author.help_schema"))
def schema(
    kind: Annotated[SchemaKind, typer.Argument(help=text("author.kind"))] = SchemaKind.SOP,
) -> None:
    """Print the JSON Schema of a kind of file."""
    from sop_engine.definition.schema import schema as generated

    typer.echo(generated(kind.value), nl=False)
