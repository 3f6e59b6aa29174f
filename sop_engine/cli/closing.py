"""What stops a case outside its procedure: ``case suspend|resume|withdraw|reject``, each with its reason."""

from __future__ import annotations

from sop_engine.cli.desk import Actor, Attach, CaseId, Expect, Note, Reason, at_desk, tell_case
from sop_engine.cli.options import Json, Store
from sop_engine.cli.spoken import App
from sop_engine.messages import text

app = App()


@app.command("suspend", help=text("closing.help_suspend"))
def suspend(
    case: CaseId,
    note: Reason = None,
    attach: Attach = None,
    actor: Actor = None,
    expect: Expect = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Suspend a case."""
    from sop_engine.office import attachments, closing

    with at_desk(store) as office:
        files = attachments.attach(office, attach or ())
        view = closing.suspend(office, case, note, facts=files, actor=actor, expect=expect)
    tell_case(view, text("closing.is_suspended", case=case), store, as_json=as_json)


@app.command("resume", help=text("closing.help_resume"))
def resume(
    case: CaseId,
    note: Note = None,
    actor: Actor = None,
    expect: Expect = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Let a suspended case go on."""
    with at_desk(store) as office:
        view = office.resume(case, note, actor, expect)
    tell_case(view, text("closing.is_resumed", case=view.id), store, as_json=as_json)


@app.command("withdraw", help=text("closing.help_withdraw"))
def withdraw(
    case: CaseId,
    note: Reason = None,
    attach: Attach = None,
    actor: Actor = None,
    expect: Expect = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Close a case that its applicant withdraws."""
    from sop_engine.office import attachments, closing

    with at_desk(store) as office:
        files = attachments.attach(office, attach or ())
        view = closing.withdraw(office, case, note, facts=files, actor=actor, expect=expect)
    tell_case(view, text("closing.is_withdrawn", case=case), store, as_json=as_json)


@app.command("reject", help=text("closing.help_reject"))
def reject(
    case: CaseId,
    note: Reason = None,
    attach: Attach = None,
    actor: Actor = None,
    expect: Expect = None,
    store: Store = None,
    as_json: Json = False,
) -> None:
    """Reject a case."""
    from sop_engine.office import attachments, closing

    with at_desk(store) as office:
        files = attachments.attach(office, attach or ())
        view = closing.reject(office, case, note, facts=files, actor=actor, expect=expect)
    tell_case(view, text("closing.is_rejected", case=case), store, as_json=as_json)
