"""The picture of a case says where the case is: what stands, what is open again, what waits, and which way it went."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sample import definition

from sop_engine.cli.case_picture import write_picture
from sop_engine.compiler import compile_text
from sop_engine.office import Office
from sop_engine.store.sqlite import SqliteJournal

TEXT = definition(
    """
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - id: bagi
    actor: lurah
    activity: Membagi berkas
    parallel:
      - steps: [{id: susun, actor: petugas, activity: Menyusun surat izin}]
      - steps: [{id: tinjau, actor: petugas, activity: Meninjau lokasi, optional: bila lokasi belum dikenal}]
  - id: sahkan
    actor: lurah
    activity: Menandatangani surat izin
    decision:
      question: Apakah disetujui?
      branches:
        - {answer: setuju}
        - {answer: setuju dengan catatan, to: catat, same_place: true}
        - {answer: ulang, to: bagi}
        - {answer: menunggu, to: catat, suspend: bukti pembayaran}
  - {id: catat, actor: petugas, activity: Mencatat surat izin, deadline: {within: 3 hari kerja, to: arsip}}
  - {id: arsip, actor: petugas, activity: Mengarsipkan berkas}
"""
)
SVG = "{http://www.w3.org/2000/svg}g"
AHEAD = "#a3abb7"


@pytest.fixture
def office(tmp_path):
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    yield Office(journal, "sari", lambda: datetime(2026, 3, 2, 1, 0, tzinfo=UTC))
    journal.close()


@pytest.fixture
def drawn(office, tmp_path):
    """Record steps of a new case and draw it: (step, named arguments) -> (states, travelled arrows, page)."""
    compiled, found = compile_text(TEXT)
    assert compiled is not None, found
    case = office.open_case(compiled).id

    def draw(*steps: tuple[str, dict]) -> tuple[dict[str, str], set[tuple[str, str, str | None]], str]:
        for step, named in steps:
            office.do(case, step, **named)
        pages = write_picture(office.history(case), tmp_path / "kasus.svg")
        groups = [group for page in pages for group in ET.parse(page).iter(SVG)]
        return _states(groups), _travelled(groups), Path(pages[0]).read_text(encoding="utf-8")

    return draw


def _states(groups):
    return {group.get("data-step"): group.get("data-state") for group in groups if group.get("data-step")}


def _travelled(groups):
    arrows = [group for group in groups if group.get("class", "").startswith("arrow")]
    dark = [group for group in arrows if group[0].get("stroke") != AHEAD]
    return {(group.get("data-from"), group.get("data-to"), group.get("data-answer")) for group in dark}


MET = (("ajukan", {}), ("bagi", {}), ("susun", {}), ("tinjau", {"skip": True}))


def test_a_suspended_case_is_shown_as_suspended(drawn):
    states, travelled, page = drawn(*MET, ("sahkan", {"answer": "menunggu"}))
    assert states["catat"] == "suspended"
    assert "ditangguhkan: menunggu bukti pembayaran" in page
    assert "sedang berjalan" not in page
    assert {way for way in travelled if way[0] == "sahkan"} == {("sahkan", "catat", "menunggu")}


def test_only_the_answer_that_was_given_is_shown_as_travelled(drawn):
    _, travelled, _ = drawn(*MET, ("sahkan", {"answer": "setuju dengan catatan"}))
    assert {way for way in travelled if way[0] == "sahkan"} == {("sahkan", "catat", "setuju dengan catatan")}


def test_a_step_that_was_skipped_or_whose_deadline_passed_is_not_shown_as_done(drawn):
    states, travelled, page = drawn(*MET, ("sahkan", {"answer": "setuju"}), ("catat", {"escalate": True}))
    assert (states["susun"], states["tinjau"], states["catat"]) == ("done", "skipped", "skipped")
    assert "dilewati / lewat tenggat" in page
    late = '<g class="arrow late" data-from="catat" data-to="arsip" data-kind="late">'
    assert f'stroke="{AHEAD}"' not in page.split(late, 1)[1].split("</g>", 1)[0]
    assert ("catat", "arsip", None) in travelled


def test_a_return_into_a_block_opens_bands_and_arrows_anew(drawn):
    states, travelled, _ = drawn(*MET)
    assert (states["fork:bagi"], states["join:bagi"], states["sahkan"]) == ("done", "done", "current")
    assert ("join:bagi", "sahkan", None) in travelled

    states, travelled, _ = drawn(("sahkan", {"answer": "ulang"}))
    assert (states["bagi"], states["fork:bagi"], states["susun"], states["join:bagi"]) == ("current", *["ahead"] * 3)
    assert travelled == {("ajukan", "bagi", None), ("sahkan", "bagi", "ulang")}

    states, travelled, _ = drawn(("bagi", {}), ("susun", {}))
    assert (states["fork:bagi"], states["susun"], states["tinjau"]) == ("done", "done", "current")
    assert states["join:bagi"] == "ahead"
    inner = {("bagi", "fork:bagi", None), ("fork:bagi", "susun", None), ("fork:bagi", "tinjau", None)}
    assert travelled == {
        ("ajukan", "bagi", None), ("sahkan", "bagi", "ulang"), *inner, ("susun", "join:bagi", None),
    }  # fmt: skip

    states, travelled, _ = drawn(("tinjau", {}), ("sahkan", {"answer": "setuju"}))
    assert (states["join:bagi"], states["tinjau"]) == ("done", "done")
    assert ("sahkan", "bagi", "ulang") not in travelled
