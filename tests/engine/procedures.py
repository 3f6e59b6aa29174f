"""Random procedures that are sound by construction, and walks along legal actions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from sop_engine.definition.model import Definition
from sop_engine.engine.advance import Action, Choice, Do, Open, Skip, advance, choices
from sop_engine.engine.case import Case
from sop_engine.engine.event import Event
from sop_engine.flow import Flow, derive

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
PERSON = "sari"
DIGEST = "d" * 64
ACTORS = ("pemohon", "petugas", "kepala")
ENDS = ("ditolak", "dialihkan")


@st.composite
def _steps(draw, size):
    """Every step has one way forward, so every case can finish; the other ways lead anywhere."""
    steps = []
    for index in range(size):
        own, *others = draw(st.permutations(ACTORS))
        step = {"id": f"langkah-{index}", "actor": own, "activity": f"Mengerjakan bagian {index}"}
        if draw(st.booleans()):
            step["with"] = others[: draw(st.integers(1, 2))]
        if draw(st.booleans()):
            step["optional"] = "apabila diperlukan"
        forward = [{"to": f"langkah-{later}"} for later in range(index + 1, size)]
        ways = [{}, *forward, *({"end": end} for end in ENDS)]
        if draw(st.booleans()):
            anywhere = [*ways, *({"to": f"langkah-{earlier}"} for earlier in range(index + 1))]
            chosen = [draw(st.sampled_from(ways)), *draw(st.lists(st.sampled_from(anywhere), min_size=1, max_size=3))]
            branches = [{"answer": f"Jawaban {number}", **way} for number, way in enumerate(chosen)]
            step["decision"] = {"question": "Bagaimana?", "branches": draw(st.permutations(branches))}
        elif draw(st.booleans()):
            chosen = draw(st.sampled_from(ways))
            step |= {"next" if key == "to" else key: value for key, value in chosen.items()}
        steps.append(step)
    return steps


@st.composite
def flows(draw) -> Flow:
    definition = {
        "sop": 1,
        "id": "acak",
        "title": "Layanan Acak",
        "unit": "contoh",
        "requirements": (),
        "actors": {key: {"name": key.title()} for key in ACTORS},
        "steps": draw(_steps(draw(st.integers(1, 7)))),
        "ends": {
            "ditolak": {"status": "rejected", "text": "Permohonan ditolak"},
            "dialihkan": {"text": "Permohonan dialihkan"},
        },
        "sla": {"adjusts": "menyesuaikan"},
        "fee": {"free": True},
        "products": ("Surat",),
        "complaints": {},
    }
    return derive(Definition.model_validate(definition))[0]


def action(choice: Choice, at: datetime, actor: str | None = None) -> Action:
    if choice.skip:
        return Skip(at, PERSON, choice.node.id, actor)
    return Do(at, PERSON, choice.node.id, choice.edge.answer, actor)


@st.composite
def walks(draw, longest: int = 12) -> tuple[Flow, Case, list[Event]]:
    """A flow, a case that some legal actions led to, and the events on the way."""
    flow = draw(flows())
    step = advance(flow, None, Open(START, PERSON, DIGEST))
    events = [step.event]
    for number in range(draw(st.integers(0, longest))):
        ways = choices(flow, step.case)
        if not ways:
            break
        way = draw(st.sampled_from(ways))
        actor = draw(st.sampled_from((None, *way.node.performers)))
        step = advance(flow, step.case, action(way, START + timedelta(minutes=number + 1), actor))
        events.append(step.event)
    return flow, step.case, events
