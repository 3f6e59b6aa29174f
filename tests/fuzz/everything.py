"""One text -> everything that the program can do with it; whatever is not a diagnostic or a Failure is raised.

What compiles must also be measured, walked to an end, compared with itself, tabulated and drawn. Used by the tests of
this folder and by ``with_atheris.py``.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sop_engine.cli import promise_json, promise_text, report, ways
from sop_engine.comparison import compare
from sop_engine.compiler import Compiled, compile_stream, compile_text
from sop_engine.definition.catalogue import Catalogue
from sop_engine.definition.project import settings_in
from sop_engine.definition.write import formatted
from sop_engine.diagnostic import Diagnostic, Severity
from sop_engine.engine.action import Open, Resume
from sop_engine.engine.advance import advance, choices
from sop_engine.engine.event import CaseStatus
from sop_engine.failure import Failure
from sop_engine.fixes.mend import mend
from sop_engine.flow import Flow
from sop_engine.people import Standing
from sop_engine.people.delegation import delegated
from sop_engine.people.listing import of_text, parse
from sop_engine.promise.examined import examine
from sop_engine.promise.worktime import WorkingTime
from sop_engine.rehearsal import deviations, rehearse
from sop_engine.render.publication import Sheets, drawings
from sop_engine.rewriting import original
from sop_engine.scenarios import flow_of, scenarios
from sop_engine.settings import PLAIN

NAME = "acak.yaml"
NOW = datetime(2026, 3, 2, tzinfo=UTC)
LONGEST_WALK = 5_000
MOST_DRAWN = 60
_NOWHERE = Catalogue(Path("tidak-ada"))


def read(raw: bytes) -> None:
    """Try bytes as every kind of file."""
    tell(compile_stream(raw, _NOWHERE, NAME)[1])
    before, _ = original(raw, NAME)
    if before is not None:
        definition(before.text)
        project(before.text)
        people(before.text)


def definition(text: str) -> Compiled | None:
    """Try a text as a definition, with all that follows when it is one."""
    compiled, found = compile_text(text, path=NAME)
    tell(found)
    assert (compiled is None) == any(each.severity is Severity.ERROR for each in found)
    tidied = tidy(text)
    if tidied is not None:
        assert tidy(tidied) == tidied
    repair(text, found)
    if compiled is not None:
        follow(compiled)
    return compiled


def tell(found: tuple[Diagnostic, ...]) -> None:
    """Put findings in words in every format and language; what is told must be text."""
    for form in (report.as_text, report.as_json, report.as_github, report.as_sarif):
        said = form(found, 1, {NAME: ""}, ())  # type: ignore[operator]
        said.encode("utf-8")
    for each in found:
        for language in ("id", "en"):
            assert each.message(language)
            assert each.hint(language)
        assert each.position >= (1, 1)


def tidy(text: str) -> str | None:
    try:
        return formatted(text, NAME)[0]
    except Failure:
        return None


def repair(text: str, found: tuple[Diagnostic, ...]) -> None:
    """Make all safe fixes; the result has no error that was not there before."""
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError:
        return
    before, _ = original(raw, NAME)
    if before is not None:
        mended = mend(before, NAME, lambda written: compile_text(written, path=NAME)[1])
        assert mended.file.text == before.text or mended.fixed


def project(text: str) -> None:
    settings, found = settings_in(text, "sop-project.yaml")
    tell(found)
    if settings != PLAIN:
        compile_text("sop: 1\nidentity: {number: " + "a" * 60 + "}\n", settings=settings)


def people(text: str) -> None:
    """Try a text as a list of people; one that is accepted takes an appointment and is read again as it was."""
    listed, found = parse(text, NAME)
    tell(found)
    assert (listed is None) == any(each.severity is Severity.ERROR for each in found)
    if listed is not None:
        assert of_text(text) == listed
        added = delegated(text, "x", "y", listed.persons[0].id, Standing.PLT, "1", NOW.date(), NOW.date())
        assert len(of_text(added).holdings) == len(listed.holdings) + 1


def follow(compiled: Compiled) -> None:
    """Run, measure, compare and draw what compiled."""
    assert compare(compiled, compiled) == ()
    small = sum(len(flow.nodes) for flow in compiled.flows) <= MOST_DRAWN
    for flow in compiled.flows:
        for group in flow.groups or (None,):
            each = flow.narrowed(group)
            walk(each)
            if small:
                tabulate(each)
                measure(compiled, each)
    if small:
        drawings(compiled)
        list(Sheets(("md",)).made(compiled, PLAIN, _NOWHERE))


def walk(flow: Flow) -> None:
    """Run a case to its end, always along the choice that was taken least; it must come to one."""
    case = advance(flow, None, Open(NOW, "sari", "d" * 64)).case
    taken: Counter[Any] = Counter()
    for _ in range(LONGEST_WALK):
        if case.status is CaseStatus.SUSPENDED:
            case = advance(flow, case, Resume(NOW, "sari")).case
            continue
        if not case.open:
            return
        way = min(choices(flow, case), key=lambda choice: (taken[choice.edge, case.open[0].step], choice.late))
        taken[way.edge, case.open[0].step] += 1
        case = advance(flow, case, way.action(NOW, "sari", None, "alasan")).case
    raise AssertionError("no end after so many steps")


def tabulate(flow: Flow) -> None:
    table = ways.table(flow, 1, 20, late=True)
    for form in (ways.as_text, ways.as_md, ways.as_csv, ways.as_json):
        form([table])


def measure(compiled: Compiled, flow: Flow) -> None:
    settings = PLAIN
    working = WorkingTime(settings.day_minutes, settings.days_per_week)
    examined = examine(compiled.definition, flow, working, always=False, runs=100, seed=1, returned=0.1)
    promise_text.answer(compiled.definition, examined)
    promise_json.answer(compiled.definition, examined)


def rehearsed(text: str, compiled: Compiled) -> None:
    """Try a text as the scenarios beside a definition."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "acak.uji.yaml")
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        told, found = scenarios(file, compiled)
    tell(found)
    for scenario in told:
        deviations(rehearse(flow_of(scenario, compiled), scenario), scenario)
    tidy(text)
