"""``sop tick``, ``sop case explain`` and ``sop case recount`` as an officer sees them."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sop_engine.cli.main import main
from sop_engine.office import Office
from sop_engine.store.place import connect

DEFINITIONS = Path(__file__).parents[1] / "office" / "definitions"
STORE = "sqlite:///kasus.db"
MONDAY = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[datetime]]:
    """The machine's clock, set by hand."""
    shown = [MONDAY]
    monkeypatch.setattr("sop_engine.office.system_clock", lambda: shown[0])
    yield shown
    gc.enable()


@pytest.fixture
def sop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], now: list[datetime]
) -> Run:
    """Run ``sop`` with a store of its own: words -> (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    settings = {"STORE": STORE, "DEFINITIONS": str(DEFINITIONS), "USER": "sari", "LANG": "id"}
    for name, value in settings.items():
        monkeypatch.setenv(f"SOP_{name}", value)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def case(sop: Run) -> str:
    """A case of an SOP with a promise of working days, handed in by the applicant."""
    name = str(json.loads(sop("case", "open", "izin-reklame", "--json")[1])["case"])
    sop("case", "do", name)
    return name


def test_nothing_has_run_out_yet(sop: Run, case: str) -> None:
    assert sop("tick") == (0, "Tidak ada waktu yang habis sejak pemeriksaan terakhir.\n", "")


def test_without_a_store_there_is_nothing_to_do(sop: Run) -> None:
    code, out, err = sop("tick")
    assert (code, err) == (0, "")
    assert "Belum ada tempat simpan" in out
    assert json.loads(sop("tick", "--json")[1])["fired"] == []


def test_a_tick_says_what_it_did_a_line_a_time(sop: Run, case: str, now: list[datetime]) -> None:
    now[0] = MONDAY + timedelta(days=30)
    code, dry, _ = sop("tick", "--dry-run")
    assert code == 0
    assert "tidak ada yang diubah" in dry.splitlines()[-1]
    code, out, _ = sop("tick")
    assert code == 0
    *lines, last = out.splitlines()
    assert last == "Tercatat 3 peristiwa pada 1 perkara."
    said = " ".join(" ".join(lines).split())
    assert f"{case} waktu layanan yang dijanjikan habis: 3 hari kerja, jatuh tempo 05-11-2026" in said
    assert "permohonan berisiko dianggap dikabulkan (UU 30/2014 Pasal 53)" in said
    assert sop("tick")[1] == "Tidak ada waktu yang habis sejak pemeriksaan terakhir.\n"


def test_a_tick_for_programs(sop: Run, case: str, now: list[datetime]) -> None:
    now[0] = MONDAY + timedelta(days=30)
    answer = json.loads(sop("tick", "--json")[1])
    assert (answer["dry_run"], answer["stopped"], answer["passed_over"]) == (False, False, [])
    assert [each["time"] for each in answer["fired"]] == ["time", "promise", "fictive"]
    assert {each["case"] for each in answer["fired"]} == {case}
    assert [each["seq"] for each in answer["fired"]] == [3, 4, 5]


def test_a_tick_that_is_interrupted_says_so(
    sop: Run, case: str, now: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    now[0] = MONDAY + timedelta(days=30)
    kept = Office.change

    def pressed(office: Office, view: object, action: object) -> object:
        if getattr(action, "what", "") == "fictive":
            raise KeyboardInterrupt
        return kept(office, view, action)  # type: ignore[arg-type]

    monkeypatch.setattr(Office, "change", pressed)
    code, out, err = sop("tick")
    assert code == 130
    assert out.splitlines()[-1] == "Tercatat 2 peristiwa pada 1 perkara."
    assert err == "Dihentikan. Yang sudah tercatat tetap tercatat; jalankan lagi untuk sisanya.\n"
    monkeypatch.undo()


def test_a_case_that_cannot_be_read_is_told_and_the_exit_code_is_3(sop: Run, case: str, now: list[datetime]) -> None:
    now[0] = MONDAY + timedelta(days=30)
    with closing(connect(STORE, create=False)) as journal:
        journal._db.execute("DROP TRIGGER definitions_are_not_changed")  # type: ignore[attr-defined]
        journal._db.execute("UPDATE definitions SET text = 'sop: 9'")  # type: ignore[attr-defined]
    code, out, err = sop("tick")
    assert code == 3
    assert err.startswith(f"Dilewati: {case}. STO010: ")
    assert out == "Tidak ada waktu yang habis sejak pemeriksaan terakhir.\n"


def test_a_case_is_explained_day_by_day(sop: Run, case: str, now: list[datetime]) -> None:
    now[0] = MONDAY + timedelta(days=2)
    code, out, _ = sop("case", "explain", case)
    assert code == 0
    lines = out.splitlines()
    at = lines.index("Waktu layanan yang dijanjikan: 3 hari kerja")
    assert lines[at + 1 : at + 5] == [
        "    Senin 02-11-2026                         tidak dihitung: hari mulai",
        "    Selasa 03-11-2026 s.d. Kamis 05-11-2026  hari kerja ke-1 s.d. ke-3",
        "  3 hari kerja habis pada akhir hari Kamis 05-11-2026 (pukul 24.00 WITA)",
        "  Sekarang: sisa 1 hari kerja.",
    ]
    assert "Dihitung sama dengan waktu layanan di atas." in out
    assert "Berkas ada pada:" in out
    answer = json.loads(sop("case", "explain", case, "--json")[1])
    assert answer["counted"][0]["due"] == "2026-11-05T16:00:00.000000Z"
    assert answer["clocks"]["office"] == {"working_days": 2, "days": 2, "minutes": 15 * 60}


def test_a_step_is_explained_alone(sop: Run, case: str) -> None:
    code, out, _ = sop("case", "explain", case, "tidak-ada")
    assert (code, out) == (1, "")
    step = json.loads(sop("case", "show", case, "--json")[1])["open_steps"][0]["step"]
    answer = json.loads(sop("case", "explain", case, step, "--json")[1])
    assert [each["step"] for each in answer["steps"]] == [step]


def test_recounting_asks_for_one_case_or_all(sop: Run, case: str) -> None:
    assert sop("case", "recount")[0] == 2
    assert sop("case", "recount", case, "--all")[0] == 2
    code, _, err = sop("case", "recount", case)
    assert code == 1
    assert "RUN046" in err
    assert sop("case", "recount", "--all") == (
        0,
        "Semua perkara yang berjalan sudah memakai kalender dan jam kerja terbaru.\n",
        "",
    )


def test_a_case_is_moved_to_the_latest_calendar(sop: Run, now: list[datetime], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr("sop_engine.office.opening.LATEST", 2)
        case = json.loads(sop("case", "open", "izin-reklame", "--json")[1])["case"]
    dry = sop("case", "recount", "--all", "--dry-run")
    assert dry[1].splitlines()[-1] == "1 perkara akan dihitung ulang; tidak ada yang diubah."
    answer = json.loads(sop("case", "recount", case, "--json")[1])
    assert [(each["case"], each["before"], each["after"]) for each in answer["recounted"]] == [(case, 2, 4)]


def test_an_officer_whose_clock_was_set_back_is_told_once(sop: Run, case: str, now: list[datetime]) -> None:
    now[0] = MONDAY - timedelta(hours=2)
    code, _, err = sop("case", "comment", case, "--note", "pemohon menelepon")
    assert code == 0
    assert err.startswith(f"Jam komputer ini tertinggal 120 menit dari catatan perkara {case};")
    assert err.count("\n") == 1


def test_what_the_clock_that_was_set_back_said_stands_wherever_the_event_does(
    sop: Run, case: str, now: list[datetime]
) -> None:
    now[0] = MONDAY - timedelta(days=2)
    sop("case", "comment", case, "--note", "pemohon menelepon")
    assert "menurut jam komputer 31-10-2026 10.00 WITA" in sop("case", "history", case)[1]
    assert "peristiwa 3 menurut jam komputer 31-10-2026 10.00 WITA" in sop("case", "show", case)[1]
    head, *rows = sop("log", "export", "--to", "csv")[1].splitlines()
    column = head.split(";").index("Waktu menurut jam komputer")
    assert [row.split(";")[column] for row in rows] == ["", "", "2026-10-31 10:00:00"]
    last = json.loads(sop("log", "export", "--to", "jsonl")[1].splitlines()[-1])
    assert [datetime.fromisoformat(each.removeprefix("clock=")) for each in last["facts"]] == now


def test_a_case_that_was_warned_of_by_a_clock_far_ahead_is_explained_as_of_now(
    sop: Run, case: str, now: list[datetime]
) -> None:
    now[0] = MONDAY + timedelta(days=500)
    sop("tick")
    now[0] = MONDAY + timedelta(hours=1)
    _, out, _ = sop("case", "explain", case)
    assert "terlambat" not in out
    assert "Jam komputer ini menunjukkan 02-11-2026 11.00 WITA, sebelum peristiwa terakhir perkara" in out
    left = json.loads(sop("case", "explain", case, "--json")[1])
    assert left["until"] == left["behind"]
    assert datetime.fromisoformat(left["until"]) == now[0]
    sop("case", "do", case, "--answer", "Lengkap")
    assert "Sekarang: terlambat" not in sop("case", "explain", case)[1], "nor of the step that begins ahead of it"
    now[0] = MONDAY - timedelta(hours=1)
    office = json.loads(sop("case", "explain", case, "--json")[1])["clocks"]["office"]
    assert office == {"working_days": 0, "days": 0, "minutes": 0}, "it got the file later"
