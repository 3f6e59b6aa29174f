"""The tutorials are run, block by block, in a fresh folder: what they say works, and what they show is what is printed.

Blocks: ``yaml file=PATH`` is written there, ``yaml part=PATH`` must stand there; ``sh`` is run line by line and must
succeed; ``console`` holds one ``$`` command and its output, ``exit=N`` says its exit code. What the reader does by hand
is said beside the words in a comment: ``change FILE: OLD => NEW``, ``copy FILE => FILE``, and ``typed: answer|answer``
before the command that asks. Cases are named of the year in which the pages were written, and run in that of today.
``SOP_UPDATE_DOCS=1`` writes the outputs anew.
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
PAGES = sorted(
    [
        *(TOP / "docs").glob("tutorial-*.md"),
        *(
            TOP / "docs" / f"{name}.md"
            for name in ("calendar", "cases", "complaints", "operations", "people", "promise", "record")
        ),
    ]
)
BLOCK = re.compile(
    r"^```(yaml|sh|console)(?: (file|part)=(\S+))?(?: exit=(\d))?\n(.*?)^```|^<!-- (change|copy|typed):? (.+?) -->$",
    re.DOTALL | re.MULTILINE,
)
# the year in which the shipped definitions' office opens a case now
YEAR = str(datetime.now(ZoneInfo("Asia/Jakarta")).year)
# the year that the pages show in the names of cases, which a reader can paste as they are in that year
WRITTEN = "2026"
SHOWN, NOW = (re.compile(rf"-{year}-(?=\d{{4}})") for year in (WRITTEN, YEAR))
UPDATE = bool(os.environ.get("SOP_UPDATE_DOCS"))


def run(line: str, folder: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    program, *arguments = shlex.split(SHOWN.sub(f"-{YEAR}-", line), comments=True)
    start = {"sop": [sys.executable, "-m", "sop_engine"], "python": [sys.executable]}[program]
    # a cache of the reader's own, so that what was made a page ago is passed over as it will be for them
    environment = {**os.environ, "SOP_USER": "sri", "SOP_LANG": "id", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    environment["SOP_CACHE"] = str(folder / ".ingatan")
    return subprocess.run(
        [*start, *arguments],
        cwd=folder,
        env=environment,
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def by_hand(deed: str, words: str, folder: Path) -> None:
    before, after = words.split(" => ")
    if deed == "copy":
        (folder / after).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / before, folder / after)
        return
    name, _, old = before.partition(": ")
    old, after = (each.replace("\\n", "\n") for each in (old, after))
    content = (folder / name).read_text(encoding="utf-8")
    assert content.count(old) == 1, f"{old!r} is not there just once"
    (folder / name).write_text(content.replace(old, after), encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_page_works_as_it_says(page, tmp_path):
    shutil.copytree(TOP / "definitions", tmp_path / "definitions")
    content = page.read_text(encoding="utf-8")
    shown, told, typed = "", 0, ""
    for match in BLOCK.finditer(content):
        kind, use, file, code, body, deed, words = match.groups()
        if deed == "typed":
            typed = words.replace("|", "\n") + "\n"
        elif deed:
            by_hand(deed, words, tmp_path)
        elif use == "part":
            assert body in (tmp_path / file).read_text(encoding="utf-8"), f"{file} does not hold what is shown"
        elif use == "file":
            path = tmp_path / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
        elif kind == "sh":
            for line in filter(None, body.splitlines()):
                done, typed = run(line, tmp_path, typed), ""
                assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
        elif kind == "console":
            command = body.splitlines()[0].removeprefix("$ ")
            done = run(command, tmp_path, typed)
            assert done.returncode == int(code or 0), done.stdout + done.stderr
            printed, typed = NOW.sub(f"-{WRITTEN}-", done.stdout + done.stderr), ""
            shown += f"{content[told : match.start(5)]}$ {command}\n{printed}"
            told = match.end(5)
    shown += content[told:]
    if UPDATE:
        page.write_text(shown, encoding="utf-8")
    assert shown == page.read_text(encoding="utf-8"), "run again with SOP_UPDATE_DOCS=1 and look at the difference"
