"""What is said at the counter: what looks mistyped is told and kept, what contradicts itself is refused."""

from __future__ import annotations

import gc
from hashlib import sha256

import pytest

from sop_engine.cli.main import main

NAME = "kerjasama-media"


@pytest.fixture
def sop(tmp_path, monkeypatch, capsys):
    """Run ``sop``: words -> (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    for name, value in {"SOP_USER": "sri", "SOP_LANG": "id", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("SOP_STORE", raising=False)

    def run(*words):
        code = main(words)
        told = capsys.readouterr()
        return code, told.out, told.err

    yield run
    gc.enable()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("--nik", "33"), ["16 angka"]),
        (("--nik", "333333333333333x"), ["16 angka"]),
        (("--nik", "3326010101900001"), []),
        (("--email", "bukan-email"), ["alamat surel"]),
        (("--email", "wati@contoh.id"), []),
        (("--nik", "33", "--email", "a@b"), ["16 angka", "alamat surel"]),
    ],
)
@pytest.mark.parametrize(
    "verb", [("case", "open", NAME), ("complaint", "open", NAME, "--channel", "phone", "--text", "a")]
)
def test_a_number_that_cannot_be_is_told_and_kept(sop, verb, said, told):
    code, _, err = sop(*verb, *said)
    lines = [line for line in err.splitlines() if "tetap dicatat" in line]
    assert (code, len(lines)) == (0, len(told))
    assert all(each in line for each, line in zip(told, lines, strict=True))
    case = f"{NAME}-{sop('case', 'list')[1].rpartition(NAME)[2].split()[0].lstrip('-')}"
    assert said[1] in sop("case", "applicant", case, "--reveal")[1]


def test_a_paper_is_there_or_missing_not_both(sop):
    paper = "surat-penawaran"
    code, out, err = sop("case", "open", NAME, "--have", paper, "--lacks", paper)
    assert (code, out) == (2, "")
    assert f"USE068: Persyaratan `{paper}` disebut dengan --have dan --lacks sekaligus" in err
    assert "--have surat-penawaran:asli+1" in err
    assert sop("case", "open", NAME, "--have", f"{paper}:asli", "--lacks", paper)[0] == 0


def test_an_option_is_named_as_it_was_typed(sop):
    assert "RUN043: --applicant: 301 huruf" in sop("case", "open", NAME, "--applicant", "a" * 301)[2]
    words = ("complaint", "open", NAME, "--channel", "phone", "--text", "a")
    assert "RUN043: --name: 301 huruf" in sop(*words, "--name", "a" * 301)[2]


def test_of_two_attachments_of_one_name_the_hash_is_asked_for(sop, tmp_path):
    (tmp_path / "lain").mkdir()
    for folder, content in ((tmp_path, "satu"), (tmp_path / "lain", "dua")):
        (folder / "surat.pdf").write_text(content, encoding="utf-8")
    out = sop("case", "open", NAME)[1]
    case = next(word for word in out.split() if word.startswith(NAME))
    sop("case", "comment", case, "--note", "a", "--attach", "surat.pdf")
    assert sop("case", "file", case, "surat.pdf", "--out", "sama.pdf")[0] == 0
    sop("case", "comment", case, "--note", "b", "--attach", "lain/surat.pdf")
    code, _, err = sop("case", "file", case, "surat.pdf", "--out", "a.pdf")
    first, second = (sha256(each).hexdigest()[:12] for each in (b"satu", b"dua"))
    assert (code, "RUN081" in err) == (1, True)
    assert f"{first} (peristiwa 2); {second} (peristiwa 3)" in err
    assert sop("case", "file", case, first, "--out", "a.pdf")[0] == 0
    assert (tmp_path / "a.pdf").read_text(encoding="utf-8") == "satu"
