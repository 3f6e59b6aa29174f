"""What was examined -> a table of the steps and sentences, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sop_engine.cli.columns import indented, table, wrapped
from sop_engine.definition.model import Definition
from sop_engine.flow import Flow, Node, Whose
from sop_engine.messages import text
from sop_engine.promise import wording
from sop_engine.promise.examined import Examined
from sop_engine.promise.measure import Measured
from sop_engine.promise.pledge import Verdict
from sop_engine.promise.schedule import Bar, bars

_SIGNS = {Verdict.KEPT: "✓", Verdict.BROKEN: "✗", Verdict.UNDECIDED: "?"}
_MOST_RETURNS = 12
_RIGHT = (0, 3, 4, 5)
"""The columns of numbers."""


def answer(definition: Definition, examined: Sequence[Examined]) -> str:
    """Return the tables and sentences about all that was examined."""
    if not examined:
        return text("promise.no_end")
    return "\n\n".join("\n".join(_block(definition, each)) for each in examined)


def _block(definition: Definition, examined: Examined) -> Iterator[str]:
    yield from wrapped(heading(definition, examined.flow))
    yield ""
    yield from table(_rows(examined.measured))
    timed = any(bar.weight.counted and bar.weight.known for bar in bars(examined.measured))
    if timed:
        yield from wrapped(text("promise.path_note"))
        yield ""
        yield from table(_totals(examined.measured))
    yield ""
    for sentence in _verdicts(examined):
        yield from wrapped(sentence)
    if timed:  # without a single time every way takes "at least 0 minutes"
        yield from indented(wording.returns(text, examined.measured, _MOST_RETURNS))
    yield ""
    for convention in wording.conventions(text, examined.assessment, complete=examined.complete):
        yield from wrapped(convention)


def heading(definition: Definition, flow: Flow) -> str:
    """Return the name of what was examined: the service, its procedure, its group of applicants."""
    title = definition.title if flow.title == definition.title else f"{definition.title} – {flow.title}"
    if flow.group is None or flow.groups is None:
        return title
    return text("promise.for_group", title=title, group=flow.groups[flow.group])


def _rows(measured: Measured) -> list[tuple[str, ...]]:
    names = ("number", "path", "actor", "minutes", "days", "share", "time", "step")
    rows = [tuple(text(f"promise.{name}") for name in names)]
    rows += [_row(measured, bar) for bar in bars(measured)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(names))]
    return [tuple(cell.rjust(widths[at]) if at in _RIGHT else cell for at, cell in enumerate(row)) for row in rows]


def _row(measured: Measured, bar: Bar) -> tuple[str, ...]:
    node, weight = bar.node, bar.weight
    known = weight.counted and weight.known
    return (
        str(node.number),
        "●" if bar.main and weight.counted else "",
        measured.flow.actors[node.actor],
        str(weight.usual) if known else "–",
        days(measured, weight.usual) if known else "–",
        wording.percent(bar.share) if bar.share else "",
        written(node),
        node.activity,
    )


def written(node: Node) -> str:
    """Return a step's time as it is written, or why it has none."""
    if node.clock is not Whose.OFFICE:
        return text("promise.theirs")
    if node.times is not None:
        middle = () if node.times.usual is None else (node.times.usual,)
        estimates = (node.times.best, *middle, node.times.worst)
        if len({each.unit for each in estimates}) == 1:
            return f"{'–'.join(str(each.amount) for each in estimates)} {node.times.best.unit}"
        return " – ".join(map(str, estimates))
    return str(node.time) if node.time is not None else text("promise.unknown")


def days(measured: Measured, minutes: int) -> str:
    """Return working days with two decimals."""
    return f"{measured.working.days(minutes):.2f}".replace(".", ",")


def _totals(measured: Measured) -> list[tuple[str, ...]]:
    return [
        (text("promise.shortest"), wording.known(text, measured, measured.shortest.minutes)),
        (text("promise.usual"), wording.known(text, measured, measured.usual.minutes)),
        (text("promise.straight"), wording.known(text, measured, measured.straight.minutes)),
        *(
            (text(f"promise.{name}"), wording.longest(text, measured, rounds))
            for name, rounds in wording.slowest(measured)
        ),
    ]


def _verdicts(examined: Examined) -> Iterator[str]:
    measured, assessment = examined.measured, examined.assessment
    if not assessment.pledges:
        yield wording.promises_nothing(text, measured)
    for pledge, verdict in zip(assessment.pledges, assessment.verdicts, strict=True):
        yield f"{_SIGNS.get(verdict, '!')} {wording.verdict(text, measured, pledge, verdict)}"
        if examined.tried is not None:
            yield wording.chance(text, examined.tried, examined.tried.within(pledge.minutes), pledge)
    if examined.tried is not None:
        minutes = measured.working.told(round(examined.tried.quantile(0.9)))
        yield text("promise.nine_of_ten", minutes=minutes)
