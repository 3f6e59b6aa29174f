"""A YAML text that was read -> its written page: entries with the comments and blank lines that belong to each.

A comment belongs to the entry below it, or to the one beside it; comments that are indented deeper than what follows
end the block they are aligned with, and those above the first key are about the file. Nothing is judged or changed
here, and no comment is left out: the page is what :mod:`sop_engine.definition.write` prints in canonical form.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from sop_engine.source import Loader

_SPEAKS = re.compile(r"#\s*sop\s*:", re.IGNORECASE)

BLANK = ""
"""Stands among comments for one or more empty lines."""


class Comment(NamedTuple):
    """A comment as it is written, from its ``#``; ``alone`` when nothing stands before it on its line."""

    place: int
    line: int
    column: int
    text: str
    alone: bool


@dataclass
class Entry:
    """A key or an item: what stands above, beside and in it. ``key`` is None for an item of a list."""

    key: yaml.ScalarNode | None
    value: yaml.ScalarNode | Block
    above: list[str] = field(default_factory=list)
    beside: str | None = None

    @property
    def held(self) -> bool:
        """Return whether a comment that this program reads stands for the line on which the entry begins."""
        return any(map(speaks, (*self.above, self.beside or "")))


@dataclass
class Block:
    """A group of keys or a list. ``below`` are the comments that end it; ``flow``: it was written in brackets.

    ``held``: the item that it is in is held by a comment that this program reads.
    """

    column: int
    is_list: bool
    flow: bool
    entries: list[Entry] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    held: bool = False

    @property
    def commented(self) -> bool:
        """Return whether a comment stands anywhere inside."""
        return bool(self.below) or any(
            entry.beside or entry.above or (isinstance(entry.value, Block) and entry.value.commented)
            for entry in self.entries
        )


def speaks(comment: str) -> bool:
    """Return whether a comment is one that this program reads: it stands for the line beside or below it."""
    return _SPEAKS.match(comment) is not None


def comments(text: str) -> tuple[Comment, ...]:
    """Return the comments of a text that can be read, in the order of their places."""
    return tuple(_comments(text, list(yaml.scan(text, Loader=Loader))))


def _comments(text: str, tokens: list[yaml.Token]) -> Iterator[Comment]:
    gap = line = line_start = 0
    for token in tokens:
        start, end = token.start_mark.index, token.end_mark.index
        header = isinstance(token, yaml.ScalarToken) and token.style in ("|", ">")
        # the first line of a block text may bear a comment; its other lines are text
        parts = [(gap, start), (start, text.find("\n", start, end))] if header else [(gap, start)]
        for first, last in parts:
            place = text.find("#", first, max(first, last))
            while place >= 0:
                stop = text.find("\n", place)
                stop = len(text) if stop < 0 else stop
                line += text.count("\n", line_start, place)
                line_start = text.rfind("\n", 0, place) + 1
                before = text[line_start:place]
                yield Comment(place, line, place - line_start, text[place:stop].rstrip(), not before.strip())
                place = text.find("#", stop, max(stop, last))
        gap = max(gap, end)


def page(text: str) -> tuple[list[str], Block]:
    """Return the comments at the head of a file, which belong to no key, and everything below them.

    ``text`` is one that :func:`sop_engine.source.parse` reads without an error: a group of keys, not too deep.
    """
    walk = _Walk(text)
    root: Any = yaml.compose(text, Loader=Loader)
    top = walk.block(root, [])
    top.below += walk.rest(top)
    return _head(top), top


def _head(top: Block) -> list[str]:
    """Take off what stands above the first key: it is about the file, whichever key comes first."""
    head: list[str] = []
    if top.entries:
        head, top.entries[0].above = top.entries[0].above, []
    return head


