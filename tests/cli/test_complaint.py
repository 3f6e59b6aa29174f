"""``sop complaint``, ``sop case letter`` and ``sop case open --receipt``: what they print, write, refuse and keep."""

import gc
import json
from pathlib import Path

import pytest

from sop_engine.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"
MILD = "Ringan (keterlambatan angkut)"
NAME = "pengaduan-kebersihan"


@pytest.fixture
def sop(tmp_path, monkeypatch, capsys):
    """Run ``sop`` with a store of its own: words -> (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_STORE", "sqlite:///kasus.db")
    monkeypatch.setenv("SOP_DEFINITIONS", str(EXAMPLES))
    monkeypatch.setenv("SOP_USER", "sari")
    monkeypatch.setenv("SOP_LANG", "id")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    yield run
    gc.enable()


@pytest.fixture
def answer(sop):
    """Run ``sop … --json`` and return its exit code and answer."""

    def run(*arguments: str) -> tuple[int, dict]:
        code, out, _ = sop(*arguments, "--json")
        return code, json.loads(out)

    return run


@pytest.fixture
def about(answer) -> str:
    """A case of the main procedure with one step done."""
    case = answer("case", "open", NAME)[1]["case"]
    answer("case", "do", case)
    return case


def opened(answer, *more: str) -> str:
    code, said = answer("complaint", "open", NAME, "--channel", "lapor", "--text", "Sampah belum diangkut", *more)
    assert code == 0, said
    return said["case"]


def test_a_complaint_about_a_case_needs_no_sop_and_shows_its_limit_at_once(sop, about):
    words = ("--text", "belum dijadwalkan", "--category", MILD)
    code, out, err = sop("complaint", "open", "--about", about, "--event", "2", "--channel", "Sapa Bersih", *words)
    assert code == 0
    lines = [" ".join(each.split()) for each in out.splitlines()]
    assert lines[0] == f"Pengaduan {NAME}-{about[-9:-5]}-0002 dibuka."
    assert "Kanal Sapa Bersih (WhatsApp)" in lines
    assert f"Tentang {about}, peristiwa 2 (minta)" in lines
    assert f"Batas waktu 3 hari kerja – {MILD}" in lines
    assert any(each.startswith("Tenggat ") and "sisa 3 hari kerja" in each for each in lines)
    assert "nama pelapor, alamat pelapor, kerugian yang dialami, penyelesaian yang diminta" in err


def test_the_contract_of_open_and_show(answer, about):
    more = ("--loss", "Rp5.000", "--remedy", "diangkut", "--name", "Wati Contoh")
    case = opened(answer, "--about", about, "--event", "1", *more)
    code, said = answer("complaint", "show", case)
    assert code == 0
    assert (said["complaint"], said["secret"], said["channel"]) == (True, False, "lapor")
    assert (said["text"], said["loss"], said["remedy"]) == ("Sampah belum diangkut", "Rp5.000", "diangkut")
    assert said["about"]["case"] == about
    assert (said["about"]["event"], said["about"]["step"], len(said["about"]["hash"])) == (1, None, 64)
    assert said["complainant"] == {"name": "W••• C•••••"}
    assert said["limit"] == "14 hari kerja"
    assert answer("complaint", "show", case, "--reveal")[1]["complainant"] == {"name": "Wati Contoh"}


def test_a_complaint_that_was_opened_as_any_case_is_shown_and_answered_too(sop, answer):
    case = answer("case", "open", NAME, "--procedure", "langsung")[1]["case"]
    lines = [" ".join(each.split()) for each in sop("complaint", "show", case)[1].splitlines()]
    assert {"Kanal tidak disebut", "Pelapor tidak disebut", "Batas waktu 14 hari kerja"} <= set(lines)
    assert not [each for each in lines if each.startswith("Isi ")]
    assert sop("complaint", "answer", case, "--text", "Sudah", "--out", "j.md")[0] == 0
    assert "Pokok pengaduan" in Path("j.md").read_text(encoding="utf-8")


def test_the_case_complained_of_tells_of_its_complaints(sop, answer, about):
    case = opened(answer, "--about", about)
    assert f"Pengaduan {case} (terbuka)" in " ".join(sop("case", "show", about)[1].split())
    assert answer("case", "show", about)[1]["related"] == [{"case": case, "status": "open", "complaint": True}]


def test_complaints_are_listed(sop, answer, about):
    tied, other = opened(answer, "--about", about), opened(answer)
    assert answer("case", "do", other, "--answer", "bukan")[0] == 0

    def listed(*more):
        return [each["case"] for each in answer("complaint", "list", *more)[1]["cases"]]

    assert listed() == [tied, other]
    assert listed("--open") == [tied]
    assert listed("--about", about) == [tied]
    assert listed("--late") == []
    _, out, _ = sop("complaint", "list")
    assert tied in out
    assert f"SP4N-LAPOR! · tentang {about}" in " ".join(out.split())
    assert "Tidak ada pengaduan" in sop("complaint", "list", "--late")[1]


def test_without_a_store_the_list_says_so(sop):
    code, out, _ = sop("complaint", "list")
    assert code == 0
    assert "Belum ada tempat simpan" in out


def test_a_secret_complaint_is_seen_nowhere_but_by_reveal(sop, answer, about, tmp_path):
    Path("ktp-wati.pdf").write_bytes(b"bukti")
    more = ("--name", "Wati Rahasia", "--loss", "Rp9.000", "--secret", "--attach", "ktp-wati.pdf", "--about", about)
    case = opened(answer, *more)
    shown = [
        sop(*each)[1]
        for each in (
            ("complaint", "show", case),
            ("complaint", "show", case, "--json"),
            ("complaint", "list"),
            ("case", "show", case),
            ("case", "history", case, "--json"),
            ("case", "applicant", case),
            ("case", "show", about),
            ("inbox",),
        )
    ]
    for word in ("Wati", "ktp-wati", "Rp9.000", "Sampah belum diangkut"):
        assert not [each for each in shown if word in each]
    assert sop("complaint", "answer", case, "--text", "Rudi telah ditegur", "--out", "j.md")[0] == 0
    assert "Rudi" not in sop("case", "history", case)[1]
    assert "dirahasiakan" in shown[0]
    assert about not in shown[0]
    _, out, _ = sop("complaint", "show", case, "--reveal")
    for word in ("Wati Rahasia", "Rp9.000", "Sampah belum diangkut", about):
        assert word in out


def test_an_answer_is_written_kept_and_not_made_twice(sop, answer):
    case = opened(answer, "--name", "Wati Contoh")
    code, out, _ = sop("complaint", "answer", case, "--text", "Sedang dicek", "--out", "sementara.html")
    assert code == 0
    assert "Jawaban sementara ditulis ke sementara.html" in out
    assert "Jawaban Sementara atas Pengaduan" in Path("sementara.html").read_text(encoding="utf-8")
    answer("case", "do", case, "--answer", "bukan")
    words = ("--text", "Diteruskan", "--number", "660/1")
    code, said = answer("complaint", "answer", case, *words)
    assert (code, said["new"], said["path"]) == (0, True, f"{case}-jawaban.pdf")
    first = Path(said["path"]).read_bytes()
    assert first.startswith(b"%PDF")
    code, said = answer("complaint", "answer", case, *words, "--out", "lagi.pdf")
    assert (code, said["new"]) == (0, False)
    assert Path("lagi.pdf").read_bytes() == first
    assert "sudah ada" in sop("complaint", "answer", case, *words)[1]
    assert answer("case", "show", case)[1]["version"] == 4


def test_letters_of_a_case(sop, answer):
    case = answer("case", "open", NAME, "--applicant", "Wati Contoh")[1]["case"]
    code, out, _ = sop("case", "letter", case, "receipt", "--out", "tt.md")
    assert (code, out) == (0, f"Surat ditulis ke tt.md dan dilampirkan pada {case}.\n")
    assert "Wati Contoh" in Path("tt.md").read_text(encoding="utf-8")
    assert sop("case", "letter", case, "rejection")[0] == 1
    sop("case", "reject", case, "--note", "Di luar wilayah")
    code, said = answer("case", "letter", case, "rejection", "--number", "7/2026")
    assert (code, said["path"]) == (0, f"{case}-penolakan.pdf")
    sop("case", "letter", case, "rejection", "--number", "7/2026", "--out", "tolak.html")
    page = Path("tolak.html").read_text(encoding="utf-8")
    assert "Di luar wilayah" in page
    assert "7/2026" in page


def test_a_case_is_opened_with_its_receipt(sop, answer):
    code, said = answer("case", "open", NAME, "--applicant", "Wati", "--receipt", "tt.md")
    assert (code, said["version"]) == (0, 2)
    assert "Wati" in Path("tt.md").read_text(encoding="utf-8")
    code, out, _ = sop("case", "open", NAME, "--receipt", "dua.md")
    assert "--expect 2" in out
    assert out.endswith("-0002.\n")


def test_a_receipt_is_written_before_anything_is_printed(sop, monkeypatch):
    def cut_off(*_, **__):
        raise BrokenPipeError

    monkeypatch.setattr("sop_engine.cli.opening.tell_case", cut_off)
    sop("case", "open", NAME, "--receipt", "tt.md")
    assert Path("tt.md").read_text(encoding="utf-8").strip()


def test_a_receipt_that_cannot_be_written_does_not_hide_the_case(sop):
    Path("berkas").write_text("", encoding="utf-8")
    code, out, err = sop("case", "open", NAME, "--receipt", "berkas/tt.md")
    assert code == 3
    assert out.startswith(f"Perkara {NAME}-")
    assert "OUT003" in err


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (("complaint", "open"), "USE066", 2),
        (("complaint", "open", NAME), "USE060", 2),
        (("complaint", "open", NAME, "--channel", "lapor"), "USE062", 2),
        (("complaint", "open", NAME, "--channel", "lapor", "--text", " "), "USE062", 2),
        (("complaint", "open", NAME, "--event", "1"), "USE045", 2),
        (("complaint", "open", NAME, "--channel", "fax", "--text", "a"), "RUN067", 1),
        (("complaint", "open", NAME, "--channel", "lapor", "--procedure", "utama", "--text", "a"), "RUN065", 1),
        (("complaint", "open", "izin-reklame-toko", "--channel", "fax", "--text", "a"), "RUN067", 1),
        (("complaint", "open", "--about", "x", "--channel", "lapor", "--text", "a"), "RUN017", 1),
        (("complaint", "show", "x"), "RUN017", 1),
        (("complaint", "answer", "x", "--text", "a", "--out", "a.doc"), "USE061", 2),
        (("case", "letter", "x", "receipt", "--out", "a.txt"), "USE061", 2),
        (("case", "open", NAME, "--receipt", "a.txt"), "USE061", 2),
    ],
)
def test_what_is_refused_leaves_no_store_behind(sop, words, code, exit_code):
    got, _, err = sop(*words)
    assert (got, code in err) == (exit_code, True), err
    assert not Path("kasus.db").exists()


def test_what_is_no_complaint_is_refused(sop, about):
    for words in (("show", about), ("answer", about, "--text", "a")):
        code, _, err = sop("complaint", *words)
        assert (code, "RUN068" in err) == (1, True)


def test_an_answer_without_words_is_refused_and_nothing_is_kept(sop, answer):
    case = opened(answer)
    code, _, err = sop("complaint", "answer", case)
    assert (code, "USE062" in err) == (2, True)
    assert answer("case", "show", case)[1]["version"] == 1


def test_what_stood_at_the_place_of_a_letter_is_still_there_when_it_is_refused(sop, about):
    Path("a.pdf").write_text("lama", encoding="utf-8")
    sop("complaint", "answer", about, "--text", "a", "--out", "a.pdf")
    assert Path("a.pdf").read_text(encoding="utf-8") == "lama"


def test_everything_is_told_in_english_too(sop, answer, about, monkeypatch):
    case = opened(answer, "--about", about)
    monkeypatch.setenv("SOP_LANG", "en")
    _, out, _ = sop("complaint", "show", case)
    assert "Time limit" in out
    _, out, _ = sop("complaint", "answer", case, "--text", "Sedang dicek", "--out", "a.md")
    assert out == "The interim answer is in a.md and attached: the complaint is not closed yet.\n"
    # papers are Indonesian whatever language is in force
    assert "Jawaban Sementara atas Pengaduan" in Path("a.md").read_text(encoding="utf-8")
