"""What means harm costs no more than other files of its size; the whole table: ``python -m benchmarks.hostile``.

The limits are generous, for machines that are busy or slow: what grows with the square of a text passes them by far.
"""

from __future__ import annotations

from benchmarks.hostile import MOST_MEGABYTES, SIZE, costs
from benchmarks.hostile_inputs import TEXTS

WORST = (
    "answers that go back",
    "deadlines anywhere",
    "open braces",
    "promised cases",
)
"""Those that once took longest, and that come nearest to the limits now."""


def test_a_million_characters_take_a_moment() -> None:
    found = costs(WORST, SIZE)
    assert [name for name, each in found.items() if each.seconds > 4] == []
    assert max(each.megabytes for each in found.values()) <= MOST_MEGABYTES


def test_a_small_file_takes_no_time_whatever_it_holds() -> None:
    found = costs(TEXTS, 25_000)
    assert list(found) == list(TEXTS)
    assert [name for name, each in found.items() if each.seconds > 0.8] == []
