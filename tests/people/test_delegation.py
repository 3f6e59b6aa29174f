"""An office is added to the text of a list: one place changes, comments stay, and nothing comes out that is no list."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from listed import LIST, UNIT

from sop_engine.definition.write import formatted
from sop_engine.failure import Failure
from sop_engine.people import Holding, Standing
from sop_engine.people.delegation import delegated
from sop_engine.people.listing import of_text, parse

SINCE, UNTIL = date(2026, 12, 1), date(2026, 12, 4)
ADDED = "{unit: contoh/kelurahan, actor: lurah, standing: plh, letter: 1/2026, from: 2026-12-01, until: 2026-12-04}"


def plh(text: str, person: str = "siti", letter: str | None = "1/2026", until: date | None = UNTIL) -> str:
    return delegated(text, UNIT, "lurah", person, Standing.PLH, letter, SINCE, until)


def one(entry: str) -> str:
    return f"people: 1\npersons:\n  - {{id: a, name: A, steward: true}}\n{entry}"


@pytest.mark.parametrize("person", ["siti", "KOTA\\dewi", "budi", "tono"])
def test_the_office_is_there_and_all_else_is_as_it_was(person: str) -> None:
    text = plh(LIST, person)
    before, after = of_text(LIST), of_text(text)
    added = Holding(person, UNIT, "lurah", Standing.PLH, "1/2026", SINCE, UNTIL)
    assert sorted(after.holdings, key=str) == sorted((*before.holdings, added), key=str)
    assert after.persons == before.persons
    assert [line for line in text.splitlines() if "#" in line] == [line for line in LIST.splitlines() if "#" in line]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("  - id: b\n    name: B\n", f"  - id: b\n    name: B\n    offices:\n      - {ADDED}\n"),
        ("  - id: b # b\n    name: B # nama\n  # akhir\n", None),
        ("  - id: b\n    name: B", f"  - id: b\n    name: B\n    offices:\n      - {ADDED}\n"),
        ("  - {id: b, name: B}\n", f"  - {{id: b, name: B, offices: [{ADDED}]}}\n"),
        ("  - {id: b, name: B, }\n", f"  - {{id: b, name: B, offices: [{ADDED}], }}\n"),
        ("  - {id: b, name: B, offices: []}\n", f"  - {{id: b, name: B, offices: [{ADDED}]}}\n"),
        ("  - id: b\n    name: B\n    offices: []\n", f"  - id: b\n    name: B\n    offices: [{ADDED}]\n"),
        (
            "  - id: b\n    offices: [] # belum\n    name: B\n",
            f"  - id: b\n    offices: [{ADDED}] # belum\n    name: B\n",
        ),
        (
            "  - {id: b,\n     name: B # akhir\n    }\n",
            f"  - {{id: b,\n     name: B, offices: [{ADDED}] # akhir\n    }}\n",
        ),
        ("  - id: b\n    name: |-\n      B\n", f"  - id: b\n    name: |-\n      B\n    offices:\n      - {ADDED}\n"),
        ("  -   id: b\n      name: B\n", f"  -   id: b\n      name: B\n      offices:\n        - {ADDED}\n"),
    ],
)
def test_it_is_written_as_the_others_are(entry: str, expected: str | None) -> None:
    text = plh(one(entry), "b")
    assert expected is None or text == one(expected)
    assert len(of_text(text).holdings) == 1


def test_a_long_office_takes_lines_of_its_own() -> None:
    unit = "kabupaten-contoh/sekretariat-daerah/bagian-organisasi"
    text = delegated(LIST, unit, "kepala-bagian", "siti", Standing.PLT, "800/15/2026", SINCE, UNTIL)
    assert (
        f"      - unit: {unit}\n        actor: kepala-bagian\n        standing: plt\n        letter: 800/15/2026\n"
        "        from: 2026-12-01\n        until: 2026-12-04\n      # di bawah jabatan\n"
    ) in text


def test_a_definitive_office_needs_neither_letter_nor_end() -> None:
    text = delegated(LIST, UNIT, "petugas", "tono", Standing.DEFINITIVE, None, SINCE, None)
    assert of_text(text).holdings[-1] == Holding("tono", UNIT, "petugas", Standing.DEFINITIVE, None, SINCE, None)


def test_it_can_be_done_again_and_again() -> None:
    text = LIST
    for number in range(5):
        text = plh(text, letter=f"{number}/2026")
    assert [each.letter for each in of_text(text).holdings[:6]] == [None, *(f"{n}/2026" for n in range(5))]


@pytest.mark.parametrize("length", [1, 20, *range(30, 50), 80])
def test_it_is_in_the_form_that_the_formatter_keeps(length: int) -> None:
    base = formatted(LIST, "people.yaml")[0] or ""
    text = plh(base, letter="x" * length)
    assert formatted(text, "people.yaml") == (text, ())


@pytest.mark.parametrize("letter", ["1, 2", "x]", "{y}", "a: b", "# c", "- d", "12", "true", "'", '"', "\\", "12:30"])
def test_a_letter_number_with_signs_of_yaml_comes_back(letter: str) -> None:
    for person in ("siti", "budi", "tono"):
        assert letter in {each.letter for each in of_text(plh(LIST, person, letter=letter)).holdings}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Cf", "Zl", "Zp"]), min_size=1, max_size=30))
def test_any_letter_number_comes_back(letter: str) -> None:
    shown = " ".join(letter.split())
    assume(shown)
    assert of_text(plh(LIST, letter=letter)).holdings[1].letter == shown


class TestRefusals:
    @pytest.mark.parametrize(
        ("letter", "until", "said"),
        [
            (None, UNTIL, "nomor surat"),
            ("1/2026", None, "hari terakhir"),
            ("1/2026", date(2026, 11, 30), "sebelum dimulai"),
        ],
    )
    def test_what_is_no_appointment(self, letter: str | None, until: date | None, said: str) -> None:
        with pytest.raises(Failure) as failure:
            plh(LIST, letter=letter, until=until)
        assert failure.value.code == "RUN059"
        assert said in failure.value.message("id")

    def test_somebody_who_is_not_on_the_list(self) -> None:
        with pytest.raises(Failure) as failure:
            plh(LIST, "rudi")
        assert failure.value.code == "RUN030"

    @pytest.mark.parametrize("text", ["", "people: [", one("  - {id: a, name: B}\n"), "people: 1\npersons: []\n"])
    def test_a_text_that_is_no_list(self, text: str) -> None:
        assert parse(text)[0] is None
        with pytest.raises(Failure) as failure:
            plh(text, "a")
        assert failure.value.code == "RUN059"
