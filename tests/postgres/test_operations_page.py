"""The page for stewards is carried out: with the rights that it grants an office works, and can do no more."""

import json
import re
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from sop_engine.cli.main import main
from sop_engine.store.journal import Entry
from sop_engine.store.place import connect

PAGE = Path(__file__).parents[2] / "docs" / "operations.md"
DEFINITIONS = Path(__file__).parents[1] / "office" / "definitions"


@pytest.fixture
def address(own_server):
    """The server on which the page was followed: user -> address."""
    first, grants = re.findall(r"^```sql\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    with own_server.admin() as admin:
        for statement in first.split(";\n"):
            admin.execute(statement)
    assert main(("store", "upgrade", "--store", own_server.address("sop", user="sop_pemilik"))) == 0
    with psycopg.connect(own_server.address("sop", user="sop_pemilik")) as owner:
        owner.execute(grants)
    return lambda user: own_server.address("sop", user=user)


def test_an_office_works_with_the_rights_of_the_page_and_no_more(address, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_STORE", address("sop_kantor"))
    monkeypatch.setenv("SOP_DEFINITIONS", str(DEFINITIONS))
    monkeypatch.setenv("SOP_USER", "sari")
    Path("pindai.txt").write_text("isi", encoding="utf-8")
    capsys.readouterr()
    assert main(("case", "open", "izin-reklame", "--applicant", "Budi Contoh", "--json")) == 0
    case = json.loads(capsys.readouterr().out)["case"]
    for command in (
        ("case", "do", case, "--attach", "pindai.txt"),
        ("case", "applicant", case, "--reveal"),
        ("inbox",),
        ("tick",),
        ("log", "verify"),
        ("store", "check"),
        ("store", "backup", "cadangan"),
    ):
        assert main(command) == 0, (command, capsys.readouterr())
    with closing(connect(address("sop_kantor"), create=True)) as journal:
        journal._line.close()  # as if the cable had been pulled: an office can look what became of its own line
        journal.note(Entry(datetime(2026, 3, 2, tzinfo=UTC), "refused", "tono", case))
    for sql in (
        "UPDATE events SET body = '{}'",
        "DELETE FROM events",
        "DELETE FROM cases",
        "DELETE FROM desk",
        "TRUNCATE events",
        "UPDATE people SET text = ''",
        "UPDATE files SET content = ''",
        "CREATE TABLE lain (id integer)",
        "ALTER TABLE events DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
    ):
        with psycopg.connect(address("sop_kantor")) as db, pytest.raises(psycopg.errors.InsufficientPrivilege):
            db.execute(sql)
    with psycopg.connect(address("sop_pemilik")) as db, pytest.raises(psycopg.errors.RaiseException):
        db.execute("DELETE FROM events")
