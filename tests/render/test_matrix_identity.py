"""The identity page of the SOP-AP matrix: what it says, what it leaves visibly empty, and where it goes on."""

import re

import pytest
from matrices import matrix
from sample import UNIT_TEXT

from sop_engine.definition.logo import Logo
from sop_engine.render.matrix import Style
from sop_engine.render.matrix.front import SIGNATURE
from sop_engine.settings import MatrixForm, Settings

FULL = """identity:
  number: SOP/7/2026
  made: 2026-01-05
  revised: 2026-06-01
  effective: 2026-06-08
  approved_by: {position: Lurah Contoh, name: "Nama Pejabat, S.Sos.", rank: Penata (III/c), nip: "198001012005012001"}
  legal_basis: [Undang-Undang Nomor 25 Tahun 2009, Peraturan Wali Kota Nomor 3 Tahun 2020]
  related_sops: [SOP Surat Masuk]
  warnings: [Apabila berkas tidak diperiksa maka izin dapat keliru]
  qualifications: [Memahami tata naskah dinas]
  equipment: [Komputer]
  records: [Buku agenda]
"""
HEADS = (
    *("DASAR HUKUM", "KUALIFIKASI PELAKSANA", "KETERKAITAN", "PERALATAN DAN PERLENGKAPAN"),
    *("PERINGATAN", "PENCATATAN DAN PENDATAAN"),
)


def test_everything_that_the_document_says() -> None:
    drawn = matrix(FULL)
    assert drawn.facts == {
        "unit": "",
        "number": "SOP/7/2026",
        "made": "5 Januari 2026",
        "revised": "1 Juni 2026",
        "effective": "8 Juni 2026",
        "approved_by": "Lurah Contoh Penata (III/c) NIP 198001012005012001 Nama Pejabat, S.Sos.",
        "title": "Izin Keramaian",
        "legal_basis": "1. Undang-Undang Nomor 25 Tahun 2009 2. Peraturan Wali Kota Nomor 3 Tahun 2020",
        "qualifications": "Memahami tata naskah dinas",
        "related": "SOP Surat Masuk",
        "equipment": "Komputer",
        "warnings": "Apabila berkas tidak diperiksa maka izin dapat keliru",
        "records": "Buku agenda",
    }
    assert 'class="blank"' not in drawn.svgs[0]
    assert "PEMERINTAH KOTA CONTOH KELURAHAN CONTOH" in drawn.loose
    assert drawn.pages[0].symbols == []


def test_what_the_document_does_not_say_stays_visibly_empty() -> None:
    drawn = matrix()
    facts = {key: words for key, words in drawn.facts.items() if words}
    assert facts == {"approved_by": "NIP", "title": "Izin Keramaian"}
    # number, three dates, office, name and number of the official
    assert drawn.svgs[0].count('class="blank"') == 7
    assert [head for head in drawn.heads if head.isupper()] == list(HEADS)


def test_a_document_that_was_never_revised_says_so() -> None:
    assert matrix("identity: {made: 2026-01-05}\n").facts["revised"] == "-"


def test_the_signature_has_free_room() -> None:
    page = matrix(FULL).pages[0]
    (cell,) = [cell for cell in page.cells if cell.column == "identity:approved_by" and not cell.head]
    position, *below = sorted((text.box for text in cell.texts), key=lambda box: box.top)
    assert min(box.top for box in below) - position.bottom >= SIGNATURE


def test_the_labels_are_the_projects() -> None:
    form = MatrixForm(labels={"effective": "Tanggal Pengesahan", "warnings": "Peringatan Penting"})
    drawn = matrix(FULL, Style.of(Settings(matrix=form)))
    assert "Tanggal Pengesahan" in drawn.heads
    assert "Tanggal Efektif" not in drawn.heads
    assert "PERINGATAN PENTING" in drawn.heads


