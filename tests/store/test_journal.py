import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from sop_engine.engine.event import CaseStatus, Event, EventKind
from sop_engine.failure import Failure
from sop_engine.store.chain import Recorded, body_of, broken_at, chained, event_of, genesis, written
from sop_engine.store.place import connect

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
FIRST = genesis("izin-2026-0001", "izin", "utama")


def event(seq: int, **changed: object) -> Event:
    made = Event(
        seq, AT, EventKind.DONE, "periksa", "petugas", "sari", None, None, ("serahkan",), None, CaseStatus.OPEN
    )
    return made._replace(**changed)


def record(*events: Event) -> list[Recorded]:
    kept, head = [], FIRST
    for each in events:
        body = body_of(each)
        head = chained(head, body)
        kept.append(Recorded(each, head, body))
    return kept


def test_a_hash_covers_everything_that_is_said_and_the_one_before():
    hashes = {chained(FIRST, body_of(event(2)))}
    changes = {
        **dict.fromkeys(("step", "actor", "person", "answer", "note", "end", "definition"), "lain"),
        "seq": 3,
        "at": AT + timedelta(microseconds=1),
        "kind": EventKind.SKIPPED,
        "opens": ("lain",),
        "status": CaseStatus.FINISHED,
        "times": 1,
        "group": "lain",
        "clock": "none",
        "starts": 0,
        "standing": "plt 7",
        "about": 1,
        "facts": ("calendar=4",),
    }
    assert set(changes) == set(Event._fields)
    hashes |= {chained(FIRST, body_of(event(2)._replace(**{name: value}))) for name, value in changes.items()}
    hashes.add(chained(genesis("izin-2026-0002", "izin", "utama"), body_of(event(2))))
    assert len(hashes) == len(changes) + 2


def test_a_hash_is_the_same_for_ever():
    # records of years ago must verify: this value never changes
    assert FIRST == "3b149f9faeeb8ae2c0eb8d6e144c3932badce0157e8a2e16fd8233c9d4ea70d6"
    assert (
        chained(FIRST, body_of(event(2, note="catatan\nbaris dua")))
        == "889f5764f0b1d651d6d5a20a10028463dac9cc335f97e307fdd589471f78df1f"
    )


def test_an_event_is_read_as_it_was_written():
    every = event(
        7,
        note='"kutip" \\ garis\r\n\u2028\x01\x7f é字🙂',
        answer='ya, "boleh"',
        times=2,
        group="lain",
        clock="applicant",
        starts=0,
        standing="plh 800/1/2026",
        about=3,
        facts=("have=surat", "lacks=b", "x="),
        at=AT + timedelta(microseconds=1),
    )
    assert event_of(body_of(every)) == every
    assert json.loads(body_of(every))["note"] == every.note
    assert event_of(body_of(event(2))) == event(2)


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=9))])
def test_a_moment_is_written_alike_wherever_the_clock_hangs(zone):
    assert written(AT.astimezone(zone)) == "2026-03-02T01:00:00.000000Z"


def test_an_intact_chain_holds_and_a_changed_one_names_the_place():
    kept = record(event(1), event(2), event(3))
    assert broken_at(FIRST, kept) is None
    forged = [kept[0], kept[1]._replace(body=body_of(event(2, person="lain"))), kept[2]]
    assert broken_at(FIRST, forged) == 2
    assert broken_at(FIRST, [kept[0], kept[2]]) == 2
    assert broken_at(FIRST, kept[1:]) == 1


@pytest.mark.parametrize(
    "url", ["", "kasus.db", "sqlite://", "sqlite:///", "sqlite:///:memory:", "mysql://x", "sqlite:///a\0b"]
)
def test_an_address_that_is_none_is_refused_and_the_right_one_told(url):
    with pytest.raises(Failure) as refused:
        connect(url, create=True)
    assert refused.value.code == "USE020"
    assert refused.value.exit_code == 2
    assert "sqlite:///folder/cases.db" in refused.value.message("en")


def test_an_address_is_relative_to_the_folder_or_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    connect("sqlite:///baru/kasus.db", create=True).close()
    connect(f"sqlite:///{tmp_path / 'mutlak.db'}", create=True).close()
    assert (tmp_path / "baru" / "kasus.db").is_file()
    assert (tmp_path / "mutlak.db").is_file()
