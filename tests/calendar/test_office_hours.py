"""The key `calendar` of a unit's file: read, judged, written in canonical form, and turned into office hours."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from units import calendar, unit

from sop_engine.calendar import account, of_unit
from sop_engine.calendar.hours import RAMADAN, USUAL, week
from sop_engine.checks.office_hours import office_hours
from sop_engine.compiler import compile_text, judge_text
from sop_engine.definition.catalogue import Catalogue
from sop_engine.definition.model import OfficeUnit
from sop_engine.definition.working_time import WEEKDAYS, Hours, OfficeHours, Weekdays, WorkingCalendar
from sop_engine.definition.write import formatted
from sop_engine.diagnostic import Diagnostic, Severity
from sop_engine.duration import parse

HEAD = "unit: 1\nid: contoh/kantor\nname: Kantor Contoh\n"


def found(text: str) -> list[Diagnostic]:
    """The findings about a unit's file with this calendar."""
    return list(judge_text(HEAD + text, Path("kantor.yaml"), Catalogue(Path("nowhere"))).found)


def codes(own: dict[str, object]) -> list[str]:
    return [each.code for each in office_hours(WorkingCalendar.model_validate(own))]


@pytest.mark.parametrize("days", USUAL)
@pytest.mark.parametrize(("rows", "minutes"), [(USUAL, 2250), (RAMADAN, 1950)])
def test_the_usual_weeks_hold_the_hours_of_the_regulation(
    days: int, rows: dict[int, tuple[object, ...]], minutes: int
) -> None:
    made = week(rows[days], days)  # type: ignore[arg-type]
    assert sum(until - since for spans in made for since, until in spans) == minutes
    assert [bool(spans) for spans in made] == [number < days for number in range(7)]


@given(st.integers(0, 6), st.integers(0, 6))
def test_weekdays_are_read_back(first: int, last: int) -> None:
    written = str(Weekdays(min(first, last), max(first, last)))
    read = OfficeHours.model_validate({"days": written, "open": "07.30-16.00"})
    assert read.days == Weekdays(min(first, last), max(first, last))
    assert str(read.days) == written


@given(st.integers(0, 1439), st.integers(1, 1440))
def test_hours_are_read_back(since: int, until: int) -> None:
    written = str(Hours(since, until))
    if since < until:
        assert OfficeHours.model_validate({"days": "Senin", "open": written}).open == Hours(since, until)
    else:
        assert [each.code for each in found(f"calendar: {{hours: [{{days: Senin-Jumat, open: {written}}}]}}\n")] == [
            "SOP171"
        ]


@pytest.mark.parametrize(
    "written", ["Senin - Jumat", "senin", "Monday", "Jumat-Senin", "Senin-Senin", "Senin, Rabu", "1-5", "Ahad"]
)
def test_there_is_one_way_to_write_weekdays(written: str) -> None:
    assert [each.code for each in found(f'calendar: {{hours: [{{days: "{written}", open: 07.30-16.00}}]}}\n')] == [
        "SOP170"
    ]


@pytest.mark.parametrize(
    "written", ["7.30-16.00", "07:30-16:00", "07.30", "07.30 - 16.00", "07.30–16.00", "16.00-07.30", "24.00-24.00"]
)
def test_there_is_one_way_to_write_hours(written: str) -> None:
    assert [each.code for each in found(f'calendar: {{hours: [{{days: Senin-Jumat, open: "{written}"}}]}}\n')] == [
        "SOP171"
    ]


def test_hours_need_no_quotes() -> None:
    rows = "calendar:\n  hours:\n    - days: Senin-Jumat\n      open: 07.30-16.00\n      break: 12.00-13.00\n"
    assert found(rows) == []


