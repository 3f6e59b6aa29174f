"""The sheet's words: six components in order, sentences as a civil servant writes them, silence said as silence."""

import dataclasses
from datetime import date

import pytest
import sheeting

from sop_engine.definition.model import Definition
from sop_engine.flow import derive
from sop_engine.messages.sheet import PHRASES
from sop_engine.render.indonesian import awaited, conditional, dated, ended, enumerated, lowered, plain, rupiah, unended
from sop_engine.render.sheet.blocks import Facts, Groups, Items, ProcedureText, StepText, Text
from sop_engine.render.sheet.document import Sheet, sheet


def procedures(content: Sheet) -> list[ProcedureText]:
    return [block for part in content.components for block in part.blocks if isinstance(block, ProcedureText)]


def told(step: StepText) -> list[str]:
    sentence = f"{step.before}{step.actor} {step.after}"
    return [f"{sentence} {step.question}" if step.question else sentence, *(detail.text for detail in step.details)]


def noted(*values: object) -> set[int]:
    found: set[int] = set()
    for value in values:
        if isinstance(value, tuple):
            found |= noted(*value)
        elif dataclasses.is_dataclass(value):
            found |= set(getattr(value, "notes", ()))
            found |= noted(*(getattr(value, field.name) for field in dataclasses.fields(value)))
    return found


def steps(name: str, procedure: int = 0) -> list[list[str]]:
    # the no-break space before a number is the printer's business
    return [
        [line.replace("\N{NO-BREAK SPACE}", " ") for line in told(step)]
        for step in procedures(sheeting.sheet_of(name))[procedure].steps
    ]


def items(name: str, component: int) -> list[str]:
    (block,) = sheeting.sheet_of(name).components[component - 1].blocks
    assert isinstance(block, Items)
    return [item.text for item in block.items]


def items_of(block: object) -> tuple[Text, ...]:
    assert isinstance(block, Items)
    return block.items


def facts(content: Sheet) -> dict[str, str]:
    blocks = [block for block in content.components[5].blocks if isinstance(block, Facts)]
    return {fact.label: fact.value.text for block in blocks for fact in block.facts}


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_six_components_stand_in_the_order_and_words_of_the_regulation(name: str) -> None:
    assert [(part.number, part.name) for part in sheeting.sheet_of(name).components] == [
        (1, "Persyaratan"),
        (2, "Sistem, mekanisme, dan prosedur"),
        (3, "Jangka waktu penyelesaian"),
        (4, "Biaya/tarif"),
        (5, "Produk pelayanan"),
        (6, "Penanganan pengaduan, saran, dan masukan"),
    ]


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_eight_components_of_management_follow_and_a_silent_document_is_said_to_be_silent(name: str) -> None:
    content = sheeting.sheet_of(name)
    assert [(part.number, part.name) for part in content.management] == [
        (7, "Dasar hukum"),
        (8, "Sarana, prasarana, dan/atau fasilitas"),
        (9, "Kompetensi pelaksana"),
        (10, "Pengawasan internal"),
        (11, "Jumlah pelaksana"),
        (12, "Jaminan pelayanan"),
        (13, "Jaminan keamanan dan keselamatan pelayanan"),
        (14, "Evaluasi kinerja pelaksana"),
    ]
    texts = [item for part in content.management for block in part.blocks for item in items_of(block)]
    assert content.silent == (name != "izin-keramaian")
    assert {(item.text, item.stated) for item in texts if content.silent} <= {("Tidak dinyatakan dalam dokumen", False)}


def test_a_component_of_management_that_is_left_out_says_so_beside_the_others() -> None:
    made = sheeting.compiled("izin-keramaian")
    assert made.definition.standard is not None
    standard = made.definition.standard.model_copy(update={"staff_count": ()})
    definition = made.definition.model_copy(update={"standard": standard})
    content = sheet(definition, None, made.flows)
    assert not content.silent
    said = {part.number: items_of(part.blocks[0])[0].stated for part in content.management}
    assert said == {number: number != 11 for number in range(7, 15)}


