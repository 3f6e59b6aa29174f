"""What could not be done, as a value that travels: a permanent code and the arguments of its message.

Raised by the rooms that act (office, store, render); only the command line turns it into words and an exit code.
Mistakes *inside a definition* are never raised: they are diagnostics.
"""

from __future__ import annotations

import errno

from sop_engine.messages import failure_text

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says when a file cannot grow: the disk, a quota or a limit is used up."""


class Failure(Exception):  # noqa: N818 - a refusal is an expected outcome, not an error of the program
    """An action that was refused or could not be carried out; nothing has been changed.

    ``code`` begins with RUN (refused by the procedure), STO (store), OUT (writing a result) or USE (wrong usage).
    """

    def __init__(self, code: str, **args: object) -> None:
        super().__init__(code)
        self.code = code
        self.args_of_message = {name: str(value) for name, value in args.items()}

    def message(self, language: str | None = None) -> str:
        """Return what happened and the way out."""
        return failure_text(self.code, self.args_of_message, language)

    def __str__(self) -> str:
        return f"{self.code} {self.message('en')}"

    @property
    def exit_code(self) -> int:
        """Return 1 when refused, 2 for wrong usage, 3 when it could not run."""
        return {"RUN": 1, "USE": 2}.get(self.code[:3], 3)


def reason(error: Exception) -> str:
    """Return why the system refused: the name of the error when it is one that we can word, else its own words."""
    from sop_engine.messages.reasons import REASONS

    # an extended name of the database says more than people need: SQLITE_IOERR_WRITE
    database = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
    system = errno.errorcode.get(getattr(error, "errno", None) or 0, "")
    for name in (database, system):
        if name in REASONS:
            return name
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
