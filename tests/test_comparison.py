"""Two versions of a definition: every change is told, to whom it concerns, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sample import CHUNKS, UNIT_TEXT, definition

from sop_engine.cli.main import main
from sop_engine.comparison import Audience, Kind, compare
from sop_engine.compiler import compile_text

BASE = definition()


def compiled(text):
    found, diagnostics = compile_text(text)
    assert found is not None, diagnostics
    return found


def changes(new, old=BASE):
    return [tuple(change) for change in compare(compiled(old), compiled(new))]


def test_the_same_definition_has_no_changes():
    assert changes(BASE) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "within: 3 hari kerja",
            "within: 5 hari kerja",
            (
                Audience.APPLICANT,
                None,
                Kind.CHANGED,
                ("Jangka waktu penyelesaian", "Paling lama"),
                "3 hari kerja",
                "5 hari kerja",
            ),
        ),
        (
            "  - id: surat\n",
            "  - id: ktp\n    text: Fotokopi KTP\n  - id: surat\n",
            (Audience.APPLICANT, None, Kind.ADDED, ("Persyaratan",), None, "Fotokopi KTP"),
        ),
        ("free: true", "amount: 5000", (Audience.APPLICANT, None, Kind.ADDED, ("Biaya/tarif", "Jumlah"), None, "5000")),
        (
            "100/7 Tahun 2025",
            "100/8 Tahun 2026",
            (
                Audience.PAPERS,
                None,
                Kind.CHANGED,
                ("Surat keputusan", "Nomor SK"),
                "100/7 Tahun 2025",
                "100/8 Tahun 2026",
            ),
        ),
        (
            "Memeriksa berkas",
            "Meneliti berkas",
            (
                Audience.ACTOR,
                "Petugas Loket",
                Kind.CHANGED,
                ("Meneliti berkas", "Kegiatan"),
                "Memeriksa berkas",
                "Meneliti berkas",
            ),
        ),
    ],
)
def test_a_change_is_told_to_whom_it_concerns(old, new, expected):
    assert expected in changes(BASE.replace(old, new))


def test_rewording_a_step_changes_no_flow():
    assert [change[0] for change in changes(BASE.replace("Memeriksa berkas", "Meneliti berkas"))] == [Audience.ACTOR]


def test_a_step_that_changes_hands_is_told_to_both():
    found = changes(BASE.replace("actor: lurah", "actor: petugas"))
    assert (Audience.ACTOR, "Lurah", Kind.LEFT, ("Menandatangani surat izin",), None, "Petugas Loket") in found
    assert (Audience.ACTOR, "Petugas Loket", Kind.TAKEN, ("Menandatangani surat izin",), "Lurah", None) in found


def test_an_inserted_step_changes_one_arrow_and_no_other_step():
    step = "  - id: catat\n    actor: petugas\n    activity: Mencatat permohonan\n"
    found = changes(BASE.replace("  - id: periksa\n", step + "  - id: periksa\n"))
    assert found == [
        (Audience.ACTOR, "Petugas Loket", Kind.ADDED, (), None, "Mencatat permohonan"),
        (
            Audience.FLOW,
            None,
            Kind.LEADS,
            ("Mengajukan permohonan", "next"),
            "Memeriksa berkas",
            "Mencatat permohonan",
        ),
    ]


def test_an_answer_that_leads_elsewhere_is_told_as_flow():
    found = changes(
        BASE.replace("answer: tidak lengkap\n          to: ajukan", "answer: tidak lengkap\n          to: periksa")
    )
    place = ("Memeriksa berkas", "answer", "tidak lengkap")
    assert (Audience.FLOW, None, Kind.LEADS, place, "Mengajukan permohonan", "Memeriksa berkas") in found


def test_requirements_in_another_order_are_moved_and_not_replaced():
    two = "requirements:\n  - {id: a, text: Surat A}\n  - {id: b, text: Surat B}\n"
    other = "requirements:\n  - {id: b, text: Surat B}\n  - {id: a, text: Surat A}\n"
    assert [change[2] for change in changes(definition(other), definition(two))] == [Kind.MOVED]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    unit = tmp_path / "units" / "contoh" / "kelurahan.yaml"
    unit.parent.mkdir(parents=True)
    unit.write_text(UNIT_TEXT, encoding="utf-8")
    old, new = tmp_path / "lama.yaml", tmp_path / "baru.yaml"
    old.write_text(BASE, encoding="utf-8")
    new.write_text(definition(CHUNKS["sla"].replace("3", "5")), encoding="utf-8")
    return old, new


def test_the_command_tells_changes_in_words_and_by_its_exit_code(files, capsys):
    old, new = map(str, files)
    assert main(["diff", old, old]) == 0
    assert capsys.readouterr().out == "Tidak ada yang berubah.\n"
    assert main(["diff", old, new, "--format", "md"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "# Perubahan Izin Keramaian",
        "",
        "## Bagi pemohon",
        "",
        "- Jangka waktu penyelesaian › Paling lama: dari “3 hari kerja” menjadi “5 hari kerja”",
    ]
    assert main(["diff", old, new, "--json"]) == 1
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert (change["audience"], change["kind"], change["old"]) == ("applicant", "changed", "3 hari kerja")


def test_only_one_version_comes_from_the_input(capsys):
    assert main(["diff", "-", "-"]) == 2
    assert "USE027" in capsys.readouterr().err
