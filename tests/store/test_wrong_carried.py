"""A record that is not intact is carried as it is, and told: by a backup, by what is made of it, and by a copy."""

import json
import sqlite3
from contextlib import closing

import pytest
from keeping import SECOND, filled, kinds, opened, tampered

from sop_engine.record.backup import back_up, examine, restore
from sop_engine.record.transfer import transfer
from sop_engine.store.place import connect

DEEDS = {
    "a body": f"UPDATE events SET body = replace(body, 'kutip', 'kutap') WHERE case_id = '{SECOND}'",
    "an event": f"DELETE FROM events WHERE case_id = '{SECOND}' AND seq = 1",
}
KINDS = {"a body": ["chain"], "an event": ["gap"]}


@pytest.fixture(params=DEEDS)
def bad(request, tmp_path):
    path = filled(tmp_path / "asal.db")
    tampered(path, DEEDS[request.param])
    return path, KINDS[request.param]


def said(done) -> list[str]:
    return [each.kind for each in done.faults]


def test_a_backup_and_what_is_restored_from_it_tell_what_is_wrong_and_hold_it(bad, tmp_path):
    store, expected = bad
    with opened(store) as journal:
        made = back_up(journal, tmp_path / "cadangan")
    assert said(made) == expected
    assert json.loads((tmp_path / "cadangan" / "manifest.json").read_text())["faults"] == 1
    examine(tmp_path / "cadangan")
    with closing(connect(f"sqlite:///{tmp_path / 'pulih.db'}", create=True)) as journal:
        assert said(restore(tmp_path / "cadangan", journal)) == expected
    assert kinds(tmp_path / "pulih.db") == expected


def test_a_copy_to_either_database_tells_what_is_wrong_and_holds_it(bad, store_url):
    store, expected = bad
    with opened(store) as journal, closing(connect(store_url, create=True)) as other:
        assert said(transfer(journal, other)) == expected
        assert other.counts() == journal.counts()


def test_guards_that_were_lost_are_told_where_the_copy_has_them_again(tmp_path, store_url):
    store = filled(tmp_path / "asal.db")
    with closing(sqlite3.connect(store)) as db:
        db.execute("DROP TRIGGER events_are_not_changed")
    with opened(store) as journal, closing(connect(store_url, create=True)) as other:
        assert said(back_up(journal, tmp_path / "cadangan")) == ["schema"]
        assert said(transfer(journal, other)) == ["schema"]
        assert other.differing() == ()


def test_what_is_intact_has_nothing_told_of_it(tmp_path):
    with opened(filled(tmp_path / "asal.db")) as journal:
        made = back_up(journal, tmp_path / "cadangan")
    assert made.faults == ()