def test_a_sheet_for_the_public_has_the_six_components_and_nothing_of_the_staff() -> None:
    made = sheeting.compiled("izin-keramaian")
    whole = sheet(made.definition, made.unit, made.flows)
    content = sheet(made.definition, made.unit, made.flows, public=True)
    assert content.management == ()
    assert content.labels.caption == "Komponen penyampaian pelayanan"
    assert content.signing is not None
    assert (content.signing.name, content.signing.details) == ("Rina Contoh, S.E.", ("Pembina, IV/a",))
    bare = sheeting.compiled("surat-lapak")
    assert sheet(bare.definition, bare.unit, bare.flows, public=True).signing is None
    told = str(dataclasses.asdict(content))
    inner = [part for part in whole.management for _ in part.blocks]
    assert inner
    for part in inner:
        assert items_of(part.blocks[0])[0].text not in told
    assert "NIP" in str(dataclasses.asdict(whole))
    assert "NIP" not in told


def test_the_sheet_is_indonesian_in_english_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOP_LANG", "id")
    indonesian = sheeting.sheet_of("kerjasama-media")
    monkeypatch.setenv("SOP_LANG", "en")
    assert sheeting.sheet_of("kerjasama-media") == indonesian


def test_a_step_is_the_actor_and_the_activity_as_one_sentence() -> None:
    assert steps("kerjasama-media")[1] == [
        "Agendaris mencatat dan melaporkan tentang tujuan pemohon untuk mendapatkan persetujuan."
    ]


def test_answers_tell_what_the_document_tells_and_where_it_leads() -> None:
    assert steps("kerjasama-media")[6] == [
        "Pranata Hubungan Masyarakat memverifikasi kelengkapan bukti tayang pada media rekanan. "
        "Apakah bukti tayang lengkap?",
        "Apabila lengkap, lanjut ke tahap selanjutnya (langkah 8).",
        "Apabila revisi, kelengkapan bukti tayang dikembalikan kepada media rekanan (kembali ke langkah 5).",
    ]


def test_answers_without_words_of_the_document_name_the_step_and_its_actor() -> None:
    assert steps("izin-lapak")[1][1:] == [
        "Apabila ya, dilanjutkan ke langkah 3 (Penilai Lapak).",
        "Apabila tidak, dikembalikan ke langkah 1 (Pemohon).",
        "Apabila berkas sama dengan izin yang masih berlaku, dilanjutkan ke langkah 5 (Kepala UPTD Pasar).",
    ]


def test_repeats_rejections_jumps_and_ends_are_told() -> None:
    lines = steps("izin-lapak")
    assert lines[3][2:] == [
        "Apabila belum cocok, langkah ini diulangi.",
        "Jika denah palsu, proses berakhir: permohonan ditolak, dengan surat penolakan.",
    ]
    assert lines[4][1:] == ["Dilanjutkan ke langkah 7 (Pemohon)."]
    assert lines[5][1:] == ["Proses berakhir: izin lapak terbit."]
    assert lines[6][1:] == ["Dilanjutkan ke langkah 6 (petugas loket)."]


def test_an_optional_step_begins_with_its_condition_and_says_what_else_happens() -> None:
    lines = steps("konsultasi-sop")
    assert lines[2] == [
        "Apabila diperlukan tambahan informasi jawaban yang belum tersampaikan, "
        "Analis Kebijakan Muda menambahkan informasi jawaban.",
        "Apabila syarat pelaksanaannya tidak terpenuhi, langkah ini dilewati.",
    ]
    assert lines[3][-1] == "Apabila syarat pelaksanaannya tidak terpenuhi, langkah ini dilewati dan proses selesai."


def test_joint_and_involved_actors_are_named_once() -> None:
    assert steps("izin-lapak")[2][:2] == [
        "Apabila ukuran lapak belum tercatat, Penilai Lapak bersama Pendamping dan petugas loket "
        "mengukur lapak di hadapan pemohon.",
        "Melibatkan Kepala UPTD Pasar.",  # the applicant stands in the sentence
    ]


def test_the_last_step_of_a_plain_procedure_says_no_more() -> None:
    assert len(steps("lapor-gub")[-1]) == 1


