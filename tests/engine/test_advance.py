from datetime import UTC, datetime
from pathlib import Path

import pytest

from sop_engine.compiler import Compiled, load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.action import Do, Open, Skip
from sop_engine.engine.advance import advance, choices
from sop_engine.engine.case import Case, OpenStep
from sop_engine.engine.event import CaseStatus, EventKind
from sop_engine.engine.waiting import tasks
from sop_engine.failure import Failure

DEFINITIONS = Path(__file__).parents[2] / "definitions"
OFFICE = Path(__file__).parents[1] / "office" / "definitions"
AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
REAL = [path.stem for path in Catalogue(DEFINITIONS).paths()]


@pytest.fixture(scope="module")
def permit() -> Compiled:
    return load(Catalogue(OFFICE), "izin-reklame")


def at(step: str, version: int = 5) -> Case:
    return Case(version, CaseStatus.OPEN, (OpenStep(step, AT),), None)


def waits(flow, case):
    return [(each.step.step, each.actor, each.own, each.activity) for each in tasks(flow, case)]


def test_an_opened_case_waits_at_its_first_step(permit):
    case, event = advance(permit.flow(), None, Open(AT, "sari", permit.digest, "surat 1"))
    assert case == Case(1, CaseStatus.OPEN, (OpenStep("ajukan", AT),), None, clock="applicant")
    assert (event.kind, event.person, event.note, event.definition) == (
        EventKind.OPENED,
        "sari",
        "surat 1",
        permit.digest,
    )
    assert waits(permit.flow(), case) == [("ajukan", "pemohon", True, "Mengajukan permohonan izin")]


def test_an_answer_decides_the_way_whatever_its_case(permit):
    case, event = advance(permit.flow(), at("periksa"), Do(AT, "sari", "periksa", "KURANG"))
    assert event.answer == "Kurang"
    assert case.open == (OpenStep("ajukan", AT, ("periksa", "Kurang")),)
    assert waits(permit.flow(), case) == [("ajukan", "pemohon", True, "Mengajukan permohonan izin")]


def test_an_end_closes_the_case_with_its_status(permit):
    case, event = advance(permit.flow(), at("periksa"), Do(AT, "sari", "periksa", "Ditolak"))
    assert case == Case(6, CaseStatus.REJECTED, (), "ditolak", clock="none")
    assert (event.end, event.opens) == ("ditolak", ())
    assert tasks(permit.flow(), case) == ()


def test_a_joint_actor_may_record_and_is_named(permit):
    flow = permit.flow()
    assert [each[1:3] for each in waits(flow, at("tandatangani"))] == [("kepala", True), ("sekretaris", False)]
    event = advance(flow, at("tandatangani"), Do(AT, "sari", "tandatangani", actor="sekretaris")).event
    assert event.actor == "sekretaris"


def test_an_optional_step_may_be_skipped(permit):
    event = advance(permit.flow(), at("tinjau"), Skip(AT, "sari", "tinjau")).event
    assert (event.kind, event.opens) == (EventKind.SKIPPED, ("tandatangani",))


@pytest.mark.parametrize(
    ("case", "tried", "code", "says"),
    [
        (at("periksa"), Open(AT, "sari", "d"), "RUN001", "opened once"),
        (None, Do(AT, "sari", "ajukan"), "RUN002", "open it first"),
        (Case(6, CaseStatus.REJECTED, (), "ditolak"), Do(AT, "sari", "ajukan"), "RUN003", "Permohonan ditolak"),
        (at("periksa"), Do(AT, "sari", "makan"), "RUN004", "periksa (Petugas Loket)"),
        (at("periksa"), Do(AT, "sari", "ajukan"), "RUN005", "periksa (Petugas Loket)"),
        (
            at("tandatangani"),
            Do(AT, "sari", "tandatangani", actor="petugas"),
            "RUN006",
            "kepala (Kepala Bidang), sekretaris",
        ),
        (at("periksa"), Do(AT, "sari", "periksa"), "RUN007", "Lengkap, Kurang, Ditolak"),
        (at("periksa"), Do(AT, "sari", "periksa", "<script>"), "RUN008", "Lengkap, Kurang, Ditolak"),
        (at("ajukan"), Do(AT, "sari", "ajukan", "ya"), "RUN009", "without --answer"),
        (at("ajukan"), Skip(AT, "sari", "ajukan"), "RUN010", "without --skip"),
    ],
)
def test_a_refusal_says_what_is_allowed(permit, case, tried, code, says):
    with pytest.raises(Failure) as refused:
        advance(permit.flow(), case, tried)
    assert refused.value.code == code
    assert says in refused.value.message("en")


@pytest.mark.parametrize("sop", REAL)
def test_every_arrow_of_every_procedure_can_be_taken(sop):
    flows = load(Catalogue(DEFINITIONS), sop).flows
    assert flows
    for flow in flows:
        opened = advance(flow, None, Open(AT, "sari", "d")).case
        taken, seen, waiting = set(), {opened.open}, [opened]
        while waiting:
            case = waiting.pop()
            for way in choices(flow, case):
                by = Skip(AT, "sari", way.node.id) if way.skip else Do(AT, "sari", way.node.id, way.edge.answer)
                after = advance(flow, case, by).case
                taken.add(way.edge)
                if after.open and after.open not in seen:
                    seen.add(after.open)
                    waiting.append(after)
        assert taken == set(flow.edges)
