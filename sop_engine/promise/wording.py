"""An assessment -> its sentences, for the screen and for papers: the verdict of each promise, returns, conventions.

``say`` is :func:`sop_engine.messages.text` or :func:`sop_engine.messages.printed`.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from sop_engine.flow import EdgeKind
from sop_engine.promise.chance import Estimate, Trials
from sop_engine.promise.measure import Measured
from sop_engine.promise.pledge import Assessment, Pledge, Verdict, fits
from sop_engine.promise.rounds import Return, Rounds

_MOST_NUMBERS = 6
_MOST_TRIED = 40
"""Deadlines that are tried one by one at most."""


class Say(Protocol):
    """Looks a phrase up in a language."""

    def __call__(self, name: str, /, **args: object) -> str:
        """Return the phrase with its arguments filled in."""


def verdict(say: Say, measured: Measured, pledge: Pledge, given: Verdict) -> str:
    """Return the sentence about one promise."""
    told = measured.working.told
    name = given.value
    if given is Verdict.UNDECIDED and measured.usual.minutes > pledge.minutes:
        name = "case_not_told"
    elif given is Verdict.UNDECIDED and len(measured.unknown) == len(measured.counted):
        name = "nothing_timed"
    elif given is Verdict.ON_TIME and not _same(measured.returned, measured.straight.minutes):
        name = "kept_with_returns_unless_deadlines_pass"
    elif given is Verdict.KEPT and _late_matters(measured):
        name = "kept_whatever_passes"
    said = say(
        f"promise.{name}",
        promise=promised(say, pledge),
        shortest=told(measured.shortest.minutes),
        usual=told(measured.usual.minutes),
        straight=told(measured.straight.minutes),
        longest=longest(say, measured, measured.longest),
        returned=longest(say, measured, measured.returned),
        unexhausted=longest(say, measured, measured.unexhausted),
        lapsed=longest(say, measured, measured.lapsed),
        late=_late(say, measured, pledge) if given in (Verdict.ON_TIME, Verdict.WITHOUT_EITHER) else "",
        limits=_limits(say, measured) if given is Verdict.WITHIN_LIMITS else "",
        over=told(max(0, measured.usual.minutes - pledge.minutes)),
        unknown=len(measured.unknown),
        counted=len(measured.counted),
    )
    if given is Verdict.BROKEN and measured.shortest.minutes <= pledge.minutes and not measured.unknown:
        said += " " + say("promise.only_shortest", shortest=told(measured.shortest.minutes))
    if pledge.longer is not None and given not in (Verdict.KEPT, Verdict.UNDECIDED):
        fits = measured.usual.minutes <= pledge.longer
        said += " " + say("promise.extended" if fits else "promise.not_even_extended", longer=told(pledge.longer))
    return said


def promised(say: Say, pledge: Pledge) -> str:
    """Return a promise as it is named in a sentence."""
    return pledge.written if pledge.case is None else say("promise.for_case", promise=pledge.written, case=pledge.case)


class Slowest(NamedTuple):
    """One of the longest ways, and the phrase that names what it takes to be so long."""

    name: str
    rounds: Rounds


def slowest(measured: Measured) -> tuple[Slowest, ...]:
    """Return the longest ways: with returns, and with deadlines that pass, where these make it longer."""
    if not _late_matters(measured):
        return (Slowest("longest", measured.longest),)
    last = measured.longest
    if (last.endless, last.minutes) == (measured.lapsed.endless, measured.lapsed.minutes):
        return (Slowest("longest_late", last),)
    both = Slowest("longest_both", last)
    if _same(measured.returned, measured.straight.minutes):
        return (both,)
    return Slowest("longest", measured.returned), both


def _late_matters(measured: Measured) -> bool:
    last, punctual = measured.longest, measured.returned
    return (last.endless, last.minutes) != (punctual.endless, punctual.minutes)


def _same(rounds: Rounds, minutes: int) -> bool:
    return not rounds.endless and rounds.minutes == minutes


def longest(say: Say, measured: Measured, rounds: Rounds) -> str:
    """Return how long one of the longest ways takes, or that nothing bounds it."""
    told = known(say, measured, rounds.minutes)
    if not rounds.endless:
        return told
    late = all(each.edge.kind is EdgeKind.LATE for each in rounds.returns if each.times is None)
    return say("promise.endless_late" if late else "promise.endless", once=told)


def _late(say: Say, measured: Measured, pledge: Pledge) -> str:
    """Return the numbers of the steps any of whose deadlines alone breaks the promise, else of those on the longest."""
    late = {edge.source for edge in measured.flow.edges if edge.kind is EdgeKind.LATE}
    returned = fits(measured.returned, pledge)
    if len(late) <= _MOST_TRIED:
        alone = {step for step in late if not fits(measured.lapsing(step, returned=returned), pledge)}
        if alone:
            return _numbers(say, measured, alone, "promise.or")
    rounds = measured.longest if returned else measured.lapsed
    passed = {edge.source for edge in rounds.beyond if edge.kind is EdgeKind.LATE}
    return _numbers(say, measured, passed or late, "promise.and")


def _limits(say: Say, measured: Measured) -> str:
    """Return the numbers of the steps whose used-up limits are on the longest way with returns."""
    used_up = {edge.source for edge in measured.returned.beyond if edge.kind is EdgeKind.LIMIT}
    limited = {edge.source for edge in measured.flow.edges if edge.kind is EdgeKind.LIMIT}
    return _numbers(say, measured, used_up or limited, "promise.and")


def _numbers(say: Say, measured: Measured, steps: set[str], last: str) -> str:
    numbers = [str(number) for number in sorted(measured.flow.node[step].number for step in steps)]
    if len(numbers) > _MOST_NUMBERS:
        numbers[_MOST_NUMBERS - 1 :] = [say("promise.more_steps", count=len(numbers) - _MOST_NUMBERS + 1)]
    before = ", ".join(numbers[:-1])
    return say(last, before=before, last=numbers[-1]) if before else "".join(numbers)


def returns(say: Say, measured: Measured, most: int) -> tuple[str, ...]:
    """Return a sentence for each of the ``most`` returns that cost most, endless ones first, and how many more."""
    found = sorted(
        measured.longest.returns, key=lambda each: (each.times is not None, -each.minutes * (each.times or 1))
    )
    said = [_return(say, measured, each) for each in found[:most]]
    if len(found) > most:
        said.append(say("promise.more_returns", count=len(found) - most))
    return tuple(said)


def _return(say: Say, measured: Measured, found: Return) -> str:
    node, join = measured.flow.node, measured.flow.join
    places = (found.edge.source, found.edge.target)
    # a block is left from its join, and told by the step that splits
    source, target = (node[place if place in node else join[place].split].number for place in places)
    kind = "late" if found.edge.kind is EdgeKind.LATE else "return"
    name = f"promise.{kind}_{'endless' if found.times is None else 'times'}"
    minutes = measured.working.told(found.minutes)
    return say(name, source=source, target=target, times=found.times, minutes=minutes)


def conventions(say: Say, assessment: Assessment, *, complete: bool) -> tuple[str, ...]:
    """Return how it was counted: the working time, from when, and what had to be taken as something else."""
    working = assessment.measured.working
    said = [say("promise.working", hours=_hours(working.minutes_per_day), days=working.days_per_week)]
    said.append(say("promise.from_complete" if complete else "promise.from_submitted"))
    if not (assessment.measured.exact and all(pledge.exact for pledge in assessment.pledges)):
        said.append(say("promise.approximate"))
    return tuple(said)


def _hours(minutes: int) -> str:
    hours, left = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} jam" if hours else "", f"{left} menit" if left else "") if part)


def chance(say: Say, tried: Trials, estimate: Estimate, pledge: Pledge) -> str:
    """Return the sentence about the chance of keeping a promise."""
    return say(
        "promise.chance",
        promise=promised(say, pledge),
        share=percent(estimate.share),
        low=percent(estimate.low),
        high=percent(estimate.high),
        runs=f"{tried.runs:,}".replace(",", "."),
        seed=tried.seed,
        returned=percent(tried.returned),
    )


def percent(share: float) -> str:
    """Return a share as ``72,5 %``; one that is not quite all or nothing is never rounded to that."""
    tenths = round(share * 1000)
    if 0 < share < 1:
        tenths = min(999, max(1, tenths))
    return f"{tenths // 10},{tenths % 10} %" if tenths % 10 else f"{tenths // 10} %"


def promises_nothing(say: Say, measured: Measured) -> str:
    """Return the sentence about a standard without a promised time."""
    usual, unknown = measured.working.told(measured.usual.minutes), len(measured.unknown)
    return say(
        "promise.at_least" if unknown else "promise.no_pledge",
        usual=usual,
        unknown=unknown,
        counted=len(measured.counted),
    )


def known(say: Say, measured: Measured, minutes: int) -> str:
    """Return a time; where steps without time are left out of it, that it is at least so much."""
    told = measured.working.told(minutes)
    return say("promise.or_more", minutes=told) if measured.unknown else told
