"""Two versions of a definition: every change is told, to whom it concerns, and nothing else."""

from __future__ import annotations

import errno
import json
import os
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
        ("free: true", "amount: 5000", (Audience.APPLICANT, None, Kind.CHANGED, ("Biaya/tarif",), "gratis", "Rp5.000")),
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


COMPLAINTS = ("Penanganan pengaduan, saran, dan masukan", "Kanal")


def complaints(channels: str, more: str = "") -> str:
    return definition(f"complaints: {{within: 1 jam, channels: [{channels}]{more}}}\n")


def test_a_channel_with_another_number_tells_both_numbers():
    old, new = (complaints(f"{{kind: phone, value: '{number}'}}, {{kind: lapor}}") for number in ("111", "222"))
    assert changes(new, old) == [
        (Audience.APPLICANT, None, Kind.CHANGED, (*COMPLAINTS, "Telepon"), "111", "222"),
    ]


def test_a_channel_that_comes_or_goes_tells_its_number():
    old = complaints("{kind: phone, value: '111'}, {kind: phone, value: '222'}")
    new = complaints("{kind: phone, value: '222'}, {kind: email, value: a@contoh.id, label: Meja Bantu}")
    assert changes(new, old) == [
        (Audience.APPLICANT, None, Kind.ADDED, COMPLAINTS, None, "Meja Bantu: a@contoh.id"),
        (Audience.APPLICANT, None, Kind.REMOVED, COMPLAINTS, "Telepon: 111", None),
    ]


def test_a_part_that_comes_tells_all_it_says():
    more = ", officer: {name: Sri, position: Lurah, phone: '333'}"
    (change,) = changes(complaints("{kind: lapor}", more), complaints("{kind: lapor}"))
    assert change[3:] == ((COMPLAINTS[0], "Pejabat pengaduan"), None, "Nama: Sri; Jabatan: Lurah; Telepon: 333")


def test_a_fee_item_that_comes_tells_its_price():
    old, new = (
        definition(f"fee: {{items: [{{text: Salinan, amount: 500}}{more}]}}\n")
        for more in ("", ", {text: Legalisasi, amount: 15000}")
    )
    assert changes(new, old) == [
        (Audience.APPLICANT, None, Kind.ADDED, ("Biaya/tarif", "Rincian"), None, "Legalisasi (Rp15.000)"),
    ]


def limited(more: str) -> str:
    return BASE.replace("          note: berkas dilengkapi pemohon\n", f"          note: berkas dilengkapi\n{more}")


def test_a_limit_of_an_answer_is_told_to_the_actor_and_in_the_flow():
    old, new = (limited(f"          limit: {{times: {times}, to: tandatangani}}\n") for times in (2, 3))
    place = ("Memeriksa berkas", "Keputusan", "Jawaban", "tidak lengkap", "Batas pengulangan", "Paling banyak")
    assert changes(new, old) == [
        (Audience.ACTOR, "Petugas Loket", Kind.CHANGED, place, "2 kali", "3 kali"),
        (Audience.FLOW, None, Kind.CHANGED, place, "2 kali", "3 kali"),
    ]
    gone = [change for change in changes(limited(""), old) if change[2] is Kind.REMOVED]
    assert [change[4] for change in gone] == ["Paling banyak: 2 kali; Menuju langkah: tandatangani"] * 2


def test_what_the_applicant_does_stands_with_what_concerns_the_applicant():
    new = BASE.replace("Mengajukan permohonan", "Mengirim permohonan").replace("within: 3", "within: 4")
    assert [change[:2] for change in changes(new)] == [
        (Audience.APPLICANT, None),
        (Audience.APPLICANT, "Pemohon"),
    ]


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


def test_markdown_has_no_markup_of_the_texts_and_one_heading_for_the_applicant(files, capsys):
    old, new = files
    new.write_text(
        BASE.replace("title: Izin Keramaian", "title: Izin <b>*Ramai*</b>").replace(
            "activity: Mengajukan permohonan", "activity: Mengajukan [surat](x)"
        ),
        encoding="utf-8",
    )
    main(["diff", str(old), str(new), "--format", "md"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == r"# Perubahan Izin \<b\>\*Ramai\*\</b\>"
    assert [line for line in lines if line.startswith("## ")] == ["## Bagi pemohon"]
    assert r"Mengajukan \[surat\](x)" in lines[-1]


def test_only_one_version_comes_from_the_input(capsys):
    assert main(["diff", "-", "-"]) == 2
    assert "USE027" in capsys.readouterr().err


@pytest.fixture
def good(tmp_path):
    unit = tmp_path / "units" / "contoh" / "kelurahan.yaml"
    unit.parent.mkdir(parents=True)
    unit.write_text(UNIT_TEXT, encoding="utf-8")
    file = tmp_path / "a.yaml"
    file.write_text(BASE, encoding="utf-8")
    return file


def test_a_version_with_errors_is_told_with_their_number(tmp_path, good, capsys):
    (tmp_path / "b.yaml").write_text(definition("steps: []\nsla: {}\n"), encoding="utf-8")
    assert main(["diff", str(good), str(tmp_path / "b.yaml")]) == 1
    err = capsys.readouterr().err
    assert "RUN022" in err
    assert "2 kesalahan" in err
    assert f"sop validate {tmp_path / 'b.yaml'}" in " ".join(err.split())


def test_a_version_that_is_no_text_is_told_by_its_finding(tmp_path, good, capsys):
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "rusak.yaml").write_bytes(b"sop: 1\n\xff")
    (tmp_path / "besar.yaml").write_bytes(b"")
    os.truncate(tmp_path / "besar.yaml", 10**12)
    (tmp_path / "putar.yaml").symlink_to(tmp_path / "putar.yaml")
    for name, code in (("folder", "SOP130"), ("rusak", "SOP102"), ("besar", "SOP103"), ("putar", "SOP100")):
        assert main(["diff", str(good), str(tmp_path / f"{name}.yaml")]) == 2
        err = capsys.readouterr().err
        assert "USE032" in err
        assert code in err


def test_a_version_that_the_system_does_not_let_read_is_no_lost_answer(good, capsys, monkeypatch):
    def refused(*_: object) -> bytes:
        raise OSError(errno.EIO, "rusak")

    monkeypatch.setattr("sop_engine.textfile.os.read", refused)
    monkeypatch.setattr(Path, "read_bytes", refused)
    assert main(["diff", str(good), str(good)]) == 2
    assert "SOP100" in capsys.readouterr().err
