"""A store whose own description is damaged: SQLite then speaks in words that are no text."""

import pytest
from stepping import office, permit

from sop_engine.failure import Failure
from sop_engine.store.sqlite import SqliteJournal


@pytest.mark.parametrize("create", [True, False])
def test_a_description_that_is_no_text_is_told_as_damage(tmp_path, create):
    path = tmp_path / "kasus.db"
    desk, journal = office(path)
    desk.open_case(permit())
    journal.close()
    content = path.read_bytes()
    for known, other in (
        (b"tablecounters", b"table\x8e\xffunters"),
        (b"CREATE TABLE counters", b"CREATE TABLE (((((((("),
    ):
        assert content.count(known) == 1
        content = content.replace(known, other)
    path.write_bytes(content)
    with pytest.raises(Failure) as refused:
        SqliteJournal(path, create=create)
    assert refused.value.code == "STO006"
