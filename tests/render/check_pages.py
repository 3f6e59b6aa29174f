"""The pages of one drawing together -> heads that are missing, rows on two pages, connectors without their partner,
arrows without their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from drawn import Cell, Connector, Page
from fault import Fault, Kind

WORDED = frozenset({"answer", "skip", "limit", "late"})


def between(pages: list[Page]) -> Iterator[Fault]:
    """Yield what is wrong between the pages of a drawing."""
    rows: dict[int, list[Cell]] = {
        number: [cell for cell in page.cells if not cell.head and cell.step] for number, page in enumerate(pages, 1)
    }
    columns = {cell.column for cells in rows.values() for cell in cells}
    places: dict[str, set[int]] = defaultdict(set)
    for number, page in enumerate(pages, 1):
        if (page.number, page.pages) != (number, len(pages)):
            yield Fault(number, Kind.NUMBERING, f"{page.number} of {page.pages}")
        missing = columns - {cell.column for cell in page.cells if cell.head} if rows[number] else set()
        if missing:
            yield Fault(number, Kind.NO_HEAD, ", ".join(sorted(missing)))
        for cell in rows[number]:
            places[cell.name].add(number)
    for name, found in places.items():
        if len(found) > 1:
            yield Fault(max(found), Kind.ROW, name)
    yield from _connected(pages)
    yield from _unlabelled(pages)


def _unlabelled(pages: list[Page]) -> Iterator[Fault]:
    """Yield arrows that stand for something a reader must be told, and bear no words on any page."""
    labels = (label for page in pages for label in page.labels)
    told = {(label.source, label.target, label.answer) for label in labels if label.words.strip()}
    for number, page in enumerate(pages, 1):
        for arrow in page.arrows:
            if arrow.kind in WORDED and (arrow.source, arrow.target, arrow.answer) not in told:
                yield Fault(number, Kind.UNLABELLED, arrow.name)


def _connected(pages: list[Page]) -> Iterator[Fault]:
    """Yield connectors that do not lead from one page to another in one pair, at the edges that face each other."""
    pairs: dict[str, list[tuple[int, Connector]]] = defaultdict(list)
    for number, page in enumerate(pages, 1):
        for connector in page.connectors:
            pairs[connector.letter].append((number, connector))
        known = {connector.letter for connector in page.connectors}
        for arrow in page.arrows:
            if arrow.letter is not None and arrow.letter not in known:
                yield Fault(number, Kind.CONNECTOR, f"{arrow.name} names {arrow.letter}, which is not there")
    for letter, found in sorted(pairs.items()):
        if pages[0].view == "flowchart":
            yield from _gathered(letter, found)
        else:
            yield from _paired(pages, letter, found)


def _gathered(letter: str, found: list[tuple[int, Connector]]) -> Iterator[Fault]:
    """Yield a letter of a flowchart that does not lead from somewhere to one place: arrows may meet at a connector."""
    targets = {connector.target for _, connector in found}
    if len(targets) != 1 or {connector.out for _, connector in found} != {False, True}:
        yield Fault(found[0][0], Kind.CONNECTOR, f"{letter} on pages {[number for number, _ in found]}")


def _paired(pages: list[Page], letter: str, found: list[tuple[int, Connector]]) -> Iterator[Fault]:
    """Yield a letter that does not lead from one page to another, once, at the edges that face each other."""
    ways = {(connector.source, connector.target) for _, connector in found}
    numbers = [number for number, _ in found]
    if sorted(connector.out for _, connector in found) != [False, True] or len(ways) != 1 or len(set(numbers)) != 2:
        yield Fault(numbers[0], Kind.CONNECTOR, f"{letter} on pages {numbers}")
        return
    for (here, connector), (there, _) in (found, found[::-1]):
        if not _at_edge(pages[here - 1], connector, below=there > here):
            yield Fault(here, Kind.CONNECTOR_EDGE, f"{letter} leads to page {there}")
        if not any(arrow.letter == letter for arrow in pages[here - 1].arrows):
            yield Fault(here, Kind.CONNECTOR, f"{letter} has no arrow")


def _at_edge(page: Page, connector: Connector, below: bool) -> bool:
    if below:
        return all(symbol.box.bottom <= connector.box.top for symbol in page.symbols)
    return all(connector.box.bottom <= symbol.box.top for symbol in page.symbols)
