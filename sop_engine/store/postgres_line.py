"""One line to a PostgreSQL server: statements and their values in, rows out, and what became of it when it broke.

Every statement goes straight to libpq with values of three kinds (whole numbers, texts, bytes), since the driver's
cursors cost more than the server needs for a step. Ctrl-C is heard while the server is waited for. A line that was
lost is made again; what the server was doing for it is first brought to its end, so that it can be looked at.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import count
from typing import Any, NamedTuple

import psycopg
from psycopg import pq
from psycopg.generators import execute

from sop_engine.failure import Failure
from sop_engine.store.postgres_failure import failure, first_line

PATIENCE = 20.0
"""Seconds in which a server that went away may come back, or its standby take over."""

DEFAULTS = {
    "fallback_application_name": "sop",
    "client_encoding": "UTF8",
    "connect_timeout": "10",
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "60000",
}
"""Options of a connection that an address may say otherwise: nobody waits for hours for a dead server."""

_BEGIN_SESSION = """
SELECT pg_backend_pid(), (SELECT backend_start::text FROM pg_stat_get_activity(pg_backend_pid())),
    set_config('lock_timeout', '5s', false), set_config('idle_in_transaction_session_timeout', '60s', false),
    set_config('jit', 'off', false)
"""
_END_SESSION = """
SELECT pg_terminate_backend(?::integer, 5000) FROM pg_stat_get_activity(?::integer) WHERE backend_start::text = ?
"""
# a commit waits until everything before it is where the standby must have it
_CONFIRM = "SELECT pg_logical_emit_message(true, 'sop', '')"
_UNCONFIRMED = "SyncRepWaitForLSN"
"""The function of the server that gives up waiting for a standby; its words are in the server's language."""

# a text sent as it is may hold what ends one for libpq; the server refuses that instead of cutting it off
_TEXT, _BINARY = int(pq.Format.TEXT), int(pq.Format.BINARY)

_FATAL = ("FATAL", "PANIC")
_INSIDE = (pq.TransactionStatus.ACTIVE, pq.TransactionStatus.INTRANS, pq.TransactionStatus.INERROR)
_PAUSE = 0.2
_REFUSED = (pq.ExecStatus.FATAL_ERROR, pq.ExecStatus.BAD_RESPONSE, pq.ExecStatus.PIPELINE_ABORTED)


class Lost(Exception):  # noqa: N818 - what it means depends on what was being done
    """The line broke: what was being done may have happened or not."""


class Reply(NamedTuple):
    """The rows of an answer, and how many rows a statement touched."""

    rows: list[tuple[Any, ...]]
    touched: int


