"""What was taken from a store's schema, or put into it, is found on both databases."""

import sqlite3
from contextlib import closing

import pytest
from both import Store, opened
from keeping import kinds

from sop_engine.failure import Failure
from sop_engine.record.verify import Verification


@pytest.fixture
def store(store_url: str):
    yield from opened(store_url)


def changed(store: Store, sqlite: str, postgres: str) -> None:
    store.case(store.office(), None)
    if store.url.startswith("sqlite"):
        with closing(sqlite3.connect(store.url.removeprefix("sqlite:///"))) as db:
            db.executescript(sqlite)
    else:
        import psycopg

        with psycopg.connect(store.url) as db:
            db.execute(postgres)


CHANGES = {
    "a guard dropped": ("DROP TRIGGER events_are_not_deleted", "DROP TRIGGER events_stay ON events"),
    "a guard that guards nothing": (
        "DROP TRIGGER desk_is_not_changed;"
        "CREATE TRIGGER desk_is_not_changed BEFORE UPDATE ON desk WHEN 0 BEGIN SELECT RAISE(ABORT, ''); END",
        "ALTER TABLE desk DISABLE TRIGGER desk_stays",
    ),
    "a trigger of somebody else": (
        "CREATE TRIGGER asing AFTER INSERT ON events BEGIN DELETE FROM tasks; END",
        "CREATE TRIGGER asing AFTER INSERT ON events EXECUTE FUNCTION refuse_change()",
    ),
    "an index dropped": ("DROP INDEX tasks_by_holder", "DROP INDEX tasks_by_holder"),
    "a column dropped": ("ALTER TABLE cases DROP COLUMN channel", "ALTER TABLE cases DROP COLUMN channel"),
    "a function rewritten": (
        "DROP TRIGGER definitions_are_not_changed",
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    ),
}
NAMES = {
    "a guard dropped": ("events_are_not_deleted", "events_stay"),
    "a guard that guards nothing": ("desk_is_not_changed", "desk_stays"),
    "a trigger of somebody else": ("asing", "asing"),
    "an index dropped": ("tasks_by_holder", "tasks_by_holder"),
    "a column dropped": ("cases.channel", "cases.channel"),
    "a function rewritten": ("definitions_are_not_changed", "refuse_change"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_not_as_it_was_made_is_named(store, change):
    changed(store, *CHANGES[change])
    found = store.journal(create=False).differing()
    assert found == (NAMES[change][not store.url.startswith("sqlite")],)


def test_a_store_as_it_was_made_differs_in_nothing(store):
    store.case(store.office())
    assert store.journal(create=False).differing() == ()


def test_a_verification_tells_it_first(store):
    changed(store, *CHANGES["a guard dropped"])
    (fault,) = Verification(store.journal(create=False)).faults()
    assert fault.kind == "schema"


def test_a_table_that_is_gone_is_damage_and_not_a_recording_that_failed(store):
    changed(store, "DROP TABLE tasks", "DROP TABLE tasks")
    journal = store.journal(create=False)
    assert journal.differing() == ("tasks", "tasks_by_holder")
    found = Verification(journal).faults()
    assert next(found).kind == "schema"
    with pytest.raises(Failure) as refused:
        list(found)
    assert refused.value.code == "STO006"
    assert "rusak (tasks tidak ada di dalamnya)" in refused.value.message("id")


def test_old_stores_that_were_upgraded_differ_in_nothing(tmp_path):
    from test_upkeep import OLD, upgrade, url

    for number, old in enumerate(OLD):
        path = tmp_path / f"{number}.db"
        with closing(sqlite3.connect(path)) as db:
            db.executescript(old.read_text(encoding="utf-8"))
        upgrade(url(path))
        assert "schema" not in kinds(path)
