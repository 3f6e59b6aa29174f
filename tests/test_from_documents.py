"""What writing published documents as definitions showed: silence, ranges, forks that meet, outputs said rarely."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample import UNIT_TEXT, definition

from sop_engine.cli.main import main
from sop_engine.compiler import compile_text
from sop_engine.diagnostic import Severity
from sop_engine.render.sheet.blocks import Items
from sop_engine.render.sheet.document import sheet
from sop_engine.settings import Settings

SILENT = Settings(severities={"SP001": Severity.WARNING})


def codes(fragment: str) -> set[str]:
    return {each.code for each in compile_text(definition(fragment), None, "f.yaml")[1]}


def component(fragment: str, number: int) -> list[tuple[str, int]]:
    """Return the items of a component as the sheet prints them, each with how many notes it has."""
    made, found = compile_text(definition(fragment), None, "f.yaml", settings=SILENT)
    assert made is not None, found
    blocks = sheet(made.definition, made.unit, made.flows).components[number - 1].blocks
    return [(item.text, len(item.notes)) for block in blocks if isinstance(block, Items) for item in block.items]


class TestSilence:
    @pytest.mark.parametrize("fragment", ["fee: {}\n", "sla: {}\n", "sla: {written: '-'}\n", "sla: {hours: Senin}\n"])
    def test_a_document_that_says_nothing_is_told_so(self, fragment: str) -> None:
        assert "SP001" in codes(fragment)
        assert "SOP127" not in codes(fragment)

    def test_a_fee_that_is_not_stated_is_never_printed_as_free(self) -> None:
        assert component("fee: {}\n", 4) == [("Tidak dinyatakan dalam dokumen", 0)]
        assert component("fee: {free: true}\n", 4) == [("Tidak dipungut biaya", 0)]

    def test_a_time_that_is_not_stated_is_said_as_silence(self) -> None:
        assert component("sla: {}\n", 3)[0][0] == "Tidak dinyatakan dalam dokumen"


class TestRanges:
    def test_a_stage_may_be_a_range(self) -> None:
        stages = "stages: [{name: Berita acara, at_least: 3 hari kerja, within: 25 hari kerja}]"
        assert component(f"sla: {{{stages}, from: submitted}}\n", 3)[1][0].endswith("3 sampai dengan 25 hari kerja")

    @pytest.mark.parametrize(
        "fragment",
        [
            "sla: {stages: [{name: A, at_least: 5 hari kerja, within: 2 hari kerja}], from: submitted}\n",
            "complaints: {categories: [{name: A, at_least: 5 hari kerja, within: 2 hari kerja}]}\n",
        ],
    )
    def test_a_range_the_wrong_way_round_is_told(self, fragment: str) -> None:
        assert "SOP075" in codes(fragment)
        assert "SOP075" not in codes(fragment.replace("at_least: 5", "at_least: 1"))

    def test_the_note_that_no_start_is_said_stands_at_the_last_time(self) -> None:
        times = component("sla: {stages: [{name: A, within: 1 jam}, {name: B, within: 2 jam}]}\n", 3)
        assert [notes for _, notes in times] == [0, 0, 1]


FORK = """steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - id: kaji
    actor: petugas
    activity: Mengkaji permohonan
    decision: {question: Apakah diizinkan?, branches: [{answer: ya}, {answer: tidak, to: tolak}]}
  - {id: izin, actor: petugas, activity: Menyusun surat izin, next: tanda}
  - {id: tolak, actor: petugas, activity: Menyusun surat penolakan}
  - {id: tanda, actor: lurah, activity: Menandatangani surat}
"""


class TestForks:
    def test_the_arms_of_a_fork_that_meets_are_no_jump(self) -> None:
        assert "SOP034" not in codes(FORK)

    def test_a_step_that_comes_after_its_follower_still_jumps(self) -> None:
        stray = "  - {id: catat, actor: petugas, activity: Mencatat surat, next: tanda}\n  - {id: tanda,"
        jumping = FORK.replace("  - {id: tanda,", stray).replace("surat izin, next: tanda", "surat izin, next: arsip")
        jumping += "  - {id: arsip, actor: petugas, activity: Mengarsipkan draf, next: catat}\n"
        assert "SOP034" in codes(jumping.replace("surat}\n  - {id: arsip", "surat, end: selesai}\n  - {id: arsip"))


class TestFolder:
    @pytest.mark.parametrize("command", ["render", "sheet"])
    def test_a_project_file_beside_the_definitions_is_not_drawn(
        self, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        unit = tmp_path / "units" / "contoh" / "kelurahan.yaml"
        unit.parent.mkdir(parents=True)
        unit.write_text(UNIT_TEXT, encoding="utf-8")
        (tmp_path / "izin-keramaian.yaml").write_text(definition(), encoding="utf-8")
        (tmp_path / "sop-project.yaml").write_text("project: 1\n", encoding="utf-8")
        assert main([command, str(tmp_path), "--out", str(tmp_path / "hasil")]) == 0
        assert "sop-project" not in capsys.readouterr().err
