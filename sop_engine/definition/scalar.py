"""One value -> how it is written: plain wherever our own reading of YAML allows, else in quotes; long texts folded.

A text that stood on one line stays on one line, however long it is; one that was broken over lines is joined when it
fits and folded at :data:`WIDTH` when it does not. Literal blocks keep their lines.
"""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache

import yaml

from sop_engine.source import parse

WIDTH = 120

_OTHER_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+")
"""What YAML 1.2 takes for a number, as editors do; ours is narrower."""
_BARE = re.compile(r"[A-Z(][A-Za-z()./,-]*( [A-Za-z0-9()./,-]+)+")
"""The look of most texts: a first word and more words, without any sign that YAML knows."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_MARK = "\ufeff"
"""The byte-order mark, which YAML takes in a text only when it is spelled out."""


def inline(node: yaml.ScalarNode, *, flow: bool = False) -> str:
    """Return a value as it is written on one line; ``flow``: between brackets."""
    plain = node.style not in ("'", '"', "|", ">")
    if plain and node.start_mark.line == node.end_mark.line:
        return " ".join(node.value.split()) or ("null" if flow else "")
    return written(node.value, flow=flow)


def lines(node: yaml.ScalarNode, indent: int, taken: int) -> list[str]:
    """Return a value as it is written in a block: the rest of its key's line, then whole lines.

    ``indent`` is the column of its key or item, ``taken`` how much of the first line stands before the value.
    """
    shown = inline(node)
    paragraphs = _paragraphs(node)
    broken = node.start_mark.line != node.end_mark.line
    short = len(paragraphs) == 1 and taken + len(shown) <= WIDTH
    if not broken or short or _MARK in node.value:
        return [shown]
    inner = " " * (indent + 2)
    if node.style == "|":
        return ["|-", *(inner + each if each else "" for each in paragraphs)]
    folded = [_folded(each, WIDTH - len(inner)) for each in paragraphs]
    return [">-", *(inner + each if each else "" for part in _between(folded) for each in part)]


def written(text: str, *, flow: bool = False) -> str:
    """Return a text as a value on one line; ``flow``: so that it may stand between brackets too."""
    return _plain_or_quoted(" ".join(text.split()), flow)


def key(node: yaml.ScalarNode) -> str:
    """Return a key as it is written."""
    name = str(node.value)
    if node.style in (None, "") or (_NAME.fullmatch(name) and _plain_or_quoted(name, False) == name):
        return name
    return in_quotes(name)


def _paragraphs(node: yaml.ScalarNode) -> list[str]:
    if node.style == "|":
        literal = textwrap.dedent(node.value.expandtabs(2)).strip("\n").split("\n")
        return [literal[0].strip(), *(each.rstrip() for each in literal[1:])]
    return [" ".join(each.split()) for each in re.split(r"\n+", node.value) if each.strip()]


def _folded(paragraph: str, width: int) -> list[str]:
    return textwrap.wrap(paragraph, max(width, 40), break_long_words=False, break_on_hyphens=False)


def _between(parts: list[list[str]]) -> list[list[str]]:
    return [each for part in parts for each in ([""], part)][1:]


@lru_cache(maxsize=4096)
def _plain_or_quoted(text: str, flow: bool) -> str:
    if _BARE.fullmatch(text) and not (flow and "," in text):
        return text
    tried = f"[{text}, {{k: {text}}}]" if flow else text
    read = [text, {"k": text}] if flow else text
    source, found = parse(f"k: {tried}\n", "")
    plain = source is not None and not found and source.data == {"k": read} and _MARK not in text
    return text if plain and not _OTHER_NUMBER.fullmatch(text) else in_quotes(text)


def in_quotes(text: str) -> str:
    """Return a text in the quotes that need no signs of escape, where there are such."""
    if ('"' in text or "\\" in text) and "'" not in text and not ({_MARK, "\n"} & set(text)):
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace(_MARK, "\\ufeff").replace("\n", "\\n")
    return f'"{escaped}"'
