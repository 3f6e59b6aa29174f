"""Told to end, a batch ends as at Ctrl-C: with what it has done told, and nothing half written left behind."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from orders import definitions

from sop_engine.batch.stopping import stoppable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no such signals there")

SLOW = """
import os, sys, time
from pathlib import Path
from sop_engine import writing
chmod = os.chmod
def slow(aside, mode):
    if aside.endswith(".svg") or ".svg." in aside:
        Path("siap").touch()
        time.sleep(60)
    chmod(aside, mode)
writing.os.chmod = slow
from sop_engine.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_batch_that_is_told_to_end_leaves_no_unfinished_file(tmp_path, number):
    definitions(tmp_path / "definitions", 1)
    environment = {**os.environ, "SOP_CACHE": "off", "PYTHONUTF8": "1"}
    program = subprocess.Popen(
        [sys.executable, "-c", SLOW, "render", "--out", "g"],
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=environment,
    )
    while program.poll() is None and not (tmp_path / "siap").exists():
        time.sleep(0.01)
    assert list((tmp_path / "g").iterdir())
    program.send_signal(number)
    _, told = program.communicate()
    assert program.returncode == 130, told
    assert told.startswith("Dihentikan setelah 0 dari 1 SOP.")
    assert list((tmp_path / "g").iterdir()) == []


def test_what_is_ignored_stays_ignored_and_all_is_as_before_in_the_end():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stoppable():
            os.kill(os.getpid(), signal.SIGHUP)
            with pytest.raises(KeyboardInterrupt):
                os.kill(os.getpid(), signal.SIGTERM)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGHUP, before)


def test_another_thread_is_never_told():
    reached = []

    def work():
        with stoppable():
            reached.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert reached == [True]
