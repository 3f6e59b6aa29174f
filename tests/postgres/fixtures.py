"""Fixtures for tests that need a PostgreSQL: one server for the run, a database of its own for each test.

``store_url`` is for tests that run on both databases.

Where no server can run, the tests that need one fail. ``SOP_TEST_POSTGRES=off`` skips them, and says so.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from postgres.server import Server


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """One running server for all tests of the run; a test that stops or kills a server makes its own."""
    with _server() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[str]:
    """The address of an empty database that is this test's alone."""
    address = postgres_server.create_database()
    yield address
    postgres_server.drop_database(address)


@pytest.fixture(scope="session")
def store_template(postgres_server: Server) -> str:
    """The name of a database with an empty store in it, from which others are made quickly."""
    from sop_engine.store.place import connect

    address = postgres_server.create_database()
    connect(address, create=True).close()
    return address.rpartition("/")[2].partition("?")[0]


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a store that is this test's alone; on PostgreSQL its tables are there, the file is not."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'kasus.db'}"
        return
    server = request.getfixturevalue("postgres_server")
    address = server.create_database(request.getfixturevalue("store_template"))
    yield address
    server.drop_database(address)


@pytest.fixture
def own_server() -> Iterator[Server]:
    """A server that the test may stop, kill and fail over."""
    with _server() as server:
        yield server


def _server() -> Server:
    if os.environ.get("SOP_TEST_POSTGRES") == "off":
        pytest.skip("SOP_TEST_POSTGRES=off")
    from postgres.server import Server  # every run of tests has this plugin, few need a server

    return Server()
