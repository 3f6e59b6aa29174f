"""Stores of earlier versions: their records verify after the migration, and their states are told again as they were.

`old stores` is what the program wrote when N was its schema.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from inboxes import inbox

from sop_engine.compiler import recompile
from sop_engine.engine.case import Given, fold
from sop_engine.engine.waiting import tasks
from sop_engine.failure import Failure
from sop_engine.office import Office
from sop_engine.office.telling import told
from sop_engine.office.upkeep import upgrade
from sop_engine.store import sqlite_file
from sop_engine.store.chain import body_of, broken_at, genesis
from sop_engine.store.sqlite import SqliteJournal

OLD = sorted(Path(__file__).with_name("old").glob("schema-*.sql"))
PRESENT = sqlite_file.migrations()[-1][0]


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def old(request, tmp_path) -> Path:
    path = tmp_path / "kasus.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(request.param.read_text(encoding="utf-8"))
        assert f"schema-{db.execute('PRAGMA user_version').fetchone()[0]}" == request.param.stem
    return path


def rows(path: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def upgraded(path: Path) -> SqliteJournal:
    db = sqlite_file.open_file(path, create=False, upgrade=True)
    assert db is not None
    db.close()
    return SqliteJournal(path, create=False)


def test_there_is_an_old_store_of_every_schema_that_was_published():
    assert [path.stem for path in OLD] == [f"schema-{number}" for number in range(1, PRESENT)]


def test_an_old_store_is_not_touched_unasked(old):
    before = old.read_bytes()
    for create in (True, False):
        with pytest.raises(Failure, match="STO017"):
            SqliteJournal(old, create=create)
    assert old.read_bytes() == before


def test_every_event_says_what_it_said(old):
    columns = "case_id, seq, at, kind, step, actor, person, answer, note, opens, ended, status, definition, hash"
    before = rows(old, f"SELECT {columns} FROM events ORDER BY case_id, seq")
    with closing(upgraded(old)) as journal:
        events = [
            (case, *each) for (case,) in rows(old, "SELECT id FROM cases ORDER BY id") for each in journal.history(case)
        ]
    assert len(events) == len(before) > 30
    for (name, event, found, body), (case, seq, at, kind, step, actor, person, *said) in zip(
        events, before, strict=True
    ):
        answer, note, opens, ended, status, definition, kept = said
        assert body == body_of(event)
        assert (name, event.seq, body_at(body), event.kind) == (case, seq, at, kind)
        assert (event.step, event.actor, event.person, event.answer, event.note) == (step, actor, person, answer, note)
        assert [list(event.opens), event.end, event.status] == [json.loads(opens), ended, status]
        assert (event.definition, found) == (definition, kept)


def body_at(body: str) -> str:
    return json.loads(body)["at"]


def test_every_chain_of_an_old_store_holds(old):
    cases = rows(old, "SELECT id, sop, procedure, head FROM cases")
    with closing(upgraded(old)) as journal:
        assert len(cases) > 10
        for case, sop, procedure, head in cases:
            events = journal.history(case)
            assert broken_at(genesis(case, sop, procedure), events) is None
            assert events[-1].hash == head
        assert journal.sound() is None


def test_an_upgraded_store_is_worked_on_as_if_it_had_always_been_of_today(old):
    before = rows(old, "SELECT id, status, version FROM cases ORDER BY id")
    waiting = "SELECT case_id, step, actor FROM tasks JOIN cases ON id = case_id WHERE status = 'open' ORDER BY 1, 2, 3"
    expected = rows(old, waiting)
    done = upgrade(f"sqlite:///{old}")
    assert (done.told, done.failed) == (len(before), ())
    with closing(SqliteJournal(old, create=False)) as journal:
        office = Office(journal, "sri", lambda: datetime(2026, 11, 2, 3, 0, tzinfo=UTC))
        found = [(each.id, each.case.status, each.case.version) for each in sorted(office.cases())]
        assert found == before
        assert (
            sorted((each.case, each.step, each.actor) for a in office.awaited() for each in inbox(office, a))
            == expected
        )
        for case, status, version in before:
            assert office.history(case).broken_at is None
            if status == "open":
                way = office.show(case).choices[0]
                view = office.do(case, way.node.id, answer=way.edge.answer, skip=way.skip, note="alasan")
                assert view.case.version == version + 1
            elif status == "suspended":
                office.resume(case)
            assert office.history(case).broken_at is None
    assert (upgrade(f"sqlite:///{old}").told, journal.place) == (0, str(old))


def test_the_states_of_an_old_store_are_told_again_as_they_stood(old):
    schema = rows(old, "PRAGMA user_version")[0][0]
    given = "given, applicant_group" if schema > 1 else "'[]', NULL"
    cases = rows(old, f"SELECT id, procedure, definition, status, version, ended, open_steps, {given} FROM cases")
    waiting = set(
        rows(
            old,
            "SELECT case_id, step, actor, own, activity FROM tasks JOIN cases ON id = case_id WHERE status = 'open'",
        )
    )
    texts = {digest: recompile(*said) for digest, *said in rows(old, "SELECT digest, text, unit_text FROM definitions")}
    with closing(upgraded(old)) as journal:
        assert journal.untold() == tuple(sorted(case for case, *_ in cases))
        found = set()
        for case, procedure, digest, status, version, ended, steps, counted, group in cases:
            with pytest.raises(Failure, match="STO015"):
                journal.load(case)
            compiled = texts[digest]
            state = told(
                compiled,
                lambda compiled, group, procedure=procedure: compiled.flow(procedure, group),
                [each.event for each in journal.history(case)],
            )
            now = state.case
            assert now == fold(each.event for each in journal.history(case))
            assert (now.status, now.version, now.end, now.group) == (status, version, ended, group)
            assert [each.step for each in now.open] == [step for step, *_ in json.loads(steps)]
            if schema > 1:
                assert [each.via for each in now.open] == [tuple(via) or None for _, _, *via in json.loads(steps)]
            assert set(now.given) == {Given(*each) for each in json.loads(counted)}
            found |= {
                (case, each.step.step, each.actor, int(each.own), each.activity)
                for each in tasks(compiled.flow(procedure, group), now)
            }
        assert found == waiting
