"""Patterns of numbers: they mean what regular expressions mean, and none of them takes long."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.pattern import LONGEST_NUMBER, LONGEST_PATTERN, pattern

SIGNS = st.sampled_from([r"a", r"b", r"[ab]", r"[^a]", r"\d", r".", r"\.", r"[0-9A-F-]"])
PATTERNS = st.recursive(
    SIGNS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}", "{0,}", "{1,}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=4,
)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("SOP-036/[0-9]{5}/[0-9]{4}", "SOP-036/17000/2025"),
        (r"^\d{4}/T/B\d\.\d{2}/OT\.\d{2}\.\d{2}/20\d\d$", "0029/T/B7.33/OT.02.00/2026"),
        ("060/[1-9][0-9]*", "060/15"),
        (r"(188\.45|060\.1)/.*/20\d\d", "188.45/0020.a/35.09.315/2024"),
        (r"Nomor \d+ [Tt]ahun \d{4}", "Nomor 12 tahun 2022"),
        (r"harga\$", "harga$"),
        ("[]a]+", "]a]"),
    ],
)
def test_a_number_fits_the_pattern_of_its_agency(written: str, number: str) -> None:
    assert pattern(written).fits(number)
    assert not pattern(written).fits(number + "x/")
    assert not pattern(written).fits("")


@given(written=PATTERNS, number=st.text(alphabet="ab10.F-", max_size=8))
@settings(max_examples=400, deadline=None)
def test_it_means_what_a_regular_expression_means(written: str, number: str) -> None:
    try:
        wanted = pattern(written)
    except ValueError:
        # only nesting is out of bounds here
        assert written.count("(") > 5
        return
    assert wanted.fits(number) == bool(re.fullmatch(written, number, re.ASCII))


@pytest.mark.parametrize(
    "written",
    [
        "(a)\\1", "(?=a)", "(?P<x>a)", "(?i)a", "a**", "*a", "(a", "a)", "[a", "a{31}", "a{2,31}", "a{3,2}", "a^b",
        "a$b", "((((((a))))))", "[[:alpha:]]", "[z-a]", "[a--b]", "\\b", "a" * (LONGEST_PATTERN + 1), "\\", "{2}",
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reader of the project file tells it in one way
        pattern(written)


@pytest.mark.parametrize(
    "written",
    [
        "(a+)+b", "(a|a)*b", "(a*)*b", "(((a*)*)*)*b", "a*" * 60 + "b", "(a|aa)+b", "((a{0,30}){0,30}){0,30}b",
        "(a?){30}" * 20 + "b", "(.*.*){30}b", "((a?){30}){30}b",
    ],
)  # fmt: skip
def test_no_pattern_hangs(written: str) -> None:
    wanted = pattern(written)
    started = time.perf_counter()
    assert not wanted.fits("a" * LONGEST_NUMBER)
    assert time.perf_counter() - started < 3


def test_a_number_that_is_too_long_fits_nothing() -> None:
    assert pattern(".*").fits("a" * LONGEST_NUMBER)
    assert not pattern(".*").fits("a" * (LONGEST_NUMBER + 1))