class Line:
    """A connection in autocommit mode. Raises :class:`Lost` when it breaks, :class:`Failure` when it is refused."""

    def __init__(self, url: str, place: str) -> None:
        self._url = url
        self._place = place
        self._unconfirmed = False
        try:
            self._db = self._connected()
        except Lost as lost:
            raise self.broken(lost) from lost

    @property
    def in_transaction(self) -> bool:
        """Return whether a transaction is open."""
        return self._db.pgconn.transaction_status in _INSIDE

    def ask(self, sql: str, args: Sequence[Any] = (), *, once: bool = False) -> Reply:
        """Run one statement, its values where it says ``?``; one that is run ``once`` is not kept prepared."""
        numbered, pgconn = _numbered(sql), self._db.pgconn
        values = [arg.encode() if type(arg) is str else b"%d" % arg if type(arg) is int else arg for arg in args]
        formats = [_TEXT if type(arg) is int else _BINARY for arg in args]
        try:
            name = b"" if once else self._prepared(numbered)
            if name:
                pgconn.send_query_prepared(name, values, formats)
            else:
                pgconn.send_query_params(numbered, values, None, formats)
            return _reply(self._answer())
        except psycopg.Error as error:
            raise self._meaning(error) from error

    def script(self, sql: str) -> None:
        """Run several statements without values."""
        try:
            self._db.pgconn.send_query(sql.encode())
            self._answer()
        except psycopg.Error as error:
            raise self._meaning(error) from error

    def copy_in(self, sql: str, rows: Any) -> None:
        """Fill a table by ``COPY … FROM STDIN``."""
        try:
            with self._db.cursor() as cursor, cursor.copy(sql) as copy:
                for row in rows:
                    copy.write_row(row)
        except psycopg.Error as error:
            raise self._meaning(error) from error

    def roll_back(self) -> None:
        """Undo the transaction that is open; a line that is lost has undone it."""
        if self._db.pgconn.status == pq.ConnStatus.OK and self.in_transaction:
            try:
                self.ask("ROLLBACK", once=True)
            except (Lost, Failure):
                self._db.close()

    def confirmed(self) -> bool:
        """Return whether what was committed is where it must be: False once when a wait for a standby was given up."""
        given_up, self._unconfirmed = self._unconfirmed, False
        return not given_up

    def confirm(self) -> None:
        """Wait until everything that can be seen now is as durable as a commit is."""
        self.ask(_CONFIRM, once=True)

    def again(self) -> None:
        """Make the line again, after the server has ended what it did for the lost one.

        Raises :class:`Failure` STO027 when the server stays away.
        """
        self._db.close()
        process, began = self._session
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self._db = self._connected()
                while self.ask(_END_SESSION, (process, process, began), once=True).rows:
                    if time.monotonic() > until:
                        raise Failure("STO027", path=self._place, reason="pg_terminate_backend")
                return
            except (Lost, Failure) as error:
                if time.monotonic() > until:
                    raise error if isinstance(error, Failure) else self.broken(error) from error
                time.sleep(_PAUSE)

    def broken(self, lost: Exception) -> Failure:
        """Return the failure of a line that broke when nothing can have been recorded."""
        return Failure("STO027", path=self._place, reason=first_line(lost))

    def close(self) -> None:
        """Hang up."""
        self._db.close()

    def _connected(self) -> psycopg.Connection[tuple[Any, ...]]:
        known = psycopg.conninfo.conninfo_to_dict(self._url)
        more: dict[str, Any] = {name: value for name, value in DEFAULTS.items() if name not in known}
        try:
            db = psycopg.connect(self._url, autocommit=True, **more)
        except psycopg.Error as error:
            raise failure(self._place, error) from error
        db.add_notice_handler(self._noticed)
        self._db, self._unconfirmed = db, False
        self._names: dict[bytes, bytes] = {}
        self._numbers = count(1)
        try:
            process, began, *_ = self.ask(_BEGIN_SESSION, once=True).rows[0]
        except BaseException:
            db.close()
            raise
        self._session: tuple[int, str] = (process, began)
        return db

    def _prepared(self, numbered: bytes) -> bytes:
        """Return the name under which the server knows a statement, from the second time on; before it has none."""
        name = self._names.get(numbered)
        if name is None:
            self._names[numbered] = b""
            return b""
        if not name:
            name = self._names[numbered] = b"sop%d" % next(self._numbers)
            self._db.pgconn.send_prepare(name, numbered)
            self._answer()
        return name

    def _answer(self) -> pq.abc.PGresult:
        results: list[pq.abc.PGresult] = self._db.wait(execute(self._db.pgconn))
        for result in results:
            if result.status in _REFUSED:
                raise psycopg.errors.error_from_result(result, "utf-8")
        return results[-1]

    def _meaning(self, error: psycopg.Error) -> Lost | Failure:
        fatal = error.diag.severity_nonlocalized in _FATAL
        if fatal or self._db.closed or self._db.pgconn.status != pq.ConnStatus.OK:
            return Lost(first_line(error))
        return failure(self._place, error)

    def _noticed(self, notice: psycopg.errors.Diagnostic) -> None:
        if notice.source_function == _UNCONFIRMED:
            self._unconfirmed = True


@lru_cache(maxsize=256)
def _numbered(sql: str) -> bytes:
    first, *others = sql.split("?")
    return (first + "".join(f"${number}{part}" for number, part in enumerate(others, 1))).encode()


def _reply(result: pq.abc.PGresult) -> Reply:
    readers = [_READERS.get(result.ftype(column), bytes.decode) for column in range(result.nfields)]
    value = result.get_value
    rows = []
    for row in range(result.ntuples):
        found = [(read, value(row, column)) for column, read in enumerate(readers)]
        rows.append(tuple([None if said is None else read(said) for read, said in found]))
    return Reply(rows, result.command_tuples or 0)


def _bytes(value: bytes) -> bytes:
    return bytes.fromhex(value[2:].decode())


_READERS: dict[int, Callable[[bytes], Any]] = {20: int, 21: int, 23: int, 17: _bytes}
"""By the number of a column's type; what is neither a whole number nor bytes is a text."""
