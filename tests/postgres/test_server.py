"""The server of the tests is what it says: durable, killed all at once, followed by a standby that has everything."""

from concurrent.futures import ThreadPoolExecutor

import psutil
import psycopg
import pytest
from postgres.server import Server, is_dead


def numbers(address: str) -> list[int]:
    with psycopg.connect(address) as connection:
        return [number for (number,) in connection.execute("SELECT number FROM numbers ORDER BY number")]


def add(address: str, number: int) -> None:
    with psycopg.connect(address) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS numbers (number integer)")
        connection.execute("INSERT INTO numbers VALUES (%s)", [number])


def test_each_database_begins_empty(postgres_server, postgres_url):
    add(postgres_url, 1)
    other = postgres_server.create_database()
    with pytest.raises(psycopg.errors.UndefinedTable):
        numbers(other)
    postgres_server.drop_database(other)


def test_a_commit_waits_for_the_disk(postgres_url):
    with psycopg.connect(postgres_url) as connection:
        settings = "SELECT name, setting FROM pg_settings WHERE name = ANY(%s)"
        found = connection.execute(settings, [["fsync", "full_page_writes", "synchronous_commit"]]).fetchall()
    assert dict(found) == {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}


def test_what_was_committed_survives_a_kill_of_all_processes(own_server):
    address = own_server.create_database()
    add(address, 1)
    first = psutil.Process(own_server._process.pid)
    processes = [first, *first.children(recursive=True)]
    own_server.kill()
    assert len(processes) > 3
    assert all(map(is_dead, processes))
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(address)
    own_server.start()
    assert numbers(address) == [1]


def test_a_planned_restart_keeps_the_address(own_server):
    address = own_server.create_database()
    add(address, 1)
    own_server.stop()
    own_server.start()
    assert numbers(address) == [1]


@pytest.mark.parametrize("commit", ["on", "remote_apply"])
def test_a_promoted_standby_has_all_that_was_acknowledged(own_server, commit):
    address = own_server.create_database()
    follower = own_server.standby(commit=commit)
    try:
        with own_server.admin() as admin:
            assert admin.execute("SHOW synchronous_commit").fetchone() == (commit,)
        add(address, 1)
        name = psycopg.conninfo.conninfo_to_dict(address)["dbname"]
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            add(follower.address(name), 2)
        own_server.kill()
        follower.promote()
        add(follower.address(name), 2)
        assert numbers(follower.address(name)) == [1, 2]
    finally:
        follower.remove()


def test_without_its_standby_a_commit_waits(own_server):
    address = own_server.create_database()
    add(address, 1)
    follower = own_server.standby()
    follower.kill()
    follower.remove()
    with ThreadPoolExecutor(1) as pool, own_server.admin() as admin:
        waiting = pool.submit(add, address, 2)
        while not admin.execute("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'").fetchone():
            assert not waiting.done()
        assert numbers(address) == [1]
        admin.execute("ALTER SYSTEM RESET synchronous_standby_names")
        admin.execute("SELECT pg_reload_conf()")
        waiting.result(timeout=30)
    assert numbers(address) == [1, 2]


@pytest.mark.usefixtures("postgres_server")  # skipped where the others are
def test_it_may_listen_on_a_port():
    with Server(tcp=True) as server, server.admin() as admin:
        assert "127.0.0.1" in server.url
        assert admin.execute("SELECT 1").fetchone() == (1,)
