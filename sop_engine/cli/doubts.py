"""What was said of a person at the counter -> a word to the officer where it looks mistyped; it is kept as it is."""

from __future__ import annotations

from collections.abc import Mapping

import typer

from sop_engine.messages import text


def tell_doubts(said: Mapping[str, str | None]) -> None:
    """Say which of the fields of a person do not look as they should, beside the answer."""
    from sop_engine.office.applicant import doubtful

    for name in doubtful(said):
        typer.echo(text(f"opening.doubt_{name}"), err=True)
