"""A case -> its flowchart as files: what is done, what is open and what is still to come."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sop_engine.failure import Failure
from sop_engine.office import History
from sop_engine.render.flowchart import chart as flowchart
from sop_engine.render.publication import heading
from sop_engine.writing import write_whole

_FORMATS = (".svg", ".png")


def write_picture(history: History, file: Path) -> tuple[Path, ...]:
    """Draw a case to ``file`` (.svg or .png), further pages beside it as ``_2``, ``_3``; return what was written.

    Raises :class:`Failure` USE025 for another kind of file, OUT001-OUT003 when it cannot be written.
    """
    view = history.view
    if file.suffix.lower() not in _FORMATS:
        raise Failure("USE025", path=file, allowed=", ".join(_FORMATS))
    reached = frozenset() if view.end is None else frozenset({view.end.id})
    current = frozenset(node.id for node in view.open_nodes)
    progress = flowchart.Progress(history.done | reached, current, history.walked, history.skipped, view.awaits)
    pages = flowchart.draw(view.flow, replace(heading(view.compiled, view.flow), case=view.id), progress)
    return tuple(_write(page, number, file) for number, page in enumerate(pages, 1))


def _write(page: str, number: int, file: Path) -> Path:
    path = file if number == 1 else file.with_stem(f"{file.stem}_{number}")
    content: str | bytes = page
    if path.suffix.lower() == ".png":
        from sop_engine.render.image import png

        content = png(page)
    write_whole(path, content)
    return path
