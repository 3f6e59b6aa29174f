"""The analyst's command ``test``: scenarios against what they expect, or every way through an SOP."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from sop_engine.cli.options import Definitions, Json, definitions_folder
from sop_engine.cli.spoken import App
from sop_engine.messages import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sop_engine.compiler import Compiled
    from sop_engine.definition.scenario import Scenario
    from sop_engine.diagnostic import Diagnostic
    from sop_engine.flow import Flow
    from sop_engine.rehearsal import Deviation, Way

app = App()

_FOUND = 1
_MANY_FILES = 20


class WaysFormat(StrEnum):
    """How the ways through an SOP are written."""

    TEXT = "text"
    MD = "md"
    CSV = "csv"
    JSON = "json"


@app.command("test", help=text("tester.help_test"))
def rehearse_all(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help=text("tester.paths"))] = None,
    all_paths: Annotated[bool, typer.Option("--all-paths", help=text("tester.all_paths"))] = False,
    procedure: Annotated[str | None, typer.Option("--procedure", metavar="P", help=text("tester.procedure"))] = None,
    returns: Annotated[int, typer.Option("--returns", metavar="N", min=0, max=9, help=text("tester.returns"))] = 1,
    late: Annotated[bool, typer.Option("--late", help=text("tester.late"))] = False,
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, max=100_000, help=text("tester.most"))] = 200,
    ways_format: Annotated[WaysFormat, typer.Option("--format", help=text("tester.format"))] = WaysFormat.TEXT,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help=text("tester.out"))] = None,
    as_json: Json = False,
    definitions: Definitions = None,
) -> None:
    """Run the scenarios beside definitions; exit 1 when one is not met."""
    compiled = _compiled(paths or [], definitions)
    chosen = WaysFormat.JSON if as_json else ways_format
    if not all_paths:
        raise typer.Exit(_run(compiled, as_json=chosen is WaysFormat.JSON))
    from sop_engine.cli import ways

    tables = [
        ways.table(flow, returns, most, late=late)
        for each in compiled.values()
        for flow in _flows(each)
        if procedure in (None, flow.procedure)
    ]
    written = {
        WaysFormat.TEXT: ways.as_text,
        WaysFormat.MD: ways.as_md,
        WaysFormat.CSV: ways.as_csv,
        WaysFormat.JSON: ways.as_json,
    }
    answer = written[chosen](tables)
    if out is None:
        typer.echo(answer, nl=False)
        return
    from sop_engine.writing import write_whole

    # Excel knows a text for UTF-8 by its first sign
    write_whole(out, ("\ufeff" if chosen is WaysFormat.CSV else "") + answer)
    typer.echo(text("tester.written", path=out.resolve()))


def _compiled(given: list[str], definitions: Path | None) -> dict[Path, Compiled]:
    """Return what the named definitions compile to. Raises Failure RUN022 for one that has errors."""
    from sop_engine.cli.author import named_files
    from sop_engine.cli.progress import watched
    from sop_engine.compiler import compile_file
    from sop_engine.definition.catalogue import FILE, Catalogue
    from sop_engine.definition.scenario import SUFFIX
    from sop_engine.diagnostic import Severity
    from sop_engine.failure import Failure

    folder = definitions_folder(definitions)
    files = [Path(name) for name in given]
    # a file of scenarios stands for its definition
    meant = [
        str(file.with_name(file.stem.removesuffix(SUFFIX) + ".yaml")) if file.stem.endswith(SUFFIX) else str(file)
        for file in files
    ]
    found = {}
    for file in watched(named_files(meant, folder), text("tester.checking"), _MANY_FILES):
        catalogue = Catalogue.around(file, folder)
        if catalogue.holds_unit(file) or file.name == FILE:
            continue
        compiled, diagnostics = compile_file(file, catalogue)
        if compiled is None:
            errors = sum(each.severity is Severity.ERROR for each in diagnostics)
            raise Failure("RUN022", value=file.stem, count=errors, path=file)
        found[file] = compiled
    return found


def _flows(compiled: Compiled) -> Iterator[Flow]:
    for flow in compiled.flows:
        for group in flow.groups or (None,):
            yield flow.narrowed(group)


class _Result(NamedTuple):
    scenario: Scenario
    compiled: Compiled
    way: Way
    deviations: tuple[Deviation, ...]


def _run(compiled: dict[Path, Compiled], *, as_json: bool) -> int:
    from sop_engine.rehearsal import deviations, rehearse
    from sop_engine.scenarios import beside, flow_of, scenarios

    results: list[_Result] = []
    found: list[Diagnostic] = []
    files = [beside(file) for file in compiled if beside(file).is_file()]
    for definition, each in compiled.items():
        if beside(definition) not in files:
            continue
        told, problems = scenarios(beside(definition), each)
        found += problems
        for scenario in told:
            way = rehearse(flow_of(scenario, each), scenario)
            results.append(_Result(scenario, each, way, deviations(way, scenario)))
    failed = sum(bool(each.deviations) for each in results)
    if as_json:
        typer.echo(json.dumps(_results(results, found), ensure_ascii=False, indent=2))
    else:
        _say(results, found, len(files), failed, next(iter(compiled), Path("definisi.yaml")))
    return _FOUND if failed or found else 0


def _say(results: list[_Result], found: list[Diagnostic], files: int, failed: int, example: Path) -> None:
    from sop_engine.cli.columns import indented, printable
    from sop_engine.cli.ways import written
    from sop_engine.scenarios import beside

    for each in found:
        place = f"{printable(each.path)}:{each.position.line}:{each.position.column}"
        typer.echo(f"{place}: {each.severity} {each.code} {printable(each.message())}")
        typer.echo(f"    {text('author.hint')}: {printable(each.hint())}")
    for result in results:
        name = "tester.failed" if result.deviations else "tester.passed"
        typer.echo(text(name, sop=result.compiled.definition.id, name=printable(result.scenario.name)))
        for off in result.deviations:
            said = text(f"tester.off_{off.key}", expected=off.expected, seen=off.seen, place=off.place)
            for line in indented([said], 8):
                typer.echo(line)
        if result.deviations:
            for line in indented([text("tester.walked", way=written(result.way))], 8):
                typer.echo(line)
    if files:
        typer.echo(text("tester.summary", files=files, scenarios=len(results), failed=failed))
    else:
        typer.echo(text("tester.none", file=beside(example).name))


def _results(results: list[_Result], found: list[Diagnostic]) -> dict[str, Any]:
    return {
        "scenarios": [
            {
                "sop": each.compiled.definition.id,
                "name": each.scenario.name,
                "met": not each.deviations,
                "steps": list(each.way.steps),
                "end": each.way.end,
                "deviations": [off._asdict() for off in each.deviations],
            }
            for each in results
        ],
        "diagnostics": [
            {"code": each.code, "path": each.path, "line": each.position.line, "message": each.message()}
            for each in found
        ],
    }
