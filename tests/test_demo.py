"""The main job, as the README's first command runs it."""

import re
from pathlib import Path

from sop_engine.cli.main import main
from sop_engine.definition.catalogue import Catalogue

TOP = Path(__file__).resolve().parent.parent


def test_the_demo_does_the_whole_job(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(TOP)
    assert main(["demo", "--out", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    five = sorted(Catalogue(TOP / "definitions").ids())
    for stem in five:
        for kind in ("svg", "png", "html", "pdf"):
            assert (tmp_path / f"{stem}.{kind}").stat().st_size > 1000
    # one return at the verification, then to the end
    steps = re.findall(r"^  (\d)\. ", told, re.MULTILINE)
    assert steps == ["1", "2", "3", "4", "5", "6", "7", "5", "6", "7", "8", "9"]
    assert "dikembalikan ke langkah 5" in told
    assert "perkara selesai" in told


def test_a_second_demo_opens_a_second_case(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(TOP)
    for number in ("0001", "0002"):
        assert main(["demo", "--out", str(tmp_path)]) == 0
        assert f"-{number} dibuka" in capsys.readouterr().out
