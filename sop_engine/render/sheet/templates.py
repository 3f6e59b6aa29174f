"""The environment of the shipped text templates: every value is escaped, a name that is not there is an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sop_engine.resources import shipped


def template(name: str, finalize: Callable[[object], object] | None = None) -> Any:
    """Return a shipped template; ``finalize`` is applied to every value it prints, to escape it in another way.

    Escaping is on all the same, for it tells the results of macros from texts.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(shipped("templates"), encoding="utf-8"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        newline_sequence="\n",
    )
    return environment.get_template(name)