def test_what_is_wrong_is_shown_where_it_stands() -> None:
    text = (
        "calendar:\n"
        "  hours:\n"
        "    - days: Senin-Kamis\n"
        "      open: 07.30-12.00\n"
        "      break: 12.00-13.00\n"
        "    - days: Kamis-Sabtu\n"
        "      open: 07.30-16.00\n"
        "  holidays:\n"
        "    - date: 2026-04-01\n"
        "      name: Hari Jadi\n"
        "  open_days:\n"
        "    - date: 2026-04-01\n"
        "      name: Pelayanan\n"
        "      break: 12.00-13.00\n"
    )
    assert [(each.code, each.position.line) for each in found(text)] == [
        ("SOP172", 8),
        ("SOP173", 9),
        ("SOP175", 9),
        ("SOP176", 15),
        ("SOP172", 17),
    ]


def test_a_date_that_cannot_be_is_the_only_finding() -> None:
    assert [each.code for each in found("calendar: {holidays: [{date: 2026-02-30, name: Hari Jadi}]}\n")] == ["SOP134"]


@pytest.mark.parametrize("key", ["hours", "ramadan_hours"])
def test_rows_must_cover_the_week(key: str) -> None:
    rows = [{"days": "Senin-Jumat", "open": "07.30-14.00"}]
    assert codes({"week": 6, key: rows}) == ["SOP174"]
    assert codes({"week": 5, key: [*rows, {"days": "Minggu", "open": "07.30-12.00"}]}) == ["SOP175"]
    assert codes({"week": 5, key: [*rows, {"days": "Jumat", "open": "07.30-12.00"}]}) == ["SOP173"]


def test_an_unusual_sum_of_hours_is_a_note() -> None:
    short = [{"days": "Senin-Jumat", "open": "08.00-16.00", "break": "12.00-13.00"}]
    assert codes({"hours": short}) == ["SOP177"]
    assert codes({"hours": [{"days": "Senin-Jumat", "open": "08.00-16.30", "break": "12.00-13.00"}]}) == []
    assert codes({"ramadan_hours": [{"days": "Senin-Jumat", "open": "08.00-14.30"}]}) == []


def test_a_unit_with_an_impossible_calendar_is_no_unit() -> None:
    wrong = HEAD.replace("contoh/kantor", "contoh/kelurahan") + (
        "calendar: {hours: [{days: Senin-Jumat, open: 07.30-12.00, break: 12.00-13.00}]}\n"
    )
    definition = "sop: 1\nid: a\ntitle: A\nunit: contoh/kelurahan\n"
    assert "SOP118" in [each.code for each in compile_text(definition, wrong)[1]]
    assert "SOP118" not in [each.code for each in compile_text(definition, wrong.replace("12.00,", "16.00,"))[1]]


def test_the_canonical_form_orders_the_keys() -> None:
    mixed = HEAD + (
        "calendar:\n"
        "  open_days:\n    - {name: Pelayanan, date: 2026-04-04, break: 12.00-13.00, open: 08.00-15.00}\n"
        "  week: 6   # enam hari\n"
        "  hours:\n    - {open: 07.30-14.00, days: Senin-Sabtu}\n"
    )
    text, problems = formatted(mixed, "kantor.yaml")
    assert problems == ()
    assert text == HEAD + (
        "calendar:\n"
        "  week: 6  # enam hari\n"
        "  hours:\n    - {days: Senin-Sabtu, open: 07.30-14.00}\n"
        "  open_days:\n    - {date: 2026-04-04, name: Pelayanan, open: 08.00-15.00, break: 12.00-13.00}\n"
    )


def test_a_unit_without_the_key_works_as_the_regulation_has_it() -> None:
    monday, friday, saturday = date(2026, 6, 8), date(2026, 6, 12), date(2026, 6, 13)
    told = [(f"{since:%H.%M}", f"{until:%H.%M}") for since, until in of_unit(unit()).spans(monday)]
    assert told == [("00.30", "05.00"), ("06.00", "09.00")]
    assert [f"{until:%H.%M}" for _, until in of_unit(None).spans(friday)] == ["04.30", "09.30"]
    assert of_unit(unit()).spans(saturday) == ()


