"""The system's word to end, or a terminal that is gone -> KeyboardInterrupt, as from Ctrl-C: work ends in order."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

_SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise KeyboardInterrupt when the process is told to end; what was set to be ignored (``nohup``) still is."""
    if threading.current_thread() is not threading.main_thread():  # only that one is ever told
        yield
        return
    before = {each: signal.getsignal(each) for each in _SIGNALS if signal.getsignal(each) is signal.SIG_DFL}
    for each in before:
        signal.signal(each, _interrupt)
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
