"""A running case -> its picture as result files, as ``render`` writes them: how far it has come, with its times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sop_engine.batch.leftovers import clear_later_pages
from sop_engine.batch.work import Outcome
from sop_engine.cli.case_picture import drawing
from sop_engine.cli.desk import at_desk
from sop_engine.failure import Failure
from sop_engine.render.palette import THEMES
from sop_engine.render.publication import FLOWCHART, THEMED, Pictures, full_title, heading
from sop_engine.render.result import DRAWN, Imprint, Made, files
from sop_engine.writing import make_ready, write_whole


def write_case(case: str, store: str | None, order: Pictures, out: Path) -> Outcome:
    """Draw a case as it stands, as the order says, into the folder ``out``.

    Raises :class:`Failure` USE044 and USE045 for a format and a view in which no case is drawn, RUN0xx and STO0xx as
    the office does, OUT0xx when nothing can be written there or it cannot be drawn; what fails when some of it is
    written stands in the outcome.
    """
    if order.view not in THEMED:
        raise Failure("USE045", option="--case", view=order.view, known=", ".join(THEMED))
    wrong = [each for each in order.formats if each not in DRAWN]
    if wrong:
        raise Failure("USE044", view=f"{order.view} --case", value=wrong[0], known=", ".join(DRAWN))
    with at_desk(store) as office:
        history = office.history(case)
    make_ready(out)
    pages, notices = drawing(history, order.view, THEMES[order.theme], across=order.across)
    shown = heading(history.view.compiled, history.view.flow)
    stem = case if order.view == FLOWCHART else f"{case}.{order.named}"
    imprint = Imprint(stem, stem, f"{full_title(shown, order.named)} ({case})", shown.unit)
    return _written(case, files(pages, order.formats, imprint, notices), out)


def _written(case: str, made: Iterable[Made], out: Path) -> Outcome:
    """Write the files as they are made; what fails then leaves those that were written before it."""
    outcome = Outcome()
    try:
        for each in made:
            path = out / each.name
            write_whole(path, each.content)
            told = tuple((str(path), notice) for notice in each.notices)
            outcome = replace(outcome, files=(*outcome.files, str(path)), notices=(*outcome.notices, *told))
        clear_later_pages(out, (Path(file).name for file in outcome.files))
    except Failure as failure:
        return replace(outcome, failed=f"{case}: {failure.code} {failure.message()}", code=failure.exit_code)
    return outcome
