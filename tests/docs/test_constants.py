"""The page of the matrix names every number of its layout, as it is in the source."""

import write_constants


def test_the_table_of_numbers_is_current() -> None:
    current = write_constants.PAGE.read_text(encoding="utf-8")
    assert current == write_constants.page(), "run: python tests/docs/write_constants.py"


def test_a_constant_is_found_with_its_value_and_words() -> None:
    source = 'GAP, EDGE = 5.0, 2 * 3\n"""Between two lines."""\nDEEP = Size(1, 2)  # as it is\n_OWN = 3\nnames = 4\n'
    assert list(write_constants.constants(source)) == [
        ("GAP", "`5.0`", "Between two lines."),
        ("EDGE", "`2 * 3`", "Between two lines."),
        ("DEEP", "`Size(1, 2)`", "as it is"),
    ]
