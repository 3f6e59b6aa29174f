"""A damaged store is reported: ``python -m tests.proofs.damage [PLACES]``.

Each time one of a store's files is damaged at a random place (a byte, some bytes, a page of zeros, an end cut off) and
the program's own commands are run on it. Whatever they find, they end with a sentence and an exit code; those that read
leave the file as it is; one that writes touches nothing but its case, or nothing. Where anything in the store is no
longer as it was, ``sop store check`` and ``sop log verify`` say so, or at least a list of heads taken before does: that
is how a log is told apart that lost its end. Ends with 1 when something is wrong.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from sop_engine import office
from sop_engine.cli.main import main as program
from tests.proofs.asked import Asked, asked, quick_folder
from tests.proofs.children import Child, Say
from tests.proofs.deeds import DEEDS, HALF, NEW, NOW, STORE, Deed

READING = (
    ("inbox",),
    ("case", "list"),
    ("case", "show", NEW),
    ("case", "history", HALF),
    ("case", "explain", NEW),
    ("log", "head"),
    ("log", "export", "--to", "jsonl"),
    ("tick", "--dry-run"),
)
SOME = 3
"""How many of them, drawn by lot, are run on each damaged store."""

LOOKING = (("store", "check"), ("log", "verify"), ("log", "verify", "--heads", "heads.txt"))
WRITING = ("case", "do", NEW, "--answer", "lengkap")
EXITS = (0, 1, 3)
_PAGE = 4096

Rows = dict[str, list[str]] | None
"""What a store holds, table by table; None when it cannot be read to its end."""


Command = tuple[str, ...]


class Ran(NamedTuple):
    """What a command answered: its exit code (None: it fell) and what it said."""

    code: int | None
    said: str


Answers = Mapping[Command, Ran]
"""What commands answer on the store as it was."""


def main(given: Asked) -> int:
    """Damage, run, judge, and print the figure."""
    os.environ |= {"SOP_USER": "sari", "SOP_STORE": "", "COLUMNS": "200", "SOP_CACHE": "off"}
    office.system_clock = lambda: NOW
    chance, found, wrong = random.Random(given.seed), Counter[str](), []
    with quick_folder() as place:
        templates = [_template(Path(place) / str(number), deed) for number, deed in enumerate(_BEGINNINGS)]
        for number in range(given.count):
            folder = Path(place) / "kerja"
            template, truth, answers = templates[number % len(templates)]
            shutil.copytree(template, folder)
            what = _damage(folder, chance)
            commands = (*chance.sample(READING, SOME), *LOOKING)
            for state, fault in _judged(folder, commands, truth, answers):
                found[state] += 1
                if fault:
                    wrong.append(f"{number}, {what}: {fault}")
            shutil.rmtree(folder)
    states = "".join(f"  {times} {name}\n" for name, times in found.most_common())
    sys.stdout.write(f"damaged at {given.count} places; wrong: {len(wrong)}\n{states}")
    sys.stdout.writelines(f"{each}\n" for each in wrong[:20])
    return 1 if wrong else 0


_BEGINNINGS = tuple(next(deed for deed in DEEDS if deed.name == name) for name in ("do", "do, nobody else there"))


def _template(folder: Path, deed: Deed) -> tuple[Path, Rows, Answers]:
    folder.mkdir()
    deed.prepare(folder)
    looked = shutil.copytree(folder, folder.with_name(f"{folder.name}-lihat"))
    _run(looked, ("log", "head", "--out", "heads.txt"))
    shutil.copy(looked / "heads.txt", folder)
    commands = (*READING, *LOOKING)
    answers = dict(zip(commands, _run(looked, *commands), strict=True))
    assert all(each.code == 0 for each in answers.values()), answers
    return folder, _rows(looked), answers


def _damage(folder: Path, chance: random.Random) -> str:
    """Damage one of the files of a store, and say how."""
    paths = [path for path in sorted(folder.glob(f"{STORE}*")) if path.is_file() and not path.name.endswith("-shm")]
    path = chance.choice(paths)
    content = bytearray(path.read_bytes())
    start, kind = chance.randrange(len(content)), chance.choice(("byte", "bytes", "page", "cut"))
    if kind == "byte":
        content[start] ^= chance.randint(1, 255)
    elif kind == "bytes":
        end = min(start + chance.randint(2, 64), len(content))
        content[start:end] = chance.randbytes(end - start)
    elif kind == "page":
        start -= start % _PAGE
        content[start : start + _PAGE] = bytes(len(content[start : start + _PAGE]))
    else:
        del content[start:]
    path.write_bytes(content)
    return f"{kind} of {path.name} at {start}"


def _judged(folder: Path, commands: Sequence[Command], truth: Rows, answers: Answers) -> list[tuple[str, str]]:
    """Return what happened, and what is wrong with it, '' when nothing is."""
    path = folder / STORE
    alone = not path.with_name(f"{STORE}-wal").exists()  # else whoever looks first takes the log into the file
    before = path.read_bytes()
    ran = _run(folder, *commands)
    faults = [_fault(command, each) for command, each in zip(commands, ran, strict=True)]
    if alone and path.read_bytes() != before:
        faults.append("a command that reads has changed the file")
    now = _rows(folder)
    *_, check, verify, heads = ran
    told = _state(now == truth, check, verify, heads)
    if told == "not reported":
        faults.append("nobody has noticed: " + _difference(truth, now))
    said = dict(zip(commands[:SOME], ran, strict=False))
    otherwise = any(each.code == 0 and each.said != answers[command].said for command, each in said.items())
    judged = [(told, "; ".join(each for each in faults if each))]
    if otherwise and now != truth:
        judged.append((f"commands that read told what is not so, and did not notice ({told})", ""))
    judged.append(_after_a_step(folder, now))
    return judged


def _state(intact: bool, check: Ran, verify: Ran, heads: Ran) -> str:
    if intact:
        return "as it was" if check.code == 0 else "as it was in every row, and reported"
    if check.code and verify.code:
        return "reported"
    if check.code or verify.code:
        return "reported by one of store check and log verify"
    return "reported by the list of heads alone" if heads.code else "not reported"


def _after_a_step(folder: Path, before: Rows) -> tuple[str, str]:
    """Record a step on the damaged store; what else is there must stay as it is."""
    (ran,) = _run(folder, WRITING)
    after, fault = _rows(folder), _fault(WRITING, ran)
    if before is None or after is None:
        worse = "a store that could be read no longer can" if before is not None else ""
        return f"a step on it: exit {ran.code}", "; ".join(filter(None, (fault, worse)))
    changed = {
        row for name in before for row in {*before[name]} ^ {*after[name]} if NEW not in row and name != "definitions"
    }
    if ran.code and after != before:
        fault += "; refused, and something has changed"
    if changed:
        fault += f"; it changed {sorted(changed)[0][:200]}"
    return f"a step on it: exit {ran.code}", fault


def _fault(command: tuple[str, ...], ran: Ran) -> str:
    if ran.code in EXITS and "BUG001" not in ran.said and "Traceback" not in ran.said:
        return ""
    return f"{' '.join(command)}: exit {ran.code}, {ran.said[-300:]!r}"


def _run(folder: Path, *commands: Command) -> list[Ran]:
    """Run commands of the program in a process of its own: a damaged file may bring that down."""

    def work(say: Say) -> None:
        os.chdir(folder)
        for command in commands:
            told = io.StringIO()
            with redirect_stdout(told), redirect_stderr(told):
                code = program([*command, "--store", f"sqlite:///{STORE}"])
            say("ran", code, told.getvalue())

    said = Child(work).end()
    ran = [Ran(*each[1:]) for each in said if each[0] == "ran"]
    fell = Ran(None, str(said[-1][1]) if said and said[-1][0] == "fault" else "fell")
    return [*ran, *[fell] * (len(commands) - len(ran))]


def _rows(folder: Path) -> Rows:
    """Return what the store of a folder holds, read in a process of its own from a copy."""

    def work(say: Say) -> None:
        with closing(sqlite3.connect(copy / STORE)) as db:
            names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            found = {name: sorted(map(repr, db.execute(f"SELECT * FROM {name} NOT INDEXED"))) for name in names}
        say("rows", found)

    copy = folder.with_name("baca")
    shutil.copytree(folder, copy)
    said = Child(work).end()
    shutil.rmtree(copy)
    return said[0][1] if said and said[0][0] == "rows" else None


def _difference(truth: Rows, now: Rows) -> str:
    if truth is None or now is None:
        return "it cannot be read"
    found = [(name, row) for name in truth for row in {*truth[name]} ^ {*now.get(name, [])}]
    return f"{len(found)} rows, {found[:1]}"[:400]


if __name__ == "__main__":
    sys.exit(main(asked(__doc__, 1000, stores=("sqlite",))))
