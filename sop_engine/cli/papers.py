"""``sop case file`` gives an attachment back, ``sop case applicant`` shows, reveals or erases who the applicant is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sop_engine.cli.desk import CaseId, Note, at_desk, tell
from sop_engine.cli.options import Json, Store
from sop_engine.cli.spoken import App
from sop_engine.failure import Failure
from sop_engine.messages import text

app = App()


@app.command("file", help=text("papers.help_file"))
def file(
    case: CaseId,
    name: Annotated[str, typer.Argument(metavar="NAME", help=text("papers.arg_file"))],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=text("papers.opt_file_out"))],
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Write an attachment to a file."""
    from sop_engine.office import attachments, disclosure
    from sop_engine.writing import write_whole

    with at_desk(store) as office:
        try:
            found, content = attachments.fetch(office, case, name)
        except Failure as failure:
            said = failure.args_of_message
            if failure.code == "RUN053" and disclosure.was_erased(office, case, said["digest"]):
                raise Failure("RUN061", case=case, name=said["name"]) from failure
            raise
    if out.exists():
        raise Failure("USE034", path=out)
    write_whole(out, content)
    told = text("papers.is_written", name=found.name, path=out, size=found.size)
    tell({**found._asdict(), "path": str(out)} if as_json else [told])


@app.command("applicant", help=text("papers.help_applicant"))
def applicant(
    case: CaseId,
    reveal: Annotated[bool, typer.Option("--reveal", help=text("papers.opt_reveal"))] = False,
    erase: Annotated[bool, typer.Option("--erase", help=text("papers.opt_erase"))] = False,
    files: Annotated[bool, typer.Option("--files", help=text("papers.opt_files"))] = False,
    note: Note = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Show, reveal or erase the applicant's data."""
    from sop_engine.cli import papers_text
    from sop_engine.office import disclosure

    if reveal and (erase or files):
        raise Failure("USE051", first="--reveal", second="--erase" if erase else "--files")
    if files and not erase:
        raise Failure("USE067", option="--files", other="--erase")
    with at_desk(store) as office:
        office.show(case)
        if erase:
            done = disclosure.erase(office, case, note, files=files)
            answer = {"case": case, "erased": True, **done._asdict()}
            tell(answer if as_json else papers_text.erased(case, done, store))
            return
        fields = disclosure.revealed(office, case) if reveal else disclosure.fields(office, case)
    tell({"case": case, "applicant": fields} if as_json else papers_text.applicant(fields))
