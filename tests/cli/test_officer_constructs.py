"""The officer's commands on the whole language: groups, reasons, limits, deadlines, suspension, parallel branches."""

from __future__ import annotations

import gc
import io
import json
import sys
from datetime import timedelta

import pytest
from sample import UNIT_TEXT, definition

from sop_engine.cli.main import main
from sop_engine.office import system_clock

TEXT = definition(
    """
applicants: {baru: {name: Pemohon baru}, lama: {name: Pemohon lama}}
ends:
  batal: {status: withdrawn, text: Permohonan batal}
  kedaluwarsa: {status: withdrawn, text: Permohonan kedaluwarsa}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan, deadline: {within: 1 hari kerja, end: kedaluwarsa}}
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    decision:
      question: Apakah berkas lengkap?
      branches:
        - {answer: lengkap}
        - {answer: kurang, to: ajukan, reason: true, deadline: {within: 7 hari kerja, end: batal}}
        - {answer: menunggu, suspend: bukti pembayaran, deadline: {within: 30 hari kerja, end: batal}}
  - id: bagi
    actor: lurah
    activity: Membagi berkas
    parallel:
      - steps: [{id: teliti, actor: petugas, activity: Meneliti berkas}]
      - steps: [{id: tinjau, actor: petugas, activity: Meninjau lokasi}]
"""
)


@pytest.fixture
def sop(tmp_path, monkeypatch, capsys):
    unit = tmp_path / "definitions" / "units" / "contoh" / "kelurahan.yaml"
    unit.parent.mkdir(parents=True)
    unit.write_text(UNIT_TEXT, encoding="utf-8")
    (tmp_path / "definitions" / "izin-keramaian.yaml").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_STORE", "sqlite:///kasus.db")
    monkeypatch.setenv("SOP_USER", "sari")
    monkeypatch.setenv("SOP_LANG", "id")

    def run(*words: str, typed: str | None = None) -> tuple[int, str, str]:
        if typed is not None:
            monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = main(words)
        told = capsys.readouterr()
        return code, " ".join(told.out.split()), told.err

    yield run
    gc.enable()


@pytest.fixture
def case(sop):
    opened = json.loads(sop("case", "open", "izin-keramaian", "--group", "lama", "--json")[1])["case"]
    assert sop("case", "do", opened)[0] == 0
    return opened


def test_a_case_for_no_group_is_not_opened_and_makes_no_store(sop, tmp_path):
    code, _, err = sop("case", "open", "izin-keramaian")
    assert code == 1
    assert "--group: baru (Pemohon baru), lama (Pemohon lama)" in err
    assert not (tmp_path / "kasus.db").exists()


def test_the_command_for_an_answer_with_a_reason_has_room_for_it(sop, case):
    _, out, _ = sop("case", "show", case)
    assert "periksa --answer kurang --note ALASAN --expect 2" in out
    assert "menunggu: ditangguhkan sampai bukti pembayaran, lalu lanjut ke langkah 3" in out


def test_run_asks_for_a_reason_until_there_is_one(sop, case):
    _, out, _ = sop("case", "run", case, typed="kurang\n\n\nmaterai kurang\ny\n")
    assert out.count("Jawaban ini memerlukan alasan.") == 2
    assert "materai kurang" in sop("case", "history", case)[1]


@pytest.fixture
def later(monkeypatch):
    """Let so many days pass before the next command."""

    def wait(days: int) -> None:
        monkeypatch.setattr("sop_engine.office.system_clock", lambda: system_clock() + timedelta(days))

    return wait


def test_of_two_deadlines_the_one_that_was_chosen_passes(sop, case, later):
    sop("case", "do", case, "--answer", "kurang", "--note", "materai")
    assert "RUN044" in sop("case", "do", case, "--escalate")[2]
    later(60)
    _, out, _ = sop("case", "show", case)
    assert "--escalate --to batal" in out
    assert "--escalate --to kedaluwarsa" in out
    _, out, _ = sop("case", "run", case, typed="3\n\ny\n")
    assert "Perkara selesai: Permohonan kedaluwarsa." in out


def test_where_an_escalated_step_goes_can_be_said(sop, case, later):
    sop("case", "do", case, "--answer", "kurang", "--note", "materai")
    later(60)
    assert sop("case", "do", case, "--to", "batal")[0] == 2
    assert "Permohonan kedaluwarsa" in sop("case", "do", case, "--escalate", "--to", "kedaluwarsa")[1]


def test_a_suspended_case_says_what_it_waits_for_and_goes_on(sop, case):
    _, out, _ = sop("case", "do", case, "--answer", "menunggu")
    assert "Perkara ditangguhkan, menunggu: bukti pembayaran." in out
    assert f"sop case resume {case}" in out
    assert "--escalate" in out
    assert "RUN027" in sop("case", "do", case)[2]
    assert "Membagi berkas" in sop("case", "resume", case, "--note", "kuitansi 7")[1]


def test_parallel_branches_are_told_together(sop, case):
    sop("case", "do", case, "--answer", "lengkap")
    _, out, _ = sop("case", "show", case)
    assert "bersamaan: lanjut ke langkah 4: Meneliti berkas" in out
    sop("case", "do", case)
    assert "RUN012" in sop("case", "do", case)[2]
    _, out, _ = sop("case", "do", case, "teliti")
    assert "sesudah semua cabang selesai" not in out.partition("Meninjau lokasi")[0]
    assert sop("case", "do", case, "tinjau")[1].startswith("Tercatat")
