import gc
import json
import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sop_engine.cli.main import main

DEFINITIONS = Path(__file__).parents[1] / "office" / "definitions"
OLD = Path(__file__).parents[1] / "store" / "old" / "schema-2.sql"


@pytest.fixture
def sop(tmp_path, monkeypatch, capsys):
    """Run ``sop`` with a store of its own: words -> (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_STORE", "sqlite:///kasus.db")
    monkeypatch.setenv("SOP_DEFINITIONS", str(DEFINITIONS))
    monkeypatch.setenv("SOP_USER", "sari")
    monkeypatch.setenv("SOP_LANG", "id")
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        sys.stdout.flush()
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    yield run
    gc.enable()


@pytest.fixture
def case(sop) -> str:
    name = json.loads(sop("case", "open", "izin-reklame", "--note", "surat 7", "--json")[1])["case"]
    sop("case", "do", name)
    return name


def test_a_store_is_backed_up_and_restored(sop, case):
    code, out, _ = sop("store", "backup", "cadangan/1")
    assert (code, out.splitlines()[0]) == (0, "Dicadangkan: 1 perkara dan 0 lampiran ke cadangan/1")
    digest = sop("log", "head")[1].split()[-1]
    assert out.splitlines()[1] == f"Sidik seluruhnya: {digest}"
    Path("kasus.db").unlink()
    assert sop("store", "restore", "cadangan/1") == (
        0,
        "Dipulihkan: 1 perkara, 2 peristiwa, 0 lampiran ke kasus.db\n",
        "",
    )
    assert sop("log", "head")[1].split()[-1] == digest
    assert sop("case", "do", case, "--answer", "lengkap")[0] == 0


def test_nothing_is_overwritten(sop, case):
    sop("store", "backup", "cadangan")
    code, _, err = sop("store", "backup", "cadangan")
    assert (code, err[:14]) == (2, "Gagal USE034: ")
    code, _, err = sop("store", "restore", "cadangan")
    assert (code, err[:14]) == (3, "Gagal STO013: ")
    code, _, err = sop("store", "copy", "sqlite:///kasus.db", "sqlite:///kasus.db")
    assert (code, err[:14]) == (3, "Gagal STO013: ")
    assert sop("log", "verify")[0] == 0


def test_what_is_not_there_is_not_made(sop):
    for command in (["backup", "cadangan"], ["check"], ["upgrade"]):
        code, _, err = sop("store", *command)
        assert (code, err[:14]) == (3, "Gagal STO019: ")
    code, _, err = sop("store", "copy", "sqlite:///kasus.db", "sqlite:///lain.db")
    assert (code, err[:14]) == (3, "Gagal STO019: ")
    code, _, err = sop("store", "restore", "cadangan")
    assert (code, err) == (
        3,
        "Gagal STO020: cadangan tidak dapat dibaca (letaknya tidak ada). Periksa letak dan izinnya.\n",
    )
    assert list(Path().iterdir()) == []


def test_a_copy_says_what_it_holds(sop, case):
    code, out, _ = sop("store", "copy", "sqlite:///kasus.db", "sqlite:///lain/kasus.db")
    assert (code, out) == (0, "Disalin dan dicocokkan: 1 perkara, 2 peristiwa, 0 lampiran ke lain/kasus.db\n")
    code, out, _ = sop("store", "copy", "sqlite:///kasus.db", "sqlite:///lagi.db", "--json")
    answer = json.loads(out)
    assert (answer["rows"]["cases"], answer["rows"]["events"], answer["files"], answer["lacking"]) == (1, 2, 0, [])
    assert sop("log", "head")[1] == sop("log", "head", "--store", "sqlite:///lagi.db")[1]


def test_a_sound_store_is_said_to_be(sop, case):
    assert sop("store", "check") == (
        0,
        "Berkas basis data utuh.\n"
        "Diperiksa: 1 perkara, 2 peristiwa, 0 lampiran, 0 baris catatan meja.\n"
        "Semuanya utuh.\n",
        "",
    )
    answer = json.loads(sop("store", "check", "--json")[1])
    assert (answer["intact"], answer["database"], answer["faults"]) == (True, [], [])


def test_what_the_database_finds_is_told_beside_what_the_record_shows(sop, case):
    with closing(sqlite3.connect("kasus.db")) as db:
        db.execute("INSERT INTO tasks VALUES ('u:a', '9', 'x-2026-0001', 'a', 1, 'x', 'y', NULL)")
        db.commit()
    code, out, _ = sop("store", "check")
    assert code == 1
    assert out.startswith("Berkas basis data rusak (")
    assert "x-2026-0001: ada peristiwa, tugas, atau data pemohon, tetapi perkaranya tidak ada." in out
    assert "2 hal tidak cocok." in out


def test_an_older_store_is_upgraded(sop):
    with closing(sqlite3.connect("kasus.db")) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
    code, _, err = sop("case", "list")
    assert (code, "sop store upgrade" in err) == (3, True)
    code, out, _ = sop("store", "upgrade")
    assert code == 0
    assert re.fullmatch(
        r"Tempat simpan diperbarui dari skema 2 ke 3\. Salinan sebelumnya: kasus\.db\.schema-2\.bak\n"
        r"\d+ perkara dihitung ulang dari catatannya\.\n",
        out,
    )
    assert sop("store", "check")[0] == 0
    assert sop("store", "upgrade") == (0, "Tempat simpan sudah yang terbaru.\n", "")
    answer = json.loads(sop("store", "upgrade", "--json")[1])
    assert answer == {"migrated": None, "told": 0, "failed": []}


def test_a_case_that_cannot_be_told_again_is_named_and_the_others_are(sop):
    with closing(sqlite3.connect("kasus.db")) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
        db.execute("DROP TRIGGER events_are_not_changed")
        db.execute("UPDATE events SET note = 'lain' WHERE case_id = 'izin-reklame-2026-0001' AND seq = 1")
        db.executescript("CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events BEGIN SELECT 1; END;")
        db.commit()
    code, out, err = sop("store", "upgrade")
    assert code == 3
    assert "perkara dihitung ulang" in out
    assert err.startswith(
        "izin-reklame-2026-0001: belum dapat dihitung ulang. Catatan izin-reklame-2026-0001 tidak utuh"
    )
    assert err.count("\n") == 1


def test_an_attachment_that_was_damaged_before_is_told_with_the_way_to_find_it(sop, case):
    Path("scan.txt").write_text("isi")
    sop("case", "do", case, "--answer", "lengkap", "--attach", "scan.txt")
    files = list(Path("kasus.db.files").glob("*/*"))
    assert len(files) == 1
    files[0].write_text("lain")
    code, out, err = sop("store", "backup", "cadangan")
    assert (code, out.splitlines()[0]) == (1, "Dicadangkan: 1 perkara dan 0 lampiran ke cadangan")
    assert err.startswith("1 lampiran rusak di tempat asalnya")
    assert "sop log verify" in err
    assert f"{case}, peristiwa 3: isi lampiran scan.txt berubah" in sop("log", "verify")[1]


def test_a_store_that_is_not_intact_is_backed_up_restored_and_copied_with_a_word_about_it(sop, case):
    with closing(sqlite3.connect("kasus.db")) as db:
        db.execute("DROP TRIGGER events_are_not_changed")
        db.execute("UPDATE events SET body = replace(body, 'surat 7', 'surat 8') WHERE seq = 1")
        db.commit()
    broken = f"{case}, peristiwa 1: isi atau sidik peristiwa ini berubah, atau urutannya ditukar."
    code, out, err = sop("store", "backup", "cadangan")
    assert (code, out.splitlines()[0]) == (1, "Dicadangkan: 1 perkara dan 0 lampiran ke cadangan")
    assert err.splitlines()[0].startswith("Bagian events_are_not_changed dari tempat simpan hilang")
    assert err.splitlines()[1:] == [
        broken,
        "2 hal tidak cocok. Catatannya ikut tersalin seperti adanya, supaya buktinya tidak hilang; salinan ini bukan "
        "catatan yang utuh. Bandingkan dengan cadangan yang lebih lama.",
    ]
    code, out, err = sop("store", "restore", "cadangan", "--store", "sqlite:///pulih.db")
    assert (code, out) == (1, "Dipulihkan: 1 perkara, 2 peristiwa, 0 lampiran ke pulih.db\n")
    assert broken in err
    code, out, _ = sop("store", "copy", "sqlite:///kasus.db", "sqlite:///salin.db", "--json")
    assert (code, [each["kind"] for each in json.loads(out)["faults"]]) == (1, ["schema", "chain"])
    assert sop("log", "verify", "--store", "sqlite:///salin.db")[0] == 1


def test_a_folder_that_lacks_a_part_of_a_backup_is_told_in_words(sop, case):
    sop("store", "backup", "cadangan")
    Path("cadangan/cases.db").unlink()
    code, _, err = sop("store", "restore", "cadangan", "--store", "sqlite:///pulih.db")
    assert (code, err.split(". ")[0]) == (
        3,
        "Gagal STO021: cadangan bukan cadangan yang utuh (di dalamnya tidak ada cases.db)",
    )
    Path("cadangan/manifest.json").unlink()
    assert "(di dalamnya tidak ada manifest.json)" in sop("store", "restore", "cadangan")[2]
