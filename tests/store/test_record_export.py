import csv
import io
import json
import re
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from keeping import AT, FIRST, SECOND, THIRD, applicant, filled, opened, tampered
from stepping import office, permit

from sop_engine.engine.event import EventKind
from sop_engine.failure import Failure
from sop_engine.messages import printed
from sop_engine.record import export
from sop_engine.record.export import People, Trace, Wanted, traces
from sop_engine.record.export_csv import safe, write_csv
from sop_engine.record.export_jsonl import write_jsonl
from sop_engine.record.export_xes import write_xes
from sop_engine.store.journal import Entry

XES = "{http://www.xes-standard.org/}"


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    return filled(tmp_path_factory.mktemp("ekspor") / "kasus.db")


def exported(path: Path, how, **wanted) -> bytes:
    out = io.BytesIO()
    with opened(path) as journal, journal.snapshot():
        how(traces(journal, Wanted(**wanted)), out.write)
    return out.getvalue()


def lines(path: Path, **wanted) -> list[dict]:
    return [json.loads(line) for line in exported(path, write_jsonl, **wanted).splitlines()]


def table(path: Path, **wanted) -> list[dict]:
    text = exported(path, write_csv, **wanted).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


DEPUTY = """people: 1
persons:
  - id: sari
    name: Sari
    offices:
      - {unit: contoh/layanan, actor: petugas, standing: plh, letter: 800/15/2026, from: 2020-01-01, until: 2099-12-31}
"""


@pytest.mark.parametrize("how", [write_jsonl, write_csv, write_xes])
def test_the_letter_of_a_deputy_goes_with_names_alone(tmp_path, how):
    desk, journal = office(tmp_path / "kasus.db")
    journal.load_people(DEPUTY, Entry(AT, "people", "sari", None))
    desk.person = "sari"
    case = desk.open_case(permit()).id
    assert journal.history(case)[0].event.standing == "plh 800/15/2026"
    journal.close()
    path = tmp_path / "kasus.db"
    assert b"800/15" in exported(path, how, persons=True)
    for wanted in ({}, {"public": True}):
        assert b"800/15" not in exported(path, how, **wanted)
    assert {each["standing"] for each in lines(path)} == {"plh"}


@pytest.mark.parametrize("right", [None, "by agendaris", "plt", "plh"])
def test_a_right_that_names_nobody_is_exported_as_it_is(right):
    assert People(named=False).by_right(right) == right


def test_every_event_is_exported_with_its_case(store):
    found = lines(store)
    assert [(each["case"], each["seq"]) for each in found] == [
        *((FIRST, seq) for seq in range(1, 9)),
        (SECOND, 1),
        (SECOND, 2),
        (THIRD, 1),
    ]
    opening, submission, check = found[:3]
    assert (opening["kind"], opening["reference"], opening["channel"]) == ("opened", "800/7", "loket")
    assert opening["note"] == "surat 7"
    assert (submission["step"], submission["activity"]) == ("ajukan", "Mengajukan permohonan izin")
    assert check["answer"] == "Kurang"
    assert found[9]["files"] == ["pindai.txt"]
    assert found[0]["at"].endswith("Z")
    assert datetime.fromisoformat(found[0]["at"]) == datetime.fromisoformat(found[0]["local"])
    assert exported(store, write_jsonl) == exported(store, write_jsonl)


def test_people_have_numbers_and_applicants_are_masked(store):
    raw = b"".join(exported(store, how) for how in (write_jsonl, write_csv, write_xes))
    for secret in (b"sari", b"Budi", b"Siti", b"3375012345678901"):
        assert secret not in raw
    found = lines(store)
    assert {each["person"] for each in found} == {"petugas-1"}
    assert {each["hash"] for each in found} == {None}  # a hash covers the name: whoever guesses it can try
    assert found[0]["applicant"] == "B••• C•••••"
    assert found[-1]["applicant"] is None  # erased


def test_names_and_hashes_are_told_when_they_are_asked_for(store):
    found = lines(store, persons=True)
    assert {each["person"] for each in found} == {"sari"}
    assert all(re.fullmatch("[0-9a-f]{64}", each["hash"]) for each in found)
    assert found[0]["applicant"] == "B••• C•••••"


def test_the_public_sees_no_notes_files_references_or_applicants(store):
    found = lines(store, public=True)
    assert len(found) == 11
    for each in found:
        assert (each["note"], each["files"], each["reference"], each["applicant"]) == (None, [], None, None)
        assert not any(fact.startswith(("applicant", "file", "reference")) for fact in each["facts"])


def test_of_a_secret_applicant_nothing_is_told_and_no_note_is(tmp_path):
    desk, journal = office(tmp_path / "kasus.db")
    desk.open_case(permit(), note="dari Budi", reference="a/1", applicant=applicant("Budi Contoh", secret=True))
    journal.close()
    (found,) = lines(tmp_path / "kasus.db", persons=True)
    assert (found["applicant"], found["note"], found["reference"], found["files"]) == (None, None, None, [])


