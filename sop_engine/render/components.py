"""Definition and flows -> the six delivery components of PermenPAN-RB 15/2014, worded, in its order.

What the document leaves open is a note or "tidak dinyatakan dalam dokumen"; nothing is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sop_engine.flow import MAIN, Flow
from sop_engine.render.blocks import Block, Component, Fact, Facts, Items, Notes, ProcedureText, Text, say, unstated
from sop_engine.render.indonesian import ended, plain, raised, rupiah, unended
from sop_engine.render.sentences import steps_of

if TYPE_CHECKING:
    from sop_engine.definition.model import Channel, Complaints, Definition, Fee, Sla, Step

_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?[\d() .-]{5,}")


def components_of(definition: Definition, flows: Mapping[str, Flow], notes: Notes) -> tuple[Component, ...]:
    """Return the six rows of the table; ``flows`` by procedure id, in the order of their flowcharts."""
    teller = _Teller(definition, flows, notes)
    blocks: tuple[tuple[Block, ...], ...] = (
        (_items([requirement.text for requirement in definition.requirements]),),
        (teller.procedure(MAIN, "", definition.steps),),
        (Items(_sla(definition.sla, notes), numbered=False),),
        (Items(_fee(definition.fee), numbered=False),),
        (_items(definition.products),),
        _complaints(definition.complaints, teller),
    )
    return tuple(Component(number, say(f"component{number}"), part) for number, part in enumerate(blocks, 1))


class _Teller:
    """Tells procedures of one definition, each with the number of its flowchart."""

    def __init__(self, definition: Definition, flows: Mapping[str, Flow], notes: Notes) -> None:
        self.actors = definition.actors
        self.flows = flows
        self.notes = notes

    def procedure(self, procedure: str, title: str, steps: Sequence[Step]) -> ProcedureText:
        number = list(self.flows).index(procedure) + 1
        told = steps_of(self.flows[procedure], steps, self.actors, self.notes)
        return ProcedureText(procedure, title, told, number, say("figure_link", number=number))


def _items(texts: Sequence[str]) -> Items:
    return Items(tuple(Text(plain(text)) for text in texts) or (unstated(),), numbered=len(texts) > 1)


def _sla(sla: Sla, notes: Notes) -> tuple[Text, ...]:
    marks: list[int] = []
    if sla.within is None:
        text = plain(sla.adjusts or "") or say("unstated")
        marks.append(notes.mark(say("note_adjusts")))
    else:
        text = str(sla.within)
        if sla.within.ambiguous:
            marks.append(notes.mark(say("note_days")))
        if sla.starts is None:
            marks.append(notes.mark(say("note_start")))
        else:
            text = say(f"sla_{sla.starts}", time=text)
    written = plain(sla.written or "")
    if written and written.casefold() not in text.casefold():
        marks.append(notes.mark(say("note_written", written=written)))
    return _remarked(text, sla.note, tuple(marks))


def _fee(fee: Fee) -> tuple[Text, ...]:
    if fee.amount is not None:
        amount = rupiah(fee.amount)
        text = say("fee_per", amount=amount, unit=plain(fee.per)) if fee.per else amount
    elif fee.regulation is not None:
        text = say("fee_regulation", regulation=unended(plain(fee.regulation)))
    else:
        text = say("fee_free")
    return _remarked(text, fee.note, ())


def _remarked(text: str, note: str | None, marks: tuple[int, ...]) -> tuple[Text, ...]:
    """Return the text with its note: in brackets what goes on with a small letter, else as a sentence of its own."""
    remark = unended(plain(note or ""))
    if not remark:
        return (Text(text, marks),)
    if remark[0].islower() and "(" not in remark:
        return (Text(say("remarked", text=text, remark=remark), marks),)
    return Text(text, marks), Text(ended(raised(remark)))


def _complaints(complaints: Complaints, teller: _Teller) -> tuple[Block, ...]:
    titles = {procedure.id: plain(procedure.title) for procedure in complaints.procedures}
    channels = tuple(_channel(channel, titles) for channel in complaints.channels)
    officer = Fact(say("officer"), _officer(complaints))
    limit = Fact(say("limit"), _limit(complaints, teller.notes))
    return (
        Facts(say("channels"), channels or (Fact("", unstated()),)),
        Facts(say("handling"), (officer, limit)),
        *(teller.procedure(part.id, titles[part.id], part.steps) for part in complaints.procedures),
    )


def _channel(channel: Channel, titles: Mapping[str, str]) -> Fact:
    value = plain(channel.value or "")
    link = link_to(channel.kind, value)
    if channel.procedure is not None and channel.procedure in titles:
        follow = say("by_procedure", title=titles[channel.procedure])
        value = f"{value} ({follow})" if value else follow
    return Fact(say(f"channel_{channel.kind}"), Text(value), link)


def _officer(complaints: Complaints) -> Text:
    officer = complaints.officer
    if officer is None:
        return unstated()
    name = plain(officer.name)
    if officer.position:
        name = f"{name} ({plain(officer.position)})"
    return Text(say("officer_phone", name=name, phone=plain(officer.phone)) if officer.phone else name)


def _limit(complaints: Complaints, notes: Notes) -> Text:
    if complaints.within is None:
        return unstated()
    return Text(str(complaints.within), (notes.mark(say("note_days")),) if complaints.within.ambiguous else ())


def link_to(kind: str, value: str) -> str:
    """Return an address to follow, or nothing: no other scheme than these ever reaches a page."""
    if _WEB.fullmatch(value):
        return value
    if kind == "email" and _MAIL.fullmatch(value):
        return f"mailto:{value}"
    if kind in {"phone", "mobile", "call_center"} and _PHONE.fullmatch(value):
        return "tel:" + re.sub(r"[^\d+]", "", value)
    if kind in {"website", "lapor", "form", "survey", "app"} and _DOMAIN.fullmatch(value):
        return f"http://{value}"
    return ""
