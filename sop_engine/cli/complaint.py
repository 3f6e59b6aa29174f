"""``sop complaint open|list|show|answer``: complaints, which are cases and go on as every case does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sop_engine.cli.columns import printable
from sop_engine.cli.desk import Actor, Attach, NoPager, at_desk, tell, tell_without_store
from sop_engine.cli.doubts import tell_doubts
from sop_engine.cli.options import Definitions, Json, Store, catalogue
from sop_engine.cli.spoken import App
from sop_engine.failure import Failure
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.office import Office

app = App()
complaint_app = App(help=text("complaint.help_complaint"))
app.add_typer(complaint_app, name="complaint")

ComplaintId = Annotated[str, typer.Argument(metavar="COMPLAINT", help=text("complaint.arg_complaint"))]


@complaint_app.command("open", help=text("complaint.help_open"))
def open_complaint(
    sop: Annotated[str | None, typer.Argument(metavar="[SOP_ID]", help=text("complaint.arg_sop"))] = None,
    about: Annotated[str | None, typer.Option("--about", metavar="CASE", help=text("complaint.opt_about"))] = None,
    event: Annotated[int | None, typer.Option("--event", metavar="N", min=1, help=text("complaint.opt_event"))] = None,
    channel: Annotated[str | None, typer.Option("--channel", metavar="C", help=text("complaint.opt_channel"))] = None,
    category: Annotated[
        str | None, typer.Option("--category", metavar="T", help=text("complaint.opt_category"))
    ] = None,
    procedure: Annotated[
        str | None, typer.Option("--procedure", metavar="P", help=text("complaint.opt_procedure"))
    ] = None,
    group: Annotated[str | None, typer.Option("--group", metavar="G", help=text("complaint.opt_group"))] = None,
    words: Annotated[str, typer.Option("--text", metavar="T", help=text("complaint.opt_text"))] = "",
    loss: Annotated[str | None, typer.Option("--loss", metavar="T", help=text("complaint.opt_loss"))] = None,
    remedy: Annotated[str | None, typer.Option("--remedy", metavar="T", help=text("complaint.opt_remedy"))] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help=text("complaint.opt_name"))] = None,
    nik: Annotated[str | None, typer.Option("--nik", metavar="NIK", help=text("complaint.opt_nik"))] = None,
    phone: Annotated[str | None, typer.Option("--phone", metavar="T", help=text("complaint.opt_phone"))] = None,
    email: Annotated[str | None, typer.Option("--email", metavar="E", help=text("complaint.opt_email"))] = None,
    address: Annotated[str | None, typer.Option("--address", metavar="A", help=text("complaint.opt_address"))] = None,
    secret: Annotated[bool, typer.Option("--secret", help=text("complaint.opt_secret"))] = False,
    attach: Attach = None,
    actor: Actor = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Open a complaint."""
    from sop_engine.cli import case_text, complaint_text
    from sop_engine.compiler import load
    from sop_engine.office import attachments, complaints
    from sop_engine.office.complaint_ways import procedure_of, ways_of

    if event is not None and about is None:
        raise Failure("USE045", option="--event", view="complaint open", known="--about")
    who = {"name": name, "nik": nik, "phone": phone, "email": email, "address": address}
    known = catalogue(definitions)
    if sop is not None:
        # asked before the store is made: what is mistyped must not leave an empty one behind
        asked = load(known, sop)
        procedure_of(asked, procedure, ways_of(asked, channel)[0])
    with at_desk(store, create=about is None and sop is not None and bool(words.strip())) as office:
        compiled = load(known, sop if sop is not None else _sop_of(office, about))
        opened = complaints.open_complaint(
            office,
            compiled,
            complaints.Words(words, loss, remedy),
            channel=channel,
            about=about,
            event=event,
            category=category,
            procedure=procedure,
            group=group,
            complainant=who,
            secret=secret,
            files=attachments.attach(office, attach or ()),
            actor=actor,
        )
        shown = complaint_text.of(office, complaints.complaint(office, opened.complaint.view.id))
    view = opened.complaint.view
    tell_doubts(who)
    for remark in opened.remarks:
        typer.echo(printable(text(f"complaint.remark_{remark.name}", **remark.args)), err=True)
    if as_json:
        tell(complaint_text.as_json(shown))
        return
    said = text("complaint.is_opened", case=view.id)
    tell([said, *complaint_text.about(shown), "", *case_text.situation(view, store)])


@complaint_app.command("list", help=text("complaint.help_list"))
def list_complaints(
    running: Annotated[bool, typer.Option("--open", help=text("complaint.opt_open"))] = False,
    late: Annotated[bool, typer.Option("--late", help=text("complaint.opt_late"))] = False,
    about: Annotated[str | None, typer.Option("--about", metavar="CASE", help=text("complaint.opt_list_about"))] = None,
    no_pager: NoPager = False,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """List complaints."""
    from sop_engine.cli import case_json, complaint_text, pager
    from sop_engine.office import complaints
    from sop_engine.office.titles import procedures

    with at_desk(store) as office:
        found = complaints.complaints(office, running=running, late=late, about=about)
        titles = {} if as_json else procedures(office, found)
        now = office.now()
    if as_json:
        tell(case_json.cases(found))
    elif office.has_store:
        pager.show(complaint_text.listed(found, titles, office.place, now), plain=no_pager)
    tell_without_store(office, as_json=as_json)


@complaint_app.command("show", help=text("complaint.help_show"))
def show(
    case: ComplaintId,
    reveal: Annotated[bool, typer.Option("--reveal", help=text("complaint.opt_reveal"))] = False,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Show a complaint."""
    from sop_engine.cli import case_text, complaint_text
    from sop_engine.office import complaints

    with at_desk(store) as office:
        if reveal:
            found, who = complaints.revealed(office, case)
            shown = complaint_text.of(office, found, who)
        else:
            shown = complaint_text.of(office, complaints.complaint(office, case))
    if as_json:
        tell(complaint_text.as_json(shown))
        return
    tell([*complaint_text.whole(shown), "", *case_text.situation(shown.complaint.view, store)])


@complaint_app.command("answer", help=text("complaint.help_answer"))
def answer(
    case: ComplaintId,
    words: Annotated[str, typer.Option("--text", metavar="T", help=text("complaint.opt_answer"))] = "",
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help=text("letter.opt_out"))] = None,
    number: Annotated[str | None, typer.Option("--number", metavar="N", help=text("letter.opt_number"))] = None,
    actor: Actor = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Answer a complaint."""
    from sop_engine.cli.letter import posted
    from sop_engine.correspondence import answer as answers
    from sop_engine.correspondence.posting import form_of, post
    from sop_engine.office import complaints

    form = "pdf" if out is None else form_of(out)
    with at_desk(store) as office:
        found = complaints.complaint(office, case)
        told = answers.told(office, found, words, number, actor)
        name = text(f"complaint.file_{'interim' if told.interim else 'answer'}", case=case, form=form)
        note = None if found.secret else words
        made = post(office, found.view, told, catalogue(definitions), name, note=note, actor=actor)
    how = "is_answered_now" if told.interim else "is_answered"
    posted(made, out or Path(name), text_of=("complaint.was_answered", f"complaint.{how}"), as_json=as_json)


def _sop_of(office: Office, about: str | None) -> str:
    if about is None:
        raise Failure("USE066")
    return office.show(about).record.sop