def test_only_the_cases_and_days_asked_for_are_exported(store):
    assert {each["case"] for each in lines(store, cases=(SECOND, THIRD))} == {SECOND, THIRD}
    assert len(lines(store, since=date(2026, 3, 2), until=date(2026, 3, 2))) == 11
    assert lines(store, since=date(2026, 3, 3)) == lines(store, until=date(2026, 3, 1)) == []
    with pytest.raises(Failure) as refused:
        lines(store, cases=("izin-reklame-2026-0009",))
    assert refused.value.code == "RUN011"


def test_days_are_those_of_the_unit(tmp_path):
    # 17.30 UTC is the next day in Makassar
    desk, journal = office(tmp_path / "kasus.db")
    desk.clock = lambda: datetime.fromisoformat("2026-03-02T17:30:00+00:00")
    desk.open_case(permit())
    journal.close()
    assert lines(tmp_path / "kasus.db", until=date(2026, 3, 2)) == []
    (found,) = lines(tmp_path / "kasus.db", since=date(2026, 3, 3))
    assert found["local"] == "2026-03-03T01:30:00+08:00"


def test_a_record_that_is_not_intact_is_not_exported(tmp_path):
    path = filled(tmp_path / "kasus.db")
    tampered(path, "UPDATE events SET body = body || ' ' WHERE case_id = ? AND seq = 2", SECOND)
    with pytest.raises(Failure) as refused:
        lines(path)
    assert (refused.value.code, refused.value.args_of_message) == ("STO009", {"case": SECOND, "seq": "2"})
    assert lines(path, cases=(FIRST,))


def test_the_table_is_one_that_excel_opens(store):
    raw = exported(store, write_csv)
    assert raw.startswith(b"\xef\xbb\xbfPerkara;SOP;Layanan;")
    assert raw.count(b"\r\n") == 12
    found = table(store)
    assert [each["No. peristiwa"] for each in found if each["Perkara"] == FIRST] == [str(seq) for seq in range(1, 9)]
    assert found[0]["Waktu"] == "2026-03-02 09:00:00"
    assert (found[2]["Kejadian"], found[2]["Jawaban"], found[2]["Keadaan"]) == ("Dikerjakan", "Kurang", "terbuka")
    assert found[7]["Keadaan"] == "selesai"
    assert found[9]["Catatan"] == '"kutip"\n<baris> & dua 🙂'
    out = io.BytesIO()
    with opened(store) as journal, journal.snapshot():
        assert write_csv(traces(journal, Wanted()), out.write, separator=",") == (3, 11)
    assert out.getvalue().startswith(b"\xef\xbb\xbfPerkara,SOP,")


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-5", "@SUM(A1)", "\t=1", "\r=1", " =1", "=", "\uff1d1"])
def test_nothing_in_a_table_is_calculated(cell):
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1+1", "surat 7", "a=b", "(0285) 1"])
def test_ordinary_cells_stay_as_they_are(cell):
    assert safe(cell) == cell


def test_a_reference_that_looks_like_a_formula_is_not_one(store):
    assert [each["Nomor surat"] for each in table(store) if each["Perkara"] == SECOND] == ["'=1+1"] * 2


def test_the_log_is_what_the_standard_says(store):
    log = ElementTree.fromstring(exported(store, write_xes))
    assert log.tag == f"{XES}log"
    assert log.attrib == {"xes.version": "1849.2016", "xes.features": ""}
    order = [each.tag.removeprefix(XES) for each in log]
    # the schema's order: extensions, globals, classifiers, attributes, traces
    known = ["extension", "global", "classifier", "string", "trace"]
    assert order == sorted(order, key=known.index)
    prefixes = {each.get("prefix"): each.get("uri") for each in log.iter(f"{XES}extension")}
    assert set(prefixes) == {"concept", "org", "time", "lifecycle"}
    for name, uri in prefixes.items():
        assert uri == f"http://www.xes-standard.org/{name}.xesext"
    assert [each.get("scope") for each in log.iter(f"{XES}global")] == ["trace", "event"]
    traces_found = log.findall(f"{XES}trace")
    assert [key_of(each, "concept:name") for each in traces_found] == [FIRST, SECOND, THIRD]
    globals_of = {each.get("scope"): {one.get("key") for one in each} for each in log.iter(f"{XES}global")}
    for trace in traces_found:
        kinds = [each.tag.removeprefix(XES) for each in trace]
        assert kinds == sorted(kinds, key=("string", "event").index)
        assert globals_of["trace"] <= {each.get("key") for each in trace}
        for event in trace.findall(f"{XES}event"):
            keys = [each.get("key") for each in event]
            assert len(keys) == len(set(keys))
            assert globals_of["event"] <= set(keys)
            for each in event:
                check(each, prefixes)


