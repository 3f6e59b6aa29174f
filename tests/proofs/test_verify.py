"""The judges of the proofs see what is wrong: a store or a report is made worse by hand, and they say so."""

import os
import sqlite3
from contextlib import closing

import pytest

from sop_engine.failure import Failure
from sop_engine.store.place import connect
from tests.proofs.officer import CATALOGUE, PEOPLE, Officer, quick_clock, refusal
from tests.proofs.told import Told

LAST = "(SELECT max(id) FROM cases)"
WORSE = {
    "an event is gone": f"DELETE FROM events WHERE case_id = {LAST} AND seq = 1",
    "an event is another": f"UPDATE events SET body = replace(body, 'sari', 'siti') WHERE case_id = {LAST} AND seq = 1",
    "a state is another": f"UPDATE cases SET state = replace(state, 'office', 'none') WHERE id = {LAST}",
    "a column is another": f"UPDATE cases SET alarm = '2026-01-01T00:00:00.000000Z' WHERE id = {LAST}",
    "a task is gone": "DELETE FROM tasks WHERE case_id = (SELECT min(case_id) FROM tasks)",
    "a task is another's": "UPDATE tasks SET holder = 'siapa' WHERE case_id = (SELECT min(case_id) FROM tasks)",
    "a number was drawn for nobody": "UPDATE counters SET last = last + 1",
    "a case is gone": "DELETE FROM cases WHERE id = (SELECT min(id) FROM cases)",
    "somebody else's data": "UPDATE applicants SET data = '{}'",
}


@pytest.fixture
def worked(tmp_path):
    """A store at which somebody has worked, and what she was told."""
    told = Told()
    with closing(connect(f"sqlite:///{tmp_path / 'kasus.db'}", create=True)) as journal:
        officer = Officer(journal, PEOPLE[0], 7, quick_clock(0), most=12)
        for _ in range(150):
            try:
                told.hear([["done", *officer.act()]])
            except Failure as failure:
                refusal(failure)
    return tmp_path / "kasus.db", told


def look(path, told):
    with closing(connect(f"sqlite:///{path}", create=False)) as journal:
        told.look(journal, last=True)
    return told.faults


def changed(path, sql):
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute("PRAGMA foreign_keys = OFF")
        assert db.execute(sql).rowcount


def test_a_store_that_is_as_its_record_tells_is_passed(worked):
    path, told = worked
    assert look(path, told) == []
    assert told.unsaid == 0
    assert told.kept == told.events > 50


@pytest.mark.parametrize("sql", WORSE.values(), ids=WORSE)
def test_a_store_that_is_not_is_not_passed(worked, sql):
    path, told = worked
    changed(path, sql)
    assert look(path, told)


def test_a_step_that_was_acknowledged_and_is_not_there_is_missed(worked):
    path, told = worked
    case = next(iter(told._said)).case
    told.hear([["done", "step", [[case, 999, "sari-1", "done"]]]])
    assert "not there" in look(path, told)[0]


def test_a_step_that_is_there_twice_is_seen(worked):
    path, told = worked
    with closing(connect(f"sqlite:///{path}", create=False)) as journal:
        officer = Officer(journal, PEOPLE[0], 7, quick_clock(0), most=20)
        for _ in range(2):
            told.hear([["done", "open", officer.open("dua-kali")]])
    assert "2 times there: dua-kali" in look(path, told)[0]


def test_a_step_that_the_procedure_does_not_know_is_seen(worked):
    from sop_engine.compiler import load
    from sop_engine.engine.action import Do, Open
    from sop_engine.engine.advance import advance
    from tests.proofs.officer import BEGIN
    from tests.proofs.replay import replayed

    compiled = load(CATALOGUE, "izin-tempat-usaha")
    flow = compiled.flow(None, None)
    opened = advance(flow, None, Open(BEGIN, "sari", compiled.digest))
    done = advance(flow, opened.case, Do(BEGIN, "sari", "ajukan"))
    assert replayed([opened.event, done.event], lambda *_: flow) == done.case
    for impossible in (done.event._replace(opens=("sahkan",)), done.event._replace(step="sahkan")):
        with pytest.raises(AssertionError, match="not a step of the procedure"):
            replayed([opened.event, impossible], lambda *_: flow)


def test_a_child_that_is_killed_has_said_what_it_said():
    from tests.proofs.children import Child

    child = Child(lambda say: (say("satu"), say("dua"), os.kill(os.getpid(), 9)))
    assert (child.end(), child.killed) == ([["satu"], ["dua"]], True)
    failed = Child(lambda say: 1 / 0).end()
    assert failed[0][0] == "fault"
    assert "ZeroDivisionError" in failed[0][1]
