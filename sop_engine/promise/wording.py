"""An assessment -> its sentences, for the screen and for papers: the verdict of each promise, returns, conventions.

``say`` is :func:`sop_engine.messages.text` or :func:`sop_engine.messages.printed`.
"""

from __future__ import annotations

from typing import Protocol

from sop_engine.promise.chance import Estimate, Trials
from sop_engine.promise.measure import Measured
from sop_engine.promise.pledge import Assessment, Pledge, Verdict
from sop_engine.promise.rounds import Return


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
    said = say(
        f"promise.{name}",
        promise=promised(say, pledge),
        shortest=told(measured.shortest.minutes),
        usual=told(measured.usual.minutes),
        straight=told(measured.straight.minutes),
        longest=longest(say, measured),
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


def longest(say: Say, measured: Measured) -> str:
    """Return how long it takes with all returns, or that nothing bounds it."""
    told = known(say, measured, measured.longest.minutes)
    return say("promise.endless", once=told) if measured.longest.endless else told


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
    name = "promise.return_endless" if found.times is None else "promise.return_times"
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
