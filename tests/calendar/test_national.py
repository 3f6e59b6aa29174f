"""The shipped days: of one form, complete, and those of the `holidays` package but where a reason is written."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import LIST

from sop_engine.calendar import LATEST, of_unit
from sop_engine.calendar.national import edition
from sop_engine.failure import Failure

YEARS = range(2024, 2028)
OURS = {"national": "public", "joint_leave": "government"}

DIFFERENCES: dict[tuple[date, str], str] = {}
"""Days on which we differ from the package on purpose, and why."""


def theirs(kind: str) -> dict[date, str]:
    return dict(holidays.country_holidays("ID", years=YEARS, categories=(OURS[kind],), language="id"))


@pytest.mark.parametrize("kind", OURS)
def test_the_package_knows_the_same_days(kind: str) -> None:
    own = {day for day, reason in edition(LATEST).days.items() if reason.kind == kind}
    assert {(day, kind) for day in own ^ set(theirs(kind))} == set(DIFFERENCES)


def test_what_the_package_estimates_is_estimated_here() -> None:
    guessed = {day for day, name in theirs("national").items() if "(perkiraan)" in name}
    own = {day for day, reason in edition(LATEST).days.items() if reason.estimated}
    assert guessed <= own
    # a second Isra Mikraj in one year, which the yearly decree may leave out; it is a Sunday
    assert own - guessed == {date(2027, 12, 26)}


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 4 * 365 - 60), st.integers(1, 25))
def test_the_nth_working_day_is_theirs(offset: int, number: int) -> None:
    since = date(2024, 1, 1) + timedelta(offset)
    package = holidays.country_holidays("ID", years=YEARS, categories=tuple(OURS.values()), language="id")
    counted = of_unit(None)
    found = counted.ledger.nth_working_day(since.toordinal(), number)
    assert found is not None
    assert date.fromordinal(found) == package.get_nth_working_day(since, number)


def test_months_of_fasting_end_where_idul_fitri_begins() -> None:
    months = edition(LATEST).ramadan
    assert [each.first.year for each in months] == list(YEARS)
    for each in months:
        feast = min(day for day, reason in edition(LATEST).days.items() if _is_feast(day, reason.name, each.last))
        assert each.last + timedelta(1) == feast
        assert len(each.days()) in (29, 30)


def _is_feast(day: date, name: str, after: date) -> bool:
    return day > after - timedelta(5) and name.startswith("Idul Fitri") and edition(LATEST).days[day].kind == "national"


def test_the_list_is_in_order_and_names_its_decrees() -> None:
    days = [each["date"] for each in LIST["days"]]
    assert days == sorted(days)
    assert len(days) == len(set(days))
    assert {each["decree"] for each in LIST["days"]} == set(LIST["decrees"])
    assert {each["kind"] for each in LIST["days"]} == set(OURS)
    for each in LIST["days"]:
        assert set(each) - {"estimated", "dropped"} == {"date", "name", "kind", "decree", "since"}


def test_editions_follow_each_other() -> None:
    heads = LIST["editions"]
    assert [each["number"] for each in heads] == list(range(1, LATEST + 1))
    assert [each["issued"] for each in heads] == sorted(each["issued"] for each in heads)
    for number in range(1, LATEST + 1):
        shipped = edition(number)
        assert {day.year for day in shipped.days} == set(range(shipped.first, shipped.last + 1))
        assert {each.first.year for each in shipped.ramadan} == {day.year for day in shipped.days}


def test_joint_leave_that_came_later_is_in_the_later_edition_only() -> None:
    day = date(2025, 8, 18)
    assert of_unit(None, 1).day(day).working
    told = of_unit(None, 2).day(day)
    assert not told.working
    assert told.reason is not None
    assert (told.reason.kind, told.reason.name) == ("joint_leave", "Proklamasi Kemerdekaan")
    assert "933 Tahun 2025" in told.reason.source


@pytest.mark.parametrize("number", [0, LATEST + 1, -1])
def test_an_edition_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(Failure) as refused:
        of_unit(None, number)
    assert refused.value.code == "RUN060"
