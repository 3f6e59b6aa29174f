"""The officer's commands on PostgreSQL, from the first case to the record that is verified, exported and copied."""

import json
import sys
from pathlib import Path

import pytest

from sop_engine.cli.main import main

DEFINITIONS = Path(__file__).parents[1] / "office" / "definitions"
LIST = """people: 1
persons:
  - id: sari
    name: Sari
    steward: true
    offices:
      - {unit: contoh/layanan, actor: petugas, from: 2026-01-01}
"""


@pytest.fixture
def sop(tmp_path, monkeypatch, capfdbinary, postgres_url):
    """Run ``sop`` with a database of its own: words -> (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_STORE", postgres_url)
    monkeypatch.setenv("SOP_DEFINITIONS", str(DEFINITIONS))
    monkeypatch.setenv("SOP_USER", "sari")
    monkeypatch.setenv("SOP_LANG", "id")

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return code, captured.out.decode(), captured.err.decode()

    return run


def test_a_case_from_its_opening_to_the_copy_of_its_record(sop, tmp_path):
    def done(*arguments: str) -> str:
        code, out, err = sop(*arguments)
        assert code == 0, (arguments, out, err)
        return out

    assert "belum mempunyai tabel perkara" in done("inbox"), "a store that is not there reads as an empty one"
    case = json.loads(done("case", "open", "izin-reklame", "--applicant", "Budi Contoh", "--json"))["case"]
    assert case == "izin-reklame-2026-0001" or case.startswith("izin-reklame-")
    Path("pindai.txt").write_text("isi berkas", encoding="utf-8")
    done("case", "do", case, "--attach", "pindai.txt")
    done("case", "claim", case)
    done("case", "do", case, "--answer", "Lengkap")
    assert "Meninjau lokasi" in done("case", "show", case)
    assert case in done("inbox")
    assert case in done("case", "list")
    done("case", "explain", case)
    done("case", "history", case)
    done("tick")
    Path("orang.yaml").write_text(LIST, encoding="utf-8")
    done("people", "load", "orang.yaml")
    done("log", "verify")
    done("log", "head", "--out", "kepala.txt")
    done("log", "verify", "--heads", "kepala.txt")
    done("log", "export", "--to", "xes", "--out", "catatan.xes")
    done("store", "check")
    done("store", "upgrade")
    done("store", "backup", "cadangan")
    done("store", "restore", "cadangan", "--store", f"sqlite:///{tmp_path / 'pulih.db'}")
    done("log", "verify", "--heads", "kepala.txt", "--store", f"sqlite:///{tmp_path / 'pulih.db'}")


def test_a_store_is_copied_to_postgresql_and_back(sop, tmp_path, postgres_url):
    there, back = f"sqlite:///{tmp_path / 'asal.db'}", f"sqlite:///{tmp_path / 'kembali.db'}"
    opened = json.loads(sop("case", "open", "izin-reklame", "--store", there, "--json")[1])
    Path("pindai.txt").write_text("isi berkas", encoding="utf-8")
    assert sop("case", "do", opened["case"], "--attach", "pindai.txt", "--store", there)[0] == 0
    assert sop("store", "copy", there, postgres_url)[0] == 0
    assert sop("log", "verify")[0] == 0
    assert sop("store", "copy", postgres_url, back)[0] == 0
    assert (
        sop("log", "head", "--store", back)[1].splitlines()[-1]
        == sop("log", "head", "--store", there)[1].splitlines()[-1]
    )
    assert (tmp_path / "kembali.db.files").is_dir()
    code, _, err = sop("store", "copy", there, postgres_url)
    assert (code, "STO013" in err) == (3, True)


def test_a_server_that_is_not_there_is_said_without_the_password(sop):
    code, out, err = sop("inbox", "--store", "postgresql://sari:rahasia@127.0.0.1:1/kasus")
    assert (code, out) == (3, "")
    assert "STO027" in err
    assert "rahasia" not in err


@pytest.mark.parametrize("by", ["environment", "option"])
def test_no_answer_repeats_the_password(sop, monkeypatch, postgres_url, by):
    place = f"{postgres_url}{'&' if '?' in postgres_url else '?'}password=rahasia"
    option: tuple[str, ...] = ()
    if by == "environment":
        monkeypatch.setenv("SOP_STORE", place)
    else:
        monkeypatch.delenv("SOP_STORE")
        option = ("--store", place)
    case = json.loads(sop("case", "open", "izin-reklame", "--json", *option)[1])["case"]
    said = ["".join(sop("inbox", "--limit", "1", *option)[1:])]
    for words in (
        ("case", "open", "izin-reklame"),
        ("inbox", "--limit", "1"),
        ("inbox", "--mine"),
        ("case", "list"),
        ("case", "show", case),
        ("case", "do", case, "--expect", "1"),
        ("case", "claim", case),
        ("case", "release", case),
        ("case", "do", case, "--answer", "Entah"),
        ("case", "show", case),
        ("case", "explain", case),
        ("case", "history", case),
        ("case", "suspend", case, "--note", "Menunggu."),
        ("case", "show", case),
        ("case", "resume", case),
        ("case", "show", "tidak-ada"),
        ("complaint", "list"),
        ("tick",),
        ("due",),
        ("log", "head"),
        ("log", "verify"),
        ("people", "list"),
        ("store", "check"),
        ("store", "upgrade"),
        ("store", "backup", "cadangan"),
    ):
        said.append("".join(sop(*words, *option)[1:]))
        assert said[-1], words
    said.append("".join(sop("store", "copy", place, "sqlite:///salinan.db")[1:]))
    said.append("".join(sop("store", "copy", "sqlite:///salinan.db", place)[1:]))
    assert not [each for each in said if "rahasia" in each]
    assert any("sop case do" in each for each in said)


def test_tables_are_made_by_their_owner_and_a_role_without_rights_is_told_so(sop, postgres_url, monkeypatch):
    import psycopg

    with psycopg.connect(postgres_url) as db:
        db.execute("DROP ROLE IF EXISTS kantor_tanpa_hak")
        db.execute("CREATE ROLE kantor_tanpa_hak LOGIN")
        db.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    poor = postgres_url.replace("postgres@", "kantor_tanpa_hak@", 1)
    code, out, _ = sop("inbox", "--store", poor)
    assert (code, out.count("pemiliknya membuatnya dengan: sop store upgrade")) == (0, 1)
    code, _, err = sop("case", "open", "izin-reklame", "--store", poor)
    assert (code, err[:14]) == (3, "Gagal STO026: ")
    assert "Mintalah pemilik basis data" in err
    code, out, _ = sop("store", "upgrade")
    assert code == 0
    assert out.startswith("Tabel dibuat (skema ")
    assert sop("store", "upgrade")[1] == "Tempat simpan sudah yang terbaru.\n"
    code, _, err = sop("case", "open", "izin-reklame", "--store", poor)
    assert (code, err[:14]) == (3, "Gagal STO026: ")
    with psycopg.connect(postgres_url) as db:
        db.execute("DROP ROLE kantor_tanpa_hak")
