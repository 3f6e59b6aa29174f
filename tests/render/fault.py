"""What can be wrong with a drawing, and one such thing at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What can be wrong with a drawing."""

    UNREADABLE = "page does not keep to the contract"
    THROUGH_SYMBOL = "arrow through a symbol"
    THROUGH_TEXT = "arrow through a text"
    THROUGH_HEAD = "arrow through an arrow head"
    ONE_LINE = "arrows on one another"
    LABEL_ON_LINE = "label on a line"
    LABEL_ON_SYMBOL = "label on a symbol"
    TEXT_ON_TEXT = "text on text"
    TEXT_ON_SYMBOL = "text on a symbol"
    TEXT_OUTSIDE = "text outside its place"
    OFF_PAGE = "off the page"
    FOOTER = "in the footer"
    COLUMN = "symbol outside its column"
    AREA = "arrow outside the columns of actors"
    LOGO = "logo outside its cell or on something"
    UNSEEN = "part that cannot be seen"
    SILENT = "page without words for who cannot see it"
    UNLABELLED = "arrow without its words"
    NOT_JOINED = "joint actors without a line between them"
    UNNAMED = "drawn without saying what it is"
    SYMBOLS = "symbol on symbol"
    CONNECTOR = "connector without its partner"
    CONNECTOR_EDGE = "connector at the wrong edge"
    LOOSE = "arrow end in the air"
    LEANS = "arrow leans"
    HEAD = "arrow head misshapen"
    CELLS = "cell on cell"
    ROW = "row on two pages"
    NO_HEAD = "head of the table missing"
    NUMBERING = "pages numbered wrongly"


@dataclass(frozen=True, order=True)
class Fault:
    page: int
    kind: Kind
    what: str

    def __str__(self) -> str:
        return f"page {self.page}: {self.kind}: {self.what}"


Found = Iterator[tuple[Kind, str]]
