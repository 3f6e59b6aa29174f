"""The tree of commands: which exist, in the order of their users."""

from __future__ import annotations

from typing import Annotated

import typer

from sop_engine import __version__
from sop_engine.cli import author, officer, publisher
from sop_engine.cli.spoken import App
from sop_engine.messages import text

app = App(help=f"{text('shell.app')}\n\n{text('shell.app_more')}")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sop-engine {__version__}")
        raise typer.Exit


@app.callback()
def _everywhere(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=text("shell.version"))
    ] = False,
    lang: Annotated[str, typer.Option("--lang", metavar="id|en", help=text("shell.lang"))] = "id",
) -> None:
    """Take the options that every command has; ``--lang`` was read before the help texts were made."""


app.command("validate", help=text("author.validate"))(author.validate)
app.command("explain", help=text("author.explain"))(author.explain)
app.command("schema", help=text("author.schema"))(author.schema)
app.add_typer(officer.case_app, name="case")
app.command("inbox", help=text("officer.help_inbox"))(officer.inbox)
app.command("render", help=text("publisher.render"))(publisher.render)
app.command("sheet", help=text("publisher.sheet"))(publisher.sheet)
app.command("demo", help=text("publisher.demo"))(publisher.demo)
