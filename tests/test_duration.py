from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.duration import Duration, Unit, parse


@given(st.integers(1, 99_999), st.sampled_from(Unit))
def test_what_is_written_is_read_back(amount: int, unit: Unit) -> None:
    duration = Duration(amount, unit)
    assert parse(str(duration)) == duration


@pytest.mark.parametrize(
    "text",
    [
        "", "3", "hari", "3hari", "3  hari kerja", " 3 hari", "3 hari ", "3 hari\n", "3 Hari kerja", "3 hari Kerja",
        "0 hari", "03 hari", "-1 hari", "1.5 jam", "1,5 jam", "3-5 hari", "3 hari kerja lebih", "3 harikerja",
        "tiga hari", "3 tahun", "100000 menit", "٣ hari", "3\u00a0hari", "1e3 jam",
    ],
)  # fmt: skip
def test_there_is_one_way_to_write_a_time(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse(text)


def test_hari_alone_leaves_open_which_days() -> None:
    assert [unit for unit in Unit if Duration(1, unit).ambiguous] == [Unit.DAY]


@given(st.text())
def test_any_text_is_a_duration_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert str(parse(text)) == text
