"""The five definitions are faithful: what their documents say stands here once more, as facts, so that none is lost.

``UPDATE_GOLDEN=1 python -m pytest tests/test_definitions.py`` writes the expected findings anew; look at the difference
before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from sop_engine.compiler import Compiled, compile_file, judge_file
from sop_engine.definition.catalogue import Catalogue
from sop_engine.flow import EdgeKind, Flow

FOLDER = Path(__file__).resolve().parents[1] / "definitions"
GOLDEN = Path(__file__).parent / "golden" / "findings"
CATALOGUE = Catalogue(FOLDER)


class Facts(NamedTuple):
    """What a document says. Arrows that simply go on to the next row are left out of ``arrows``."""

    title: str
    decree: str
    unit: str
    parent: str
    address: str
    postcode: str
    phone: str
    site: str
    requirements: list[str]
    steps: list[tuple[str, str]]
    """(who, what), row by row."""
    arrows: list[tuple[int, str, int | str]]
    """(row, answer, row it leads to or how the case ends)."""
    within: str | None
    adjusts: str | None
    products: list[str]
    channels: list[tuple[str, str | None]]
    officer: tuple[str, str | None] | None
    complaint: tuple[str, list[tuple[str, str]], list[tuple[int, str, int | str]]]


def direct(
    officer: str, end: str = "sampai tuntas dan mendapatkan solusi"
) -> tuple[str, list[tuple[str, str]], list[tuple[int, str, int | str]]]:
    """Return the direct complaint procedure that four of the documents share, with the official it is passed on to."""
    rows = [
        ("Pemohon", "Menyampaikan pengaduan langsung kepada petugas"),
        ("Petugas", "Merespon pengaduan pemohon sampai mendapatkan solusi"),
        ("Petugas", f"Meneruskan pengaduan ke {officer}"),
        (officer, f"Menyelesaikan permasalahan {end}"),
    ]
    return "Pengaduan Langsung", rows, [(2, "dapat", "finished"), (2, "tidak dapat", 3)]


STAF = "Staf Subbagian Komunikasi dan Dokumentasi Pimpinan"
HUMAS = "Pranata Hubungan Masyarakat"
PROKOMPIM_CHANNELS = [
    ("phone", "(0285) 421093"),
    ("email", "humas2kotapekalongan@gmail.com"),
    ("website", "http://protokol.pekalongankota.go.id"),
    ("in_person", None),
]
PROKOMPIM = {
    "unit": "Bagian Protokol dan Komunikasi Pimpinan Sekretariat Daerah",
    "parent": "Pemerintah Kota Pekalongan",
    "address": "Jl. Mataram No. 1 Pekalongan Barat Kota Pekalongan",
    "postcode": "51111",
    "phone": "0285424061",
    "site": "protokol.pekalongankota.go.id",
}

DOCUMENTS = {
    "dokumentasi-kegiatan": Facts(
        **PROKOMPIM,
        title="Dokumentasi Kegiatan",
        decree="060/15",
        requirements=["Surat/nota dinas permohonan pelayanan pendokumentasian kegiatan"],
        steps=[
            ("Pemohon", "Mengajukan permohonan pendokumentasian kegiatan dari OPD/SKPD terkait"),
            ("Agendaris", "Mencatat dan melaporkan tentang tujuan pemohon untuk mendapatkan persetujuan"),
            ("Kepala Bagian", f"Mendisposisi surat kepada {HUMAS} terkait untuk menindaklanjuti"),
            (HUMAS, f"Membagi tugas kepada {STAF}"),
            (STAF, "Mendokumentasikan kegiatan Walikota/Wakil Walikota"),
            ("Pemohon", "Mengevaluasi kegiatan"),
        ],
        arrows=[],
        within="3 hari kerja",
        adjusts=None,
        products=["Dokumentasi Kegiatan"],
        channels=PROKOMPIM_CHANNELS,
        officer=("Maulidiah, S.I.Kom", None),
        complaint=direct("Pejabat Prokompim"),
    ),
    "kerjasama-media": Facts(
        **PROKOMPIM,
        title="Kerjasama Media",
        decree="060/15",
        requirements=["Surat penawaran kerjasama disertai dengan daftar harga dari media rekanan"],
        steps=[
            ("Pemohon", "Mengajukan permohonan penawaran kerjasama publikasi"),
            ("Agendaris", "Mencatat dan melaporkan tentang tujuan pemohon untuk mendapatkan persetujuan"),
            ("Kepala Bagian", f"Mendisposisi surat kepada {HUMAS} untuk menindaklanjuti"),
            (STAF, "Menyiapkan Surat Perjanjian Kerjasama (SPK)"),
            ("Pemohon", "Menerima Surat Perjanjian Kerjasama (SPK) dan melaksanakan tugas sesuai perjanjian kerja"),
            (STAF, "Memeriksa kelengkapan bukti tayang pada media rekanan"),
            (HUMAS, "Memverifikasi kelengkapan bukti tayang pada media rekanan"),
            (STAF, "Mengajukan anggaran untuk biaya publikasi pada media rekanan"),
            ("Pemohon", "Menerima anggaran untuk biaya publikasi"),
        ],
        arrows=[(7, "lengkap", 8), (7, "revisi", 5)],
        within="3 hari kerja",
        adjusts=None,
        products=["Kerjasama Media"],
        channels=PROKOMPIM_CHANNELS,
        officer=("Maulidiah, S.I.Kom", None),
        complaint=direct("Pejabat Prokompim"),
    ),
    "keprotokolan": Facts(
        title="Keprotokolan",
        decree="188.45/0020.a/35.09.315/2024",
        unit="Bagian Protokol dan Komunikasi Pimpinan Sekretariat Daerah Kabupaten Jember",
        parent="Pemerintah Kab. Jember",
        address="Jl. Sudarman Nomor 1 Jember",
        postcode="68111",
        phone="0331428824",
        site="jemberkab.go.id",
        requirements=[
            "Mengirimkan surat dinas pengantar dari Kepala Organisasi Perangkat Daerah mengenai permintaan acara "
            "Protokoler kegiatan Bupati/Wakil Bupati",
            "Melampirkan materi keprotokolan acara untuk Bupati dan Wakil Bupati, antara lain: susunan acara, "
            "narasumber, waktu/tempat kegiatan, daftar tamu undangan, dan lain-lain",
        ],
        steps=[
            (
                "Pemohon",
                "Datang ke Bagian Protokol dan Komunikasi Pimpinan dengan membawa surat pengantar permintaan "
                "protokoler Bupati/Wakil Bupati",
            ),
            ("Pengadministrasian surat", "Menyimpan dan meneruskan surat kepada Kepala Bagian Protokol"),
            ("Sub Bagian Protokol + Tenaga Keprotokolan", "Memproses surat"),
        ],
        arrows=[],
        within=None,
        adjusts="Waktu menyesuaikan durasi kegiatan/acara",
        products=["Protokoler Bupati dan Wakil Bupati Kabupaten Jember"],
        channels=[],
        officer=None,
        complaint=(
            "Pengaduan Layanan",
            [
                ("Pengadu", "Melaporkan pengaduan melalui sarana pengaduan"),
                ("Petugas", "Menerima data pengaduan"),
                ("Petugas pengaduan", "Melaporkan pengaduan ke kepala perangkat daerah"),
                ("Kepala perangkat daerah", "Mendisposisikan pengaduan ke pejabat struktural yang menangani"),
                ("Pejabat struktural", "Menerima, menangani/menyelesaikan, menanggapi pengaduan"),
                ("Pejabat struktural", "Menyampaikan jawaban/tanggapan ke petugas pengaduan"),
                ("Petugas pengaduan", "Menginformasikan tanggapan/jawaban dari bidang ke masyarakat/pengadu"),
                ("Pengadu", "Menerima jawaban/tanggapan dari laporannya"),
            ],
            [],
        ),
    ),
    "konsultasi-sop": Facts(
        title="Layanan Konsultasi Penyusunan Standar Operasional Prosedur",
        decree="060/15 Tahun 2022",
        unit="Bagian Organisasi Sekretariat Daerah",
        parent="Pemerintah Kota Pekalongan",
        address="Jl. Mataram No. 1 Pekalongan Barat",
        postcode="51111",
        phone="0285421091",
        site="www.organisasi.pekalongankota.go.id",
        requirements=[
            "Draf Standar Operasional Prosedur",
            "Pertanyaan tentang Penyusunan Standar Operasional Prosedur",
        ],
        steps=[
            ("Kasubag Umum dan Kepegawaian/staf", "Mengajukan pertanyaan tentang penyusunan SOP"),
            ("Analis Tatalaksana", "Memberikan jawaban pertanyaan"),
            ("Analis Kebijakan Muda", "Menambahkan informasi jawaban"),
            ("Analis Kebijakan Muda", "Berkonsultasi terlebih dahulu dengan Kepala Bagian Organisasi Setda"),
        ],
        arrows=[(3, "(lewati)", 4), (4, "(lewati)", "finished")],
        within="1 hari",
        adjusts=None,
        products=["Layanan Konsultasi Penyusunan SOP"],
        channels=[
            ("phone", "(0285) 421093"),
            ("email", "kbr.bagorsetdakotapkl@gmail.com"),
            ("website", "organisasi.pekalongankota.go.id"),
            ("in_person", None),
        ],
        officer=("KRISTIAN H, SE", "082137742807"),
        complaint=direct("Kepala Bagian Organisasi"),
    ),
    "lapor-gub": Facts(
        title="Pelayanan Laporan Gub",
        decree="060/040/III Tahun 2022",
        unit="Dinas Komunikasi dan Informatika",
        parent="Pemerintah Kota Pekalongan",
        address="Jl. Mataram No. 5 Pekalongan Barat Kota Pekalongan",
        postcode="51111",
        phone="0285421243",
        site="kominfo.pekalongankota.go.id",
        requirements=[
            "Pengaduan dilakukan dengan kanal Website Laporan Gubernur dilampirkan dengan identitas lengkap "
            "pelapor dan kronologi kejadian"
        ],
        steps=[
            ("Pelapor", "Mengirim aduan ke kanal LaporGub!"),
            ("Admin PemProv. Jateng", "Mendisposisi aduan ke Admin Dinkominfo"),
            ("Admin Dinkominfo", "Memverifikasi disposisi aduan"),
            ("Admin OPD", "Memverifikasi disposisi aduan"),
            ("Admin Dinkominfo", "Mengkonfirmasi hasil tindak lanjut aduan"),
            ("Admin PemProv. Jateng", "Memverifikasi hasil tindak lanjut aduan"),
            ("Pelapor", "Menerima laporan tindak lanjut aduan"),
        ],
        arrows=[
            (3, "sesuai kewenangan", 4),
            (3, "tidak sesuai kewenangan", 2),
            (4, "sesuai tugas dan fungsi", 5),
            (4, "tidak sesuai tugas dan fungsi", 3),
            (6, "sesuai", 7),
            (6, "tidak sesuai", 5),
        ],
        within="2 hari kerja",
        adjusts=None,
        products=["Pelayanan Lapor Gub"],
        channels=[
            ("phone", "(0285) 421243"),
            ("phone", "(0285) 420223"),
            ("email", "diskominfo@gafe.pekalongankota.go.id"),
            ("website", "http://kominfo.pekalongankota.go.id"),
            ("twitter", "@pkl.diskominfo"),
            ("instagram", "@pkl.diskominfo"),
            ("mobile", "0816644000"),
            ("in_person", None),
        ],
        officer=("Ahdy Eko Apriharso, SE", None),
        complaint=direct("Pejabat Dinas Kominfo Kota Pekalongan", "sampai mendapatkan solusi"),
    ),
}


def compiled(sop_id: str) -> Compiled:
    result, found = compile_file(FOLDER / f"{sop_id}.yaml", CATALOGUE)
    assert result is not None, [each.message("en") for each in found]
    return result


def rows(flow: Flow) -> list[tuple[str, str]]:
    return [(" + ".join(flow.actors[key] for key in node.performers), node.activity) for node in flow.nodes]


def arrows(flow: Flow) -> list[tuple[int, str, int | str]]:
    """Return the arrows that say more than "the next row, please"."""
    told = []
    for edge in flow.edges:
        goal = flow.node[edge.target].number if edge.target in flow.node else flow.end[edge.target].status.value
        if edge.kind is EdgeKind.NEXT:
            number = flow.node[edge.source].number
            assert goal == (number + 1 if number < len(flow.nodes) else "finished")
        else:
            told.append((flow.node[edge.source].number, edge.answer or "(lewati)", goal))
    return told


def test_there_are_five() -> None:
    assert [path.stem for path in CATALOGUE.paths()] == sorted(DOCUMENTS)


@pytest.mark.parametrize("sop_id", DOCUMENTS)
class TestFaithful:
    def test_the_head(self, sop_id: str) -> None:
        facts, each = DOCUMENTS[sop_id], compiled(sop_id)
        assert each.definition.id == sop_id
        assert each.definition.title == facts.title
        assert each.definition.decree is not None
        assert each.definition.decree.number == facts.decree
        unit = each.unit
        assert unit is not None
        assert (unit.name, unit.parent, unit.address, unit.postcode, unit.phone, unit.site) == (
            facts.unit, facts.parent, facts.address, facts.postcode, facts.phone, facts.site,
        )  # fmt: skip
        assert unit.time_zone == "Asia/Jakarta"

    def test_the_requirements(self, sop_id: str) -> None:
        assert [each.text for each in compiled(sop_id).definition.requirements] == DOCUMENTS[sop_id].requirements

    def test_the_steps_and_who_takes_them(self, sop_id: str) -> None:
        assert rows(compiled(sop_id).flow()) == DOCUMENTS[sop_id].steps

    def test_the_branches_and_where_they_lead(self, sop_id: str) -> None:
        assert arrows(compiled(sop_id).flow()) == DOCUMENTS[sop_id].arrows

    def test_time_fee_and_products(self, sop_id: str) -> None:
        facts, each = DOCUMENTS[sop_id], compiled(sop_id).definition
        assert (str(each.sla.within) if each.sla.within else None) == facts.within
        assert each.sla.adjusts == facts.adjusts
        # none of the documents says from when the time counts
        assert each.sla.starts is None
        assert each.fee.free is True
        assert list(each.products) == facts.products
        # none gives times to single steps
        assert all(step.time is None for step in each.steps)

    def test_the_channels(self, sop_id: str) -> None:
        facts, complaints = DOCUMENTS[sop_id], compiled(sop_id).definition.complaints
        assert [(each.kind, each.value) for each in complaints.channels] == facts.channels
        officer = complaints.officer
        assert ((officer.name, officer.phone) if officer else None) == facts.officer
        assert complaints.within is None

    def test_the_complaint_procedure(self, sop_id: str) -> None:
        title, steps, branches = DOCUMENTS[sop_id].complaint
        _, flow = compiled(sop_id).flows
        assert flow.title == title
        assert rows(flow) == steps
        assert arrows(flow) == branches

    def test_outsiders_are_marked(self, sop_id: str) -> None:
        each = compiled(sop_id)
        outside = {actor.name for actor in each.definition.actors.values() if actor.external}
        assert outside <= {"Pemohon", "Pelapor", "Pengadu", "Kasubag Umum dan Kepegawaian/staf"}
        assert each.flow().nodes[0].actor in each.flow().external

    def test_no_noise_of_the_page(self, sop_id: str) -> None:
        text = compiled(sop_id).text
        for noise in (
            "Image not found",
            "<meta",
            "LAPOR!, Anda",
            "Unduh",
            "Isu dan Keluhan",
            "menyelesaiakan",
            "Sekeratriat",
        ):
            assert noise not in text


def test_the_notes_of_the_branches_are_kept() -> None:
    notes = {(edge.source, edge.answer): edge.note for edge in compiled("lapor-gub").flow().edges if edge.answer}
    assert notes == {
        ("verifikasi-kewenangan", "sesuai kewenangan"): "diteruskan ke OPD",
        ("verifikasi-kewenangan", "tidak sesuai kewenangan"): "dikembalikan ke Admin Pem. Prov. Jateng",
        ("verifikasi-tugas", "sesuai tugas dan fungsi"): "ditindaklanjuti",
        ("verifikasi-tugas", "tidak sesuai tugas dan fungsi"): "dikembalikan ke Admin Dinkominfo",
        ("verifikasi-hasil", "sesuai"): "diteruskan ke pelapor",
        ("verifikasi-hasil", "tidak sesuai"): "dikembalikan ke Admin Dinkominfo",
    }


def test_conditions_stand_in_the_words_of_the_document() -> None:
    assert {node.number: node.optional for node in compiled("konsultasi-sop").flow().nodes if node.optional} == {
        3: "Apabila diperlukan tambahan informasi jawaban yang belum tersampaikan",
        4: "Apabila jawaban pertanyaan memerlukan pengambilan keputusan",
    }


def test_the_time_of_keprotokolan_is_kept_as_written() -> None:
    assert compiled("keprotokolan").definition.sla.written == "0"


def test_spellings_of_one_actor_are_noted() -> None:
    actors = compiled("lapor-gub").definition.actors
    assert actors["admin-pemprov"].aliases == ("Admin Pem. Prov. Jateng", "Admin PemProv Jateng")


@pytest.mark.parametrize("sop_id", DOCUMENTS)
def test_what_the_documents_leave_open_is_told(sop_id: str) -> None:
    found = judge_file(FOLDER / f"{sop_id}.yaml", CATALOGUE).found
    told = "".join(
        f"{each.position.line}:{each.position.column}: {each.severity} {each.code} {each.message('id')}\n"
        for each in found
    )
    golden = GOLDEN / f"{sop_id}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert golden.is_file(), "missing golden; UPDATE_GOLDEN=1 writes it"
    assert told == golden.read_text(encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    assert sorted(path.stem for path in GOLDEN.iterdir()) == sorted(DOCUMENTS)


@pytest.mark.parametrize("unit", sorted((FOLDER / "units").rglob("*.yaml")), ids=lambda path: path.stem)
def test_units_have_no_findings(unit: Path) -> None:
    assert judge_file(unit, CATALOGUE).found == ()
