"""A case -> its flowchart or its lanes: what is done and when, what is open and since when, what is still to come."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sop_engine.batch.leftovers import clear_later_pages
from sop_engine.failure import Failure
from sop_engine.render.diagram import Progress
from sop_engine.render.flowchart import chart as flowchart
from sop_engine.render.notice import Notice, gaps
from sop_engine.render.palette import WARNA
from sop_engine.render.publication import heading
from sop_engine.writing import write_whole

if TYPE_CHECKING:
    from sop_engine.office import History
    from sop_engine.render.palette import Theme

_FORMATS = (".svg", ".png")


class Drawing(NamedTuple):
    """The pages (SVG) of a case, and what there is to tell about them."""

    pages: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def drawing(history: History, view: str = flowchart.VIEW, theme: Theme = WARNA, *, across: bool = False) -> Drawing:
    """Return a case as it stands, in the view "flowchart" or "lanes"; ``across`` is for lanes alone.

    Raises :class:`Failure` OUT010 when a step has more answers than fit on a page of the flowchart.
    """
    flow, progress = history.view.flow, _progress(history)
    shown = replace(heading(history.view.compiled, flow), case=history.view.id)
    if view == flowchart.VIEW:
        return Drawing(flowchart.draw(flow, shown, progress, theme=theme))
    from sop_engine.render.lanes import chart as lanes

    return Drawing(*lanes.drawing(flow, shown, progress, across=across, theme=theme))


def write_picture(history: History, file: Path) -> tuple[tuple[Path, ...], tuple[Notice, ...]]:
    """Draw a case to ``file`` (.svg or .png), further pages beside it as ``_2``, ``_3``.

    Return what was written, and what there is to tell about it, also which characters the typeface lacks.

    Where it has the case's own name, the pages that a longer picture of this case left there are removed.
    Raises :class:`Failure` USE025 for another kind of file, OUT001-OUT003 when it cannot be written.
    """
    if file.suffix.lower() not in _FORMATS:
        raise Failure("USE025", path=file, allowed=", ".join(_FORMATS))
    pages, notices = drawing(history)
    written = tuple(_write(page, number, file) for number, page in enumerate(pages, 1))
    if file.stem == history.view.id:  # another name is the officer's own, and so may be what else begins with it
        clear_later_pages(file.parent, (path.name for path in written))
    return written, (*notices, *gaps("".join(pages)))


def _progress(history: History) -> Progress:
    view = history.view
    reached = frozenset() if view.end is None else frozenset({view.end.id})
    current = frozenset(node.id for node in view.open_nodes)
    return Progress(history.done | reached, current, history.walked, history.skipped, view.awaits, history.times)


def _write(page: str, number: int, file: Path) -> Path:
    path = file if number == 1 else file.with_stem(f"{file.stem}_{number}")
    content: str | bytes = page
    if path.suffix.lower() == ".png":
        from sop_engine.render.image import png

        content = png(page)
    write_whole(path, content)
    return path