@pytest.mark.parametrize(
    ("name", "component", "words"),
    [
        ("izin-lapak", 3, "3 hari kerja, dihitung sejak persyaratan diterima lengkap"),
        ("keprotokolan", 3, "Waktu menyesuaikan durasi kegiatan/acara"),
        ("izin-lapak", 4, "Rp1.250.000 per lapak"),
        ("lapor-gub", 4, "Tidak dipungut biaya"),
        ("dokumen-diam", 4, "Sesuai dengan Peraturan Contoh Nomor 1 Tahun 2026"),
    ],
)
def test_time_and_fee_are_worded(name: str, component: int, words: str) -> None:
    assert items(name, component)[0] == words


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        ("di luar waktu antrean.", ["3 hari kerja, dihitung sejak permohonan diajukan (di luar waktu antrean)"]),
        ("Di luar antrean", ["3 hari kerja, dihitung sejak permohonan diajukan", "Di luar antrean."]),
        ("di luar antrean (loket)", ["3 hari kerja, dihitung sejak permohonan diajukan", "Di luar antrean (loket)."]),
    ],
)
def test_a_note_on_time_reads_on(note: str, lines: list[str]) -> None:
    made = sheeting.compiled("izin-lapak")
    sla = made.definition.sla.model_copy(update={"note": note, "starts": "submitted", "written": None})
    definition = made.definition.model_copy(update={"sla": sla})
    (block,) = sheet(definition, None, made.flows).components[2].blocks
    assert isinstance(block, Items)
    assert [item.text for item in block.items] == lines


def test_what_the_document_leaves_open_is_a_numbered_note() -> None:
    content = sheeting.sheet_of("konsultasi-sop")
    (time,) = content.components[2].blocks
    assert isinstance(time, Items)
    assert [content.notes[number - 1] for number in time.items[0].notes] == [
        "Dokumen tidak menyebut apakah yang dimaksud hari kerja atau hari kalender.",
        "Dokumen tidak menyebut sejak kapan jangka waktu ini dihitung.",
    ]


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_every_note_is_referred_to_and_every_reference_has_its_note(name: str) -> None:
    content = sheeting.sheet_of(name)

    assert noted(content.unit, content.title, content.decree, *content.components, *content.management) == {
        *range(1, len(content.notes) + 1)
    }


def test_channels_officer_and_limit() -> None:
    assert facts(sheeting.sheet_of("izin-lapak")) == {
        "WhatsApp": "0811-0000-0000",
        "SP4N-LAPOR!": "www.lapor.go.id",
        "Kotak saran": "",
        "Datang langsung": "Loket 3 (mengikuti prosedur Pengaduan Tatap Muka)",
        "Pejabat pengaduan": "Sari Contoh, S.Sos (Kepala Seksi Pengaduan), telepon (021) 555 0100",
        "Batas waktu tanggapan": "5 hari",
    }


def test_missing_channels_officer_limit_unit_and_decree_are_said_not_invented() -> None:
    bare = {
        "sop": 1, "id": "bare", "title": "Bare", "unit": "contoh", "requirements": [], "products": [],
        "actors": {"a": {"name": "Petugas"}}, "steps": [{"id": "x", "actor": "a", "activity": "Menulis"}],
        "sla": {"adjusts": "Menyesuaikan"}, "fee": {"free": True}, "complaints": {},
    }  # fmt: skip
    definition = Definition.model_validate(bare)
    content = sheet(definition, None, derive(definition))
    missing = "Tidak dinyatakan dalam dokumen"
    assert facts(content) == {"": missing, "Pejabat pengaduan": missing, "Batas waktu tanggapan": missing}
    assert (content.unit.name.stated, content.unit.contact, content.decree.value.text) == (False, (), missing)
    assert [part.blocks[0].items[0].stated for part in (content.components[0], content.components[4])] == [False, False]


