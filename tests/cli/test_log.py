import gc
import json
import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sop_engine.cli.main import main
from sop_engine.messages import record as words
from sop_engine.record import case_check, numbers, pinned, verify
from sop_engine.record.export_csv import _COLUMNS
from sop_engine.store.chain import chained

DEFINITIONS = Path(__file__).parents[1] / "office" / "definitions"
CASE = "izin-reklame-2026-0001"


@pytest.fixture
def sop(tmp_path, monkeypatch, capfdbinary):
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
        captured = capfdbinary.readouterr()
        return code, captured.out.decode(), captured.err.decode()

    yield run
    gc.enable()


@pytest.fixture
def case(sop) -> str:
    _, out, _ = sop("case", "open", "izin-reklame", "--note", "surat 7", "--json")
    name = json.loads(out)["case"]
    sop("case", "do", name)
    return name


def tampered(sql: str, *args: str) -> None:
    with closing(sqlite3.connect("kasus.db")) as db:
        guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            db.execute(f"DROP TRIGGER {name}")
        assert db.execute(sql, args).rowcount
        for _, made in guards:
            db.execute(made)
        db.commit()


def test_an_intact_record_is_said_to_be(sop, case):
    assert sop("log", "verify") == (
        0,
        "Diperiksa: 1 perkara, 2 peristiwa, 0 lampiran, 0 baris catatan meja.\nSemuanya utuh.\n",
        "",
    )
    assert sop("log", "verify", case, "--lang", "en")[1].endswith("All is intact.\n")


def test_what_does_not_agree_is_told_with_its_place_and_time(sop, case):
    tampered("UPDATE events SET body = body || ' ' WHERE seq = 2")
    code, out, _ = sop("log", "verify")
    assert code == 1
    place, counted, conclusion = out.splitlines()
    assert place.startswith(f"{case}, peristiwa 2: isi atau sidik peristiwa ini berubah, atau urutannya ditukar. Yang")
    assert place.endswith(" WITA.")
    assert counted.startswith("Diperiksa: 1 perkara, 1 peristiwa")
    assert conclusion.startswith("1 hal tidak cocok. Tidak ada yang diubah;")
    code, out, _ = sop("log", "verify", "--json")
    answer = json.loads(out)
    assert (code, answer["intact"], answer["cases"], answer["events"]) == (1, False, 1, 1)
    (found,) = answer["faults"]
    assert (found["kind"], found["case"], found["seq"], found["note"]) == ("chain", case, 2, False)
    assert found["since"].endswith("Z")


def test_the_event_that_is_complained_of_is_compared(sop, case):
    about = ("--about", case, "--event", "2", "--channel", "lapor", "--text", "berkas hilang", "--name", "Tono Contoh")
    assert sop("complaint", "open", *about)[0] == 0
    assert sop("complaint", "open", *about, "--secret")[0] == 0
    assert sop("log", "verify")[0] == 0
    with closing(sqlite3.connect("kasus.db")) as db:  # rewritten with care: the chain of the case itself holds
        db.execute("DROP TRIGGER events_are_not_changed")
        (first,), (body,) = (
            db.execute("SELECT hash FROM events WHERE seq = 1 AND case_id = ?", (case,)),
            db.execute("SELECT body FROM events WHERE seq = 2"),
        )
        forged = body[0].replace('"sari"', '"tono"')
        head = bytes.fromhex(chained(first[0].hex(), forged))
        db.execute("UPDATE events SET body = ?, hash = ? WHERE seq = 2", (forged, head))
        db.execute("UPDATE cases SET head = ? WHERE id = ?", (head, case))
        db.commit()
    code, out, _ = sop("log", "verify")
    assert code == 1
    assert f"peristiwa 2 dari {case} yang diadukan sekarang lain." in out
    assert "peristiwa yang diadukan sekarang lain; perkaranya dirahasiakan." in out
    assert out.count(case) == 1
    exported = sop("log", "export", "--to", "jsonl", "--persons")
    for line in filter(None, exported[1].splitlines()):
        said = json.loads(line)
        assert "Tono" not in line
        assert (said["note"] == "berkas hilang") == (said["about"] == case)


def test_a_list_of_heads_kept_outside_finds_a_cut_tail(sop, case):
    code, out, err = sop("log", "head", "--out", "sidik.txt")
    assert (code, out) == (0, "")
    assert err.startswith("Sidik 1 perkara: sidik.txt\nSidik seluruhnya: ")
    listed = Path("sidik.txt").read_text()
    assert sop("log", "head")[1] == listed
    first, of_case, desk, total = listed.splitlines()
    assert (first, of_case.split()[:2], desk.split()[:2]) == ("sop-heads 1", [case, "2"], ["desk", "0"])
    assert total.split()[:2] == ["total", "1"]
    assert json.loads(sop("log", "head", "--json")[1]) == {"cases": 1, "digest": total.split()[2], "out": None}
    sop("case", "do", case, "--answer", "lengkap")
    assert sop("log", "verify", "--heads", "sidik.txt")[0] == 0
    Path("kasus.db").rename("lain.db")
    sop("case", "open", "izin-reklame")
    assert sop("log", "verify")[0] == 0  # nothing in it shows that it is another store
    code, out, _ = sop("log", "verify", "--heads", "sidik.txt")
    assert code == 1
    # what was mailed and printed is read all the same
    Path("surel.txt").write_text("\r\n".join(["", *(f"  {line} " for line in listed.splitlines()), ""]))
    assert sop("log", "verify", "--heads", "surel.txt") == (code, out, "")


