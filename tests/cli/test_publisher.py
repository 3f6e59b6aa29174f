"""``sop render`` and ``sop sheet`` as commands: what they write, what stops one file and not the others."""

import errno
import json
import os
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from sop_engine import writing
from sop_engine.cli.main import main
from sop_engine.definition.catalogue import Catalogue

TOP = Path(__file__).resolve().parents[2]
FIVE = sorted(Catalogue(TOP / "definitions").ids())


@pytest.fixture
def desk(tmp_path, monkeypatch):
    shutil.copytree(TOP / "definitions", tmp_path / "definitions")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def spoil(path, old, new):
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")


def test_every_procedure_is_drawn_in_each_format(desk):
    assert main(["render", "--out", "g", "--format", "svg", "--format", "png", "--format", "dot"]) == 0
    names = {path.name for path in (desk / "g").iterdir()}
    complaint = {stem: "pengaduan" if stem == "keprotokolan" else "langsung" for stem in FIVE}
    wanted = set(FIVE) | {f"{stem}.{name}" for stem, name in complaint.items()}
    assert names == {f"{stem}.{kind}" for stem in wanted for kind in ("svg", "png", "dot")}


def test_every_sheet_is_printed_in_each_format(desk):
    assert main(["sheet", "--out", "l", "--format", "html", "--format", "pdf", "--format", "md"]) == 0
    assert {path.name for path in (desk / "l").iterdir()} == {f"{s}.{k}" for s in FIVE for k in ("html", "pdf", "md")}


def test_one_bad_file_does_not_stop_the_others(desk, capsys):
    spoil(desk / "definitions" / "lapor-gub.yaml", "actor: admin-opd", "actor: siapa")
    assert main(["render", "--out", "g", "--json"]) == 1
    told = capsys.readouterr()
    answer = json.loads(told.out)
    assert len(answer["failed"]) == 1
    assert "lapor-gub" in answer["failed"][0]
    assert len(answer["written"]) == 8
    assert "lapor-gub" in told.err


def test_two_files_with_one_id_do_not_overwrite_each_other(desk, capsys):
    (desk / "lain").mkdir()
    shutil.copy(desk / "definitions" / "keprotokolan.yaml", desk / "lain")
    code = main(["render", "definitions/keprotokolan.yaml", "lain", "--definitions", "definitions", "--out", "g"])
    assert code == 1
    assert "sudah dipakai" in capsys.readouterr().err


def test_a_folder_that_may_not_be_written(desk, capsys, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(errno.EACCES, "Permission denied")

    # root may write anywhere, so the refusal is made
    monkeypatch.setattr(writing.tempfile, "mkstemp", refuse)
    assert main(["render", "definitions/keprotokolan.yaml", "--out", "g"]) == 3
    assert "OUT001" in capsys.readouterr().err


def test_a_full_disk_leaves_the_old_file_and_nothing_half(desk, capsys, monkeypatch):
    (desk / "g").mkdir()
    old = desk / "g" / "keprotokolan.svg"
    old.write_text("lama", encoding="utf-8")

    class Full:
        def __init__(self, handle, _mode):
            self.handle = handle

        def __enter__(self):
            return self

        def __exit__(self, *_):
            os.close(self.handle)

        def write(self, data):
            os.write(self.handle, data[:100])
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing.os, "fdopen", Full)
    assert main(["render", "definitions/keprotokolan.yaml", "--out", "g"]) == 3
    assert "OUT002" in capsys.readouterr().err
    assert [path.name for path in (desk / "g").iterdir()] == ["keprotokolan.svg"]
    assert old.read_text(encoding="utf-8") == "lama"


def test_an_out_that_is_a_file(desk, capsys):
    (desk / "g").write_text("berkas", encoding="utf-8")
    assert main(["sheet", "definitions/keprotokolan.yaml", "--out", "g"]) == 3
    assert "OUT0" in capsys.readouterr().err


def test_an_id_cannot_climb_out_of_the_folder(desk, capsys):
    path = desk / "definitions" / "jahat.yaml"
    shutil.copy(desk / "definitions" / "keprotokolan.yaml", path)
    spoil(path, "id: keprotokolan", "id: ../../jahat")
    assert main(["render", str(path), "--out", "g"]) == 1
    assert not list(desk.parent.rglob("*jahat*.svg"))


MARKUP = "<script>alert(1)</script> & {{ 7*7 }} #set $x$ \\\\ [a](b) *c*"


def test_markup_in_every_text_prints_as_text(desk):
    """Each text of a definition is replaced by markup: it is shown as it stands, in every format."""
    import re

    path = desk / "definitions" / "keprotokolan.yaml"
    content = path.read_text(encoding="utf-8")
    keys = "title|text|name|activity|value|adjusts|written|number|note|question|answer|optional"
    content = re.sub(rf"(?m)^(\s*(?:- )?(?:{keys}): ).+$", lambda match: f'{match[1]}"{MARKUP}"', content)
    path.write_text(content, encoding="utf-8")
    assert main(["sheet", str(path), "--out", "l", "--format", "html", "--format", "pdf", "--format", "md"]) == 0
    assert main(["render", str(path), "--out", "g", "--format", "svg", "--format", "png", "--format", "dot"]) == 0
    html = (desk / "l" / "keprotokolan.html").read_text(encoding="utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "49" not in re.findall(r"7\*7|\b49\b", html)
    svg = ET.parse(desk / "g" / "keprotokolan.svg")
    assert not [each for each in svg.iter() if each.tag.endswith("script")]
    assert any("<script>" in (each.text or "") for each in svg.iter())
    import pypdfium2

    pdf = pypdfium2.PdfDocument(desk / "l" / "keprotokolan.pdf")
    words = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "<script>alert(1)</script>" in words.replace("\r\n", "").replace("\n", "")
    assert "#set $x$" in words.replace("\r\n", " ")


def test_ten_thousand_steps_are_drawn_in_pages(desk):
    path = desk / "definitions" / "panjang.yaml"
    head = (desk / "definitions" / "dokumentasi-kegiatan.yaml").read_text(encoding="utf-8")
    step = "  - id: s{0}\n    actor: petugas\n    activity: Mengerjakan bagian {0}\n"
    steps = "".join(step.format(number) for number in range(10_000))
    before, _, rest = head.partition("steps:\n")
    content = before.replace("id: dokumentasi-kegiatan", "id: panjang") + "steps:\n" + steps + "\nsla:"
    path.write_text(content + rest.partition("\nsla:")[2], encoding="utf-8")
    assert main(["validate", str(path)]) == 0
    assert main(["render", str(path), "--out", "g"]) == 0
    assert len(list((desk / "g").glob("panjang_*.svg"))) > 500


def test_sheets_are_made_for_the_paper_of_the_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(TOP / "definitions", tmp_path / "definitions")
    (tmp_path / "sop-project.yaml").write_text("project: 1\npaper: F4\n", encoding="utf-8")
    assert main(["sheet", "definitions/keprotokolan.yaml", "--out", "lembar"]) == 0
    assert "size: 215mm 330mm" in (tmp_path / "lembar" / "keprotokolan.html").read_text(encoding="utf-8")
