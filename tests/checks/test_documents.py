"""The requirements' documents and what copying left in the texts."""

from __future__ import annotations

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.diagnostic import Diagnostic


def found(fragment: str, *wanted: str) -> list[Diagnostic]:
    return [each for each in compile_text(definition(fragment))[1] if each.code in wanted]


def requirement(text: str, more: str = "") -> str:
    return f'requirements:\n  - {{id: a, text: "{text}"{more}}}\n'


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Fotokopi KTP dan KK", ("KTP", "KK")),
        ("FC KTP dan FC KK orang tua", ("KTP", "KK")),
        ("Foto copy KK, KTP", ("KK", "KTP")),
        ("Ijazah serta transkrip nilai", ("Ijazah", "transkrip")),
        ("Surat penawaran disertai dengan daftar harga", ("Surat penawaran", "daftar harga")),
        ("Surat kuasa bermeterai dan fotokopi KTP penerima kuasa", ("Surat kuasa", "KTP")),
        ("Pengantar RT dan RW", None),
        ("Surat pengantar RT dan RW", None),
        ("Surat izin pertama dan kedua", None),
        ("KTP atau KK", None),
        ("KTP dan/atau KK", None),
        ("Fotokopi KTP/KK", None),
        ("Surat pernyataan sesuai KTP dan KK", None),
        ("Surat permohonan dan tanda tangan pimpinan", None),
        ("Surat kuasa (apabila dikuasakan) bermeterai", None),
        ("Proposal kegiatan (jadwal, surat tugas)", None),
        ("Surat/nota dinas permohonan", None),
    ],
)
def test_one_document_a_requirement(text: str, pair: tuple[str, str] | None) -> None:
    told = [dict(each.args) for each in found(requirement(text), "SP020")]
    assert told == ([] if pair is None else [{"first": pair[0], "second": pair[1]}])


@pytest.mark.parametrize("key", ["parts", "one_of"])
def test_documents_that_are_listed_are_not_joined(key: str) -> None:
    more = f", {key}: [{{text: KTP, copies: 1}}, {{text: KK, copies: 1}}]"
    assert not found(requirement("KTP dan KK", more), "SP020", "SP021")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("KTP", True),
        ("KTP pemohon", True),
        ("Kartu Keluarga", True),
        ("Sertifikat tanah", True),
        ("KTP asli", False),
        ("Fotokopi KTP", False),
        ("Foto copy KTP", False),
        ("KTP 2 lembar", False),
        ("Surat permohonan", False),
        ("Formulir permohonan", False),
        ("Pas foto", False),
        ("Menunjukkan KTP", False),
        ("Nomor KTP", False),
    ],
)
def test_original_or_copy(text: str, told: bool) -> None:
    assert bool(found(requirement(text), "SP021")) == told
    assert not found(requirement(text, ", copies: 2"), "SP021")
    assert not found(requirement(text, ", original: true"), "SP021")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("1. Surat permohonan", "1."),
        ("1) Surat permohonan", "1)"),
        ("a. Surat permohonan", "a."),
        ("- Surat permohonan", "-"),
        ("• Surat permohonan", "•"),
        ("●Surat permohonan", "●"),
        ("Surat permohonan;", ";"),
        ("Surat permohonan,", ","),
        ("1 (satu) lembar surat", None),
        ("3 x 4 cm pas foto", None),
        ("a.n. pemohon", None),
        ("S.H. terlampir", None),
        ("Surat permohonan.", None),
        ("2 lembar pas foto", None),
    ],
)
def test_marks_of_a_list(text: str, mark: str | None) -> None:
    told = [dict(each.args)["value"] for each in found(requirement(text), "SOP056")]
    assert told == ([] if mark is None else [mark])


def test_marks_of_a_list_in_an_activity_and_its_input() -> None:
    text = 'steps:\n  - {id: a, actor: pemohon, activity: "1. Mengajukan", input: [KTP, "2. KK"]}\n'
    assert [each.route for each in found(text, "SOP056")] == [("steps", 0, "activity"), ("steps", 0, "input", 1)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('Surat <meta charset="utf-8" />', '<meta charset="utf-8" />'),
        ("Surat <br>", "<br>"),
        ("<!--[if !supportLists]-->Surat", "<!--"),
        ("Surat&nbsp;izin", "&nbsp;"),
        ("image not found or type unknown", "image not found or type unknown"),
        ("Telepon\u00a0\u00a0 :", None),  # the reader makes one space of it
        ("Rp\u00a010.000", None),
        ("Nilai < 30 dan > 10", None),
        ("Surat <contoh>", None),
        ("R&D", None),
    ],
)
def test_scraps_of_web_pages(text: str, value: str | None) -> None:
    fragment = "products:\n  - '" + text + "'\n"
    told = [(each.route, dict(each.args)["value"]) for each in found(fragment, "SP050")]
    assert told == ([] if value is None else [(("products", 0), value)])


def test_scraps_are_found_in_every_part_under_its_written_key() -> None:
    text = (
        "sla: {within: 1 jam, from: submitted, note: a<br>}\n"
        "ends:\n  e: {text: b<br>}\n"
        "steps:\n  - {id: a, actor: pemohon, activity: Mengajukan, end: e, decision: "
        "{question: c<br>, branches: [{answer: d<br>}, {answer: e}]}}\n"
    )
    assert [each.route for each in found(text, "SP050")] == [
        ("sla", "note"),
        ("ends", "e", "text"),
        ("steps", 0, "decision", "question"),
        ("steps", 0, "decision", "branches", 0, "answer"),
    ]
