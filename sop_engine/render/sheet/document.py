"""Definition, unit and flows -> Sheet: everything the standard sheet shows, in order and already worded.

All fourteen components of PermenPAN-RB 15/2014, or for the public the six of delivery alone, become blocks (items,
groups, facts, procedures); HTML, PDF, Word and Markdown only place them. What the document leaves open is said in a
numbered note or as "tidak dinyatakan": nothing is filled in here. The sheet is Indonesian in every language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from sop_engine.flow import Flow
from sop_engine.render.indonesian import dated, plain, unended
from sop_engine.render.sheet.blocks import Component, Fact, Notes, Text, say, unstated
from sop_engine.render.sheet.components import components_of, management_of
from sop_engine.render.sheet.grievance import link_to
from sop_engine.render.sheet.public import published
from sop_engine.render.sheet.signing import Signing, signing

if TYPE_CHECKING:
    from sop_engine.definition.model import Definition, OfficeUnit


@dataclass(frozen=True, slots=True)
class Figure:
    """The caption and the text alternative of one procedure's flowchart."""

    procedure: str
    number: int
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The unit that gives the service; ``contact`` holds only what is known of address, phone and site."""

    name: Text
    parent: str
    contact: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of the frame, so that templates hold none."""

    heading: str
    caption: str
    management: str
    number: str
    component: str
    description: str
    notes: str
    figures: str
    part: str
    page: str
    of: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A service standard as a document. ``notes`` are counted from 1, as :attr:`Text.notes` refers to them.

    ``name`` names the document as a whole, ``running`` stands at the foot of its pages, ``state`` says whether it is in
    force. ``signing`` is the place of the signature. ``management`` is empty on a sheet
    for the public; ``silent`` says that the document states nothing of it, and so its rows can be short. ``set_on`` is
    the day of the decree, None where no document says it.
    """

    id: str
    name: str
    running: str
    title: Text
    unit: Letterhead
    decree: Fact
    set_on: date | None
    state: str
    components: tuple[Component, ...]
    management: tuple[Component, ...]
    silent: bool
    signing: Signing | None
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]
    labels: Labels


def sheet(
    definition: Definition,
    unit: OfficeUnit | None,
    flows: Sequence[Flow],
    *,
    public: bool = False,
    sops: Mapping[str, str] | None = None,
) -> Sheet:
    """Return the standard sheet of a definition: all fourteen components, or the six that are published.

    ``flows`` are those of :func:`sop_engine.flow.derive`; ``unit`` is None when nothing is known of the unit.
    ``sops`` are the titles of other SOPs by their ids; without them those that the definition says itself.
    """
    if public:
        definition = published(definition)
    notes = Notes()
    # the order of these lines is the order of reading, and so the numbering of the notes
    head = letterhead_of(definition, unit, notes)
    title = Text(plain(definition.title), _open(definition, "title", notes))
    name = say("name", title=title.text)
    decree = Fact(say("decree"), _decree(definition, notes))
    components = components_of(definition, {flow.procedure: flow for flow in flows}, notes, sops)
    return Sheet(
        id=definition.id,
        name=name,
        running=_running(definition, name),
        title=title,
        unit=head,
        decree=decree,
        set_on=definition.decree.date if definition.decree else None,
        state=" · ".join(_state(definition)),
        components=components,
        management=() if public else management_of(definition),
        silent=definition.standard is None,
        signing=_signing(definition, unit, public=public),
        figures=tuple(_figure(number, flow) for number, flow in enumerate(flows, 1)),
        notes=notes.texts,
        labels=_labels(public),
    )


def _labels(public: bool) -> Labels:
    words = {label.name: say(label.name) for label in fields(Labels)}
    return Labels(**words | ({"caption": say("caption_alone")} if public else {}))


def letterhead_of(definition: Definition, unit: OfficeUnit | None, notes: Notes) -> Letterhead:
    """Return the head of a paper of the unit; what is only the author's reading gets its note in ``notes``."""
    return letterhead(unit, _open(definition, "unit", notes))


def letterhead(unit: OfficeUnit | None, marks: tuple[int, ...] = ()) -> Letterhead:
    """Return the head of a paper of the unit, whose name has the notes ``marks``."""
    if unit is None:
        return Letterhead(Text(say("unit_unstated"), marks, stated=False), "", ())
    address = plain(unit.address or "")
    if unit.postcode and unit.postcode not in address:
        address = ", ".join(each for each in (address, say("postcode", postcode=plain(unit.postcode))) if each)
    phone, site = plain(unit.phone or ""), plain(unit.site or "")
    contact = (
        Fact("", Text(address)),
        Fact(say("phone"), Text(phone), link_to("phone", phone)),
        Fact(say("site"), Text(site), link_to("website", site)),
    )
    return Letterhead(
        Text(plain(unit.name), marks), plain(unit.parent or ""), tuple(fact for fact in contact if fact.value.text)
    )


def _running(definition: Definition, name: str) -> str:
    if definition.decree is None:
        return name
    return say("running", name=name, label=say("decree"), number=plain(definition.decree.number))


def _decree(definition: Definition, notes: Notes) -> Text:
    decree = definition.decree
    if decree is None:
        return unstated()
    text = plain(decree.number)
    if decree.date is not None:
        text = say("decree_date", number=text, date=dated(decree.date))
    if decree.title:
        text = say("decree_title", number=text, title=unended(plain(decree.title)))
    return Text(text, _open(definition, "decree", notes))


def _state(definition: Definition) -> Iterator[str]:
    if definition.status is not None:
        yield say(f"status_{definition.status}")
    if definition.version is not None:
        yield say("version", version=plain(definition.version))


def _signing(definition: Definition, unit: OfficeUnit | None, *, public: bool) -> Signing | None:
    """Return the place of the signature; a sheet for the public has one only where its document names who signed."""
    decree = definition.decree
    if public and (decree is None or decree.signer is None):
        return None
    place = signing(definition, unit, decree.date if decree else None)
    return place if place.name or public else replace(place, blank=(say("nip_blank"),))


def _open(definition: Definition, key: str, notes: Notes) -> tuple[int, ...]:
    return notes.unstated([key]) if key in definition.unstated else ()


def _figure(number: int, flow: Flow) -> Figure:
    title = plain(flow.title)
    first, last = (plain(flow.actors.get(node.actor, node.actor)) for node in (flow.nodes[0], flow.nodes[-1]))
    return Figure(
        procedure=flow.procedure,
        number=number,
        caption=say("figure", number=number, title=title),
        alt=say("figure_alt", title=title, count=len(flow.nodes), first=first, last=last),
    )