@pytest.mark.parametrize("change", ["version", "line", "total", "empty", "swapped", "other"])
def test_a_list_of_heads_that_was_changed_is_refused(sop, case, change):
    sop("case", "open", "izin-reklame")
    listed = sop("log", "head")[1].splitlines()
    changed = {
        "version": [line.replace(f"{case} 2", f"{case} 1") for line in listed],
        "line": [*listed[:1], *listed[2:]],
        "total": listed[:-1],
        "empty": [],
        "swapped": [listed[0], listed[2], listed[1], *listed[3:]],
        "other": ["bukan daftar"],
    }[change]
    Path("sidik.txt").write_text("\n".join(changed))
    code, _, err = sop("log", "verify", "--heads", "sidik.txt")
    assert (code, err[:14]) == (2, "Gagal USE054: ")


def test_what_cannot_be_read_is_told(sop, case):
    assert sop("log", "verify", "--heads", "tidak-ada.txt")[2].startswith("Gagal STO020: tidak-ada.txt")
    assert sop("log", "verify", "--heads", ".")[0] == 3
    assert sop("log", "verify", "izin-reklame-2026-0009")[2].startswith("Gagal RUN011: ")
    for command in (["verify"], ["head"], ["export"]):
        code, out, err = sop("log", *command, "--store", "sqlite:///tidak-ada.db")
        assert (code, out, err[:14]) == (3, "", "Gagal STO019: ")
    assert not Path("tidak-ada.db").exists()


def test_a_damaged_store_could_not_be_verified(sop, case):
    raw = bytearray(Path("kasus.db").read_bytes())
    raw[4096:] = bytes(each ^ 0x5A for each in raw[4096:])
    Path("kasus.db").write_bytes(raw)
    code, _, err = sop("log", "verify")
    assert (code, err[:14]) == (3, "Gagal STO006: ")
    assert Path("kasus.db").read_bytes() == raw


@pytest.mark.parametrize("form", ["csv", "jsonl", "xes"])
def test_an_export_goes_to_the_screen_or_to_a_file(sop, case, form):
    code, out, err = sop("log", "export", "--to", form)
    assert (code, err) == (0, "2 peristiwa dari 1 perkara: layar\n")
    assert case in out
    assert "sari" not in out
    code, silent, err = sop("log", "export", "--to", form, "--out", f"ekspor.{form}")
    assert (code, silent, err) == (0, "", f"2 peristiwa dari 1 perkara: ekspor.{form}\n")
    assert Path(f"ekspor.{form}").read_bytes().decode() == out
    code, answer, _ = sop("log", "export", "--to", form, "--out", f"ekspor.{form}", "--json")
    assert json.loads(answer) == {"cases": 1, "events": 2, "out": f"ekspor.{form}"}
    assert "sari" in sop("log", "export", "--to", form, "--persons")[1]
    assert "surat 7" not in sop("log", "export", "--to", form, "--public")[1]


def test_a_file_that_was_there_stays_when_an_export_fails(sop, case):
    Path("ekspor.csv").write_text("yang lama")
    tampered("UPDATE events SET body = body || ' ' WHERE seq = 2")
    code, _, err = sop("log", "export", "--out", "ekspor.csv")
    assert (code, err[:14]) == (3, "Gagal STO009: ")
    assert Path("ekspor.csv").read_text() == "yang lama"
    assert sorted(each.name for each in Path().iterdir() if each.suffix != ".db") == ["ekspor.csv"]


def test_days_and_separators_are_chosen(sop, case):
    year = case.split("-")[2]
    assert sop("log", "export", "--until", f"{int(year) - 1}-12-31")[2].startswith("0 peristiwa dari 0 perkara")
    assert sop("log", "export", "--since", f"{year}-01-01")[2].startswith("2 peristiwa")
    assert "Perkara\tSOP\t" in sop("log", "export", "--separator", "tab")[1]
    code, _, err = sop("log", "export", "--since", "31-01-2026")
    assert (code, "harus tanggal, misalnya 2026-01-31, bukan `31-01-2026`" in err) == (2, True)


@pytest.mark.parametrize(("options", "expected"), [(["--public", "--persons"], "USE055"), (["--json"], "USE056")])
def test_options_that_do_not_go_together_are_refused(sop, case, options, expected):
    code, out, err = sop("log", "export", *options)
    assert (code, expected in err) == (2, True)
    assert "izin-reklame" not in out


def test_every_kind_of_fault_and_every_column_has_words():
    sources = "".join(
        Path(module.__file__).read_text(encoding="utf-8") for module in (case_check, numbers, pinned, verify)
    )
    told = {name.removeprefix("fault_") for name in words.PHRASES if name.startswith("fault_")}
    for kind in told:
        assert f'"{kind}"' in sources, kind
    named = set(re.findall(r'(?:fault|Fault)\(\s*"([a-z_]+)"', sources)) | set(
        re.findall(r'kind = "([a-z_]+)"', sources)
    )
    assert named <= told
    assert {f"col_{name}" for name in _COLUMNS} <= words.PHRASES.keys()
