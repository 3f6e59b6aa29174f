"""A store -> the same in an empty one, of whichever kind: every row of every table, and the attachments.

It is one transaction, read as of one moment, and read back: a copy that differs in anything is told, not trusted. The
attachments go first, so that no record names a file that is not there yet. What was wrong in the store before is copied
as it is, for it is evidence, and told.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sop_engine.failure import Failure
from sop_engine.record.fault import Fault, fault
from sop_engine.record.verify import Verification, Watch, unwatched
from sop_engine.store.journal import Journal

Row = tuple[Any, ...]
Tables = Iterable[tuple[str, tuple[str, ...], Iterable[Row]]]


class Copied(NamedTuple):
    """What a copy holds: rows by table, attachments, the digests of those that could not be read, and what is wrong."""

    counts: dict[str, int]
    files: int
    lacking: tuple[str, ...]
    faults: tuple[Fault, ...]


def transfer(source: Journal, target: Journal, watch: Watch = unwatched) -> Copied:
    """Copy everything, then verify the record that was copied.

    Raises :class:`Failure` STO013 for a target that is not empty, STO023 for a copy that differs.
    """
    if any(target.counts().values()):
        raise Failure("STO013", path=target.place)
    files, lacking = transfer_files(source, target)
    read = Digests()
    with source.snapshot():
        target.fill(read.passing(source.tables()))
    # what was attached while the rows were copied
    more, lacking_more = transfer_files(source, target, known=target.files())
    back = Digests()
    with target.snapshot():
        for _, _, rows in back.passing(target.tables()):
            for _ in rows:
                pass
    for name, found in read.of_table.items():
        if back.of_table.get(name) != found:
            raise Failure("STO023", path=target.place, table=name)
    missing = tuple(sorted({*lacking, *lacking_more}))
    # the copy has its own guards; those that the store had lost are lost there
    lost = tuple(fault("schema", name=name) for name in source.differing())
    return Copied(read.counts, files + more, missing, (*lost, *wrong(target, watch)))


def wrong(copy: Journal, watch: Watch = unwatched) -> tuple[Fault, ...]:
    """Return all that does not agree in a copy."""
    return tuple(each for each in Verification(copy, watch=watch).faults() if not each.is_note)


def transfer_files(source: Journal, target: Journal, known: Sequence[str] = ()) -> tuple[int, tuple[str, ...]]:
    """Copy the attachments but those ``known``; return how many, and the digests of those that are damaged."""
    here, count, lacking = frozenset(known), 0, []
    for digest in source.files():
        if digest in here:
            continue
        try:
            content = source.get_file(digest)
        except Failure as failure:
            if failure.code != "STO014":
                raise
            content = None
        if content is None:
            lacking.append(digest)
        else:
            target.put_file(digest, content)
            count += 1
    return count, tuple(lacking)


class Digests:
    """Rows that pass by -> how many each table has, and a digest over them."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.of_table: dict[str, str] = {}

    def passing(self, tables: Tables) -> Iterator[tuple[str, tuple[str, ...], Iterator[Row]]]:
        """Hand the tables on, and count their rows as they are read."""
        for name, columns, rows in tables:
            yield name, columns, self._counted(name, rows)

    def _counted(self, name: str, rows: Iterable[Row]) -> Iterator[Row]:
        digest, count = hashlib.sha256(), 0
        for row in rows:
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
            count += 1
            yield row
        self.counts[name], self.of_table[name] = count, digest.hexdigest()
