"""What was examined -> JSON for programs. All times are working minutes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sop_engine.definition.model import Definition
from sop_engine.flow import EdgeKind
from sop_engine.promise.examined import Examined
from sop_engine.promise.path import Path
from sop_engine.promise.pledge import Pledge, Verdict
from sop_engine.promise.rounds import Rounds
from sop_engine.promise.schedule import Bar, bars


def answer(definition: Definition, examined: Sequence[Examined]) -> str:
    """Return all that was examined, one object a procedure and group of applicants."""
    body = {"sop": definition.id, "title": definition.title, "procedures": [_procedure(each) for each in examined]}
    return json.dumps(body, ensure_ascii=False, indent=2)


def _procedure(examined: Examined) -> dict[str, Any]:
    measured, assessment = examined.measured, examined.assessment
    return {
        "procedure": measured.flow.procedure,
        "title": measured.flow.title,
        "group": measured.flow.group,
        "minutes_per_day": measured.working.minutes_per_day,
        "days_per_week": measured.working.days_per_week,
        "counted_from": "requirements_complete" if examined.complete else "submitted",
        "exact": measured.exact and all(pledge.exact for pledge in assessment.pledges),
        "steps": [_step(bar) for bar in bars(measured)],
        "without_time": [node.id for node in measured.unknown],
        "shortest": _path(measured.shortest),
        "usual": _path(measured.usual),
        "without_returns": _path(measured.straight),
        "with_returns": _longest(measured.returned),
        "longest": _longest(measured.longest),
        "promises": [
            _promise(examined, pledge, verdict)
            for pledge, verdict in zip(assessment.pledges, assessment.verdicts, strict=True)
        ],
    }


def _step(bar: Bar) -> dict[str, Any]:
    weight = bar.weight
    estimates = {"best": weight.best, "usual": weight.usual, "worst": weight.worst}
    return {
        "number": bar.node.number,
        "id": bar.node.id,
        "actor": bar.node.actor,
        "activity": bar.node.activity,
        "counted": weight.counted,
        "minutes": estimates if weight.counted and weight.known else None,
        "begins": bar.begin,
        "share": round(bar.share, 4),
        "on_usual_path": bar.main,
    }


def _path(path: Path) -> dict[str, Any]:
    return {"minutes": path.minutes, "steps": [leg.step for leg in path.legs]}


def _longest(longest: Rounds) -> dict[str, Any]:
    returns = [
        {
            "from": each.edge.source,
            "to": each.edge.target,
            "answer": each.edge.answer,
            "minutes": each.minutes,
            "times": each.times,
        }
        for each in longest.returns
    ]
    return {
        "minutes": longest.minutes,
        "bounded": not longest.endless,
        "steps": [leg.step for leg in longest.legs],
        "returns": returns,
        "deadlines": _sources(longest, EdgeKind.LATE),
        "limits": _sources(longest, EdgeKind.LIMIT),
    }


def _sources(longest: Rounds, kind: EdgeKind) -> list[str]:
    return list(dict.fromkeys(edge.source for edge in longest.beyond if edge.kind is kind))


def _promise(examined: Examined, pledge: Pledge, verdict: Verdict) -> dict[str, Any]:
    body: dict[str, Any] = {
        "written": pledge.written,
        "case": pledge.case,
        "minutes": pledge.minutes,
        "minutes_with_extension": pledge.longer,
        "verdict": verdict.value,
    }
    if examined.tried is not None:
        chance = examined.tried.within(pledge.minutes)
        body["chance"] = {
            "share": round(chance.share, 6),
            "low": round(chance.low, 6),
            "high": round(chance.high, 6),
            "runs": examined.tried.runs,
            "seed": examined.tried.seed,
            "returned": examined.tried.returned,
        }
    return body
