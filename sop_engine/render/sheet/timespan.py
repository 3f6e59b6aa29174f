"""Sla -> component 3: the completion time, in one piece, by stage or by kind of request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sop_engine.render.indonesian import conditional, enumerated, plain
from sop_engine.render.sheet.blocks import Items, Notes, Text, say
from sop_engine.render.sheet.remark import remarked

if TYPE_CHECKING:
    from sop_engine.definition.model import Definition, Sla
    from sop_engine.duration import Duration


def timespan(definition: Definition, notes: Notes) -> tuple[Items, ...]:
    """Return what the document promises; what it leaves open is a note."""
    sla = definition.sla
    if sla.stages or sla.cases:
        return tuple(_several(definition, notes))
    first = _single(sla, notes)
    return (Items((*first, *_more(sla)), numbered=False),)


def _single(sla: Sla, notes: Notes) -> tuple[Text, ...]:
    marks: list[int] = []
    if sla.within is None:
        text = plain(sla.adjusts or "") or say("unstated")
        marks.append(notes.mark(say("note_adjusts")))
    else:
        text = span(sla.at_least, sla.within)
        marks += _ambiguous(notes, sla.at_least, sla.within)
        if sla.starts is None:
            marks.append(notes.mark(say("note_start")))
        else:
            text = say(f"sla_{sla.starts}", time=text)
    marks += _written(sla, text, notes)
    first, *more = remarked(text, sla.note, tuple(marks))
    return (Text(first.text, first.notes, stated=bool(sla.within or sla.adjusts)), *more)


def _several(definition: Definition, notes: Notes) -> Iterator[Items]:
    sla = definition.sla
    if sla.stages:
        texts = [
            Text(
                say("each", name=plain(each.name), value=span(each.at_least, each.within)),
                tuple(_ambiguous(notes, each.at_least, each.within)),
            )
            for each in sla.stages
        ]
        yield Items((Text(say("stages")),), numbered=False)
    else:
        titles = {procedure.id: plain(procedure.title) for procedure in definition.procedures}
        texts = []
        for case in sla.cases:
            name = plain(case.when)
            if case.procedure in titles:
                name = say("of_procedure", name=name, title=titles[case.procedure])
            if case.only:
                groups = [plain(definition.applicants[key].name) for key in case.only if key in definition.applicants]
                name = say("for_groups", name=name, groups=enumerated(groups, say("and")))
            value = span(case.at_least, case.within) if case.within else plain(case.adjusts or "")
            marks = _ambiguous(notes, case.at_least, case.within)
            marks += [] if case.within else [notes.mark(say("note_adjusts"))]
            texts.append(Text(say("each", name=name, value=value), tuple(marks)))
        yield Items((Text(say("cases")),), numbered=False)
    told = "; ".join(text.text for text in texts)
    open_start = (notes.mark(say("note_start")),) if sla.starts is None else ()
    written = tuple(_written(sla, told, notes))
    counted = [Text(say(f"counted_{sla.starts}"), written)] if sla.starts else []
    remark = remarked("", sla.note, ())
    last = (*counted, *(text for text in remark if text.text), *_more(sla))
    if not counted and (open_start or written):
        # without a sentence of its own the note stands at the last of the times
        texts[-1] = Text(texts[-1].text, (*texts[-1].notes, *open_start, *written))
    yield Items(tuple(texts), numbered=len(texts) > 1)
    if last:
        yield Items(last, numbered=False)


def _more(sla: Sla) -> Iterator[Text]:
    if sla.extension is not None:
        when = conditional(sla.extension.when, say("if")) if sla.extension.when else ""
        name = "extension_when" if when else "extension"
        yield Text(say(name, time=sla.extension.within, when=when))
    if sla.hours:
        yield Text(say("hours", hours=plain(sla.hours)))


def span(least: Duration | None, most: Duration) -> str:
    """Return a time as it is read: its limit, or both bounds of a range."""
    if least is None:
        return str(most)
    return say("range", least=least.amount if least.unit is most.unit else least, most=most)


def _ambiguous(notes: Notes, *times: Duration | None) -> list[int]:
    return [notes.mark(say("note_days"))] if any(time is not None and time.ambiguous for time in times) else []


def _written(sla: Sla, told: str, notes: Notes) -> list[int]:
    written = plain(sla.written or "")
    if not written or written.casefold() in told.casefold():
        return []
    return [notes.mark(say("note_written", written=written))]
