"""What somebody writes into a store with care is told as what it is: no row stops the program or takes its memory."""

import json
import tracemalloc
from pathlib import Path

import pytest
from keeping import FIRST, SECOND, THIRD, faults, filled, opened, tampered
from stepping import office

from sop_engine.cli.main import main
from sop_engine.failure import Failure
from sop_engine.office import attachments, overview
from sop_engine.record.export import Wanted, traces
from sop_engine.record.numbers import Registers
from sop_engine.store.chain import chained, event_of, genesis, written
from sop_engine.store.journal import Page


@pytest.fixture
def store(tmp_path) -> Path:
    return filled(tmp_path / "kasus.db")


def rewritten(path: Path, case: str, change) -> None:
    """Write the last event of a case anew, with every hash and head put right."""

    def forge(db):
        bodies = [body for (body,) in db.execute("SELECT body FROM events WHERE case_id = ? ORDER BY seq", (case,))]
        bodies[-1] = change(bodies[-1])
        head = genesis(case, *db.execute("SELECT sop, procedure FROM cases WHERE id = ?", (case,)).fetchone())
        for body in bodies:
            head = chained(head, body)
        last = (bytes.fromhex(head), case)
        db.execute(
            "UPDATE events SET body = ?, hash = ? WHERE case_id = ? AND seq = ?", (bodies[-1], *last, len(bodies))
        )
        db.execute("UPDATE cases SET head = ? WHERE id = ?", last)

    tampered(path, forge)


def said(**fields):
    return lambda body: json.dumps({**json.loads(body), **fields}, separators=(",", ":"))


CHANGES = {
    "a time without a zone": said(at="2026-03-02T02:00:00"),
    "a time that is none": said(at="kemarin"),
    "a person who is a number": said(person=7),
    "a note that is a list": said(note=["a"]),
    "a fact that is a number": said(facts=[7]),
    "facts that are a text": said(facts="file=x"),
    "a number that is a text": said(about="1"),
    "steps that are a text": said(opens="periksa"),
    "brackets without an end": lambda _: "[" * 100_000,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_event_of_the_wrong_form_is_told_and_the_others_are_looked_at(store, change):
    rewritten(store, SECOND, change)
    tampered(store, "UPDATE cases SET reference = 'lain' WHERE id = ?", FIRST)
    found = [(each.kind, each.case) for each in faults(store)]
    assert found == [("column", FIRST), ("unreadable", SECOND)]


def test_a_time_of_the_far_future_is_told_of_its_case_alone(store):
    rewritten(store, SECOND, said(at="9999-12-31T23:59:59.999999Z"))
    assert {each.case for each in faults(store)} == {SECOND}


def test_an_event_has_a_time_with_a_zone():
    body = '{"at":"2026-03-02T02:00:00","kind":"opened","person":"sari","seq":1,"status":"open"}'
    with pytest.raises(ValueError, match="2026-03-02"):
        event_of(body)
    assert event_of(body.replace('00","kind', '00Z","kind')).seq == 1


def test_a_case_of_a_huge_number_takes_no_memory(store):
    huge = "izin-reklame-2026-99999999"

    def renamed(db):
        db.execute("PRAGMA foreign_keys = OFF")
        for table, column in (("cases", "id"), ("events", "case_id"), ("tasks", "case_id"), ("applicants", "case_id")):
            db.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (huge, THIRD))

    tampered(store, renamed)
    tracemalloc.start()
    try:
        found = faults(store)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    (gap,) = [each for each in found if each.kind == "number_gap"]
    assert (gap.case, dict(gap.args)["count"]) == (THIRD, str(99_999_999 - 3))
    assert peak < 50_000_000


def test_registers_count_in_any_order():
    registers = Registers()
    for number in (5, 1, 3, 2, 3, 7):
        assert registers.add(f"izin-2026-{number:04d}", "izin") is None
    gap, counter = registers.faults([("izin", 2026, 6)])
    assert (gap.case, dict(gap.args)) == ("izin-2026-0004", {"count": "2", "register": "izin-2026"})
    assert dict(counter.args) == {"register": "izin-2026", "last": "6", "highest": "7"}


MANY = "replace(hex(zeroblob(50000)), '00', '{}')"
SPOILT = {
    "a state that goes too deep": f"state = {MANY.format('[')}",
    "a huge number": f"state = replace(state, '[[[', '[[[' || {MANY.format('9')})",
    "a state that is no text": "state = x'ff00'",
    "a reference that is no text": "reference = x'ff00'",
    "a time that is none": "changed_at = 'kemarin'",
}


@pytest.mark.parametrize("change", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_row_takes_nobodys_list_away(store, change):
    tampered(store, f"UPDATE cases SET {change} WHERE id = ?", SECOND)
    with opened(store) as journal:
        assert [each.id for each in journal.cases()] == [FIRST, THIRD]
        assert journal.spoilt == {SECOND}
        assert [each.id for each in journal.cases(None, Page(1, None))] == [FIRST]
        (last,) = journal.cases(None, Page(1, (written(journal.cases()[0].opened_at), FIRST)))
        assert last.id == THIRD, "a page is as long as was asked"
        with pytest.raises(Failure) as caught:
            journal.load(SECOND)
        assert caught.value.code == "STO012"
    assert SECOND in {each.case for each in faults(store)}


@pytest.mark.parametrize("column", ["activity", "since", "due", "office"])
def test_a_spoilt_row_takes_nobodys_inbox_away(store, column):
    tampered(store, f"UPDATE tasks SET {column} = x'ff00' WHERE case_id = ?", SECOND)
    with opened(store) as journal:
        assert {each.case for each in journal.tasks()} == {THIRD}
        assert {each.case for each in journal.tasks(None, Page(1, None))} == {THIRD}
    assert SECOND in {each.case for each in faults(store)}


@pytest.mark.parametrize("fact", ["file=nix", "file=../../kunci 5 a.pdf", f"file={'0' * 64} banyak a.pdf"])
def test_a_fact_that_names_no_file_hides_nothing_and_is_told(store, fact):
    rewritten(store, SECOND, said(facts=[fact]))
    desk, journal = office(store)
    assert overview.overview(desk, SECOND).files == ()
    assert desk.history(SECOND).broken_at is None
    with pytest.raises(Failure) as caught:
        attachments.fetch(desk, SECOND, "a.pdf")
    assert caught.value.code == "RUN051"
    with journal.snapshot():
        assert [each.case for each in traces(journal, Wanted())] == [FIRST, SECOND, THIRD]
    journal.close()
    assert ("file_fact", SECOND) in [(each.kind, each.case) for each in faults(store)]


def test_what_is_no_text_is_not_exported(store):
    tampered(store, "UPDATE cases SET reference = x'ff00' WHERE id = ?", SECOND)
    with opened(store) as journal, journal.snapshot(), pytest.raises(Failure) as caught:
        list(traces(journal, Wanted()))
    assert caught.value.code == "STO009"


def test_a_list_says_which_case_it_does_not_show(store, monkeypatch, capsys):
    tampered(store, "UPDATE cases SET state = '[[[' WHERE id = ?", SECOND)
    monkeypatch.setenv("SOP_STORE", f"sqlite:///{store}")
    monkeypatch.setenv("SOP_USER", "sari")
    monkeypatch.setenv("SOP_LANG", "id")
    assert main(("case", "list", "--json")) == 0
    out, err = capsys.readouterr()
    assert [each["case"] for each in json.loads(out)["cases"]] == [FIRST, THIRD]
    assert (
        err == f"Perkara {SECOND} tidak ditampilkan: barisnya di tempat simpan rusak. Periksa dengan: sop log verify\n"
    )
