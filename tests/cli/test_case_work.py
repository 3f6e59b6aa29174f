"""The commands beside the procedure, as they are typed: what they answer, in words and JSON, and what they refuse."""

from __future__ import annotations

import gc
import io
import json
import sys
from pathlib import Path

import pytest

from sop_engine.cli.main import main
from sop_engine.store.journal import Entry
from sop_engine.store.place import connect

DEFINITIONS = Path(__file__).parents[1] / "office" / "definitions"
PLACE = "sqlite:///kasus.db"
PEOPLE = """\
people: 1
persons:
  - id: sari
    name: Sari
    steward: true
    offices: [{unit: contoh/layanan, actor: petugas, from: 2024-01-01}]
  - {id: budi, name: Budi, offices: [{unit: contoh/layanan, actor: petugas, from: 2024-01-01}]}
  - {id: rini, name: Rini, offices: [{unit: contoh/layanan, actor: sekretaris, from: 2024-01-01}]}
  - id: dewi
    name: Dewi
    offices:
      - {unit: contoh/layanan, actor: kepala, standing: plh, letter: 800/15, from: 2024-01-01, until: 2099-12-31}
"""


@pytest.fixture
def sop(tmp_path, monkeypatch, capsys):
    """Run ``sop`` with a store of its own: words -> (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_STORE", PLACE)
    monkeypatch.setenv("SOP_DEFINITIONS", str(DEFINITIONS))
    monkeypatch.setenv("SOP_LANG", "id")
    monkeypatch.setenv("COLUMNS", "80")

    def run(*words: str, typed: str | None = None, user: str = "sari") -> tuple[int, str, str]:
        monkeypatch.setenv("SOP_USER", user)
        if typed is not None:
            monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = main(words)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    yield run
    gc.enable()


@pytest.fixture
def answer(sop):
    """Run ``sop … --json`` and return its answer."""
    return lambda *words, **named: json.loads(sop(*words, "--json", **named)[1])


@pytest.fixture
def case(answer) -> str:
    """A case whose file has been handed in."""
    name = answer("case", "open", "izin-reklame")["case"]
    answer("case", "do", name)
    return name


@pytest.fixture
def listed(case) -> str:
    """The same, with a list of people in force."""
    from datetime import UTC, datetime

    journal = connect(PLACE, create=False)
    journal.load_people(PEOPLE, Entry(datetime.now(UTC), "people", "sari", None))
    journal.close()
    return case


@pytest.fixture
def letter(tmp_path) -> Path:
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"%PDF isi")
    return path


def test_a_case_is_opened_with_what_was_said_of_it(sop, answer):
    words = (
        "--reference",
        "B/12/2026",
        "--channel",
        "loket",
        "--applicant",
        "Sri Wahyuni",
        "--nik",
        "3375010101900001",
    )
    code, out, _ = sop("case", "open", "izin-reklame", *words, "--have", "gambar")
    assert code == 0
    assert "[x] gambar  Gambar reklame" in out
    assert "Berkas lengkap." in out
    (only,) = answer("case", "list")["cases"]
    assert (only["reference"], only["channel"], only["complete"]) == ("B/12/2026", "loket", True)
    shown = answer("case", "show", only["case"])
    assert shown["applicant"] == {"name": "S•• W••••••", "nik": "••••••••••••••01"}
    assert shown["papers"] == {"asked": ["gambar"], "have": ["gambar"], "lacks": []}
    assert "Wahyuni" not in sop("case", "show", only["case"])[1]


def test_what_is_mistyped_makes_no_store(sop, tmp_path):
    for words in (("--have", "gambr"), ("--complete", "--lacks", "gambar"), ("--nik", "33\n75")):
        assert sop("case", "open", "izin-reklame", *words)[0] in (1, 2)
    assert not (tmp_path / "kasus.db").exists()


def test_papers_are_missing_until_they_are_checked(sop, answer):
    _, out, _ = sop("case", "open", "izin-reklame", "--lacks", "gambar")
    assert "Berkas belum lengkap: kurang 1." in out
    (only,) = answer("case", "list")["cases"]
    sop("case", "do", only["case"])
    _, out, _ = sop("case", "show", only["case"])
    assert "belum lengkap, kurang: gambar" in out
    assert "mulai dihitung setelah berkas lengkap" in out
    code, out, _ = sop("case", "check", only["case"], "--have", "gambar")
    assert code == 0
    assert "Berkas lengkap." in out
    assert answer("case", "show", only["case"])["due"] is not None
    assert answer("case", "check", only["case"])["recorded"]["facts"] == ["have=gambar"]


def test_a_step_is_claimed_released_and_given_away(sop, answer, listed):
    assert "kini dipegang oleh budi" in sop("case", "claim", listed, user="budi")[1]
    code, _, err = sop("case", "do", listed, "--answer", "Lengkap")
    assert (code, "RUN041" in err) == (1, True)
    assert answer("case", "show", listed)["open_steps"][0]["holder"] == "budi"
    assert "dipegang budi" in sop("inbox")[1]
    assert "dilepas" in sop("case", "release", listed, user="budi")[1]
    assert "diserahkan kepada budi" in sop("case", "reassign", listed, "--to", "budi")[1]
    assert answer("inbox", "--mine", user="budi")["tasks"][0]["case"] == listed
    assert sop("inbox", "--mine")[1] == "Tidak ada langkah yang sedang Anda pegang.\n"
    history = sop("case", "history", listed)[1]
    assert "sari, pengelola" in history
    assert "kepada budi" in history


def test_the_record_tells_in_which_capacity_and_what_was_corrected(sop, listed, letter):
    sop("case", "do", listed, "--answer", "Lengkap", "--attach", str(letter), "--note", "baris satu")
    sop("case", "do", listed, "--skip")
    sop("case", "do", listed, "--with", "sekretaris=rini", user="dewi")
    sop("case", "correct", listed, "3", "--note", "nomor surat 13")
    _, out, _ = sop("case", "history", listed)
    third = out.split("\n3  ")[1].split("\n4  ")[0]
    assert "sari, Petugas Loket" in third
    assert "baris satu" in third
    assert "lampiran surat.pdf (8 byte" in third
    assert "Ralat (peristiwa 6): nomor surat 13" in third
    assert "dewi, Plh. Kepala Bidang (surat 800/15)" in out
    assert "ralat atas peristiwa 3: nomor surat 13" in sop("case", "show", listed)[1]


def test_joint_actors_are_recorded(sop, answer, listed):
    sop("case", "do", listed, "--answer", "Lengkap")
    sop("case", "do", listed, "--skip")
    assert sop("case", "do", listed, "--with", "sekretaris=budi", user="dewi")[0] == 1
    assert sop("case", "do", listed, "--with", "budi", user="dewi")[0] == 2
    assert answer("case", "show", listed)["version"] == 4


def test_one_takes_back_ones_own_step(sop, answer, listed):
    sop("case", "do", listed, "--answer", "Kurang")
    assert "RUN037" in sop("case", "recall", listed, user="budi")[2]
    code, out, _ = sop("case", "recall", listed, "--note", "salah pilih")
    assert (code, "Langkah periksa (peristiwa 3) ditarik kembali" in out) == (0, True)
    assert answer("case", "show", listed)["open_steps"][0]["step"] == "periksa"


def test_a_case_stands_still_and_ends_with_a_reason_that_is_shown(sop, case):
    assert sop("case", "suspend", case)[0] == 1
    assert "Perkara izin-reklame" in sop("case", "suspend", case, "--note", "menunggu saksi")[1]
    _, shown, _ = sop("case", "show", case)
    assert "Alasan: menunggu saksi" in shown
    assert "berhenti dihitung selama ditangguhkan" in shown
    sop("case", "resume", case)
    code, out, _ = sop("case", "reject", case, "--note", "lokasi terlarang")
    assert (code, "Alasan: lokasi terlarang" in out) == (0, True)
    assert "Perkara sudah ditutup (ditolak)" in sop("case", "withdraw", case, "--note", "x")[2]


def test_a_withdrawn_case_says_so_in_words(sop, case):
    sop("case", "withdraw", case, "--note", "batal")
    assert "Perkara sudah ditutup (dicabut)" in sop("case", "check", case)[2]


def test_a_file_is_given_back_and_writes_over_nothing(sop, answer, case, letter, tmp_path):
    sop("case", "comment", case, "--attach", str(letter))
    out = tmp_path / "kembali.pdf"
    code, said, _ = sop("case", "file", case, "surat.pdf", "--out", str(out))
    assert (code, out.read_bytes()) == (0, letter.read_bytes())
    assert "sidiknya cocok" in said
    assert "USE034" in sop("case", "file", case, "surat.pdf", "--out", str(out))[2]
    assert "Yang ada: surat.pdf" in sop("case", "file", case, "lain", "--out", "x")[2]


def test_letters_are_erased_with_the_data_and_other_files_are_named(sop, answer):
    Path("ktp.txt").write_text("pindaian")
    case = answer("case", "open", "izin-reklame", "--applicant", "Sri Wahyuni")["case"]
    sop("case", "do", case, "--attach", "ktp.txt")
    code, _, err = sop("case", "letter", case, "receipt", "--out", "terima.html")
    assert code == 0, err
    name = f"{case}-tanda-terima.html"
    code, out, err = sop("case", "applicant", case, "--erase", "--note", "diminta")
    assert (code, err) == (0, "")
    _, gone, left, command = out.splitlines()
    assert gone == f"Ikut dihapus: {name}."
    assert left.startswith("Lampiran lain tetap ada: ktp.txt.")
    assert command == f"sop case applicant {case} --erase --files --note '…'"
    code, _, err = sop("case", "file", case, name, "--out", "x.html")
    assert (code, err[:14]) == (1, "Gagal RUN061: ")
    assert not Path("x.html").exists()
    assert sop("case", "applicant", case, "--erase", "--files", "--note", "x")[1].endswith("Ikut dihapus: ktp.txt.\n")
    assert sop("log", "verify")[0] == 0
    assert "USE067" in sop("case", "applicant", case, "--files")[2]


def test_an_applicant_is_revealed_and_erased_on_the_record(sop, answer, listed):
    case = answer("case", "open", "izin-reklame", "--applicant", "Sri Wahyuni")["case"]
    assert answer("case", "applicant", case)["applicant"] == {"name": "S•• W••••••"}
    assert "Sri Wahyuni" in sop("case", "applicant", case, "--reveal", user="budi")[1]
    assert "USE051" in sop("case", "applicant", case, "--reveal", "--erase")[2]
    assert "RUN033" in sop("case", "applicant", case, "--erase", "--note", "x", user="budi")[2]
    told = answer("case", "applicant", case, "--erase", "--note", "diminta")
    assert told == {"case": case, "erased": True, "gone": [], "left": [], "shared": []}
    assert "tidak ada, sudah dihapus" in sop("case", "applicant", case)[1]


def test_without_a_list_of_people_the_case_says_that_anybody_may(sop, case):
    shown = " ".join(sop("case", "show", case)[1].split())
    assert "tanpa daftar orang: siapa pun dapat mencatat" in shown


def test_with_a_list_the_case_says_who_may(sop, listed):
    shown = sop("case", "show", listed, user="dewi")[1]
    assert "Yang berwenang: Sari, Petugas Loket; Budi, Petugas Loket" in shown
    assert "dewi; tidak berwenang mencatat" in shown
    assert "Anda     sari, Petugas Loket" in sop("case", "show", listed)[1]


# the inbox


def test_one_sees_what_waits_for_ones_own_offices(sop, answer, listed):
    assert [each["step"] for each in answer("inbox", user="budi")["tasks"]] == ["periksa"]
    assert "Tidak ada yang menunggu jabatan Anda" in sop("inbox", user="dewi")[1]
    assert [each["step"] for each in answer("inbox", "--all", user="dewi")["tasks"]] == ["periksa"]


def test_a_page_says_how_to_go_on(sop, answer, case):
    for _ in range(3):
        answer("case", "open", "izin-reklame")
    first = answer("inbox", "--limit", "2")
    rest = answer("inbox", "--after", first["after"])
    assert "after" not in rest
    assert len({each["case"] for each in first["tasks"] + rest["tasks"]}) == 4
    assert f"sop inbox --after {first['after']}" in sop("inbox", "--limit", "2")[1]
    assert "RUN054" in sop("inbox", "--after", "besok")[2]


@pytest.mark.parametrize("words", [("--mine", "--all"), ("--as", "petugas", "--mine"), ("--watch", "--json")])
def test_what_does_not_go_together_is_said(sop, case, words):
    code, _, err = sop("inbox", *words)
    assert (code, "USE051" in err) == (2, True)


def test_the_inbox_is_watched_until_it_is_interrupted(sop, case, monkeypatch):
    from sop_engine.cli import inbox

    looks = []

    def wait(seconds):
        looks.append(seconds)
        if len(looks) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(inbox.time, "sleep", wait)
    code, out, _ = sop("inbox", "--watch", "--every", "3")
    assert (code, looks) == (0, [3, 3])
    assert out.count(case) == 2


def test_a_long_list_goes_through_the_pager_on_a_terminal_only(monkeypatch, tmp_path, capsys):
    from sop_engine.cli import pager

    page = tmp_path / "halaman"
    monkeypatch.setenv("PAGER", f"tee {page}")
    monkeypatch.setenv("LINES", "5")
    lines = [f"baris {number}" for number in range(9)]
    pager.show(lines)
    assert not page.exists()
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    pager.show(lines, plain=True)
    pager.show(lines[:3])
    assert not page.exists()
    pager.show(lines)
    assert page.read_text(encoding="utf-8").split("\n") == lines
    monkeypatch.setenv("PAGER", "tidak-ada-program-ini")
    capsys.readouterr()
    pager.show(lines)
    assert capsys.readouterr().out.splitlines() == lines


# the walk


def test_the_walk_claims_what_it_shows_and_gives_it_back_on_leaving(sop, answer, listed):
    sop("case", "run", listed, typed="1\np\n")
    assert answer("case", "show", listed)["open_steps"][0]["holder"] == "sari"
    sop("case", "run", listed, typed="q\n")
    # it was claimed before this walk, so it stays
    assert answer("case", "show", listed)["open_steps"][0]["holder"] == "sari"
    sop("case", "release", listed)
    sop("case", "run", listed, typed="q\n")
    assert answer("case", "show", listed)["open_steps"][0]["holder"] is None
    assert [each["kind"] for each in answer("case", "history", listed)["events"]][2:] == [
        "claimed", "released", "claimed", "released",
    ]  # fmt: skip


def test_the_walk_without_a_list_records_steps_only(sop, answer, case):
    sop("case", "run", case, typed="Lengkap\n\ny\n\nq\n")
    assert [each["kind"] for each in answer("case", "history", case)["events"]] == ["opened", "done", "done"]


def test_a_step_is_taken_back_in_the_walk(sop, answer, case):
    _, out, _ = sop("case", "run", case, typed="Kurang\n\ny\nu\nLengkap\n\ny\n\nq\n")
    assert "Langkah periksa ditarik kembali." in out
    assert [each["kind"] for each in answer("case", "history", case)["events"]][2:] == ["done", "recalled", "done"]


def test_the_walk_attaches_files_and_asks_again_for_what_is_none(sop, answer, case, letter):
    _, out, _ = sop("case", "run", case, typed=f"Lengkap\n@tidak ada\n@{letter}\nlengkap sudah\ny\n\nq\n")
    assert "USE050" not in out
    assert "tidak dapat dilampirkan" in out
    assert "Dilampirkan: surat.pdf" in out
    last = answer("case", "history", case)["events"][-1]
    assert (last["note"], last["facts"][0][-9:]) == ("lengkap sudah", "surat.pdf")


def test_the_walk_asks_which_papers_have_come(sop, answer):
    case = answer("case", "open", "izin-reklame", "--lacks", "gambar")["case"]
    _, out, _ = sop("case", "run", case, typed="gambr\nsemua\nq\n")
    assert "maksudnya `gambar`?" in out
    assert answer("case", "show", case)["papers"]["lacks"] == []


def test_the_walk_asks_for_the_papers_that_hold_a_step_up(sop, answer):
    examples = str(Path(__file__).parents[2] / "examples")
    case = answer("case", "open", "sewa-aula-kecamatan", "--lacks", "ktp", "--definitions", examples)["case"]
    sop("case", "do", case)
    _, out, _ = sop("case", "run", case, typed="\nlengkap\nada di map\ny\nktp\nlengkap\n\ny\n\nq\n")
    assert "KTP penanggung jawab kegiatan (ktp)" in out
    assert "Tadi Anda menulis: ada di map" in out
    told = [(each["kind"], each["note"]) for each in answer("case", "history", case)["events"]][2:]
    assert told == [("checked", None), ("done", "ada di map")]


def test_the_walk_asks_who_did_the_step_together(sop, answer, listed):
    sop("case", "do", listed, "--answer", "Lengkap")
    sop("case", "do", listed, "--skip")
    _, out, err = sop("case", "do", listed, user="dewi")
    assert "RUN072" in err
    assert "--with sekretaris=…" in err
    _, out, _ = sop("case", "run", listed, typed="\nbudi\nrini\n\ny\n", user="dewi")
    assert "Bersama Sekretaris Bidang (rini): " in out
    assert "Budi tidak dapat bertindak sebagai Sekretaris Bidang" in out
    assert answer("case", "history", listed)["events"][-1]["facts"] == ["with=sekretaris:rini"]


def test_what_was_typed_is_not_lost_when_somebody_was_faster(sop, answer, case, monkeypatch):
    from sop_engine.office import Office, remarks

    record, seen = Office.do, []

    def overtaken(office, name, *args, **named):
        if not seen:
            seen.append(name)
            remarks.comment(office, name, "dari rekan")
        return record(office, name, *args, **named)

    monkeypatch.setattr(Office, "do", overtaken)
    _, out, _ = sop("case", "run", case, typed="Lengkap\ncatatan panjang\ny\nLengkap\n\ny\n\nq\n")
    assert "sudah bergerak" in out
    assert "Tadi Anda menulis: catatan panjang" in out
    assert answer("case", "history", case)["events"][-1]["note"] == "catatan panjang"


def test_a_step_that_was_shown_afresh_is_still_given_back(sop, answer, listed, monkeypatch):
    from sop_engine.office import Office, remarks

    def overtaken(office, name, *args, **named):
        remarks.comment(office, name, "dari rekan")
        office.check_version(office.show(name), named["expect"])

    monkeypatch.setattr(Office, "do", overtaken)
    assert "sudah bergerak" in sop("case", "run", listed, typed="Lengkap\n\ny\nq\n")[1]
    assert answer("case", "show", listed)["open_steps"][0]["holder"] is None


def test_what_was_typed_is_shown_when_it_cannot_be_recorded(sop, answer, listed, monkeypatch):
    from sop_engine.failure import Failure
    from sop_engine.office import Office

    def refuse(*args, **named):
        raise Failure("RUN019", step="periksa", person="sari", other="ajukan")

    monkeypatch.setattr(Office, "do", refuse)
    code, out, err = sop("case", "run", listed, typed="Lengkap\ncatatan panjang\ny\n")
    assert (code, "RUN019" in err) == (1, True)
    assert "Catatan Anda yang belum tersimpan:\n  catatan panjang" in out


# what is late


def test_what_is_late_is_said_everywhere_and_red_on_a_terminal(sop, case, monkeypatch):
    from datetime import UTC, datetime, timedelta

    import sop_engine.office
    from sop_engine.cli import case_text
    from sop_engine.office import Office
    from sop_engine.office.overview import overview

    later = datetime.now(UTC) + timedelta(days=40)
    monkeypatch.setattr(sop_engine.office, "system_clock", lambda: later)
    assert "lewat 3" in sop("inbox")[1]
    assert "lewat 3" in sop("case", "list")[1]
    assert "(terlambat 2" in sop("case", "show", case)[1]
    assert "(terlambat 2" in sop("case", "run", case, typed="q\n")[1]
    journal = connect(PLACE, create=False)
    lines = case_text.case(overview(Office(journal, "sari", lambda: later), case), None)
    journal.close()
    assert [line.split()[0] for line in lines if "terlambat" in line] == ["\x1b[31mTenggat", "\x1b[31m"]