@pytest.mark.parametrize(
    ("name", "links"),
    [
        ("dokumen-diam", ["", ""]),  # javascript: and a broken address are no links
        ("konsultasi-sop", ["tel:0285421093", "mailto:kbr.bagorsetdakotapkl@gmail.com",
                            "http://organisasi.pekalongankota.go.id", ""]),
    ],
)  # fmt: skip
def test_only_plain_addresses_become_links(name: str, links: list[str]) -> None:
    channels = sheeting.sheet_of(name).components[5].blocks[0]
    assert isinstance(channels, Facts)
    assert [fact.link for fact in channels.facts] == links


def told_all(name: str) -> str:
    """Return every sentence of a sheet's first procedure, branches included."""

    def walk(listed: tuple[StepText, ...]) -> list[str]:
        lines: list[str] = []
        for step in listed:
            lines += told(step)
            if step.parallel is not None:
                lines.append(step.parallel.lead)
                for branch in step.parallel.branches:
                    lines += [branch.title, *walk(branch.steps)]
                lines.append(step.parallel.joined)
        return lines

    words = "\n".join(walk(procedures(sheeting.sheet_of(name))[0].steps))
    return words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    "sentence",
    [
        "Prosedur ini dimulai: paling lambat 14 hari sebelum kegiatan.",
        "Tenggat langkah ini 30 hari kalender. Apabila tenggat itu lewat, permohonan dianggap dicabut "
        "(proses berakhir: permohonan batal).",
        "Petugas Loket atau Petugas Loket Cadangan memeriksa kelengkapan berkas. Apakah berkas lengkap?",
        "Apabila tidak lengkap, dikembalikan ke langkah 1 (Pemohon), disertai surat pemberitahuan kekurangan dan "
        "alasan tertulis, paling lama 7 hari kerja dan paling banyak 3 kali. "
        "Apabila tenggat itu lewat, proses berakhir: permohonan batal. "
        "Apabila jawaban ini sudah diberikan 3 kali, proses berakhir: permohonan ditolak, dengan surat "
        "penolakan.",
        "Selanjutnya dikerjakan bersamaan:",
        "Cabang 1: Pemeriksaan teknis",
        "Apabila syarat pelaksanaannya tidak terpenuhi, langkah ini dilewati dan dilanjutkan ke langkah 6 "
        "(Tim Teknis).",
        "Apabila layak, cabang ini selesai.",
        "Apabila perlu perbaikan, perkara ditangguhkan sampai perbaikan lokasi selesai, kemudian dikembalikan ke "
        "langkah 4 (Tim Teknis), selama itu yang berjalan waktu pemohon.",
        "Langkah ini dijalankan menurut SOP Rekomendasi Keamanan dan selesai apabila SOP itu selesai.",
        "Selama langkah ini waktu layanan berhenti.",
        "Khusus untuk Penyelenggara umum, Bendahara Penerimaan menerima pembayaran retribusi.",
        "Untuk golongan pemohon lain, langkah ini dilewati.",
        "Setelah semua cabang selesai, dilanjutkan ke langkah 12 (Kepala UPTD Pasar).",
        "Apabila Kepala UPTD tidak di tempat, langkah ini dikerjakan oleh Sekretaris UPTD.",
        "Pelaksananya orang yang berbeda dari pelaksana langkah 2 dan 3.",
        "Ketentuan: Pasal 5 Peraturan Contoh Nomor 3 Tahun 2026.",
        "Apabila perlu data, dikembalikan ke langkah 1 (Pemohon), melalui Petugas Loket.",
        "Proses berakhir: izin keramaian terbit, dengan surat izin, produknya izin keramaian, "
        "dan diberitahukan kepada Koordinator Keamanan dan Bendahara Penerimaan.",
    ],
)
def test_every_construct_is_one_sentence(sentence: str) -> None:
    assert sentence in told_all("izin-keramaian").splitlines()


def test_steps_of_branches_are_numbered_through() -> None:
    first = procedures(sheeting.sheet_of("izin-keramaian"))[0].steps
    assert [step.number for step in first] == [1, 2, 3, 12, 13]
    parallel = first[2].parallel
    assert parallel is not None
    assert [[step.number for step in branch.steps] for branch in parallel.branches] == [[4, 5, 6], [7, 8, 9, 10], [11]]


