"""What passes between two moments, against an oracle that counts day by day and minute by minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import Oracle
from units import UNITS, calendar

from sop_engine.calendar import NOTHING, Calendar, Due, Tally, of_unit
from sop_engine.calendar.calendar import ZONES
from sop_engine.calendar.ledger import MINUTE
from sop_engine.duration import Duration, Unit, parse

WIB, WIT = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Jayapura")
INSTANT = timedelta(microseconds=1)

moments = st.datetimes(datetime(2023, 6, 1), datetime(2028, 12, 31), timezones=st.just(UTC))
days = st.builds(lambda number: date(2024, 1, 1) + timedelta(number), st.integers(0, 5 * 365))
units = st.sampled_from(sorted(UNITS))
allowed = st.one_of(
    st.builds(Duration, st.integers(1, 80), st.sampled_from([Unit.HOUR, Unit.MINUTE])),
    st.builds(Duration, st.integers(1, 40), st.sampled_from([each for each in Unit if each not in ("jam", "menit")])),
)
quick = settings(max_examples=150, deadline=None)


def made(name: str) -> tuple[Calendar, Oracle]:
    return UNITS[name]


@quick
@given(units, moments, moments, moments)
def test_two_times_are_together_what_the_whole_is(name: str, a: datetime, b: datetime, c: datetime) -> None:
    counted, _ = made(name)
    assert counted.tally(a, b).plus(counted.tally(b, c)) == counted.tally(a, c)
    assert counted.tally(a, a) == NOTHING


@quick
@given(units, moments, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_more_time_is_never_less(name: str, since: datetime, longer: timedelta) -> None:
    passed = made(name)[0].tally(since, since + longer)
    assert min(passed) >= 0
    assert passed.working_days <= passed.days
    assert passed.work <= 24 * 60 * MINUTE * (passed.days + 1)


@quick
@given(units, moments, st.timedeltas(timedelta(0), timedelta(days=120)))
def test_days_are_counted_as_on_the_wall(name: str, since: datetime, longer: timedelta) -> None:
    counted, slow = made(name)
    begun = list(slow.days(since, since + longer))
    passed = counted.tally(since, since + longer)
    assert passed.days == len(begun)
    assert passed.working_days == sum(slow.working(day) for day in begun)


@settings(max_examples=25, deadline=None)
@given(units, moments, st.integers(0, 6 * 24 * 60))
def test_office_time_is_counted_by_the_minute(name: str, since: datetime, minutes: int) -> None:
    counted, slow = made(name)
    since = since.replace(second=0, microsecond=0)
    until = since + timedelta(minutes=minutes)
    assert counted.tally(since, until).work == slow.minutes(since, until) * MINUTE


@quick
@given(units, days)
def test_the_hours_of_a_day_are_its_tally(name: str, day: date) -> None:
    counted, slow = made(name)
    spans = counted.spans(day)
    assert all(since < until for since, until in spans)
    assert [span for since, until in spans for span in (since, until)] == sorted(
        {span for since, until in spans for span in (since, until)}
    )
    work = counted.tally(counted.midnight(day), counted.midnight(day + timedelta(1))).work
    assert sum((until - since for since, until in spans), timedelta(0)) == timedelta(microseconds=work)
    told = counted.day(day)
    assert told.working == slow.working(day) == bool(spans)
    assert (told.reason is None) <= told.working
    if told.working and told.reason is not None:
        assert told.reason.kind == "open"


@quick
@given(units, moments, allowed)
def test_a_time_runs_out_when_it_has_passed_and_not_before(name: str, since: datetime, time: Duration) -> None:
    counted, _ = made(name)
    due = counted.due(time, since)
    before = counted.tally(since, due.at - INSTANT)
    if time.unit in (Unit.HOUR, Unit.MINUTE):
        wanted = time.amount * MINUTE * (60 if time.unit is Unit.HOUR else 1)
        assert before.work < wanted == counted.tally(since, due.at).work
    elif time.unit is Unit.WORKING_DAY:
        assert before.working_days == time.amount
        assert counted.day(counted.date(due.at - INSTANT)).working
    else:
        assert before.days == {Unit.WEEK: 7}.get(time.unit, 1) * time.amount or time.unit is Unit.MONTH
    if time.unit not in (Unit.HOUR, Unit.MINUTE):
        assert due.at == counted.midnight(counted.date(due.at))


@quick
@given(units, moments, allowed, st.timedeltas(timedelta(0), timedelta(days=60)))
def test_a_clock_that_changes_hands_for_no_time_is_due_as_before(
    name: str, since: datetime, time: Duration, later: timedelta
) -> None:
    counted, _ = made(name)
    begun, due = counted.date(since), counted.due(time, since)
    again = since + later
    handed = counted.due(time, again, counted.tally(since, again), begun)
    if again < due.at:
        assert handed.at == due.at
    else:  # a time that was used up exactly runs out with the day on which the file comes back, never later
        assert handed.at <= counted.midnight(counted.date(again) + timedelta(days=1))


@quick
@given(units, moments, allowed, st.timedeltas(timedelta(0), timedelta(days=60)))
def test_what_is_left_agrees_with_the_due_date(name: str, since: datetime, time: Duration, later: timedelta) -> None:
    counted, _ = made(name)
    until = since + later
    left, due = counted.left(time, since, until), counted.due(time, since)
    assert left.late == (until >= due.at)
    if left.amount < 0:
        assert left.late
    if left.amount > 0:
        assert not left.late


@quick
@given(units, moments, allowed, st.integers(1, 9))
def test_more_allowed_time_is_never_due_earlier(name: str, since: datetime, time: Duration, more: int) -> None:
    counted, _ = made(name)
    longer = Duration(time.amount + more, time.unit)
    assert counted.due(longer, since).at > counted.due(time, since).at


@pytest.mark.parametrize("zone", ZONES)
def test_the_zones_of_indonesia_are_fixed(zone: str) -> None:
    for year in range(1990, 2038):
        for month in (1, 7):
            moment = datetime(year, month, 1, tzinfo=UTC)
            assert moment.astimezone(ZoneInfo(zone)).utcoffset() == timedelta(hours=ZONES[zone])


def due(written: str, since: datetime, used: Tally = NOTHING, begun: date | None = None, name: str = "usual") -> Due:
    return made(name)[0].due(parse(written), since, used, begun)


def last_day(written: str, since: datetime, **more: object) -> date:
    """The day at whose end a time runs out."""
    return (due(written, since, **more).at - INSTANT).astimezone(WIB).date()  # type: ignore[arg-type]


def test_three_working_days_around_idul_fitri() -> None:
    assert last_day("3 hari kerja", datetime(2026, 3, 17, 10, tzinfo=WIB)) == date(2026, 3, 27)
    assert last_day("3 hari kerja", datetime(2026, 3, 17, 10, tzinfo=WIB), name="puskesmas") == date(2026, 3, 23)


def test_what_arrives_just_before_midnight_has_arrived_that_day() -> None:
    late, early = datetime(2026, 6, 8, 23, 59, 59, tzinfo=WIB), datetime(2026, 6, 9, 0, 0, tzinfo=WIB)
    assert last_day("1 hari kerja", late) == date(2026, 6, 9)
    assert last_day("1 hari kerja", early) == date(2026, 6, 10)


def test_what_arrives_on_a_holiday_counts_from_the_next_working_day() -> None:
    assert last_day("1 hari kerja", datetime(2026, 8, 17, 9, tzinfo=WIB)) == date(2026, 8, 18)
    assert last_day("1 hari kerja", datetime(2026, 6, 13, 9, tzinfo=WIB)) == date(2026, 6, 15)
    assert due("1 jam", datetime(2026, 8, 17, 9, tzinfo=WIB)).at == datetime(2026, 8, 18, 8, 30, tzinfo=WIB)


def test_office_hours_are_shorter_in_ramadan() -> None:
    # Thursday, 19 February 2026 is the first day of Ramadan: 08.00-15.00, break 12.00-12.30
    assert due("7 jam", datetime(2026, 2, 18, 7, tzinfo=WIB)).at == datetime(2026, 2, 18, 15, 30, tzinfo=WIB)
    assert due("7 jam", datetime(2026, 2, 19, 7, tzinfo=WIB)).at == datetime(2026, 2, 20, 8, 30, tzinfo=WIB)


def test_hours_skip_breaks_nights_and_days_off() -> None:
    assert due("1 jam", datetime(2026, 6, 10, 11, 30, tzinfo=WIB)).at == datetime(2026, 6, 10, 13, 30, tzinfo=WIB)
    assert due("30 menit", datetime(2026, 6, 10, 11, 30, tzinfo=WIB)).at == datetime(2026, 6, 10, 12, 0, tzinfo=WIB)
    assert due("60 menit", datetime(2026, 6, 12, 16, 0, tzinfo=WIB)).at == datetime(2026, 6, 15, 8, 0, tzinfo=WIB)


def test_each_zone_has_its_own_midnight() -> None:
    moment = datetime(2026, 6, 8, 15, 30, tzinfo=UTC)  # 22.30 WIB, 00.30 WIT on the next day
    assert made("usual")[0].date(moment) == date(2026, 6, 8)
    assert made("papua")[0].date(moment) == date(2026, 6, 9)
    assert due("1 hari kerja", moment).at == datetime(2026, 6, 10, tzinfo=WIB)
    assert due("1 hari kerja", moment, name="papua").at == datetime(2026, 6, 11, tzinfo=WIT)


def test_the_zone_of_the_machine_does_not_matter() -> None:
    summer = datetime(2026, 3, 28, 23, 30, tzinfo=ZoneInfo("Europe/Berlin"))  # the night the clocks change there
    assert due("1 hari kerja", summer) == due("1 hari kerja", summer.astimezone(UTC))


def test_a_week_is_seven_days_and_six_days_may_be_worked() -> None:
    friday = datetime(2026, 6, 12, 9, tzinfo=WIB)
    assert last_day("1 minggu", friday) == date(2026, 6, 19)
    assert last_day("1 hari kerja", friday) == date(2026, 6, 15)
    assert last_day("1 hari kerja", friday, name="six days") == date(2026, 6, 13)


def test_hari_alone_is_a_calendar_day() -> None:
    friday = datetime(2026, 6, 12, 9, tzinfo=WIB)
    assert due("3 hari", friday) == due("3 hari kalender", friday)
    assert last_day("3 hari", friday) == date(2026, 6, 15)


@pytest.mark.parametrize(
    ("begun", "months", "ends"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last(begun: date, months: int, ends: date) -> None:
    since = datetime(begun.year, begun.month, begun.day, 9, tzinfo=WIB)
    assert last_day(f"{months} bulan", since) == ends


def test_a_month_that_stood_still_ends_as_many_days_later() -> None:
    begun, again = datetime(2026, 1, 31, 9, tzinfo=WIB), datetime(2026, 2, 20, 9, tzinfo=WIB)
    used = made("usual")[0].tally(begun, datetime(2026, 2, 10, 9, tzinfo=WIB))
    assert last_day("1 bulan", again, used=used, begun=begun.date()) == date(2026, 3, 10)


def test_what_is_used_up_is_due_today_or_was() -> None:
    noon = datetime(2026, 6, 10, 12, tzinfo=WIB)
    assert due("3 hari kerja", noon, Tally(3, 5, 0)).at == datetime(2026, 6, 11, tzinfo=WIB)
    assert due("3 hari kerja", noon, Tally(4, 6, 0)) == Due(noon.astimezone(UTC), True)
    assert due("1 jam", noon, Tally(0, 0, 60 * MINUTE)).at == noon
    assert due("1 jam", noon, Tally(0, 0, 61 * MINUTE)).at == noon


def test_a_time_is_late_from_its_due_date_on() -> None:
    counted, since = of_unit(None), datetime(2026, 6, 10, 12, tzinfo=WIB)
    for written in ("2 hari kerja", "3 jam", "1 minggu"):
        ends = due(written, since).at
        assert not counted.left(parse(written), since, ends - INSTANT).late
        assert counted.left(parse(written), since, ends).late


def test_a_moment_without_a_zone_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError):
        due("1 jam", datetime(2026, 6, 10, 12))


def test_what_is_not_known_for_sure_is_said() -> None:
    assert due("3 hari kerja", datetime(2026, 12, 21, tzinfo=WIB)).sure
    assert not due("3 hari kerja", datetime(2027, 3, 5, tzinfo=WIB)).sure  # Idul Fitri 2027
    assert due("3 hari kalender", datetime(2027, 3, 5, tzinfo=WIB)).sure
    assert not due("3 hari kerja", datetime(2027, 12, 30, tzinfo=WIB)).sure
    assert not due("1 hari kerja", datetime(2023, 12, 28, tzinfo=WIB)).sure
    assert not due("2 jam", datetime(2027, 2, 9, 9, tzinfo=WIB)).sure  # Ramadan 2027
    assert due("2 hari kerja", datetime(2027, 2, 9, 9, tzinfo=WIB)).sure
    # what was counted before it stood still counts here too
    assert not due("9 hari kerja", datetime(2027, 4, 5, tzinfo=WIB), Tally(5, 9, 0), date(2027, 3, 1)).sure


def test_past_the_last_year_weekends_are_still_days_off() -> None:
    assert last_day("5 hari kerja", datetime(2028, 1, 7, 9, tzinfo=WIB)) == date(2028, 1, 14)


@pytest.mark.parametrize("written", ["99999 bulan", "99999 minggu", "99999 hari kerja", "99999 jam", "99999 hari"])
def test_the_longest_time_that_can_be_written(written: str) -> None:
    found = due(written, datetime(2026, 6, 10, 12, tzinfo=WIB))
    assert found.at.year > 2070
    assert due(written, datetime(9990, 1, 1, tzinfo=WIB)).at.year == 9999


def test_an_office_without_any_hours_is_never_done() -> None:
    nothing = [{"days": "Sabtu", "open": "07.30-12.00"}]
    closed = calendar(hours=nothing, ramadan_hours=nothing)
    assert closed.due(parse("1 jam"), datetime(2026, 6, 10, tzinfo=WIB)).at.year == 9999
    assert closed.due(parse("1 hari kerja"), datetime(2026, 6, 10, tzinfo=WIB)).at.year == 2026


def test_a_calendar_is_made_once() -> None:
    assert of_unit(None) is of_unit(None)
    assert calendar(week=6) is calendar(week=6)
    assert calendar(week=6) is not calendar(week=5)
