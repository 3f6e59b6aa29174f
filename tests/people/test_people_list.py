"""A list of people as a text: what is accepted, what is found wrong where, and what the store reads again."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from listed import FIRST, LAST, LIST, UNIT

from sop_engine.compiler import judge_file
from sop_engine.definition.catalogue import Catalogue
from sop_engine.definition.people import OfficeEntry, PeopleFile, PersonEntry
from sop_engine.definition.write import formatted
from sop_engine.diagnostic import Severity
from sop_engine.failure import Failure
from sop_engine.people import Holding, Person, Standing, listing
from sop_engine.people.listing import of_text, parse
from sop_engine.settings import Settings

HEAD = "people: 1\npersons:\n  - id: siti\n    name: Siti\n    steward: true\n"


def told(text: str) -> list[tuple[str, int, int]]:
    found = parse(text, "people.yaml")[1]
    assert {each.path for each in found} <= {"people.yaml"}
    return [(each.code, *each.position) for each in found]


def offices(*lines: str) -> str:
    return HEAD + "    offices:\n" + "".join(f"      - {{unit: a/b, {line}}}\n" for line in lines)


class TestReading:
    def test_persons_and_their_offices(self) -> None:
        people, found = parse(LIST)
        assert found == ()
        assert people is not None
        assert people.persons[0] == Person("siti", "Siti Contoh", "197001011995032001", True)
        assert [each.id for each in people.persons] == ["siti", "KOTA\\dewi", "budi", "tono"]
        assert people.holdings[2] == Holding("KOTA\\dewi", UNIT, "lurah", Standing.PLH, "800/15/2026", FIRST, LAST)
        assert people.holdings[0].until is None

    def test_the_store_reads_the_same(self) -> None:
        assert of_text(LIST) == parse(LIST)[0]

    def test_both_know_the_same_keys(self) -> None:
        parts = {
            PeopleFile: listing.LIST_KEYS,
            PersonEntry: listing.PERSON_KEYS,
            OfficeEntry: listing.OFFICE_KEYS,
        }
        for part, keys in parts.items():
            assert {field.alias or name for name, field in part.model_fields.items()} == keys

    def test_a_quoted_day_is_the_same_day(self) -> None:
        assert of_text(LIST.replace("2026-11-13", '"2026-11-13"')) == of_text(LIST)

    def test_the_formatter_keeps_what_it_says(self) -> None:
        written, found = formatted(LIST.replace("    name: Siti", "    name:    Siti"), "people.yaml")
        assert found == ()
        assert written is not None
        assert of_text(written) == of_text(LIST)
        assert formatted(written, "people.yaml") == (written, ())
        assert "people: 1\n\n# yang bertugas di kelurahan\npersons:\n  - id: siti  # kepala\n" in written


class TestFindings:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("people: 2\n" + HEAD.partition("\n")[2], [("SOP108", 1, 9)]),
            ("people: 1\npersons: []\n", [("SOP120", 2, 10)]),
            ("people: 1\npersons:\n", [("SOP120", 2, 9)]),
            (HEAD + "    jabatan: []\n", [("SOP110", 6, 5)]),
            (HEAD.replace("siti", "siti aminah"), [("SOP160", 3, 9)]),
            (HEAD + "    nip: 197001011995032001\n", [("SOP129", 6, 10)]),
            (HEAD + '    nip: "123"\n', [("SOP006", 6, 10)]),
            (HEAD.replace("true", "ya"), [("SOP112", 5, 14)]),
            (HEAD.replace("    steward: true\n", ""), [("SOP159", 2, 1)]),
            (HEAD + "  - {id: Siti, name: Siti}\n", [("SOP155", 6, 10)]),
            (offices("actor: c, from: 2026-01-32"), [("SOP134", 7, 37)]),
            (offices("actor: c"), [("SOP111", 7, 9)]),
            (offices("actor: C, from: 2026-01-31"), [("SOP119", 7, 28)]),
            (offices("actor: c, standing: pjs, from: 2026-01-31"), [("SOP113", 7, 41)]),
            (offices("actor: c, from: 2026-01-31, until: 2026-01-30"), [("SOP156", 7, 56)]),
            (offices("actor: c, standing: plt, from: 2026-01-31"), [("SOP157", 7, 41)]),
            (offices("actor: c, standing: plh, letter: 1/2, from: 2026-01-31"), [("SOP157", 7, 41)]),
            (offices("actor: c, standing: plt, from: 2026-01-31, until: 2026-02-01"), [("SOP157", 7, 41)]),
            (offices("actor: c, from: 2026-01-31, until: 2026-01-31"), []),
            (offices("actor: c, standing: plt, letter: 1/2, from: 2026-01-31, until: 2026-02-01"), []),
        ],
    )
    def test_each_stands_where_it_is_wrong(self, text: str, expected: list[tuple[str, int, int]]) -> None:
        assert told(text) == expected

    def test_a_list_with_an_error_is_none(self) -> None:
        assert parse(HEAD.replace("true", "false"))[0] is None
        assert parse("people: [")[0] is None

    def test_a_warning_leaves_the_list_as_it_is(self) -> None:
        people, found = parse(HEAD + '    nip: "123"\n')
        assert people is not None
        assert [each.severity for each in found] == [Severity.WARNING]

    def test_what_could_not_be_read_is_told_once(self) -> None:
        assert told(HEAD + "  - {id: a b, name: A}\n  - {id: c d, name: C}\n") == [("SOP160", 6, 10), ("SOP160", 7, 10)]

    @pytest.mark.parametrize("first", ["actor: c, from: 1-1-2026", "actor: c", "actor: c, from: 2026-02-30"])
    def test_a_bad_day_does_not_hide_the_other_mistakes(self, first: str) -> None:
        found = told(offices(first, "actor: d, from: 2026-01-02, until: 2026-01-01"))
        assert [code for code, *_ in found] in (["SOP134", "SOP156"], ["SOP111", "SOP156"])

    def test_what_is_missing_is_named(self) -> None:
        (found,) = parse(offices("actor: c, standing: plh, from: 2026-01-31"))[1]
        assert found.message("id") == "`plh` tanpa nomor surat perintah, hari terakhir"

    def test_a_finding_is_accepted_with_a_reason(self) -> None:
        text = HEAD + '    nip: "12345" # sop: terima SOP006 karena NRP anggota Polri\n'
        assert parse(text)[1] == ()

    def test_a_project_weighs_findings(self) -> None:
        settings = Settings(severities={"SOP006": None})
        assert parse(HEAD + '    nip: "123"\n', settings=settings)[1] == ()


class TestTwoHeads:
    @pytest.mark.parametrize(
        ("terms", "found"),
        [
            (["from: 2026-01-01", "from: 2026-02-01"], True),
            (["from: 2026-01-01, until: 2026-02-01", "from: 2026-02-01"], True),
            (["from: 2026-01-01, until: 2026-01-31", "from: 2026-02-01"], False),
            (["from: 2026-02-01", "from: 2026-01-01, until: 2026-01-31"], False),
            (["from: 2026-02-01", "from: 2026-01-01, until: 2026-02-01"], True),
            (["from: 2026-01-01", "standing: plt, letter: x, from: 2026-01-01, until: 2026-02-01"], False),
        ],
    )
    def test_only_where_the_terms_overlap(self, terms: list[str], found: bool) -> None:
        persons = "".join(
            f"  - {{id: p{n}, name: P{n}, steward: true, offices: [{{unit: a/b, actor: c, {term}}}]}}\n"
            for n, term in enumerate(terms)
        )
        assert [each[0] for each in told(f"people: 1\npersons:\n{persons}")] == (["SOP158"] if found else [])

    def test_a_long_term_is_not_forgotten_behind_a_short_one(self) -> None:
        own = "from: 2026-01-01", "from: 2026-02-01, until: 2026-02-02"
        other = "  - {id: x, name: X, offices: [{unit: a/b, actor: c, from: 2026-03-01}]}\n"
        text = offices(*(f"actor: c, {term}" for term in own))
        assert told(text) == []
        assert [each[0] for each in told(text + other)] == ["SOP158"]

    def test_it_is_told_once_for_an_office(self) -> None:
        persons = "".join(
            f"  - {{id: p{n}, name: P{n}, offices: [{{unit: a/b, actor: c, from: 2026-01-0{n}}}]}}\n"
            for n in range(1, 6)
        )
        (found,) = parse(HEAD + persons)[1]
        assert found.severity is Severity.INFO
        assert (found.route, found.related) == (("persons", 2, "offices", 0), ("persons", 1, "offices", 0))


class TestTextFromTheStore:
    @pytest.mark.parametrize(
        "text",
        [
            "", "people: 2\npersons: [{id: a, name: A}]", "people: 1\npersons: []", "people: 1", "people: [", "- a",
            "people: 1\npersons: [{id: a, name: A, sidik-jari: x}]", "people: 1\npersons: [{id: a}]",
            "people: 1\npersons: [x]", "people: 1\npersons: 5", "people: 1\npersons: [{id: a, name: A, offices: [5]}]",
            "people: 1\npersons: [{id: a, name: A, offices: [{unit: x, actor: y, from: kemarin}]}]",
            "people: 1\npersons: [{id: a, name: A, offices: [{unit: x, actor: y, from: 5}]}]",
            "people: 1\npersons: [{id: a, name: A, offices: [{unit: x, actor: y, standing: z, from: 2026-01-01}]}]",
            "people: 1\npersons: [{id: &a x, name: *a}]", "people: 1\npersons: [{id: a, name: A}]\nperan: x",
            "people: 1\npersons: [{id: a, name: A, offices: [{unit: x, actor: y, from: 2026-01-01, kuasa: z}]}]",
        ],
    )  # fmt: skip
    def test_what_cannot_be_read_whole_is_refused(self, text: str) -> None:
        with pytest.raises(Failure) as refused:
            of_text(text)
        assert (refused.value.code, refused.value.exit_code) == ("STO030", 3)

    @given(st.text(alphabet="peol: 1[]{}\n-,siadnrmtfu&*'\"", max_size=80))
    def test_what_is_accepted_is_read_and_nothing_is_raised(self, text: str) -> None:
        for tried in (text, f"people: 1\npersons:\n{text}", LIST.replace("dewi", text)):
            people, _ = parse(tried)
            if people is not None:
                assert of_text(tried) == people
            else:
                with suppress(Failure):
                    of_text(tried)

    def test_it_needs_no_models(self) -> None:
        code = "import sys; from sop_engine.people.listing import of_text; of_text(sys.argv[1]); print(*sys.modules)"
        done = subprocess.run([sys.executable, "-c", code, LIST], capture_output=True, text=True, check=True)
        assert "sop_engine.people.listing" in done.stdout.split()
        assert "pydantic" not in done.stdout.split()


class TestValidating:
    def judged(self, folder: Path, name: str, text: str) -> list[str]:
        file = folder / name
        file.write_text(text, encoding="utf-8")
        return [each.code for each in judge_file(file, Catalogue(folder)).found]

    def test_a_list_is_known_by_its_key(self, tmp_path: Path) -> None:
        assert self.judged(tmp_path, "people.yaml", LIST) == []
        assert self.judged(tmp_path, "orang.yaml", LIST.replace("steward: true", "steward: false")) == ["SOP159"]

    def test_a_definition_with_a_stray_key_is_a_definition(self, tmp_path: Path) -> None:
        assert "SOP110" in self.judged(tmp_path, "izin.yaml", "sop: 1\npeople: 1\n")
