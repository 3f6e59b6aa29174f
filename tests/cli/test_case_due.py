"""How officers are told when something is due: the last day that is not too late, and how far away it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sop_engine.calendar import LATEST, of_unit
from sop_engine.cli import due

ZONE = "Asia/Jakarta"
MIDNIGHT = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
"""Tuesday the 24th is the last day: it runs out at 00.00 of Wednesday, WIB."""


@pytest.fixture(autouse=True)
def indonesian(monkeypatch):
    monkeypatch.setenv("SOP_LANG", "id")


def test_what_runs_out_at_midnight_is_due_on_the_day_before():
    assert due.day(MIDNIGHT, ZONE) == "24-11-2026"
    assert due.day(MIDNIGHT - timedelta(hours=9), ZONE) == "24-11-2026 15.00 WIB"
    assert due.day(MIDNIGHT, "Asia/Jayapura") == "25-11-2026 02.00 WIT"
    assert due.day(None, ZONE) == "–"


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (-73, "24-11-2026 3 hari lagi"),
        (-25, "24-11-2026 besok"),
        (-24, "24-11-2026 hari ini"),
        (-1, "24-11-2026 hari ini"),
        (0, "24-11-2026 lewat 1 hari"),
        (24, "24-11-2026 lewat 2 hari"),
    ],
)
def test_in_lists_distances_are_calendar_days(hours, told):
    assert due.brief(MIDNIGHT, MIDNIGHT + timedelta(hours=hours), ZONE) == told


def test_the_hour_is_told_on_the_day_itself():
    at = MIDNIGHT - timedelta(hours=9)
    assert due.brief(at, at - timedelta(hours=3), ZONE) == "24-11-2026 15.00 hari ini"
    assert due.brief(at, at, ZONE) == "24-11-2026 15.00 sudah lewat"
    assert due.brief(at, at - timedelta(days=1), ZONE) == "24-11-2026 besok"


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (datetime(2026, 11, 20, 3, tzinfo=UTC), "sisa 2 hari kerja"),  # Friday: Monday and Tuesday are left
        (datetime(2026, 11, 23, 3, tzinfo=UTC), "sisa 1 hari kerja"),
        (datetime(2026, 11, 24, 3, tzinfo=UTC), "hari terakhir"),
        (MIDNIGHT, "terlambat 1 hari kerja"),
        (datetime(2026, 11, 27, 3, tzinfo=UTC), "terlambat 3 hari kerja"),
        (datetime(2026, 11, 29, 3, tzinfo=UTC), "terlambat 3 hari kerja"),  # Sunday counts nothing
    ],
)
def test_of_a_case_working_days_are_left(now, told):
    assert due.left(MIDNIGHT, now, of_unit(None, LATEST)) == told


def test_late_is_from_the_moment_on():
    assert not due.late(MIDNIGHT, MIDNIGHT - timedelta(microseconds=1))
    assert due.late(MIDNIGHT, MIDNIGHT)
    assert not due.late(None, MIDNIGHT)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (datetime(2026, 11, 21, 3, tzinfo=UTC), "sisa 15 menit kerja"),  # Saturday: the office opens on Monday
        (datetime(2026, 11, 20, 3, 0, 30, tzinfo=UTC), "sisa 5 jam 14 menit kerja"),  # whole minutes
        (datetime(2026, 11, 23, 0, 44, 30, tzinfo=UTC), "sisa kurang dari 1 menit"),
        (datetime(2026, 11, 23, 0, 45, tzinfo=UTC), "terlambat"),
        (datetime(2026, 11, 23, 2, 47, tzinfo=UTC), "terlambat 2 jam 2 menit kerja"),
    ],
)
def test_of_a_time_in_office_hours_so_much_of_them_is_left(now, told):
    at = datetime(2026, 11, 23, 0, 45, tzinfo=UTC)  # a quarter of an hour after the office opened
    assert due.left(at, now, of_unit(None, LATEST), hours=True) == told
