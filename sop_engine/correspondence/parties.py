"""A case -> who writes a letter, to whom and on which day: names as the list of people and the applicant's data say.

The name of who asked for secrecy is never given out here. What is not known stays empty, to be written in by hand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sop_engine.messages import printed
from sop_engine.office import CaseView, Office, local_time
from sop_engine.office.applicant import fields_of
from sop_engine.office.complaint_ways import NATIONAL, way_of
from sop_engine.office.disclosure import look
from sop_engine.render.indonesian import dated, lowered
from sop_engine.render.letter.kinds import Issued, Signer
from sop_engine.render.sheet.blocks import Fact, Text
from sop_engine.render.sheet.grievance import channels as ways_to_complain

_INSTANT = timedelta(microseconds=1)

_PLAIN_WORDS = frozenset(
    ("phone", "mobile", "fax", "call_center", "email", "website", "app", "form", "letter", "suggestion_box", "survey")
)
"""The channels that are no names, and stand in a sentence with a small letter."""

_NATIONAL_SITE = "www.lapor.go.id"
_AT_OFFICE = ("in_person", "suggestion_box")


class Party(NamedTuple):
    """Who a letter is for: name and address, both empty when secret or not known."""

    name: str = ""
    where: str = ""
    secret: bool = False


def party(office: Office, view: CaseView) -> Party:
    """Return the applicant of a case, whose name is looked up on the record of the desk.

    Raises :class:`Failure` RUN030 or RUN031 when the person may not see who it is.
    """
    known = office.journal.applicant(view.id)
    if known is None or known.secret:
        return Party(secret=known is not None)
    if not known.data:
        return Party()
    look(office, view, known)
    said = fields_of(known)
    return Party(said.get("name", ""), said.get("address", ""))


def issued(office: Office, view: CaseView, number: str | None, signer: Signer) -> Issued:
    """Return the frame of a letter of today; ``number`` None: it is written in by hand."""
    today = office.now().astimezone(ZoneInfo(view.record.zone)).date()
    return Issued(number=number or "", day=dated(today), signer=signer)


def signer(office: Office, view: CaseView, person: str, actor: str | None, right: str | None) -> Signer:
    """Return a person on the list as who signs, in the office in which he or she acted; nobody without a list."""
    someone = office.people.person(person)
    if someone is None:
        return Signer()
    kind, _, more = (right or "").partition(" ")
    titles = {key: each.name for key, each in view.compiled.definition.actors.items()}
    key = more if kind == "by" else actor or ""
    position = titles.get(key, "")
    if position and kind in ("plt", "plh"):
        position = printed(f"people.{kind}", office=position)
    return Signer(position, someone.name, nip=someone.nip or "")


def way(view: CaseView) -> str:
    """Return by what channel a complaint came in, as it stands in a sentence."""
    channel = view.record.channel or ""
    kind, label = way_of(view.compiled, channel)
    if kind is None:
        return channel
    word = printed("letter.in_person") if kind == "in_person" else printed(f"sheet.channel_{kind}")
    word = lowered(word) if kind in _PLAIN_WORDS else word
    return label or word


def channels(view: CaseView) -> tuple[Fact, ...]:
    """Return the ways to complain, each with its address; one of which none is known is left out."""
    complaints, unit = view.compiled.definition.complaints, view.compiled.unit
    here = (unit.address if unit is not None else None) or printed("letter.at_office")
    known = {NATIONAL: _NATIONAL_SITE, **dict.fromkeys(_AT_OFFICE, here)}
    found = zip(complaints.channels, ways_to_complain(complaints), strict=True)
    told = (each if each.value.text else replace(each, value=Text(known.get(way.kind, ""))) for way, each in found)
    return tuple(each for each in told if each.value.text)


def paragraphs(said: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, which empty lines part, each on one line."""
    return tuple(" ".join(each.split()) for each in re.split(r"\n\s*\n", said) if each.strip())


def day_of(view: CaseView, moment: datetime) -> str:
    """Return the local day of a moment, as ``2 Maret 2026``."""
    return dated(moment.astimezone(ZoneInfo(view.record.zone)).date())


def hour_of(view: CaseView, moment: datetime) -> str:
    """Return a moment as ``Senin, 2 Maret 2026, pukul 09.15 WIB``."""
    local = moment.astimezone(ZoneInfo(view.record.zone))
    weekday, hour = printed(f"calendar.weekday_{local.weekday()}"), local_time(moment, view.record.zone)
    return printed("letter.moment", weekday=weekday, day=dated(local.date()), hour=hour.partition(" ")[2])


def last_day(view: CaseView, due: datetime) -> str:
    """Return the last day on which it is not too late, with the hour where it is not a whole day."""
    local = due.astimezone(ZoneInfo(view.record.zone))
    if local.hour == local.minute == 0:
        return day_of(view, due - _INSTANT)
    return hour_of(view, due)