class _Walk:
    """One walk over nodes in written order; each comment is taken once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        tokens = list(yaml.scan(text, Loader=Loader))
        self.left = list(reversed(list(_comments(text, tokens))))
        self.dashes = [each.start_mark.index for each in tokens if isinstance(each, yaml.BlockEntryToken)]

    def block(self, node: yaml.CollectionNode, waiting: list[str]) -> Block:
        """Return a collection; ``waiting`` are comments above its first entry that stand on its key's line."""
        block = Block(node.start_mark.column, isinstance(node, yaml.SequenceNode), bool(node.flow_style))
        for number, item in enumerate(node.value, 1):
            key, value = (None, item) if block.is_list else item
            place, line = self.start(key or value, block)
            entry = Entry(key, value, above=waiting)
            waiting = []
            entry.above += self.above(place, None if block.flow else line, block)
            if key is None:
                # what stands between the dash and the item
                entry.above += [each.text for each in self.until(value.start_mark.index)]
            following = _start_of(node.value[number]) if number < len(node.value) else node.end_mark.index
            self.fill(entry, value, following if block.flow else len(self.text))
            if key is None and isinstance(entry.value, Block):
                entry.value.held = entry.held or (block.held and number == 1)
            block.entries.append(entry)
        if block.flow:
            inside = self.until(node.end_mark.index)
            beside = [each for each in inside if not each.alone]
            if beside and block.entries and block.entries[-1].beside is None:
                block.entries[-1].beside = inside.pop(inside.index(beside[0])).text
            block.below += [*waiting, *(each.text for each in inside)]
        return block

    def start(self, node: yaml.Node, block: Block) -> tuple[int, int]:
        """Return the index and line where an entry begins: at its key, or at the dash before it."""
        mark = node.start_mark
        if block.flow or not block.is_list:
            return mark.index, mark.line
        dash = self.dashes[bisect_left(self.dashes, mark.index) - 1]
        return dash, mark.line - self.text.count("\n", dash, mark.index)

    def fill(self, entry: Entry, value: Any, until: int) -> None:
        """Read an entry's value and the comment beside it, which in brackets ends before ``until``."""
        nested = isinstance(value, yaml.CollectionNode)
        between = self.until(value.start_mark.index) if entry.key is not None else []
        if nested and not value.flow_style:
            # a comment on the key's line stays there, those on lines of their own stand above the first entry
            if between and not between[0].alone:
                entry.beside = between.pop(0).text
            entry.value = self.block(value, [each.text for each in between])
            return
        entry.above += [each.text for each in between]
        if nested:
            entry.value = self.block(value, [])
            if not entry.value.entries:
                entry.above, entry.value.below = [*entry.above, *entry.value.below], []
        else:
            entry.value = value
        if not nested and value.style in ("|", ">"):
            header = self.until(value.end_mark.index)
            entry.beside = header[0].text if header else None
        elif self.left and not self.left[-1].alone and self.left[-1].line == value.end_mark.line:
            entry.beside = self.left.pop().text if self.left[-1].place < until else None

    def until(self, index: int) -> list[Comment]:
        """Take the comments before ``index``."""
        taken = []
        while self.left and self.left[-1].place < index:
            taken.append(self.left.pop())
        return taken

    def above(self, index: int, line: int | None, block: Block) -> list[str]:
        """Take the comments above an entry; first those that end deeper blocks written before it."""
        found = self.until(index)
        if block.entries and not block.flow:
            found = self.ended(found, block)
        return self.spaced(found, line)

    def rest(self, top: Block) -> list[str]:
        """Take what stands below everything."""
        return self.spaced(self.ended(self.until(len(self.text) + 1), top), None)

    def ended(self, found: list[Comment], block: Block) -> list[Comment]:
        """Hand comments to the deeper blocks that they end; return the others."""
        deepest = found[0].column if found else 0
        for number, each in enumerate(found):
            deepest = min(deepest, each.column)
            owner = _owner(block, deepest) if each.alone and not speaks(each.text) else None
            if each.column <= block.column or owner is None:
                return found[number:]
            owner.below += self.spaced([each], None)
        return []

    def spaced(self, found: list[Comment], line: int | None) -> list[str]:
        """Return comments with a mark wherever empty lines stand, also between the last one and ``line``."""
        spaced: list[str] = []
        for each in found:
            if each.alone and self.empty_before(each.line):
                spaced.append(BLANK)
            spaced.append(each.text)
        if line is not None and self.empty_before(line):
            spaced.append(BLANK)
        return spaced

    def empty_before(self, line: int) -> bool:
        return line > 0 and not self.lines[line - 1].strip()


def _start_of(item: yaml.Node | tuple[yaml.Node, yaml.Node]) -> int:
    """Return where an item of a list, or a key and its value, begins."""
    return (item[0] if isinstance(item, tuple) else item).start_mark.index


def _owner(block: Block, column: int) -> Block | None:
    """Return the deepest block at the end of ``block`` that begins at ``column`` or left of it."""
    owner: Block | None = None
    last = block
    while last.entries:
        value = last.entries[-1].value
        if not isinstance(value, Block) or value.flow or value.column > column:
            break
        owner = last = value
    return owner
