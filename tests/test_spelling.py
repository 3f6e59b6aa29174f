"""A slip of the pen is recognized only where one name can be meant."""

import pytest

from sop_engine.spelling import slip

STEPS = ("ajukan", "periksa-1", "verifikasi", "tanda-tangan", "kasir")


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("ajuakn", "ajukan"), ("ajukn", "ajukan"), ("ajukann", "ajukan"), ("ajuken", "ajukan"), ("AJUKAN", "ajukan"),
        ("tanda_tangan", "tanda-tangan"), ("Tanda Tangan", "tanda-tangan"), ("verivikas", "verifikasi"),
        ("ajkn", None), ("periksa-2", None), ("periksa", None), ("kasi", None), ("", None), ("x" * 5000, None),
    ],
)  # fmt: skip
def test_the_name_that_was_meant(value, meant):
    assert slip(value, STEPS) == meant


def test_of_two_names_that_are_near_none_is_taken():
    assert slip("tolakk", ("tolakt", "tolaka")) is None
    assert slip("setuju", ("Setuju", "SETUJU")) is None


def test_short_names_count_where_names_are_few():
    assert slip("tiem", ("time", "note")) is None
    assert slip("tiem", ("time", "note"), shortest=3) == "time"


def test_too_many_names_are_not_compared():
    assert slip("ajukn", [*map(str, range(600)), "ajukan"]) is None
