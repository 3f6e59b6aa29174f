"""The sheet's words: six components in order, sentences as a civil servant writes them, silence said as silence."""

import dataclasses

import pytest
import sheeting

from sop_engine.definition.model import Definition
from sop_engine.flow import derive
from sop_engine.messages.sheet import PHRASES
from sop_engine.render.blocks import Facts, Items, ProcedureText, StepText
from sop_engine.render.document import Sheet, sheet
from sop_engine.render.indonesian import ended, enumerated, lowered, plain, rupiah, unended


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
        "Jika denah palsu, proses berakhir: permohonan ditolak, dengan dokumen surat penolakan.",
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

    assert noted(content.unit, content.title, content.decree, *content.components) == {
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
    assert plain(" a\n\tb\u200b\u202e\x00\ue000") == "a b\ufffd\ufffd"


def test_both_languages_of_the_catalogue_take_the_same_arguments() -> None:
    from string import Formatter

    for name, pair in PHRASES.items():
        first, second = ({key for _, key, _, _ in Formatter().parse(wording) if key} for wording in pair)
        assert first == second or name in {"place_onward"}, name
