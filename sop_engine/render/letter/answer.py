"""Answer -> Letter: what became of a complaint, whether the time limit was kept, and where else to turn.

The right to go to the Ombudsman stands on every answer (UU 25/2009 Pasal 46). A secret identity is never printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sop_engine.messages import printed
from sop_engine.render.indonesian import ended, enumerated, plain, raised, serving
from sop_engine.render.letter.document import Block, Letter, Paragraph, Point, Points, formal
from sop_engine.render.letter.frame import addressed

if TYPE_CHECKING:
    from sop_engine.definition.logo import Logo
    from sop_engine.definition.model import OfficeUnit
    from sop_engine.render.letter.kinds import Answer


def letter(answer: Answer, unit: OfficeUnit | None, logo: Logo | None) -> Letter:
    """Return the answer to a complaint as a letter."""
    complainant = "" if answer.secret else plain(answer.complainant)
    return addressed(
        answer.issued,
        unit,
        logo,
        subject=formal(
            "answer_number", name=formal("interim" if answer.interim else "answer"), number=plain(answer.complaint)
        ),
        addressee=(complainant or formal("to_complainant"), "" if answer.secret else answer.where),
        body=tuple(_body(answer)),
        secret=answer.secret,
    )


def _body(answer: Answer) -> Iterator[Block]:
    yield Paragraph(
        formal(
            "following_complaint",
            received=plain(answer.received),
            way=formal("by_way", way=plain(answer.way)) if answer.way else "",
            complaint=plain(answer.complaint),
        )
    )
    yield Points(tuple(_points(answer)))
    yield Paragraph(" ".join((*([formal("identity_secret")] if answer.secret else []), formal("ombudsman"))))
    yield Paragraph(formal("answer_closing"))


def _points(answer: Answer) -> Iterator[Point]:
    told = {
        "about": (*answer.about, *_concerned(answer)),
        "found": answer.found or (formal("blank"),),
        "done": answer.done,
        "outcome": (answer.outcome or formal("blank"),),
        "time_limit": tuple(_time(answer)),
    }
    for name, texts in told.items():
        if texts:
            yield Point(formal(name), tuple(ended(raised(plain(each))) for each in texts))


def _concerned(answer: Answer) -> Iterator[str]:
    what = [serving(plain(answer.service))] if answer.service else []
    what += [formal("concerned_case", case=plain(answer.case))] if answer.case else []
    what += [formal("concerned_step", step=plain(answer.step))] if answer.step else []
    if what:
        yield formal("concerns", what=enumerated(what, printed("sheet.and")))


def _time(answer: Answer) -> Iterator[str]:
    limit, due = plain(answer.limit), plain(answer.due)
    if not limit and not due:
        return
    name = "limit_due" if limit and due else "limit_alone" if limit else "limit_day"
    kept = "" if answer.kept is None else formal("kept" if answer.kept else "not_kept")
    yield f"{formal(name, limit=limit, due=due)} {kept}".strip()
