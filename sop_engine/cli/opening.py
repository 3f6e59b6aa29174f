"""``sop case open``: a new case with its reference, applicant, channel and the papers that were handed in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sop_engine.cli.desk import Actor, Note, at_desk, tell, tell_case
from sop_engine.cli.doubts import tell_doubts
from sop_engine.cli.options import Definitions, Json, Store, catalogue
from sop_engine.cli.spoken import App
from sop_engine.messages import text

app = App()

Have = Annotated[list[str] | None, typer.Option("--have", metavar="ID", help=text("casework.opt_have"))]
Lacks = Annotated[list[str] | None, typer.Option("--lacks", metavar="ID", help=text("casework.opt_lacks"))]
Complete = Annotated[bool, typer.Option("--complete", help=text("casework.opt_complete"))]


@app.command("open", help=text("opening.help_open"))
def open_case(
    sop: Annotated[str, typer.Argument(metavar="SOP_ID", help=text("opening.arg_sop"))],
    procedure: Annotated[
        str | None, typer.Option("--procedure", metavar="P", help=text("opening.opt_procedure"))
    ] = None,
    group: Annotated[str | None, typer.Option("--group", metavar="G", help=text("opening.opt_group"))] = None,
    reference: Annotated[
        str | None, typer.Option("--reference", metavar="R", help=text("opening.opt_reference"))
    ] = None,
    channel: Annotated[str | None, typer.Option("--channel", metavar="C", help=text("opening.opt_channel"))] = None,
    category: Annotated[str | None, typer.Option("--category", metavar="T", help=text("opening.opt_category"))] = None,
    have: Have = None,
    lacks: Lacks = None,
    complete: Complete = False,
    applicant: Annotated[
        str | None, typer.Option("--applicant", metavar="NAME", help=text("opening.opt_applicant"))
    ] = None,
    nik: Annotated[str | None, typer.Option("--nik", metavar="NIK", help=text("opening.opt_nik"))] = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="T", help=text("opening.opt_phone"))] = None,
    email: Annotated[str | None, typer.Option("--email", metavar="E", help=text("opening.opt_email"))] = None,
    address: Annotated[str | None, typer.Option("--address", metavar="A", help=text("opening.opt_address"))] = None,
    receipt: Annotated[Path | None, typer.Option("--receipt", metavar="FILE", help=text("letter.opt_receipt"))] = None,
    note: Note = None,
    actor: Actor = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Open a case."""
    from sop_engine.cli.letter import hand_over, try_receipt, write
    from sop_engine.compiler import load
    from sop_engine.correspondence.posting import Posted, form_of
    from sop_engine.engine.advance import check_group
    from sop_engine.office.applicant import applicant_of
    from sop_engine.office.papers import checklist, facts

    known = catalogue(definitions)
    compiled = load(known, sop)
    # asked before the store is: what is mistyped must not leave an empty store behind
    check_group(compiled.flow(procedure, group))
    if receipt is not None:
        form_of(receipt)
    wanted = checklist(compiled.definition, group)
    papers = facts(wanted, have or (), lacks or (), complete=complete)
    said = {"name": applicant, "nik": nik, "phone": phone, "email": email, "address": address}
    someone = applicant_of(said, named="--applicant")
    with at_desk(store, create=True) as office:
        opened = office.open_case(
            compiled,
            procedure,
            note,
            group,
            reference=reference,
            channel=channel,
            category=category,
            papers=papers,
            applicant=someone,
            actor=actor,
        )
        made = None if receipt is None else try_receipt(office, opened, known, receipt)
    tell_doubts(said)
    view = made.sent.view if isinstance(made, Posted) else opened
    written = None if made is None or receipt is None else write(made, receipt)
    tell_case(view, text("officer.is_opened", case=view.id), store, as_json=as_json)
    if papers and not as_json:
        from sop_engine.cli.papers_text import checklist as shown
        from sop_engine.office.papers import checked

        tell(["", *shown(wanted, checked([opened.event] if opened.event else []))])
    if written is not None and receipt is not None:
        hand_over(written, receipt, quiet=as_json)
