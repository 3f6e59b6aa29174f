"""Words of a command -> the line that an officer can paste into the shell: quoted, and at the store that was given.

A store that the environment names is named by it again, and an address is repeated without its password: a screen, a
log and the history of a shell are read by others.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.office import CaseView


def command(*words: str, store: str | None = None) -> str:
    """Return ``sop`` with its words as one line for the machine's shell; ``store`` None: the default one is meant."""
    line = ["sop", *words]
    if store is not None and store != os.environ.get("SOP_STORE"):
        from sop_engine.store.place import without_password

        line += ["--store", without_password(store)]
    if os.name == "nt":
        from subprocess import list2cmdline

        return list2cmdline(line)
    return shlex.join(line)


def recording(view: CaseView, step: str, store: str | None, together: Sequence[str] = ()) -> Iterator[str]:
    """Yield a command for each way to do an open step, by its answers; ``together`` are actors who must be named.

    Each carries the version that is shown: whoever pastes it after a colleague did records nothing.
    """
    seen = ("--expect", str(view.case.version))
    others = [word for each in together for word in ("--with", f"{each}={text('officer.person_here')}")]
    waiting, node = view.case.waiting(step), view.flow.node[step]
    without_call = node.call is not None and waiting is not None and waiting.called is None
    for choice in view.choices:
        if choice.node.id == step and not choice.skip and not choice.late:
            answer = () if choice.edge.answer is None else ("--answer", choice.edge.answer)
            note = ("--note", text("officer.reason_here")) if choice.edge.reason or without_call else ()
            yield command("case", "do", view.id, step, *answer, *note, *others, *seen, store=store)


def passing(view: CaseView, step: str, *how: str, store: str | None) -> str:
    """Return the command that passes an open step over: ``how`` is ``--skip``, or ``--escalate`` and where to."""
    return command("case", "do", view.id, step, *how, "--expect", str(view.case.version), store=store)
