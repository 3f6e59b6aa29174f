"""Random procedures that are sound by construction, and walks along legal actions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from sop_engine.definition.model import Definition
from sop_engine.engine.action import Action, Open, Resume
from sop_engine.engine.advance import Choice, advance, choices
from sop_engine.engine.case import Case
from sop_engine.engine.event import CaseStatus, Event
from sop_engine.flow import Flow, derive

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
PERSON = "sari"
DIGEST = "d" * 64
ACTORS = ("pemohon", "petugas", "kepala")
ENDS = ("ditolak", "dialihkan")
SLAS = (
    {"adjusts": "menyesuaikan"},
    {"within": "3 hari kerja"},
    {"within": "5 hari kerja", "from": "submitted"},
    {"within": "20 jam"},
    {"within": "1 bulan", "from": "submitted"},
)


WHOSE = ("office", "applicant", "none")
TIMES = ("45 menit", "3 jam", "1 hari kerja", "2 hari kalender", "1 bulan")

DEEPEST = 2
"""How far parallel branches nest."""


@st.composite
def _steps(draw, size, within="", depth=0):
    """Every step has one way forward, so every case can finish; the other ways lead anywhere in the same list."""
    steps = []
    name = f"{within}langkah-{{}}".format
    ends = () if within else ENDS
    for index in range(size):
        own, *others = draw(st.permutations(ACTORS))
        step = {"id": name(index), "actor": own, "activity": f"Mengerjakan bagian {index}"}
        if draw(st.booleans()):
            step["with"] = others[: draw(st.integers(1, 2))]
        if draw(st.booleans()):
            step["optional"] = "apabila diperlukan"
        forward = [{"to": name(later)} for later in range(index + 1, size)]
        ways = [{}, *forward, *({"end": end} for end in ends)]
        if draw(st.integers(0, 3)) == 0:
            step["clock"] = draw(st.sampled_from(WHOSE))
        if draw(st.booleans()):
            step["time"] = draw(st.sampled_from(TIMES))
        leading = [way for way in ways if way]
        if leading and draw(st.booleans()):
            step["deadline"] = {"within": "3 hari kerja", **draw(st.sampled_from(leading))}
        if draw(st.booleans()):
            anywhere = [*ways, *({"to": name(earlier)} for earlier in range(index + 1))]
            chosen = [draw(st.sampled_from(ways)), *draw(st.lists(st.sampled_from(anywhere), min_size=1, max_size=3))]
            branches = [
                {"answer": f"Jawaban {number}", **way, **draw(_conditions(way, leading if number else []))}
                for number, way in enumerate(chosen)
            ]
            step["decision"] = {"question": "Bagaimana?", "branches": draw(st.permutations(branches))}
        elif depth < DEEPEST and draw(st.integers(0, 3)) == 0:
            sizes = draw(st.lists(st.integers(1, 2), min_size=2, max_size=3))
            step["parallel"] = [
                {"steps": draw(_steps(inner, f"{name(index)}-{number}-", depth + 1))}
                for number, inner in enumerate(sizes)
            ]
        elif draw(st.booleans()):
            chosen = draw(st.sampled_from(ways))
            step |= {"next" if key == "to" else key: value for key, value in chosen.items()}
        steps.append(step)
    return steps


@st.composite
def _conditions(draw, way, leading):
    """What else an answer may carry: a limit, a deadline for where it leads, a suspension, a reason."""
    said = {"reason": True} if draw(st.integers(0, 4)) == 0 else {}
    if way and draw(st.integers(0, 4)) == 0:
        said["clock"] = draw(st.sampled_from(WHOSE))
    if "to" in way and leading:
        if draw(st.booleans()):
            said["limit"] = {"times": draw(st.integers(1, 2)), **draw(st.sampled_from(leading))}
        if draw(st.booleans()):
            said["deadline"] = {"within": "7 hari kerja", **draw(st.sampled_from(leading))}
        if draw(st.integers(0, 4)) == 0:
            said["suspend"] = "kelengkapan"
    return said


@st.composite
def definitions(draw) -> Definition:
    definition = {
        "sop": 1,
        "id": "acak",
        "title": "Layanan Acak",
        "unit": "contoh",
        "requirements": (),
        "actors": {key: {"name": key.title(), "external": key == "pemohon"} for key in ACTORS},
        "steps": draw(_steps(draw(st.integers(1, 5)))),
        "ends": {
            "ditolak": {"status": "rejected", "text": "Permohonan ditolak"},
            "dialihkan": {"text": "Permohonan dialihkan"},
        },
        "sla": draw(st.sampled_from(SLAS)),
        "fee": {"free": True},
        "products": ("Surat",),
        "complaints": {},
    }
    return Definition.model_validate(definition)


def flows() -> st.SearchStrategy[Flow]:
    return definitions().map(lambda definition: derive(definition)[0])


def action(choice: Choice, at: datetime, actor: str | None = None) -> Action:
    return choice.action(at, PERSON, actor, "alasan" if choice.edge.reason else None)


@st.composite
def walks(draw, longest: int = 12) -> tuple[Flow, Case, list[Event]]:
    """A flow, a case that some legal actions led to, and the events on the way."""
    flow = draw(flows())
    step = advance(flow, None, Open(START, PERSON, DIGEST))
    events = [step.event]
    for number in range(draw(st.integers(0, longest))):
        if step.case.status is CaseStatus.SUSPENDED:
            step = advance(flow, step.case, Resume(START + timedelta(minutes=number + 1), PERSON))
            events.append(step.event)
            continue
        ways = choices(flow, step.case)
        if not ways:
            break
        way = draw(st.sampled_from(ways))
        actor = draw(st.sampled_from((None, *way.node.performers)))
        step = advance(flow, step.case, action(way, START + timedelta(minutes=number + 1), actor))
        events.append(step.event)
    return flow, step.case, events