def check(attribute: ElementTree.Element, prefixes: dict) -> None:
    kind, key, value = attribute.tag.removeprefix(XES), attribute.get("key"), attribute.get("value")
    if ":" in key:
        assert key.split(":")[0] in prefixes
    if kind == "date":
        assert datetime.fromisoformat(value).utcoffset() is not None
    elif kind == "int":
        assert int(value) > 0
    elif kind == "list":
        (values,) = attribute
        assert values.tag == f"{XES}values"
        assert all(each.tag == f"{XES}string" for each in values)
    else:
        assert (kind, value is None) == ("string", False)
        if key == "lifecycle:transition":
            assert value in STANDARD


STANDARD = {
    *("schedule", "assign", "reassign", "withdraw", "start", "suspend", "resume"),
    *("complete", "autoskip", "manualskip", "pi_abort", "ate_abort", "unknown"),
}


def key_of(element: ElementTree.Element, key: str) -> str | None:
    return next((each.get("value") for each in element if each.get("key") == key), None)


def test_the_log_tells_what_was_done_by_whom(store):
    log = ElementTree.fromstring(exported(store, write_xes))
    events = log.find(f"{XES}trace").findall(f"{XES}event")
    done = [(key_of(each, "concept:name"), key_of(each, "lifecycle:transition")) for each in events]
    assert done[:3] == [
        ("Perkara dibuka", None),
        ("Mengajukan permohonan izin", "complete"),
        ("Memeriksa kelengkapan berkas", "complete"),
    ]
    assert ("manualskip") in {transition for _, transition in done}
    assert key_of(events[1], "org:role") == "pemohon"
    assert key_of(events[1], "org:resource") == "petugas-1"
    note = key_of(log.findall(f"{XES}trace")[1].findall(f"{XES}event")[1], "note")
    assert note == '"kutip"\n<baris> & dua 🙂'


def test_signs_that_xml_does_not_know_are_replaced(tmp_path):
    desk, journal = office(tmp_path / "kasus.db")
    desk.open_case(permit(), note="a\x01b\x1f\ufffec\x0bd\r\ne")
    journal.close()
    log = ElementTree.fromstring(exported(tmp_path / "kasus.db", write_xes))
    (event,) = log.iter(f"{XES}event")
    assert key_of(event, "note") == "a\ufffdb\ufffd\ufffdc\ufffdd\r\ne"


def test_a_table_tells_which_time_ran_out_to_whom_work_went_and_by_what_right(tmp_path):
    at = datetime.fromisoformat("2026-03-10T09:00:00+07:00")
    done = ("done", "nilai", "Menilai", "sanitarian", None, "petugas-1")
    plain = export.Entry(1, at, *done, None, None, (), None, "open", None, (), (), None)
    entries = (
        plain._replace(kind="warned", facts=("warned=promise:petugas", "due=2026-03-09T17:00:00+00:00")),
        plain._replace(kind="warned", facts=("warned=deadline:kepala", "due=2026-03-10T03:30:00+00:00")),
        plain._replace(kind="reassigned", facts=("to=petugas-2",), standing="steward"),
        plain._replace(kind="commented", standing="by koordinator"),
        plain._replace(standing="plt 800/12", facts=("with=teknis:petugas-3",)),
        plain._replace(standing="plh"),
        plain._replace(kind="called", facts=("called=sop-lain-2026-0001",)),
    )
    trace = Trace("a-1", "a", "A", "contoh", "main", None, None, "in_person", None, None, entries)
    out = io.BytesIO()
    write_csv([trace], out.write)
    found = list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline=""), delimiter=";"))
    told = [(each["Kejadian"], each["Keterangan kejadian"], each["Kedudukan"]) for each in found]
    assert told == [
        ("Peringatan waktu", "waktu layanan yang dijanjikan habis; tenggatnya 2026-03-09", ""),
        ("Peringatan waktu", "tenggat langkah habis; tenggatnya 2026-03-10 10:30", ""),
        ("Dialihkan", "kepada petugas-2", "pengelola"),
        ("Keterangan", "", "koordinator, mencatat untuk pelaksananya"),
        ("Dikerjakan", "bersama teknis:petugas-3", "Plt. (surat 800/12)"),
        ("Dikerjakan", "", "Plh."),
        ("SOP lain dijalankan", "perkara sop-lain-2026-0001", ""),
    ]
    assert {each["Saluran"] for each in found} == {"Datang langsung"}


def test_events_have_the_words_of_the_history_in_a_table():
    for kind in EventKind:
        if kind is not EventKind.OPENED:
            said, shown = (printed(f"{room}.kind_{kind}") for room in ("record", "officer"))
            assert said.casefold() == shown.casefold(), kind
