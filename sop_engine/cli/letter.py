"""``sop case letter``: what applicants are told in writing, made from the record of a case and attached to it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sop_engine.cli.columns import printable
from sop_engine.cli.desk import Actor, CaseId, at_desk, tell
from sop_engine.cli.options import Definitions, Json, Store, catalogue
from sop_engine.cli.spoken import App
from sop_engine.failure import Failure
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.correspondence.posting import Posted
    from sop_engine.definition.catalogue import Catalogue
    from sop_engine.office import CaseView, Office
    from sop_engine.render.letter.kinds import Receipt, Rejection

app = App()


class Kind(StrEnum):
    """Which letter."""

    RECEIPT = "receipt"
    REJECTION = "rejection"
    RETURN = "return"
    LAPSE = "lapse"


@app.command("letter", help=text("letter.help_letter"))
def letter(
    case: CaseId,
    kind: Annotated[Kind, typer.Argument(help=text("letter.arg_kind"))],
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help=text("letter.opt_out"))] = None,
    number: Annotated[str | None, typer.Option("--number", metavar="N", help=text("letter.opt_number"))] = None,
    actor: Actor = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Make a letter."""
    from sop_engine.correspondence import receipt, rejection
    from sop_engine.correspondence.posting import form_of, post

    form = "pdf" if out is None else form_of(out)
    name = text(f"letter.file_{kind.value}", case=case, form=form)
    with at_desk(store) as office:
        view = office.show(case)
        told: Receipt | Rejection
        if kind is Kind.RECEIPT:
            told = receipt.told(office, view, number)
        else:
            told = rejection.told(office, view, rejection.Verdict(kind.value), number)
        made = post(office, view, told, catalogue(definitions), name, actor=actor)
    posted(made, out or Path(name), text_of=("letter.was_sent", "letter.is_sent"), as_json=as_json)


def try_receipt(office: Office, view: CaseView, known: Catalogue, out: Path) -> Posted | Failure:
    """Make and keep the receipt of a case that was just opened, in the format of the file ``out``.

    What stands in the way is returned: the officer must be told of the case first.
    """
    from sop_engine.correspondence import receipt
    from sop_engine.correspondence.posting import form_of, post

    name = text("letter.file_receipt", case=view.id, form=form_of(out))
    try:
        return post(office, view, receipt.told(office, view), known, name)
    except Failure as failure:
        return failure


def write(made: Posted | Failure, out: Path) -> Posted | Failure:
    """Write a letter to a file, and return it, or what stood in its way.

    Before anything is printed: whoever reads the first line alone is to have the letter.
    """
    from sop_engine.writing import write_whole

    try:
        if not isinstance(made, Failure):
            write_whole(out, made.sent.content)
    except Failure as failure:
        return failure
    return made


def hand_over(made: Posted | Failure, out: Path, *, quiet: bool) -> None:
    """Say where a letter was written unless ``quiet``; raises what stood in its way."""
    if isinstance(made, Failure):
        raise made
    for notice in made.notices:
        typer.echo(printable(notice.message()), err=True)
    if not quiet:
        tell([printable(text("letter.is_sent", path=out, case=made.sent.view.id))])


def posted(made: Posted, out: Path, *, text_of: tuple[str, str], as_json: bool) -> None:
    """Write a letter that was kept to a file, and say so; ``text_of`` are the phrases for an old and a new one."""
    hand_over(write(made, out), out, quiet=True)
    sent = made.sent
    if as_json:
        tell({"case": sent.view.id, "path": str(out), "new": sent.new, "file": sent.file._asdict()})
        return
    tell([printable(text(text_of[sent.new], path=out, case=sent.view.id))])