def test_related_sops_and_the_process_stand_with_their_titles() -> None:
    drawn = matrix(
        "process: {code: PEL.01, level: '2', map: Peta Pelayanan}\n"
        "related:\n  - {sop: izin-keramaian, kind: follows, title: SOP Izin Lama}\n"
        "  - {sop: surat-masuk, kind: precedes, title: Surat Masuk}\n"
        "  - {sop: arsip, kind: part_of, title: Kearsipan}\n"
    )
    assert drawn.facts["related"] == (
        "1. Lanjutan dari SOP Izin Lama 2. Dilanjutkan dengan SOP Surat Masuk 3. Bagian dari SOP Kearsipan "
        "4. Proses bisnis PEL.01, tingkat 2, Peta Pelayanan"
    )


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_long_lists_go_on_on_a_second_page_and_nothing_is_lost(paper: str) -> None:
    laws = [f"Peraturan Daerah Nomor {n} Tahun 2020 tentang Pelayanan Publik di Kota Contoh" for n in range(70)]
    drawn = matrix(f"identity: {{legal_basis: {laws}, records: [Buku agenda]}}\n", Style(paper=paper))
    assert len(drawn.pages) > 3
    for law in laws:
        assert drawn.facts["legal_basis"].count(law) == 1
    assert "DASAR HUKUM (LANJUTAN)" in drawn.heads
    assert drawn.facts["records"] == "Buku agenda"


def laws(count: int) -> str:
    long = [
        f"Peraturan Menteri Contoh Nomor {n} Tahun 2020 tentang Tata Cara Pelayanan Publik yang Baik"
        for n in range(count)
    ]
    return (
        f"identity: {{legal_basis: {long}, qualifications: [Teliti], related_sops: [SOP Lain], "
        "equipment: [Komputer], warnings: [Hati-hati], records: [Buku agenda]}\n"
    )


def test_items_are_whole_and_other_boxes_stand_beside_a_long_one() -> None:
    drawn = matrix(laws(20))
    first, second, flow = drawn.pages
    assert flow.symbols
    parts = [
        [text.words for text in cell.texts]
        for page in (first, second)
        for cell in page.cells
        if cell.column == "identity:legal_basis" and not cell.head
    ]
    assert [lines[0] for lines in parts] == ["1.", f"{1 + sum(line.endswith('.') for line in parts[0])}."]
    assert all(lines[-1].endswith("Baik") for lines in parts)
    assert {"KETERKAITAN", "PERINGATAN"} <= {cell.words for cell in first.cells if cell.head}
    assert [cell.words for cell in second.cells if cell.head] == ["DASAR HUKUM (LANJUTAN)", "PENCATATAN DAN PENDATAAN"]


def test_a_box_that_is_left_alone_takes_the_whole_width() -> None:
    third = matrix(laws(50)).pages[2]
    (rest,) = [cell for cell in third.cells if not cell.head]
    assert rest.box.right - rest.box.left > 0.9 * (third.box.right - third.box.left)


def test_an_item_that_no_page_could_hold_is_parted_between_words() -> None:
    words = " ".join(f"kata{n}" for n in range(620))
    drawn = matrix(f"identity: {{warnings: [{words}, Kedua], records: []}}\n")
    assert drawn.facts["warnings"] == f"1. {words} 2. Kedua"


@pytest.mark.parametrize("count", [12, 14, 16, 20, 50])
def test_no_box_is_lost_however_long_another_is(count: int) -> None:
    drawn = matrix(laws(count))
    assert drawn.facts["legal_basis"].count("Peraturan Menteri") == count
    assert [drawn.facts[key] for key in ("qualifications", "related", "equipment", "warnings", "records")] == [
        "Teliti", "SOP Lain", "Komputer", "Hati-hati", "Buku agenda",
    ]  # fmt: skip


def test_a_title_and_a_unit_without_end_are_whole_somewhere() -> None:
    title = " ".join(f"judul{n}" for n in range(300))
    name = " ".join(f"unit{n}" for n in range(200))
    drawn = matrix(f"title: {title}\n", unit=UNIT_TEXT.replace("Kelurahan Contoh", name))
    assert drawn.facts["rest"] == f"{title} {name}"
    assert "NAMA SOP (LANJUTAN)" in drawn.heads


def test_a_title_that_says_sop_says_it_once() -> None:
    drawn = matrix("title: SOP Izin Keramaian\n")
    assert "SOP Izin Keramaian" in drawn.loose
    assert "SOP SOP" not in "".join(drawn.svgs)


def test_without_a_unit_the_page_is_drawn_all_the_same() -> None:
    assert matrix(unit=None).facts["title"] == "Izin Keramaian"


def test_the_logo_stands_in_its_room_with_its_proportions() -> None:
    svg = matrix(logo=Logo("data:image/png;base64,AAAA", 400, 100)).svgs[0]
    found = re.search(r'<image x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="([\d.]+)"', svg)
    assert found is not None
    left, wide, high = map(float, found.groups())
    assert wide == pytest.approx(4 * high, rel=0.01)
    assert left + wide / 2 == pytest.approx(841.89 / 4 + 28.35 / 2, rel=0.01)
    assert "<image" not in matrix().svgs[0]
