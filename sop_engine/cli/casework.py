"""What an officer does to a case beside its procedure: papers, claims, comments, corrections, recalls, called SOPs.

Each command takes its arguments, calls the function of its name once, and prints where the case stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sop_engine.cli.desk import Actor, Attach, CaseId, Expect, Note, Reason, Step, at_desk, tell, tell_case
from sop_engine.cli.opening import Complete, Have, Lacks
from sop_engine.cli.options import Definitions, Json, Store, catalogue
from sop_engine.cli.spoken import App
from sop_engine.engine.event import EventKind
from sop_engine.messages import text

if TYPE_CHECKING:
    from sop_engine.office import CaseView

app = App()


@app.command("check", help=text("casework.help_check"))
def check(
    case: CaseId,
    have: Have = None,
    lacks: Lacks = None,
    complete: Complete = False,
    note: Note = None,
    actor: Actor = None,
    expect: Expect = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Check the papers of a case."""
    from sop_engine.cli import case_json, papers_text
    from sop_engine.office import papers

    with at_desk(store) as office:
        view = papers.check(
            office, case, have=have or (), lacks=lacks or (), complete=complete, note=note, actor=actor, expect=expect
        )
    if as_json:
        tell(case_json.case(view))
        return
    wanted = papers.checklist(view.compiled.definition, view.case.group)
    shown = papers_text.checklist(wanted, papers.checked([view.event] if view.event else []))
    tell([text("casework.is_checked"), "", *shown])


@app.command("claim", help=text("casework.help_claim"))
def claim(
    case: CaseId,
    step: Step = None,
    actor: Actor = None,
    expect: Expect = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Claim a step."""
    from sop_engine.office import custody

    with at_desk(store) as office:
        view = custody.claim(office, case, step, actor=actor, expect=expect)
        taken_over = view.event is not None and view.event.kind is EventKind.REASSIGNED
        name = "casework.is_taken_over" if taken_over else "casework.is_claimed"
        told = text(name, step=_step(view), person=office.person)
    tell_case(view, told, store, as_json=as_json)


@app.command("release", help=text("casework.help_release"))
def release(
    case: CaseId,
    step: Step = None,
    note: Note = None,
    expect: Expect = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Release a claimed step."""
    from sop_engine.office import custody

    with at_desk(store) as office:
        view = custody.release(office, case, step, note=note, expect=expect)
    tell_case(view, text("casework.is_released", step=_step(view)), store, as_json=as_json)


@app.command("reassign", help=text("casework.help_reassign"))
def reassign(
    case: CaseId,
    to: Annotated[str, typer.Option("--to", metavar="PERSON", help=text("casework.opt_to"))],
    step: Step = None,
    note: Note = None,
    expect: Expect = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Give a step to another person."""
    from sop_engine.office import custody

    with at_desk(store) as office:
        view = custody.reassign(office, case, step, to, note=note, expect=expect)
    tell_case(view, text("casework.is_reassigned", step=_step(view), person=to), store, as_json=as_json)


@app.command("comment", help=text("casework.help_comment"))
def comment(
    case: CaseId,
    note: Note = None,
    attach: Attach = None,
    actor: Actor = None,
    expect: Expect = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Comment on a case."""
    from sop_engine.office import attachments, remarks

    with at_desk(store) as office:
        files = attachments.attach(office, attach or ())
        view = remarks.comment(office, case, note, facts=files, actor=actor, expect=expect)
    _said(view, text("casework.is_commented"), as_json=as_json)


@app.command("correct", help=text("casework.help_correct"))
def correct(
    case: CaseId,
    seq: Annotated[int, typer.Argument(metavar="SEQ", min=1, help=text("casework.arg_seq"))],
    note: Reason = None,
    attach: Attach = None,
    actor: Actor = None,
    expect: Expect = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Correct an event."""
    from sop_engine.office import attachments, remarks

    with at_desk(store) as office:
        files = attachments.attach(office, attach or ())
        view = remarks.correct(office, case, seq, note, facts=files, actor=actor, expect=expect)
    _said(view, text("casework.is_corrected", seq=seq), as_json=as_json)


@app.command("recall", help=text("casework.help_recall"))
def recall(
    case: CaseId,
    note: Note = None,
    actor: Actor = None,
    expect: Expect = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Take back a step."""
    from sop_engine.office import recalling

    with at_desk(store) as office:
        view, step = recalling.recall(office, case, note=note, actor=actor, expect=expect)
    seq = view.event.about if view.event else 0
    tell_case(view, text("casework.is_recalled", step=step, seq=seq), store, as_json=as_json)


@app.command("call", help=text("casework.help_call"))
def call(
    case: CaseId,
    step: Step = None,
    group: Annotated[str | None, typer.Option("--group", metavar="G", help=text("casework.opt_called_group"))] = None,
    note: Note = None,
    actor: Actor = None,
    expect: Expect = None,
    store: Store = None,
    definitions: Definitions = None,
    as_json: Json = False,
) -> None:
    """Carry out the SOP that a step calls."""
    from sop_engine.office import calling

    with at_desk(store) as office:
        made = calling.call(
            office, catalogue(definitions), case, step, group=group, note=note, actor=actor, expect=expect
        )
    tell_case(made.called, text("casework.is_called", called=made.called.id, step=made.step), store, as_json=as_json)


def _step(view: CaseView) -> str:
    return (view.event.step if view.event is not None else None) or "–"


def _said(view: CaseView, told: str, *, as_json: bool) -> None:
    """Print that something was said about a case; where it stands has not changed."""
    from sop_engine.cli import case_json

    tell(case_json.case(view) if as_json else [told])
