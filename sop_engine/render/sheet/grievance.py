"""Complaints -> component 6: channels, officer, time limits, and what the complainant may expect."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sop_engine.render.indonesian import plain
from sop_engine.render.sheet.blocks import Fact, Facts, Notes, Text, say, unstated
from sop_engine.render.sheet.timespan import span

if TYPE_CHECKING:
    from sop_engine.definition.model import Channel, Complaints
    from sop_engine.duration import Duration

_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?[\d() .-]{5,}")


def grievance(complaints: Complaints, notes: Notes) -> Iterator[Facts]:
    """Yield the blocks of component 6 but its procedures."""
    yield Facts(say("channels"), channels(complaints) or (Fact("", unstated()),))
    yield Facts(say("handling"), tuple(_handling(complaints, notes)))
    if complaints.categories:
        facts = tuple(
            Fact(plain(each.name), _time(each.within, notes, each.at_least)) for each in complaints.categories
        )
        yield Facts(say("limits"), facts)


def channels(complaints: Complaints) -> tuple[Fact, ...]:
    """Return the ways to complain, each with its address."""
    titles = {procedure.id: plain(procedure.title) for procedure in complaints.procedures}
    return tuple(_channel(channel, titles) for channel in complaints.channels)


def _handling(complaints: Complaints, notes: Notes) -> Iterator[Fact]:
    yield Fact(say("officer"), _officer(complaints))
    if complaints.within is not None:
        yield Fact(say("limit"), _time(complaints.within, notes))
    elif not complaints.categories:
        yield Fact(say("limit"), unstated())
    if complaints.compensation:
        yield Fact(say("compensation"), Text(plain(complaints.compensation)))
    if complaints.secrecy:
        yield Fact(say("secrecy"), Text(plain(complaints.secrecy)))


def _channel(channel: Channel, titles: Mapping[str, str]) -> Fact:
    value = plain(channel.value or "")
    link = link_to(channel.kind, value)
    if channel.hours:
        hours = plain(channel.hours)
        value = say("channel_hours", value=value, hours=hours) if value else hours
    if channel.procedure is not None and channel.procedure in titles:
        follow = say("by_procedure", title=titles[channel.procedure])
        value = f"{value} ({follow})" if value else follow
    kind = say(f"channel_{channel.kind}")
    label = say("channel_named", label=plain(channel.label), kind=kind) if channel.label else kind
    return Fact(label, Text(value), link)


def _officer(complaints: Complaints) -> Text:
    officer = complaints.officer
    if officer is None:
        return unstated()
    name = plain(officer.name or officer.position or "") or say("unstated")
    if officer.name and officer.position:
        name = f"{name} ({plain(officer.position)})"
    if officer.nip:
        name = say("officer_nip", name=name, nip=plain(officer.nip))
    if officer.phone:
        name = say("officer_phone", name=name, phone=plain(officer.phone))
    if officer.email:
        name = say("officer_email", name=name, email=plain(officer.email))
    return Text(name)


def _time(time: Duration, notes: Notes, least: Duration | None = None) -> Text:
    return Text(span(least, time), (notes.mark(say("note_days")),) if time.ambiguous else ())


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