def test_a_block_at_the_end_of_a_branch_ends_it() -> None:
    steps = procedures(sheeting.sheet_of("surat-lapak"))[1].steps
    assert steps[1].parallel is not None
    inner = steps[1].parallel.branches[0].steps[1].parallel
    assert inner is not None
    assert inner.joined == "Setelah semua cabang ini selesai, cabang yang memuatnya selesai pula."


def test_several_procedures_stand_under_their_titles() -> None:
    content = sheeting.sheet_of("surat-lapak")
    assert [(each.title, each.applies, each.figure) for each in procedures(content)] == [
        ("Permohonan Tatap Muka", "Berlaku untuk pemohon yang datang ke loket.", 1),
        ("Permohonan Daring", "Berlaku untuk pemohon yang mempunyai akun.", 2),
    ]
    assert [quality.value.text for quality in procedures(content)[1].steps[0].quality] == [
        "10 menit (paling cepat 5 menit, paling lama 30 menit)"
    ]


def test_requirements_say_what_is_asked_of_whom_and_when() -> None:
    (block,) = sheeting.sheet_of("izin-keramaian").components[0].blocks
    assert isinstance(block, Groups)
    assert [(group.title, group.start) for group in block.groups] == [("Semua permohonan", 1), ("Permohonan baru", 3)]
    lines = [
        (item.lead or item.text.text, [part.text for part in item.parts])
        for group in block.groups
        for item in group.items
    ]
    assert lines == [
        ("Kartu tanda penduduk penyelenggara (asli dan 2 salinan)", []),
        (
            "Bukti kewenangan, salah satu dari:",
            ["Surat kuasa bermeterai (asli)", "Surat tugas (apabila penyelenggara sebuah lembaga)"],
        ),
        (
            "Proposal kegiatan (memakai Formulir K-1), terdiri atas:",
            ["Susunan acara", "Denah lokasi (3 salinan; skala bebas)"],
        ),
        (
            "Akta pendirian yayasan (khusus Penyelenggara sosial; apabila kegiatan lebih dari satu hari; "
            "dapat disusulkan)",
            [],
        ),
    ]


def lines(name: str, component: int) -> list[str]:
    blocks = sheeting.sheet_of(name).components[component - 1].blocks
    return [item.text for block in blocks if isinstance(block, Items) for item in block.items]


def test_times_by_kind_and_by_stage() -> None:
    assert lines("izin-keramaian", 3) == [
        "Menurut jenis permohonan:",
        "Penyelenggara umum: 5 sampai dengan 10 hari kerja",
        "Penyelenggara sosial: 7 hari",
        "Kegiatan kenegaraan: Menyesuaikan jadwal kenegaraan",
        "Dihitung sejak persyaratan diterima lengkap.",
        "Dapat diperpanjang paling lama 5 hari kerja apabila lokasi harus ditinjau ulang.",
        "Jam layanan: Senin sampai Jumat, 08.00–15.00",
    ]
    assert lines("surat-lapak", 3) == [
        "Menurut tahapnya:",
        "Pemeriksaan: 1 hari kerja",
        "Penandatanganan: 2 hari kerja",
        "Dihitung sejak permohonan diajukan.",
    ]


def test_fees_by_item() -> None:
    assert lines("izin-keramaian", 4) == [
        "Jumlah dari tarif berikut:",
        "Retribusi lapak (Penyelenggara umum): Rp25.000 per lapak per hari",
        "Kebersihan: 10% dari retribusi lapak (dibayar sekali)",
        "Penyelenggara sosial: Tidak dipungut biaya",
        "Dibayar melalui bank.",
    ]
    assert lines("surat-lapak", 4) == ["Rp1.000 dikalikan luas lapak per meter persegi"]
    assert lines("izin-keramaian", 5) == ["Izin keramaian", "Masa berlaku: selama kegiatan berlangsung"]