def test_what_a_unit_opens_comes_before_all_that_is_off() -> None:
    own = calendar(
        holidays=[{"date": "2026-04-01", "name": "Hari Jadi"}, {"date": "2026-03-19", "name": "Nyepi di sini"}],
        open_days=[{"date": "2026-03-20", "name": "Pelayanan mudik"}, {"date": "2026-06-13", "name": "Pengganti"}],
    )
    reasons = {day: own.day(day).reason for day in (date(2026, 4, 1), date(2026, 3, 19), date(2026, 3, 20))}
    assert [each and (each.kind, each.name) for each in reasons.values()] == [
        ("regional", "Hari Jadi"),
        ("national", "Hari Suci Nyepi (Tahun Baru Saka 1948)"),
        ("open", "Pelayanan mudik"),
    ]
    # a Saturday has no hours of its own, so it is worked as a Monday
    hours = [since.time() for since, _ in own.spans(date(2026, 6, 13))]
    assert hours == [since.time() for since, _ in own.spans(date(2026, 6, 8))]


def test_every_weekday_has_its_name() -> None:
    assert [str(Weekdays(day, day)) for day in range(7)] == list(WEEKDAYS)
    assert OfficeUnit.model_validate({"unit": 1, "id": "a", "name": "A"}).calendar is None


scraps = st.one_of(
    st.sampled_from(
        [
            "Senin-Jumat", "Senin-Sabtu", "Jumat", "Minggu", "07.30-16.00", "12.00-13.00", "00.00-24.00", "23.59-24.00",
            "2026-04-01", "2026-02-30", "9999-12-31", "0001-01-01", "holiday", "workday", 5, 6, 7, "", None, True, "x",
        ]
    ),
    st.text(max_size=12),
)  # fmt: skip
KEYS = ["days", "open", "break", "date", "name", "source", "x"]
lists = st.lists(st.one_of(scraps, st.dictionaries(st.sampled_from(KEYS), scraps, max_size=5)), max_size=4)
row = {"open": st.sampled_from(["07.30-16.00", "00.00-24.00"])}
rest = {"break": st.sampled_from(["12.00-13.00", "07.31-15.59"])}
whole_rows = st.one_of(
    *(
        st.tuples(*(st.fixed_dictionaries({"days": st.just(each), **row}, optional=rest) for each in days))
        for days in (["Senin-Jumat"], ["Senin-Sabtu"], ["Senin-Kamis", "Jumat"], ["Senin-Kamis", "Jumat", "Sabtu"])
    )
)
whole_days = st.lists(
    st.fixed_dictionaries(
        {"date": st.sampled_from(["2026-04-01", "9999-12-31", "0001-01-01"]), "name": st.just("Libur")},
        optional={"open": st.sampled_from(["07.30-16.00"]), "break": st.sampled_from(["12.00-13.00", "16.00-17.00"])},
    ),
    max_size=3,
)
calendars = st.one_of(
    st.dictionaries(
        st.sampled_from(["week", "hours", "ramadan_hours", "joint_leave", "holidays", "open_days", "weeks"]),
        st.one_of(scraps, lists),
    ),
    st.fixed_dictionaries(
        {},
        optional={
            "week": st.sampled_from([5, 6]),
            "hours": whole_rows,
            "ramadan_hours": whole_rows,
            "joint_leave": st.sampled_from(["holiday", "workday"]),
            "open_days": whole_days,
        },
    ),
)


@settings(max_examples=200, deadline=None)
@given(calendars)
def test_whatever_stands_there_is_told_or_can_be_counted_with(own: dict[str, object]) -> None:
    problems = found(f"calendar: {json.dumps(own)}\n")
    if any(each.severity is Severity.ERROR for each in problems):
        return
    counted = calendar(**own)
    since = datetime(2026, 6, 10, 12, tzinfo=UTC)
    for written in ("3 hari kerja", "20 jam", "1 bulan"):
        assert counted.due(parse(written), since).at > since
        assert account(counted, parse(written), [(since, None)], since).lines
    assert counted.tally(datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)).working_days > 0
