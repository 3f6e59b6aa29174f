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
    folder = definitions_folder(definitions)
    named = _named(paths or [], folder)
    compiled = _compiled(named.files, folder)
    chosen = WaysFormat.JSON if as_json else ways_format
    if not all_paths:
        raise typer.Exit(_run(compiled, named.scenarios, as_json=chosen is WaysFormat.JSON))
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


class _Named(NamedTuple):
    """What arguments name: definitions and other files, and files of scenarios."""

    files: tuple[Path, ...]
    scenarios: tuple[Path, ...]


def _named(given: list[str], folder: Path) -> _Named:
    """Return the files that arguments name: with a definition its scenarios, with scenarios their definition.

    Raises Failure USE012 and USE013 as :func:`named_files` does.
    """
    from sop_engine.cli.author import STREAM, named_files
    from sop_engine.definition.catalogue import SUFFIXES, scenario_files, subject, yaml_files
    from sop_engine.failure import Failure

    files: list[Path] = []
    scenarios: list[Path] = []
    for name in given or [str(folder)]:
        path = Path(name)
        if name == STREAM:
            raise Failure("USE015")
        if path.is_dir():
            inside = scenario_files(path)
            scenarios += inside
            # files of scenarios alone are told as such
            files += yaml_files(path) if inside else named_files([name], folder)
            continue
        (file,) = named_files([name], folder)
        about = subject(file)
        beside = sorted(each for each in file.parent.iterdir() if each.suffix.lower() in SUFFIXES)
        files += [file] if about is None else [each for each in beside if each.with_suffix("") == about]
        scenarios += [file] if about else [each for each in beside if subject(each) == file.with_suffix("")]
    return _Named(tuple(dict.fromkeys(files)), tuple(dict.fromkeys(scenarios)))


def _compiled(files: tuple[Path, ...], folder: Path) -> dict[Path, Compiled]:
    """Return what definitions compile to. Raises Failure RUN022 for one that has errors."""
    from sop_engine.cli.progress import watched
    from sop_engine.compiler import compile_file, sound
    from sop_engine.definition.catalogue import Catalogue

    found = {}
    for file in watched(files, text("tester.checking"), _MANY_FILES):
        catalogue = Catalogue.around(file, folder)
        if catalogue.holds_definition(file):
            found[file] = sound(compile_file(file, catalogue), file.stem, file)
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


def _run(compiled: dict[Path, Compiled], files: tuple[Path, ...], *, as_json: bool) -> int:
    from sop_engine.definition.catalogue import subject
    from sop_engine.rehearsal import deviations, rehearse
    from sop_engine.scenarios import flow_of, scenarios

    results: list[_Result] = []
    found: list[Diagnostic] = []
    orphans: list[Path] = []
    definitions = {file.with_suffix(""): each for file, each in compiled.items()}
    for file in files:
        about = definitions.get(subject(file) or file)
        if about is None:
            orphans.append(file)
            continue
        told, problems = scenarios(file, about)
        found += problems
        for scenario in told:
            way = rehearse(flow_of(scenario, about), scenario)
            results.append(_Result(scenario, about, way, deviations(way, scenario)))
    if as_json:
        typer.echo(json.dumps(_results(results, found, orphans), ensure_ascii=False, indent=2))
    else:
        _say(results, found)
        _sum_up(results, files, orphans, next(iter(compiled), Path("definisi.yaml")))
    return _FOUND if found or orphans or any(each.deviations for each in results) else 0


def _say(results: list[_Result], found: list[Diagnostic]) -> None:
    from sop_engine.cli.columns import indented, printable
    from sop_engine.cli.ways import written

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


def _sum_up(results: list[_Result], files: tuple[Path, ...], orphans: list[Path], example: Path) -> None:
    from sop_engine.cli.columns import printable
    from sop_engine.definition.catalogue import subject
    from sop_engine.scenarios import beside

    for file in orphans:
        about = subject(file) or file
        typer.echo(text("tester.orphan", path=printable(str(file)), file=printable(f"{about.name}.yaml")))
    if files:
        failed = sum(bool(each.deviations) for each in results)
        told = text("tester.summary", files=len(files) - len(orphans), scenarios=len(results), failed=failed)
        typer.echo(told)
    else:
        typer.echo(text("tester.none", file=beside(example).name))


def _results(results: list[_Result], found: list[Diagnostic], orphans: list[Path]) -> dict[str, Any]:
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
        "without_definition": [str(file) for file in orphans],
    }