def test_complaints_by_class() -> None:
    assert facts(sheeting.sheet_of("izin-keramaian")) == {
        "Halo Pasar (WhatsApp)": "0811-0000-0000, 08.00–15.00",
        "Datang langsung": "Loket 3 (mengikuti prosedur Pengaduan Tatap Muka)",
        "Pejabat pengaduan": "Sari Contoh, S.Sos (Kepala Seksi Pengaduan), NIP\N{NO-BREAK SPACE}197502022000012002, "
        "email\N{NO-BREAK SPACE}pengaduan@pasar.contoh.example",
        "Ganti rugi": "Retribusi dikembalikan bila izin terlambat terbit",
        "Kerahasiaan": "Identitas pengadu dirahasiakan",
        "Pengaduan ringan": "3 hari kerja",
        "Pengaduan berkadar pengawasan": "30 hari",
    }


def test_decree_state_signature_and_management() -> None:
    content = sheeting.sheet_of("izin-keramaian")
    assert content.decree.value.text == (
        "500/34 Tahun 2026, tanggal 31 Januari 2026 tentang Standar Pelayanan Izin Keramaian"
    )
    assert content.state == "Status: berlaku · Versi 3"
    signing = content.signing
    assert signing is not None
    assert (signing.place, signing.day, signing.date) == ("Ditetapkan di", "pada tanggal", "31 Januari 2026")
    assert (signing.position, signing.name) == ("Kepala UPTD Pasar", "Rina Contoh, S.E.")
    assert (signing.details, signing.blank) == (("Pembina, IV/a", "NIP 197001011990012001"), ())
    assert [part.number for part in content.management] == list(range(7, 15))
    assert content.set_on == date(2026, 1, 31)
    bare = sheeting.sheet_of("surat-lapak")
    assert (bare.state, bare.set_on) == ("Status: rancangan", None)


def test_a_sheet_whose_document_names_no_signer_has_lines_to_write_on_and_nothing_made_up() -> None:
    signing = sheeting.sheet_of("kerjasama-media").signing
    assert signing is not None
    assert signing.position == "Pimpinan Bagian Protokol dan Komunikasi Pimpinan Sekretariat Daerah"
    assert (signing.date, signing.name, signing.details, signing.blank) == ("", "", (), ("NIP",))


def test_a_postcode_stands_behind_the_address_as_letterheads_write_it() -> None:
    address = sheeting.sheet_of("konsultasi-sop").unit.contact[0].value.text
    assert address == "Jl. Mataram No. 1 Pekalongan Barat, Kode Pos 51111"


def test_indonesian_forms() -> None:
    assert (rupiah(500), rupiah(15000), rupiah(1_250_000)) == ("Rp500", "Rp15.000", "Rp1.250.000")
    assert [enumerated(names, "dan") for names in (["A"], ["A", "B"], ["A", "B", "C"])] == [
        "A",
        "A dan B",
        "A, B, dan C",
    ]
    assert [lowered(text) for text in ("Mencatat", "SPT dicocokkan", "LaporGub! dibuka", "a", "")] == [
        "mencatat", "SPT dicocokkan", "LaporGub! dibuka", "a", "",
    ]  # fmt: skip
    assert [ended(text) for text in ("Menulis", "Menulis;", "Menulis.", "LaporGub!", "dan lain-lain ...")] == [
        "Menulis.", "Menulis.", "Menulis.", "LaporGub!", "dan lain-lain ...",
    ]  # fmt: skip
    assert unended("petugas;") == "petugas"
    assert dated(date(2026, 1, 31)) == "31 Januari 2026"
    assert [conditional(text, "apabila") for text in ("Bila perlu", "Kepala UPTD cuti", "Lokasi jauh.")] == [
        "bila perlu", "apabila Kepala UPTD cuti", "apabila lokasi jauh",
    ]  # fmt: skip
    assert [awaited(text) for text in ("hasil uji", "Menunggu hasil uji")] == ["sampai hasil uji", "menunggu hasil uji"]
    assert plain(" a\n\tb\u200b\u202e\x00\ue000") == "a b\ufffd\ufffd"


def test_both_languages_of_the_catalogue_take_the_same_arguments() -> None:
    from string import Formatter

    for name, pair in PHRASES.items():
        first, second = ({key for _, key, _, _ in Formatter().parse(wording) if key} for wording in pair)
        assert first == second or name in {"place_onward"}, name
