"""The main job, once, for somebody who has just arrived: check, draw, print, and run one case through a return.

Uses the same functions as the commands; nothing here is special but the choice of what to show.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sop_engine.compiler import Compiled, compile_file, sound
from sop_engine.definition.catalogue import Catalogue
from sop_engine.engine.advance import Choice
from sop_engine.failure import Failure
from sop_engine.messages import text
from sop_engine.office import CaseView, Office, present_person, system_clock
from sop_engine.render.publication import Pictures, Sheets
from sop_engine.settings import PLAIN
from sop_engine.store.place import connect
from sop_engine.writing import write_whole

SHOWN = "kerjasama-media"
"""The SOP whose case is run: it has a verification that may return the file."""

_LONGEST = 200

Say = Callable[[str], object]


def run(folder: Path, out: Path, say: Say) -> None:
    """Validate the definitions of ``folder``, write pictures and sheets to ``out``, and step one case to its end."""
    catalogue = Catalogue(folder)
    say(text("demo.checking", folder=folder))
    compiled = [_checked(path, catalogue, say) for path in catalogue.paths()]
    if not compiled:
        raise Failure("USE013", path=folder)
    say("")
    say(text("demo.printing", folder=out))
    for each in compiled:
        names = []
        for order in (Pictures(formats=("svg", "png")), Sheets(("html", "pdf"))):
            for made in order.made(each, PLAIN, catalogue):
                write_whole(out / made.name, made.content)
                names.append(made.name)
        say(f"  {each.definition.title}: {', '.join(names)}")
    shown = next((each for each in compiled if each.definition.id == SHOWN), compiled[0])
    say("")
    say(text("demo.running", title=shown.definition.title))
    case = _walk(shown, out / "kasus.db", say)
    say("")
    store = f"sqlite:///{(out / 'kasus.db').as_posix()}"
    say(text("demo.look", folder=out, sop=shown.definition.id, case=case.id, store=store, program=_program()))


def _program() -> str:
    """Return how this program is called here: by its name where that is found, else by its whole path."""
    installed = Path(sys.executable).with_name("sop.exe" if sys.platform == "win32" else "sop")
    return "sop" if shutil.which("sop") or not installed.exists() else str(installed)


def _checked(path: Path, catalogue: Catalogue, say: Say) -> Compiled:
    result = compile_file(path, catalogue)
    compiled = sound(result, path.stem, path)
    say(text("demo.valid", path=path, findings=len(result[1])))
    return compiled


def _walk(compiled: Compiled, store: Path, say: Say) -> CaseView:
    """Run a case: take each return once, then the way on that leads to an end."""
    store.parent.mkdir(parents=True, exist_ok=True)
    with closing(connect(f"sqlite:///{store}", create=True)) as journal:
        office = Office(journal, present_person(), system_clock)
        view = office.open_case(compiled, note=text("demo.note"))
        say(text("demo.opened", case=view.id))
        returned: set[str] = set()
        for _ in range(_LONGEST):
            if not view.choices:
                break
            choice = _next(view, returned)
            view = office.do(view.id, choice.node.id, answer=choice.edge.answer, skip=choice.skip)
            say(_told(view, choice))
    return view


def _next(view: CaseView, returned: set[str]) -> Choice:
    for choice in view.choices:
        if choice.edge.back and choice.node.id not in returned:
            returned.add(choice.node.id)
            return choice
    return next((choice for choice in view.choices if not choice.edge.back), view.choices[0])


def _told(view: CaseView, choice: Choice) -> str:
    node = choice.node
    line = f"  {node.number}. {view.flow.actors[node.actor]}: {node.activity}"
    if choice.edge.answer is not None:
        line += f" → {choice.edge.answer}"
    if choice.edge.back:
        line += " " + text("demo.returned", number=view.flow.node[choice.edge.target].number)
    if view.end is not None:
        line += "\n" + text("demo.ended", end=view.end.text)
    return line
