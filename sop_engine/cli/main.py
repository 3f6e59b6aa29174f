"""The program's front: language and streams are settled, a command runs, and whatever goes wrong becomes a sentence.

Exit codes: 0 done, 1 errors were found or an action was refused, 2 wrong usage, 3 could not run.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any, TextIO

from sop_engine.failure import Failure, reason
from sop_engine.messages import LANGUAGES, text

_USAGE = 2
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    try:
        code = _run(_take_language(given))
        # what the system has not taken yet may still be refused
        sys.stdout.flush()
    except Failure as failure:
        return _told(failure, given)
    except KeyboardInterrupt:
        print(text("shell.interrupted"), file=sys.stderr)  # noqa: T201
        return _INTERRUPTED
    except BrokenPipeError:
        # the reader (`head`, a pager) has seen enough
        _silence(sys.stdout)
        code = 0
    except OSError as error:
        return _refused_by_the_system(error, given)
    except Exception as error:  # the last resort: whatever nobody foresaw still ends in a sentence
        if os.environ.get("SOP_TRACEBACK"):
            raise
        return _told(Failure("BUG001", kind=type(error).__name__, reason=error), given)
    return code


def _refused_by_the_system(error: OSError, given: Sequence[str]) -> int:
    if error.filename is not None:
        code = "USE037" if isinstance(error, PermissionError) else "USE016"
        return _told(Failure(code, path=error.filename, reason=reason(error)), given)
    # whoever opens, reads or writes files words its own refusals; what is left is the answer on its way out
    _silence(sys.stdout)
    return _told(Failure("OUT004", reason=reason(error)), [])


def _silence(stream: TextIO) -> None:
    """Let nothing more be written to a stream that takes nothing, not even on exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _take_language(given: Sequence[str]) -> list[str]:
    """Take ``--lang`` out of the arguments, wherever it stands, and put it in force before help texts are made."""
    rest: list[str] = []
    words = iter(given)
    for word in words:
        if word == "--":
            return [*rest, word, *words]
        if word == "--lang" or word.startswith("--lang="):
            value = next(words, "") if word == "--lang" else word.partition("=")[2]
            if value not in LANGUAGES:
                raise Failure("USE001", value=value, known=", ".join(LANGUAGES))
            os.environ["SOP_LANG"] = value
        else:
            rest.append(word)
    return rest


def _run(arguments: list[str]) -> int:
    import typer

    from sop_engine.cli.app import app

    # the class of all usage mistakes has no public name
    usage_error: type[Any] = typer.BadParameter.__mro__[1]
    try:
        code = app(args=arguments, prog_name="sop", standalone_mode=False)
    except typer.Abort:
        print(text("shell.interrupted"), file=sys.stderr)  # noqa: T201
        return _INTERRUPTED
    except usage_error as error:
        from sop_engine.messages.shell import usage

        if type(error).__name__ == "NoArgsIsHelpError":
            print(error.format_message(), file=sys.stderr)  # noqa: T201
            return _USAGE
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "sop"
        raise Failure("USE002", problem=usage(error.format_message()), command=command) from None
    return code if isinstance(code, int) else 0


def _told(failure: Failure, given: Sequence[str]) -> int:
    import json

    from sop_engine.cli.columns import printable

    message = failure.message()
    with suppress(OSError):
        print(f"{text('shell.error')} {failure.code}: {printable(message)}", file=sys.stderr)  # noqa: T201
    try:
        if "--json" in given or "--format=json" in given or ("--format", "json") in pairwise(given):
            answer = {"error": {"code": failure.code, "message": message}}
            print(json.dumps(answer, ensure_ascii=False), flush=True)  # noqa: T201
    except OSError:
        _silence(sys.stdout)
    return failure.exit_code


def run() -> None:
    """Run as a program: the exit code of :func:`main` is the process's."""
    # a command ends before there is any garbage worth looking for, and start-up is a feature
    gc.disable()
    # looking for plug-ins of the model library means reading every installed package's metadata
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.exit(main())


if __name__ == "__main__":
    run()
