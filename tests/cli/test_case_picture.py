"""The picture of a case says where the case is: what stands, what is open again, what waits, and which way it went."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta

import pytest
from sample import definition

from sop_engine.cli.case_picture import drawing, write_picture
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
def clock():
    return [datetime(2026, 3, 2, 1, 0, tzinfo=UTC)]


@pytest.fixture
def office(tmp_path, clock):
    journal = SqliteJournal(tmp_path / "kasus.db", create=True)
    yield Office(journal, "sari", lambda: clock[0])
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
        pages, _ = write_picture(office.history(case), tmp_path / "kasus.svg")
        texts = [page.read_text(encoding="utf-8") for page in pages]
        groups = [group for text in texts for group in ET.fromstring(text).iter(SVG)]
        return _states(groups), _travelled(groups), "".join(texts)

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


def test_a_step_that_was_skipped_or_whose_deadline_passed_is_not_shown_as_done(drawn, clock):
    drawn(*MET, ("sahkan", {"answer": "setuju"}))
    clock[0] += timedelta(days=7)
    states, travelled, page = drawn(("catat", {"escalate": True}))
    assert (states["susun"], states["tinjau"], states["catat"]) == ("done", "skipped", "skipped")
    assert "dilewati / lewat tenggat" in page
    late = '<g class="arrow late" data-from="catat" data-to="arsip" data-kind="late"'
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


def words(group):
    return " ".join(node.text or "" for node in group.iter(SVG.replace("}g", "}text")))


def said(pages):
    """Return the words in each symbol."""
    groups = [group for page in pages for group in ET.fromstring(page).iter(SVG)]
    return {group.get("data-step"): words(group) for group in groups if group.get("class") == "symbol"}


@pytest.mark.parametrize("view", ["flowchart", "lanes"])
def test_each_step_says_when_it_was_done_and_how_long_it_was_open(office, clock, view):
    compiled, _ = compile_text(TEXT)
    case = office.open_case(compiled).id
    for step, minutes in (("ajukan", 0), ("bagi", 75), ("susun", 26 * 60 + 5), ("tinjau", 2 * 24 * 60)):
        clock[0] += timedelta(minutes=minutes)
        office.do(case, step, skip=step == "tinjau")
    there = said(drawing(office.history(case), view).pages)
    assert "selesai 2 Mar 2026 08.00 WIB, terbuka selama kurang dari 1 menit" in there["ajukan"]
    assert "selesai 2 Mar 2026 09.15 WIB, terbuka selama 1 jam 15 menit" in there["bagi"]
    assert "selesai 3 Mar 2026 11.20 WIB, terbuka selama 1 hari 2 jam" in there["susun"]
    assert "dilewati 5 Mar 2026 11.20 WIB, terbuka selama 3 hari 2 jam" in there["tinjau"]
    assert "terbuka sejak 5 Mar 2026 11.20 WIB" in there["sahkan"]
    assert " WIB" not in there["catat"]


def test_a_return_takes_back_the_times_of_what_it_opens_anew(office, clock):
    compiled, _ = compile_text(TEXT)
    case = office.open_case(compiled).id
    for step, named in (*MET, ("sahkan", {"answer": "ulang"})):
        clock[0] += timedelta(hours=1)
        office.do(case, step, **named)
    history = office.history(case)
    assert set(history.times) == {"ajukan", "bagi"}
    assert history.times["bagi"][1] is None
    assert f"{history.times['bagi'][0]:%d-%m %H.%M %Z}" == "02-03 13.00 WIB"


def test_an_end_says_when_it_was_reached(office, clock):
    compiled, _ = compile_text(TEXT)
    case = office.open_case(compiled).id
    for step, named in (*MET, ("sahkan", {"answer": "setuju"}), ("catat", {}), ("arsip", {})):
        clock[0] += timedelta(hours=1)
        office.do(case, step, **named)
    times = office.history(case).times
    assert times["end:selesai"][0] == times["end:selesai"][1] == clock[0]
