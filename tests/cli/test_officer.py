import gc
import io
import json
import re
import shlex
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sop_engine.cli import pasted
from sop_engine.cli.main import main
from sop_engine.messages import officer as words

DEFINITIONS = Path(__file__).parents[1] / "office" / "definitions"


@pytest.fixture
def sop(tmp_path, monkeypatch, capsys):
    """Run ``sop`` with a store of its own: words -> (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_STORE", "sqlite:///kasus.db")
    monkeypatch.setenv("SOP_DEFINITIONS", str(DEFINITIONS))
    monkeypatch.setenv("SOP_USER", "sari")
    monkeypatch.setenv("SOP_LANG", "id")
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str, typed: str | None = None) -> tuple[int, str, str]:
        if typed is not None:
            monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
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
def case(answer) -> str:
    return answer("case", "open", "izin-reklame")[1]["case"]


def test_the_contract_of_open_show_and_do(answer):
    code, opened = answer("case", "open", "izin-reklame", "--note", "surat 7")
    assert code == 0
    assert opened["case"] == f"izin-reklame-{opened['opened_at'][:4]}-0001"
    assert {key: opened[key] for key in ("sop", "status", "version")} == {
        "sop": "izin-reklame",
        "status": "open",
        "version": 1,
    }
    (waiting,) = opened["open_steps"]
    assert (
        waiting.items()
        >= {"step": "ajukan", "actor": "pemohon", "activity": "Mengajukan permohonan izin", "answers": []}.items()
    )
    _, done = answer("case", "do", opened["case"])
    assert done["open_steps"][0]["answers"] == ["Lengkap", "Kurang", "Ditolak"]
    _, shown = answer("case", "show", opened["case"])
    assert shown["open_steps"] == done["open_steps"]
    _, ended = answer(
        "case", "do", opened["case"], "periksa", "--answer", "ditolak", "--as", "petugas", "--expect", "2"
    )
    assert (ended["status"], ended["version"], ended["open_steps"]) == ("rejected", 3, [])
    assert ended["end"] == {"key": "ditolak", "text": "Permohonan ditolak", "document": "surat penolakan"}


def test_the_contract_of_history_inbox_and_list(answer, case):
    answer("case", "do", case, "--note", "baris satu\nbaris dua")
    _, history = answer("case", "history", case)
    assert history["intact"] is True
    first, second = history["events"]
    assert [first[key] for key in ("seq", "kind", "step", "actor", "answer")] == [1, "opened", None, None, None]
    assert [second[key] for key in ("seq", "kind", "step", "actor", "person", "answer", "note")] == [
        2, "done", "ajukan", "pemohon", "sari", None, "baris satu\nbaris dua",
    ]  # fmt: skip
    assert len(second["hash"]) == 64
    assert second["at"].endswith("Z")
    _, inbox = answer("inbox")
    (task,) = inbox["tasks"]
    assert task.pop("due") > second["at"]
    assert task == {
        "case": case, "sop": "izin-reklame", "procedure": "utama", "step": "periksa", "actor": "petugas",
        "activity": "Memeriksa kelengkapan berkas", "since": second["at"], "unit": "contoh/layanan",
        "reference": None, "holder": None,
    }  # fmt: skip
    assert answer("inbox", "--as", "kepala")[1] == {"tasks": []}
    assert [each["case"] for each in answer("case", "list", "--status", "open")[1]["cases"]] == [case]
    assert answer("case", "list", "--status", "finished")[1] == {"cases": []}


@pytest.mark.parametrize(
    ("given", "code", "exit_code"),
    [
        (("show", "tidak-ada"), "RUN011", 1),
        (("do", "{case}", "makan"), "RUN004", 1),
        (("do", "{case}", "serahkan"), "RUN005", 1),
        (("do", "{case}", "--answer", "<script>"), "RUN009", 1),
        (("do", "{case}", "--as", "kepala"), "RUN006", 1),
        (("do", "{case}", "--skip"), "RUN010", 1),
        (("do", "{case}", "--expect", "9"), "RUN015", 1),
        (("do", "{case}", "--skip", "--answer", "x"), "USE024", 2),
        (("do", "{case}", "--note", "n" * 100_000), "RUN016", 1),
        (("open", "tidak-ada"), "RUN020", 1),
        (("open", "izin-reklame", "--procedure", "lain"), "RUN021", 1),
        (("open", "../izin-reklame"), "USE010", 2),
        (("show", "{case}", "--store", "kasus.db"), "USE020", 2),
        (("show", "{case}", "--out", "perkara.pdf"), "USE025", 2),
        (("show", "{case}", "--store", "sqlite:///bukan.db"), "STO001", 3),
        (("show", "{case}", "--store", "sqlite:///tiada.db"), "RUN017", 1),
        (("do", "{case}", "--store", "sqlite:///kosong.db"), "RUN017", 1),
        (("do", "{case}", "a\x1bb"), "RUN004", 1),
        (("do", "{case}", "--expect", "dua"), "USE002", 2),
        (("list", "--status", "lain"), "USE002", 2),
    ],
)
def test_what_is_refused_says_so_and_changes_nothing(answer, case, given, code, exit_code):
    Path("bukan.db").write_text("bukan tempat simpan", encoding="utf-8")
    Path("kosong.db").touch()
    before = answer("case", "history", case)
    returned, body = answer("case", *(word.replace("{case}", case) for word in given))
    assert returned == exit_code
    assert body["error"]["code"] == code
    assert body["error"]["message"]
    assert answer("case", "history", case) == before


def test_looking_before_anything_was_opened_makes_no_store(sop):
    for command in (("inbox",), ("inbox", "--as", "petugas"), ("case", "list")):
        code, out, err = sop(*command)
        assert code == 0
        assert (out, err) == ("Belum ada tempat simpan di kasus.db; dibuat saat perkara pertama dibuka.\n", "")
        code, out, err = sop(*command, "--json")
        assert list(json.loads(out).values()) == [[]]
        assert "Belum ada tempat simpan di kasus.db" in err
    assert list(Path().iterdir()) == []


def test_an_empty_store_is_not_a_missing_one(sop, case):
    sop("case", "do", case)
    sop("case", "do", case, "--answer", "Ditolak")
    assert sop("inbox")[1] == "Tidak ada langkah yang menunggu di kasus.db.\n"
    assert sop("inbox", "--as", "kepala")[1] == (
        "Tidak ada langkah yang menunggu untuk pelaksana kepala di kasus.db.\n"
    )
    assert sop("case", "list", "--status", "withdrawn")[1] == "Tidak ada perkara di kasus.db.\n"


def test_a_mistyped_actor_is_told_for_whom_something_waits(sop, case):
    sop("case", "open", "izin-reklame", "--procedure", "langsung")
    code, out, _ = sop("inbox", "--as", "pemohn")
    assert code == 0
    assert out == (
        "Tidak ada langkah yang menunggu untuk pelaksana pemohn di kasus.db.\nYang ditunggu: pemohon, petugas.\n"
    )


def test_a_complaint_is_told_from_an_ordinary_case(sop, answer, case):
    _, complaint = answer("case", "open", "izin-reklame", "--procedure", "langsung")
    lines = sop("case", "list")[1].splitlines()
    rows = {first.split()[0]: below for first, below in zip(lines[1::2], lines[2::2], strict=True)}
    assert rows[case].endswith("Izin Reklame")
    assert rows[complaint["case"]].endswith("Izin Reklame – Pengaduan Langsung")
    waiting = " ".join(sop("inbox")[1].split())
    assert waiting.count("– Pengaduan Langsung") == 1
    assert "Menerima pengaduan – Pengaduan Langsung" in waiting
    # the complaint has a time by law, the file that lies with the applicant has none
    assert [task["procedure"] for task in answer("inbox")[1]["tasks"]] == ["langsung", "utama"]
    assert [each["procedure"] for each in answer("case", "list")[1]["cases"]] == ["utama", "langsung"]


def commands(out: str) -> list[str]:
    return [line[line.index("sop case") :] for line in out.splitlines() if "sop case" in line]


def test_the_commands_that_are_shown_can_be_pasted(sop, answer, monkeypatch):
    monkeypatch.delenv("SOP_STORE")
    place = "sqlite:///berkas saya/kasus '26.db"
    _, out, _ = sop("case", "open", "izin-reklame", "--store", place)
    for number in range(20):
        waiting = commands(out)
        if not waiting:
            break
        code, out, err = sop(*shlex.split(waiting[1 if number == 1 else 0])[1:])
        assert code == 0, err
    assert "Perkara selesai: Selesai." in out
    assert [each["status"] for each in answer("case", "list", "--store", place)[1]["cases"]] == ["finished"]


def test_a_command_pasted_by_two_officers_records_one_step(sop, answer, case):
    (pasted,) = commands(sop("case", "show", case)[1])
    assert sop(*shlex.split(pasted)[1:])[0] == 0
    code, _, err = sop(*shlex.split(pasted)[1:])
    assert code == 1
    assert "RUN015" in err
    assert answer("case", "show", case)[1]["version"] == 2


def test_a_command_shows_no_store_that_was_not_given(sop, monkeypatch):
    monkeypatch.delenv("SOP_STORE")
    _, out, _ = sop("case", "open", "izin-reklame")
    (pasted,) = commands(out)
    assert pasted.endswith(" ajukan --expect 1")


def test_a_command_names_the_store_that_was_given_and_not_the_one_of_the_environment(sop):
    for place in ("sqlite:///kasus.db", "sqlite:///lain.db"):
        _, out, _ = sop("case", "open", "izin-reklame", "--store", place)
        (pasted,) = commands(out)
        assert pasted.endswith(" --store sqlite:///lain.db") == (place == "sqlite:///lain.db")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("postgresql://sari:rahasia@peladen/kasus", "postgresql://sari@peladen/kasus"),
        ("postgres://sari:ra?ha:si@rahasia@peladen:5432/kasus", "postgres://sari@peladen:5432/kasus"),
        ("postgresql://:rahasia@peladen/kasus", "postgresql://@peladen/kasus"),
        (
            "postgresql://sari@peladen/kasus?password=rahasia&sslmode=require",
            "postgresql://sari@peladen/kasus?sslmode=require",
        ),
        ("postgresql:///kasus?user=sari&sslpassword=rahasia", "postgresql:///kasus?user=sari"),
        ("postgresql:///kasus?password=rahasia", "postgresql:///kasus"),
        ("postgresql://peladen:5432/kasus", "postgresql://peladen:5432/kasus"),
        ("sqlite:////kantor/a:b@c.db", "sqlite:////kantor/a:b@c.db"),
    ],
)
def test_an_address_is_repeated_without_its_password(given, shown):
    assert pasted.command("inbox", store=given) == f"sop inbox --store {shlex.quote(shown)}"


def test_a_mistyped_address_is_refused_without_its_password(sop):
    _, _, err = sop("inbox", "--store", "postgresq://sari:rahasia@peladen/kasus")
    assert "USE020" in err
    assert "sari@peladen" in err
    assert "rahasia" not in err


def test_a_command_is_quoted_for_the_shell_in_use(monkeypatch):
    assert pasted.command("a b", "it's") == """sop 'a b' 'it'"'"'s'"""
    monkeypatch.setattr("sop_engine.cli.pasted.os.name", "nt")
    assert pasted.command("a b", 'say "x"', store="sqlite:///C:/x y.db") == (
        r'sop "a b" "say \"x\"" --store "sqlite:///C:/x y.db"'
    )


def test_a_skipped_step_is_said_to_be_skipped(sop, case):
    sop("case", "do", case)
    sop("case", "do", case, "--answer", "Lengkap")
    _, out, _ = sop("case", "do", case, "--skip")
    assert out.splitlines()[0] == "Dilewati: langkah 3 (tinjau)."
    assert "[-]  3  Meninjau lokasi" in sop("case", "show", case)[1]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--expect", "dua"), "nilai untuk --expect harus bilangan bulat, bukan `dua`."),
        (("--expect", "0"), "nilai untuk --expect di luar batas: 0 (x>=1)."),
        (("--store", "sqlite:///bukan.db"), "(isinya bukan basis data)"),
        (("--store", "sqlite:///lain.db"), "(basis data milik program lain)"),
        (("--store", "sqlite:///."), "(itu sebuah folder)"),
        (("--store", "sqlite:///bukan.db/kasus.db"), "belum ada tempat simpan di bukan.db/kasus.db"),
    ],
)
def test_what_the_system_says_is_said_in_indonesian(sop, case, given, said):
    Path("bukan.db").write_text("bukan tempat simpan", encoding="utf-8")
    with closing(sqlite3.connect("lain.db")) as other:
        other.execute("CREATE TABLE buku (id)")
    _, _, err = sop("case", "do", case, *given)
    assert said in err


def test_a_name_with_an_escape_is_refused_as_such(sop, monkeypatch):
    monkeypatch.setenv("SOP_USER", "sari\x1b[2J")
    code, _, err = sop("inbox")
    assert code == 2
    assert "SOP_USER memuat huruf kendali yang tidak tampak (U+001B)" in err


def test_a_changed_record_takes_no_step(sop, case):
    sop("case", "do", case, "--note", "surat 7")
    with closing(sqlite3.connect("kasus.db", isolation_level=None)) as db:
        db.execute("DROP TRIGGER events_are_not_changed")
        db.execute("UPDATE events SET body = replace(body, 'surat 7', 'surat 8') WHERE seq = 2")
    code, _, err = sop("case", "do", case, "--answer", "Kurang")
    assert code == 3
    assert f"Gagal STO011: Tidak dicatat: catatan {case} tidak utuh pada peristiwa 2" in err
    assert sop("case", "history", case)[0] == 3
    shown = " ".join(sop("case", "show", case)[1].split())
    assert shown.startswith("Catatan perkara ini tidak utuh sejak peristiwa 2: sidiknya tidak cocok.")
    assert f"sop log verify {case}" in shown
    assert json.loads(sop("case", "show", case, "--json")[1])["intact"] is False


def test_a_mistyped_procedure_makes_no_store(sop):
    assert sop("case", "open", "izin-reklame", "--procedure", "lain")[0] == 1
    assert list(Path().iterdir()) == []


def test_what_an_officer_reads_is_plain_and_safe(sop, case):
    _, out, _ = sop("case", "do", case, "--note", "\x1b[2Jhapus layar")
    assert "Tercatat: langkah 1 (ajukan)." in out
    assert "Catat dengan salah satu:" in out
    for said in ("Lengkap", "Kurang", "Ditolak"):
        line = f"  sop case do {case} periksa --answer {said} --expect 2"
        assert line in out.splitlines()
    assert "  - Kurang: kembali ke langkah 1: Mengajukan permohonan izin (Pemohon)" in out
    _, shown, _ = sop("case", "show", case)
    assert "[x] sudah  [-] dilewati  [>] sekarang  [=] ditangguhkan  [ ] belum" in shown
    assert "[x]  1  Mengajukan permohonan izin (Pemohon)" in shown
    assert "[>]  2  Memeriksa kelengkapan berkas (Petugas Loket)" in shown
    assert "WITA" in shown
    _, history, _ = sop("case", "history", case)
    assert "\N{REPLACEMENT CHARACTER}[2Jhapus layar" in history
    assert "\x1b" not in out + shown + history


def test_the_same_is_said_in_english(sop, case, monkeypatch):
    monkeypatch.setenv("SOP_LANG", "en")
    assert "Recorded: step 1 (ajukan)." in sop("case", "do", case)[1]


def test_a_case_is_drawn_on_its_flowchart(sop, case):
    sop("case", "do", case)
    code, out, _ = sop("case", "show", case, "--picture")
    assert code == 0
    assert f"Gambar: {Path(f'{case}.svg').resolve()}" in out
    drawn = Path(f"{case}.svg").read_text(encoding="utf-8")
    assert case in drawn
    sop("case", "show", case, "--out", "perkara.png")
    assert Path("perkara.png").read_bytes().startswith(b"\x89PNG")


def test_run_walks_to_the_end(sop, answer, case):
    # a note and a yes for each step, and Enter to go on to the next
    returned = ["", "y", "", "9", "kurang", "gambar belum ada", "ya", ""]
    onward = ["", "", "", "1", "", "", "", "2", "", "", "", "sekretaris bidang", "", "", "", "", "", ""]
    code, out, _ = sop("case", "run", case, typed="\n".join(returned + onward))
    assert code == 0
    assert "'9' bukan pilihan" in out
    assert "Apakah berkas lengkap?" in out
    assert "Syarat: lokasi belum dikenal" in out
    assert "Perkara selesai: Selesai." in out
    events = answer("case", "history", case)[1]["events"]
    assert [(each["kind"], each["step"], each["actor"], each["answer"]) for each in events] == [
        ("opened", None, None, None),
        ("done", "ajukan", "pemohon", None),
        ("done", "periksa", "petugas", "Kurang"),
        ("done", "ajukan", "pemohon", None),
        ("done", "periksa", "petugas", "Lengkap"),
        ("skipped", "tinjau", "petugas", None),
        ("done", "tandatangani", "sekretaris", None),
        ("done", "serahkan", "petugas", None),
    ]
    assert events[2]["note"] == "gambar belum ada"


@pytest.mark.parametrize("typed", ["", "catatan\n", "catatan\nt\n", "catatan\nentahlah\nt\n"])
def test_run_that_stops_leaves_the_case_as_it_was(sop, answer, case, typed):
    before = answer("case", "history", case)
    code, out, _ = sop("case", "run", case, typed=typed)
    assert code == 0
    assert f"Lanjutkan dengan: sop case run {case}\n" in out
    assert answer("case", "history", case) == before


def test_run_shows_the_case_afresh_when_somebody_was_faster(sop, answer, case, monkeypatch):
    from sop_engine.office import Office

    record, calls = Office.do, []

    def overtaken(office, name, *args, **named):
        if not calls:
            calls.append(name)
            record(office, name)
        return record(office, name, *args, **named)

    monkeypatch.setattr(Office, "do", overtaken)
    code, out, _ = sop("case", "run", case, typed="\ny\n")
    assert code == 0
    assert "sudah bergerak" in out
    assert "Sekarang: langkah 2 dari 5 (periksa)" in out
    assert len(answer("case", "history", case)[1]["events"]) == 2


def test_run_of_a_closed_case_says_how_it_ended(sop, case):
    sop("case", "do", case)
    sop("case", "do", case, "--answer", "Ditolak")
    code, out, _ = sop("case", "run", case, typed="")
    assert code == 0
    assert "Perkara selesai: Permohonan ditolak." in out
    assert "Dokumen: surat penolakan" in out


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be sent Ctrl-C there")
def test_ctrl_c_leaves_the_case_as_it_was(answer, case):
    before = answer("case", "history", case)
    with subprocess.Popen(
        [sys.executable, "-m", "sop_engine.cli.main", "case", "run", case],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert any("Berikutnya" in line for line in child.stdout)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=30)
    assert child.returncode == 130, err
    assert f"sop case run {case}" in out
    assert answer("case", "history", case) == before


def test_every_phrase_is_said_somewhere_and_in_both_languages():
    package = Path(words.__file__).parents[1]
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(package.glob("cli/*.py")))
    said = set(re.findall(r"""officer\.(\w+)["']""", source))
    shown = ("status_", "kind_", "as_", "fact_", "remark_", "warned_")
    looked_up = {name for name in words.PHRASES if name.startswith(shown)}
    looked_up |= {"at", "event", "category", "reference", "channel"}
    looked_up |= {f"is_{kind}" for kind in ("done", "skipped", "escalated")}
    assert said | looked_up == set(words.PHRASES)
    assert all(len(phrase) == 2 and all(phrase) for phrase in words.PHRASES.values())


def test_a_channel_is_told_in_words_and_another_one_as_it_was_written(sop):
    for channel, told in (("phone", "Telepon"), ("loket 3", "loket 3")):
        case = json.loads(sop("case", "open", "izin-reklame", "--channel", channel, "--json")[1])["case"]
        assert re.search(rf"^Saluran +{told}$", sop("case", "show", case)[1], re.MULTILINE)
