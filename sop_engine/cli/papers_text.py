"""Requirements, what was handed in of them, and applicants -> lines for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import typer

from sop_engine.cli.columns import Row, blocks, table
from sop_engine.messages import text
from sop_engine.office.disclosure import Erased
from sop_engine.office.papers import Checked, Paper, Received


def summary(wanted: Sequence[Paper], checked: Checked | None) -> str:
    """Return in a few words how the file stands."""
    if checked is None:
        return text("papers.papers_unsaid")
    if not checked.lacks:
        return text("papers.papers_complete")
    return text("papers.papers_short", keys=", ".join(checked.lacks))


def checklist(wanted: Sequence[Paper], checked: Checked | None) -> list[str]:
    """Return the checklist: ``[x]`` what is there, ``[ ]`` what is missing, and what that is."""
    if not wanted:
        return [text("papers.papers_none")]
    rows: list[Row] = []
    missing = []
    for paper in wanted:
        for each in paper.every:
            rows.append(_row(each, checked, lead="  " if each is not paper else ""))
            missing.append(checked is not None and each.key in checked.lacks)
    lines = [typer.style(text("papers.papers"), bold=True)]
    for block, lacking in zip(blocks(rows), missing, strict=True):
        lines += [typer.style(line, fg="red") if lacking else line for line in block]
    if checked is None:
        return [*lines, text("papers.papers_unsaid")]
    count = len(checked.lacks)
    return [*lines, text("papers.papers_lacking", count=count) if count else text("papers.papers_complete")]


def erased(case: str, done: Erased, store: str | None) -> list[str]:
    """Return that an applicant's data are gone, with which files, and which are still there."""
    from sop_engine.cli.pasted import command

    again = command("case", "applicant", case, "--erase", "--files", "--note", "…", store=store)
    said = {name: ", ".join(names) for name, names in done._asdict().items() if names}
    lines = [text(f"papers.files_{name}", names=names, command=again) for name, names in said.items()]
    return [text("papers.is_erased", case=case), *lines]


def applicant(fields: Mapping[str, str]) -> list[str]:
    """Return who the applicant is, a line a field."""
    if not fields:
        return [text("papers.no_applicant")]
    return table([(text(f"papers.field_{name}"), value) for name, value in fields.items()])


def _row(paper: Paper, checked: Checked | None, lead: str) -> Row:
    got = checked.have.get(paper.key) if checked is not None else None
    lacking = checked is not None and paper.key in checked.lacks
    mark = "[ ]" if lacking or got is None else "[x]"
    told = [f"{paper.text}{_asked(paper)}"]
    if got is not None and not got.plain:
        told.append(text("papers.paper_there", what=_pieces(got)))
    if lacking:
        told.append(text("papers.paper_short"))
    return f"{mark} {lead}{paper.key}", "; ".join(told)


def _asked(paper: Paper) -> str:
    """Return what is asked of a paper, in brackets: original, copies, form, when, or that one of several is enough."""
    said = [text("papers.paper_original")] if paper.original else []
    said += [text("papers.paper_copies", count=paper.copies)] if paper.copies else []
    said += [text("papers.paper_form", form=paper.form)] if paper.form else []
    said += [text("papers.paper_when", when=paper.when)] if paper.when else []
    said += [text("papers.paper_any")] if paper.enough else []
    return f" ({', '.join(said)})" if said else ""


def _pieces(got: Received) -> str:
    said = [text("papers.paper_original")] if got.original else []
    return ", ".join([*said, *([text("papers.paper_copies", count=got.copies)] if got.copies else [])])
