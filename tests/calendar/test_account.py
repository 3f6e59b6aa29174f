"""How a time was counted, told day by day: it ends where arithmetic says, and in words that an officer can check."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import LIST
from units import UNITS, calendar

from sop_engine.calendar import Calendar, Left, Status, account, of_unit
from sop_engine.calendar.account import MOST_DAYS
from sop_engine.calendar.ledger import MINUTE
from sop_engine.calendar.wording import remaining, told
from sop_engine.duration import Duration, Unit, parse
from sop_engine.messages import printed, text

WIB = ZoneInfo("Asia/Jakarta")
INSTANT = timedelta(microseconds=1)
Stints = list[tuple[datetime, datetime | None]]


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=WIB)  # type: ignore[arg-type,misc]


def words(written: str, stints: Stints, now: datetime, counted: Calendar | None = None) -> list[str]:
    """The account in Indonesian, one sentence a line."""
    found = told(printed, account(counted or of_unit(None), parse(written), stints, now))
    return [*(f"{day}: {said}" for day, said in found.lines), found.due, *found.notes]


def test_three_working_days_around_idul_fitri() -> None:
    assert words("3 hari kerja", [(at(2026, 3, 17, 10), None)], at(2026, 3, 17, 11)) == [
        "Selasa 17-03-2026: tidak dihitung: hari mulai",
        "Rabu 18-03-2026: tidak dihitung: cuti bersama, Hari Suci Nyepi (Tahun Baru Saka 1948)",
        "Kamis 19-03-2026: tidak dihitung: libur nasional, Hari Suci Nyepi (Tahun Baru Saka 1948)",
        "Jumat 20-03-2026: tidak dihitung: cuti bersama, Idul Fitri 1447 Hijriah",
        "Sabtu 21-03-2026 s.d. Minggu 22-03-2026: tidak dihitung: libur nasional, Idul Fitri 1447 Hijriah",
        "Senin 23-03-2026 s.d. Selasa 24-03-2026: tidak dihitung: cuti bersama, Idul Fitri 1447 Hijriah",
        "Rabu 25-03-2026 s.d. Jumat 27-03-2026: hari kerja ke-1 s.d. ke-3",
        "3 hari kerja habis pada akhir hari Jumat 27-03-2026 (pukul 24.00 WIB)",
    ]


def test_a_clock_that_stood_still() -> None:
    stints: Stints = [(at(2026, 6, 8, 9), at(2026, 6, 10, 10)), (at(2026, 6, 18, 9), None)]
    assert words("3 hari kerja", stints, at(2026, 6, 18, 10)) == [
        "Senin 08-06-2026: tidak dihitung: hari mulai",
        "Selasa 09-06-2026 s.d. Rabu 10-06-2026: hari kerja ke-1 s.d. ke-2",
        "Kamis 11-06-2026 s.d. Jumat 12-06-2026: tidak dihitung: waktu berhenti",
        "Sabtu 13-06-2026 s.d. Minggu 14-06-2026: tidak dihitung: akhir pekan",
        "Senin 15-06-2026: tidak dihitung: waktu berhenti",
        "Selasa 16-06-2026: tidak dihitung: libur nasional, 1 Muharam Tahun Baru Islam 1448 Hijriah",
        "Rabu 17-06-2026 s.d. Kamis 18-06-2026: tidak dihitung: waktu berhenti",
        "Jumat 19-06-2026: hari kerja ke-3",
        "3 hari kerja habis pada akhir hari Jumat 19-06-2026 (pukul 24.00 WIB)",
    ]


def test_a_clock_that_stands_still_has_no_due_date() -> None:
    found = account(of_unit(None), parse("3 hari kerja"), [(at(2026, 6, 8, 9), at(2026, 6, 10, 10))], at(2026, 6, 22))
    assert found.due is None
    assert found.left is None
    assert found.used.working_days == 2
    assert told(printed, found).due == "Waktu sedang berhenti; jatuh tempo dihitung lagi setelah waktu berjalan."


def test_hours_are_told_with_their_sum() -> None:
    assert words("20 jam", [(at(2026, 3, 13, 10), None)], at(2026, 3, 13, 11))[:3] == [
        "Jumat 13-03-2026: 4 jam 30 menit, seluruhnya 4 jam 30 menit",
        "Sabtu 14-03-2026 s.d. Minggu 15-03-2026: tidak dihitung: akhir pekan",
        "Senin 16-03-2026 s.d. Selasa 17-03-2026: 6 jam 30 menit sehari, seluruhnya 17 jam 30 menit",
    ]
    assert words("45 menit", [(at(2026, 6, 8, 17), None)], at(2026, 6, 8, 18)) == [
        "Senin 08-06-2026: tidak dihitung: di luar jam kerja",
        "Selasa 09-06-2026: 45 menit, seluruhnya 45 menit",
        "45 menit habis pada Selasa 09-06-2026 pukul 08.15 WIB",
    ]


def test_hours_that_begin_on_a_day_off() -> None:
    assert words("1 jam", [(at(2026, 6, 13, 9), None)], at(2026, 6, 13, 10))[:2] == [
        "Sabtu 13-06-2026 s.d. Minggu 14-06-2026: tidak dihitung: akhir pekan",
        "Senin 15-06-2026: 1 jam, seluruhnya 1 jam",
    ]


def test_a_case_that_went_to_and_fro_thousands_of_times() -> None:
    turns = [at(2025, 1, 2, 8) + number * timedelta(minutes=37) for number in range(9000)]
    stints: Stints = list(zip(turns[::2], turns[1::2], strict=True))
    found = account(of_unit(None), parse("200 jam"), stints, turns[-1])
    assert found.due is not None
    assert sum(line.work * ((line.last - line.first).days + 1) for line in found.lines) == 200 * 60 * MINUTE


def test_a_day_that_is_opened_and_a_day_of_the_region() -> None:
    own = calendar(
        zone="Asia/Jayapura",
        holidays=[{"date": "2026-06-10", "name": "Hari Jadi"}],
        open_days=[{"date": "2026-06-13", "name": "Pelayanan keliling"}],
    )
    found = words("3 hari kerja", [(datetime(2026, 6, 9, 3, tzinfo=UTC), None)], at(2026, 6, 9, 13), own)
    assert found == [
        "Selasa 09-06-2026: tidak dihitung: hari mulai",
        "Rabu 10-06-2026: tidak dihitung: libur daerah, Hari Jadi",
        "Kamis 11-06-2026 s.d. Jumat 12-06-2026: hari kerja ke-1 s.d. ke-2",
        "Sabtu 13-06-2026: hari kerja ke-3 (kantor buka: Pelayanan keliling)",
        "3 hari kerja habis pada akhir hari Sabtu 13-06-2026 (pukul 24.00 WIT)",
    ]


def test_how_hari_was_read_is_told() -> None:
    found = words("3 hari", [(at(2026, 6, 12, 9), None)], at(2026, 6, 12, 9))
    assert found[1] == "Sabtu 13-06-2026 s.d. Senin 15-06-2026: hari ke-1 s.d. ke-3"
    assert "`hari`" in found[-1]
    assert "`hari`" not in words("3 hari kalender", [(at(2026, 6, 12, 9), None)], at(2026, 6, 12, 9))[-1]


@pytest.mark.parametrize(
    ("written", "since", "said"),
    [
        ("5 hari kerja", at(2027, 3, 5, 9), "Tanggal Idul Fitri 1448 Hijriah masih perkiraan"),
        ("5 hari kerja", at(2027, 12, 27, 9), "Kalender hanya sampai 2027"),
        ("5 hari kerja", at(2023, 12, 27, 9), "Kalender baru dimulai 2024"),
        ("10 jam", at(2027, 2, 10, 9), "Awal dan akhir Ramadan masih perkiraan"),
    ],
)
def test_what_is_not_sure_is_told_with_its_reason(written: str, since: datetime, said: str) -> None:
    assert words(written, [(since, None)], since)[-1].startswith(said)


def test_what_was_late_before_it_stood_still_ran_out_then() -> None:
    stints: Stints = [(at(2026, 6, 8, 9), at(2026, 6, 15, 10)), (at(2026, 6, 22, 9), None)]
    found = account(of_unit(None), parse("2 hari kerja"), stints, at(2026, 6, 23))
    assert found.due is not None
    assert found.due.at == at(2026, 6, 11)
    assert found.lines[-1].last == date(2026, 6, 10)


def test_a_very_long_time_is_not_told_to_its_end() -> None:
    found = account(of_unit(None), parse("99999 hari"), [(at(2026, 6, 8, 9), None)], at(2026, 6, 8, 10))
    assert found.cut
    assert sum((line.last - line.first).days + 1 for line in found.lines) == MOST_DAYS + 1


def test_a_clock_that_never_ran_has_no_account() -> None:
    with pytest.raises(ValueError, match="no stints"):
        account(of_unit(None), parse("3 hari"), [], at(2026, 6, 8))


gaps = st.lists(st.timedeltas(timedelta(minutes=1), timedelta(days=9)), min_size=1, max_size=7)
times = st.builds(Duration, st.integers(1, 30), st.sampled_from([*Unit]).filter(lambda unit: unit is not Unit.MONTH))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(UNITS)), st.datetimes(datetime(2024, 1, 1), datetime(2027, 6, 1)), gaps, times)
def test_the_days_that_are_told_add_up(name: str, begun: datetime, parts: list[timedelta], time: Duration) -> None:
    counted, _ = UNITS[name]
    turns = [begun.replace(tzinfo=UTC)]
    for part in parts:
        turns.append(turns[-1] + part)
    ends: list[datetime | None] = [*turns[1:], None]
    stints = [(turns[index], ends[index]) for index in range(0, len(turns), 2)]
    found = account(counted, time, stints, turns[-1])
    days = [(line.last - line.first).days + 1 for line in found.lines]
    assert all(one.last + timedelta(1) == two.first for one, two in zip(found.lines, found.lines[1:], strict=False))
    if time.unit in (Unit.HOUR, Unit.MINUTE):
        worked = sum(line.work * number for line, number in zip(found.lines, days, strict=True))
        if found.due is not None:
            assert worked == time.amount * MINUTE * (60 if time.unit is Unit.HOUR else 1)
        return
    counted_days = [line.numbers for line in found.lines if line.status is Status.COUNTED and line.numbers]
    amount = time.amount * (7 if time.unit is Unit.WEEK else 1)
    if found.due is None:
        assert not counted_days or counted_days[-1][1] <= amount
    else:
        assert counted_days[-1][1] == amount
        assert found.lines[-1].last == counted.date(found.due.at - INSTANT)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (Left(2, Unit.WORKING_DAY, False), "sisa 2 hari kerja"),
        (Left(0, Unit.WORKING_DAY, False), "hari terakhir"),
        (Left(0, Unit.WORKING_DAY, True), "lewat waktu"),
        (Left(-1, Unit.WORKING_DAY, True), "terlambat 1 hari kerja"),
        (Left(-4, Unit.CALENDAR_DAY, True), "terlambat 4 hari"),
        (Left(200, Unit.MINUTE, False), "sisa 3 jam 20 menit"),
        (Left(120, Unit.MINUTE, False), "sisa 2 jam"),
        (Left(0, Unit.MINUTE, False), "sisa kurang dari 1 menit"),
        (Left(-20, Unit.MINUTE, True), "terlambat 20 menit"),
    ],
)
def test_what_is_left_in_words(left: Left, said: str) -> None:
    assert remaining(printed, left) == said


def test_what_is_left_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOP_LANG", "en")
    assert remaining(text, Left(1, Unit.WORKING_DAY, False)) == "1 working day left"
    assert remaining(text, Left(-2, Unit.CALENDAR_DAY, True)) == "late by 2 days"


PAGE = (Path(__file__).resolve().parents[2] / "docs" / "calendar.md").read_text(encoding="utf-8")


def test_the_page_shows_what_is_counted() -> None:
    shown = re.findall(r"^```text\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    asked = [("3 hari kerja", at(2026, 3, 17, 10)), ("20 jam", at(2026, 3, 13, 10))]
    for block, (written, since) in zip(shown, asked, strict=True):
        assert [re.sub(r"  +", ": ", line) for line in block.splitlines()] == words(written, [(since, None)], since)


def test_the_page_lists_every_edition() -> None:
    rows = re.findall(r"^\| (\d+) \| (\d\d)-(\d\d)-(\d{4}) \| (.+) \|$", PAGE, re.MULTILINE)
    listed = [(int(number), f"{year}-{month}-{day}", why.lower()) for number, day, month, year, why in rows]
    assert listed == [(each["number"], each["issued"], each["why"].rstrip(".").lower()) for each in LIST["editions"]]


def test_seconds_are_told_and_the_days_add_up_to_the_total() -> None:
    friday, monday = at(2026, 11, 20, 16, 20), at(2026, 11, 23, 7, 30)
    first = timedelta(minutes=9, seconds=30, milliseconds=700)
    stints: Stints = [(friday, friday + first), (monday, monday + timedelta(minutes=5, seconds=28, milliseconds=400))]
    said = words("30 menit", stints, at(2026, 11, 23, 9))
    assert any("9 menit 30 detik" in line for line in said)
    assert any("5 menit 29 detik" in line and "14 menit 59 detik" in line for line in said)
