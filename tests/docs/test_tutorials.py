"""The tutorials are run, block by block, in a fresh folder: what they say works, and what they show is what is printed.

Blocks: ``yaml file=PATH`` is written there; ``sh`` is run line by line and must succeed; ``console`` holds one ``$``
command and its output, ``exit=N`` says its exit code. ``SOP_UPDATE_DOCS=1`` writes the outputs anew.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

TOP = Path(__file__).resolve().parents[2]
PAGES = sorted((TOP / "docs").glob("tutorial-*.md"))
BLOCK = re.compile(r"^```(yaml|sh|console)(?: file=(\S+))?(?: exit=(\d))?\n(.*?)^```", re.DOTALL | re.MULTILINE)
# the year in which the shipped definitions' office opens a case now
YEAR = str(datetime.now(ZoneInfo("Asia/Jakarta")).year)
UPDATE = bool(os.environ.get("SOP_UPDATE_DOCS"))


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    line, _, given = line.replace("{tahun}", YEAR).partition("<<<")
    program, *arguments = shlex.split(line, comments=True)
    start = {"sop": [sys.executable, "-m", "sop_engine"], "python": [sys.executable]}[program]
    environment = {**os.environ, "SOP_USER": "sri", "SOP_LANG": "id", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [*start, *arguments],
        cwd=folder,
        env=environment,
        input=given.strip().strip("'\"").replace("\\n", "\n"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_page_works_as_it_says(page, tmp_path):
    shutil.copytree(TOP / "definitions", tmp_path / "definitions")
    content = page.read_text(encoding="utf-8")
    shown = content
    for match in BLOCK.finditer(content):
        kind, file, code, body = match.groups()
        if file:
            path = tmp_path / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
        elif kind == "sh":
            for line in filter(None, body.splitlines()):
                done = run(line, tmp_path)
                assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
        elif kind == "console":
            command = body.splitlines()[0].removeprefix("$ ")
            done = run(command, tmp_path)
            assert done.returncode == int(code or 0), done.stdout + done.stderr
            printed = (done.stdout + done.stderr).replace(YEAR, "{tahun}")
            shown = shown.replace(body, f"$ {command}\n{printed}")
    if UPDATE:
        page.write_text(shown, encoding="utf-8")
    assert shown == page.read_text(encoding="utf-8"), "run again with SOP_UPDATE_DOCS=1 and look at the difference"
