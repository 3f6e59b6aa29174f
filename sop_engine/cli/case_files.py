"""A running case -> its picture as result files, as ``render`` writes them: how far it has come, with its times."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sop_engine.batch.leftovers import clear_later_pages
from sop_engine.batch.work import Outcome
from sop_engine.cli.case_picture import case_pages
from sop_engine.failure import Failure
from sop_engine.office import Office, present_person, system_clock
from sop_engine.render.palette import THEMES
from sop_engine.render.publication import FLOWCHART, THEMED, Pictures, full_title, heading
from sop_engine.render.result import DRAWN, Imprint, files
from sop_engine.store.place import DEFAULT_PLACE, connect
from sop_engine.writing import write_whole


def write_case(case: str, store: str | None, order: Pictures, out: Path) -> Outcome:
    """Draw a case as it stands, as the order says, into the folder ``out``.

    Raises :class:`Failure` USE044 and USE045 for a format and a view in which no case is drawn, RUN0xx and STO0xx as
    the office does, OUT0xx when it cannot be drawn or written.
    """
    if order.view not in THEMED:
        raise Failure("USE045", option="--case", view=order.view, known=", ".join(THEMED))
    wrong = [each for each in order.formats if each not in DRAWN]
    if wrong:
        raise Failure("USE044", view=f"{order.view} --case", value=wrong[0], known=", ".join(DRAWN))
    with closing(connect(store or DEFAULT_PLACE, create=False)) as journal:
        history = Office(journal, present_person(), system_clock).history(case)
    pages = case_pages(history, order.view, THEMES[order.theme], across=order.across)
    shown = heading(history.view.compiled, history.view.flow)
    stem = case if order.view == FLOWCHART else f"{case}.{order.named}"
    outcome = Outcome()
    for made in files(pages, order.formats, Imprint(stem, stem, f"{full_title(shown)} ({case})", shown.unit)):
        path = str(out / made.name)
        write_whole(Path(path), made.content)
        told = tuple((path, notice) for notice in made.notices)
        outcome = Outcome((*outcome.files, path), (*outcome.notices, *told))
    clear_later_pages(out, (Path(file).name for file in outcome.files))
    return outcome
