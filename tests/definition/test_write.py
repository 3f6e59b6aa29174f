"""Canonical form: order and spacing change, values and comments never do, and doing it twice changes nothing more."""

from __future__ import annotations

import random
import re
import textwrap
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.definition.page import comments
from sop_engine.definition.write import formatted
from sop_engine.failure import Failure
from sop_engine.source import parse

TOP = Path(__file__).resolve().parents[2]
SHIPPED = sorted([*(TOP / "definitions").rglob("*.yaml"), *(TOP / "examples").rglob("*.yaml")])


def form(text: str, path: str = "izin.yaml") -> str:
    written, found = formatted(textwrap.dedent(text), path)
    assert written is not None, found
    assert formatted(written, path) == (written, ())
    return written


def spaced(text: str) -> str:
    """Return the form of a file of ours that has no model."""
    return form(text, "izin.uji.yaml")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_ships_is_in_canonical_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert formatted(text, str(path)) == (text, ())


class TestOrder:
    def test_keys_follow_the_order_of_the_models(self) -> None:
        text = """\
            title: Izin
            steps:
              - activity: Mengajukan
                with: [b]
                actor: a
                id: satu
            id: izin
            sop: 1
            """
        assert form(text) == (
            "sop: 1\nid: izin\ntitle: Izin\n\n"
            "steps:\n  - id: satu\n    actor: a\n    activity: Mengajukan\n    with: [b]\n"
        )

    def test_steps_in_parallel_branches_are_ordered_too(self) -> None:
        text = "sop: 1\nsteps:\n- parallel:\n  - steps:\n    - activity: x\n      id: a\n  id: b\n"
        assert form(text) == (
            "sop: 1\n\nsteps:\n  - id: b\n    parallel:\n      - steps:\n          - id: a\n            activity: x\n"
        )

    def test_names_that_the_author_gives_keep_their_order(self) -> None:
        text = "sop: 1\n\nactors:\n  petugas:\n    name: P\n  camat:\n    name: C\n"
        assert form(text) == text

    def test_an_unknown_key_stays_behind_the_known_ones(self) -> None:
        assert form("tahun: 1\njudul: x\nsop: 1\n") == "sop: 1\ntahun: 1\njudul: x\n"

    def test_a_project_file_has_an_order_too(self) -> None:
        text = "paper:  F4\nproject: 1\nseverities:\n  SOP056: off\n  SOP013: off\n"
        assert form(text, "sop-project.yaml") == ("project: 1\nseverities:\n  SOP056: off\n  SOP013: off\npaper: F4\n")

    def test_scenarios_have_an_order_too(self) -> None:
        text = "scenarios:\n- end: selesai\n  name: x\n  answers: {b: [y], a: [z]}\nsop: izin\ntests: 1\n"
        assert form(text, "izin.uji.yaml") == (
            "tests: 1\nsop: izin\nscenarios:\n  - name: x\n    answers: {b: [y], a: [z]}\n    end: selesai\n"
        )

    def test_a_file_without_a_model_keeps_its_order(self) -> None:
        assert spaced("b:   1\na:\n- x\n") == "b: 1\na:\n  - x\n"

    def test_a_file_that_is_none_of_ours_is_left_alone(self) -> None:
        assert form("b:   1\n") == "b:   1\n"


class TestComments:
    def test_a_comment_moves_with_the_key_below_and_beside_it(self) -> None:
        text = """\
            # yaml-language-server: $schema=x
            unit: a
            # tentang judul
            title: Izin # di samping judul
            # tentang versi
            sop: 1
            """
        assert form(text) == (
            "# yaml-language-server: $schema=x\n# tentang versi\nsop: 1\n"
            "# tentang judul\ntitle: Izin  # di samping judul\nunit: a\n"
        )

    @pytest.mark.parametrize("empty", ["", "\n"])
    def test_what_stands_above_everything_stays_there(self, empty: str) -> None:
        assert form(f"# Naskah dinas\n{empty}title: x\nsop: 1\n") == f"# Naskah dinas\n{empty}sop: 1\ntitle: x\n"

    def test_a_comment_that_accepts_a_finding_stays_at_its_line(self) -> None:
        text = """\
            sop: 1
            steps:
            # catatan
            # sop: terima SOP052 karena satu kesatuan
            - activity: x
              next: b
              id: a
              # sop: terima SOP056 karena begitu
            - output: y
              id: b
              # sop: terima SOP060 karena begitu
              actor: b
            - {id: c, output: KATA} # sop: terima SOP053 karena perlu
            """
        assert form(text.replace("KATA", "kata " * 30)) == textwrap.dedent("""\
            sop: 1

            steps:
              # catatan
              # sop: terima SOP052 karena satu kesatuan
              - activity: x
                id: a
                next: b
              # sop: terima SOP056 karena begitu
              - output: y
                id: b
                # sop: terima SOP060 karena begitu
                actor: b
              - {id: c, output: KATA}  # sop: terima SOP053 karena perlu
            """).replace("KATA", ("kata " * 30).strip())

    def test_comments_at_the_end_of_a_block_stay_at_its_end(self) -> None:
        text = """\
            a:
              - b:
                  - c
                  # setelah c
                # setelah b
              # sebelum butir kedua
              - d
              # setelah butir
            # sebelum e
            e: f
            # akhir
            """
        assert spaced(text) == textwrap.dedent(text)

    def test_a_comment_under_a_key_stands_above_its_first_item(self) -> None:
        assert spaced("a: # satu\n# dua\n- b\n") == "a:  # satu\n  # dua\n  - b\n"

    def test_comments_around_dashes_stand_above_the_item(self) -> None:
        assert spaced("a:\n- # satu\n  # dua\n  b: 1\n-\n  # tiga\n  c\n") == (
            "a:\n  # satu\n  # dua\n  - b: 1\n  # tiga\n  - c\n"
        )

    def test_a_comment_that_order_brings_between_dash_and_key_stands_above_the_item(self) -> None:
        text = "sop: 1\nsteps:\n- actor: a\n  # tentang id\n  id: b\n"
        assert form(text) == "sop: 1\n\nsteps:\n  # tentang id\n  - id: b\n    actor: a\n"

    def test_brackets_with_comments_are_opened(self) -> None:
        assert spaced("a: [ # nol\n  b, # satu\n  # dua\n  c # tiga\n  # empat\n] # lima\n") == (
            "a:  # lima\n  # nol\n  - b  # satu\n  # dua\n  - c  # tiga\n  # empat\n"
        )

    def test_a_comment_beside_brackets_stays_beside_them(self) -> None:
        assert spaced("a: [b,   c] # satu\nd: {e: f,} # dua\n") == "a: [b, c]  # satu\nd: {e: f}  # dua\n"

    def test_a_sign_inside_a_text_is_no_comment(self) -> None:
        text = 'a: "x # y"\nb: x#y\nc: |\n  # baris\n  dua\nd: >- # di samping\n' + "  panjang sekali\n" * 12
        assert [each.text for each in comments(text)] == ["# di samping"]
        assert spaced(text).startswith('a: "x # y"\nb: x#y\nc: |-\n  # baris\n  dua\nd: >-  # di samping\n')

    def test_a_comment_beside_a_block_text_is_not_that_of_the_next_line(self) -> None:
        assert spaced("a: |\n  x\n  y\nb: 1 # satu\n") == "a: |-\n  x\n  y\nb: 1  # satu\n"


class TestTexts:
    @pytest.mark.parametrize(
        ("written", "canonical"),
        [
            ('"Surat izin"', "Surat izin"), ("'Surat izin'", "Surat izin"), ('"0816"', '"0816"'), ("'no'", '"no"'),
            ('"12"', '"12"'), ("12", "12"), ("true", "true"), ('"true"', '"true"'), ('"1e3"', '"1e3"'), ('""', '""'),
            ("'@akun'", '"@akun"'), ('"a: b"', '"a: b"'), ("'a #b'", '"a #b"'), ("no", "no"),
            ("2026-01-02", "2026-01-02"), ("'kata \"asli\"'", 'kata "asli"'), ("'\"Ya\" atau'", "'\"Ya\" atau'"),
            ('"it\'s: \\"x\\""', '"it\'s: \\"x\\""'),
            ("a   b", "a b"), ('"a\n  b"', "a b"), ("a\n  b", "a b"), (">\n  a\n  b\n", "a b"), ("|\n  a\n", "a"),
            ("|\n  a\n   b\n", "|-\n  a\n   b"), (">\n  a\n\n  b\n", ">-\n  a\n\n  b"), ('"\\ufeffa"', '"\\ufeffa"'),
            ("", ""), ("~", "~"), ("[]", "[]"), ("[ 1,a , 'b, c' ]", '[1, a, "b, c"]'),
            ("{a: [], b: {c: }}", "{a: [], b: {c: null}}"),
            ('{"a, b": 1}', '{"a, b": 1}'), ("[a: b]", "[{a: b}]"),
        ],
    )  # fmt: skip
    def test_a_value_is_written_in_one_way(self, written: str, canonical: str) -> None:
        assert spaced(f"k: {written}\n") == f"k: {canonical}\n".replace("k: \n", "k:\n")

    def test_a_long_text_on_one_line_stays_there(self) -> None:
        text = f"a: {'kata ' * 40}akhir\n"
        assert spaced(text) == text

    def test_a_long_text_that_was_broken_is_folded_at_120(self) -> None:
        lines = spaced("a:\n  b: 'kata " + "kata\n    kata " * 30 + "akhir'\n").splitlines()
        assert lines[1] == "  b: >-"
        assert all(line.startswith("    kata") and len(line) <= 120 for line in lines[2:])
        assert len(lines[2]) > 115

    def test_brackets_that_do_not_fit_are_opened(self) -> None:
        words = [f"pelaksana-{number}" for number in range(10)]
        assert spaced(f"a: [{', '.join(words)}]\n") == "a:\n" + "".join(f"  - {word}\n" for word in words)

    def test_a_key_keeps_quotes_that_it_needs(self) -> None:
        assert spaced("'a': 1\n'no': 2\n\"b c\": 3\n12: 4\n") == 'a: 1\n"no": 2\n"b c": 3\n12: 4\n'


class TestSpacing:
    def test_paragraphs_of_a_definition_are_set_apart(self) -> None:
        keys = ["sop", "decree", "requirements", "actors", "steps", "ends", "sla", "fee", "products", "complaints"]
        keys += ["standard", "unstated"]
        text = form("".join(f"{key}: x\n" for key in keys))
        assert text == (
            "sop: x\ndecree: x\n\nrequirements: x\n\nactors: x\n\nsteps: x\n\nends: x\n\n"
            "sla: x\nfee: x\nproducts: x\n\ncomplaints: x\n\nstandard: x\n\nunstated: x\n"
        )

    def test_one_empty_line_between_items_is_kept_and_more_become_one(self) -> None:
        assert spaced("\n\na:\n\n\n  - b\n\n\n\n  - c\n  - d\n\n\n") == "a:\n  - b\n\n  - c\n  - d\n"

    def test_document_marks_are_not_needed(self) -> None:
        assert spaced("# satu\n--- # dua\na: 1\n...\n# tiga\n") == "# satu\n# dua\na: 1\n# tiga\n"


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("sop: [1\na: 2\n", "SOP122"), ("sop: 1\na: &x 1\nb: *x\n", "SOP105"), ("sop: 1\nsop: 1\n", "SOP104"),
            ("", "SOP107"), ("PK\x03\x04", "SOP102"), ("sop: " + "[" * 5000, "SOP109"),
            ('sop: 1\na: "\\a"\n', "SOP131"),
            ("? [a]\n: b\n", "SOP105"), ("sop: 1\n\ta: 1\n", "SOP132"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_read_comes_back_with_its_findings(self, text: str, code: str) -> None:
        written, found = formatted(text, "izin.yaml")
        assert written is None
        assert [each.code for each in found] == [code]

    @pytest.mark.parametrize("wrong", ["sop: 1\ntitle: y # satu\n", "sop: 1\ntitle: x\n", "sop: 1\n# satu\n", "a: ["])
    def test_a_form_that_says_something_else_is_never_handed_out(
        self, wrong: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sop_engine.definition.write._file", lambda *_: wrong.rstrip("\n").split("\n"))
        with pytest.raises(Failure) as refused:
            formatted("sop: 1\ntitle: x # satu\n", "izin.yaml")
        assert refused.value.code == "OUT020"

    def test_the_order_of_actors_is_part_of_what_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sop_engine.definition.write._file", lambda *_: ["sop: 1", "actors: {b: {}, a: {}}"])
        with pytest.raises(Failure):
            formatted("sop: 1\nactors: {a: {}, b: {}}\n", "izin.yaml")


TEXTS = [*(path.read_text(encoding="utf-8") for path in SHIPPED if "units" not in path.parts), definition()]


def littered(text: str, chance: random.Random) -> str:
    """Return a text with comments and empty lines in odd places, each comment another one."""
    lines: list[str] = []
    for number, line in enumerate(text.splitlines()):
        while chance.random() < 0.15:
            odd = f"{' ' * chance.randrange(14)}# c{number}.{len(lines)}"
            lines.append(chance.choice(["", "  ", odd, odd]))
        lines.append(f"{line}{' ' * chance.randrange(1, 3)}# s{number}" if chance.random() < 0.2 else line)
    return "\n".join([*lines, *(["   # akhir"] if chance.random() < 0.3 else [])]) + "\n" * chance.randrange(3)


def restyled(data: object, chance: random.Random) -> str:
    """Return data as YAML in one of the many ways to write it."""
    text = yaml.dump(
        data,
        default_style=chance.choice([None, None, '"', "'", "|", ">"]),
        default_flow_style=chance.choice([False, None, True]),
        width=chance.choice([30, 80, 200]),
        indent=chance.choice([2, 3, 4]),
        allow_unicode=chance.random() < 0.5,
        sort_keys=chance.random() < 0.5,
        explicit_start=chance.random() < 0.3,
    )
    return re.sub(r"""!!(?:bool|int|null) (['"])([-\w]+)\1""", r"\2", text)


def told(text: str) -> Counter[str]:
    return Counter(each.text for each in comments(text))


def holds(text: str, path: str) -> str:
    """Return the form of a text, after checking everything that is promised of it."""
    before, found = parse(text, path)
    assume(before is not None and not any(each.severity == "error" for each in found))
    written = form(text, path)
    after, _ = parse(written, path)
    assert after is not None
    assert before is not None
    assert after.data == before.data
    assert told(written) == told(text)
    assert "\n\n\n" not in written
    assert not any(line != line.rstrip() for line in written.splitlines())
    return written


CHANCE = st.integers(0, 10**9).map(random.Random)
MANY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


@MANY
@given(st.sampled_from(TEXTS), CHANCE)
def test_comments_in_odd_places_are_kept_once_and_beside_their_key(text: str, chance: random.Random) -> None:
    given_text = littered(text, chance)
    written = holds(given_text, "izin.yaml")
    before, after = (
        {each.text: text.split("\n")[each.line] for each in comments(text)} for text in (given_text, written)
    )
    for comment, line in after.items():
        if comment.startswith("# s") and ": " in (was := before[comment].partition(" #")[0]):
            assert line.partition(" #")[0].strip().lstrip("- ") == was.strip().lstrip("- ")


@MANY
@given(st.sampled_from(TEXTS), CHANCE)
def test_a_definition_has_one_form_however_it_was_written(text: str, chance: random.Random) -> None:
    source, _ = parse(text, "")
    assert source is not None
    written = restyled(source.data, chance)
    holds(written, "izin.yaml")


SIGNS = "ab \n:#-'\"[]{},&*!|>%@`0."
VALUES = st.recursive(
    st.text(max_size=30) | st.integers(-99, 10**6) | st.booleans() | st.none() | st.text(SIGNS, max_size=60),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(SIGNS, max_size=6), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.text("abno12", min_size=1, max_size=4)


@MANY
@given(
    st.dictionaries(NAMES, VALUES, max_size=4),
    st.integers(0, 10**9).map(random.Random),
)
def test_any_values_survive_in_any_style(data: dict[str, object], chance: random.Random) -> None:
    text = restyled(data, chance)
    holds(littered(text, chance) if chance.random() < 0.5 else text, "izin.uji.yaml")


@MANY
@given(st.one_of(st.text(max_size=200), st.text("ab:- \n#[]{},'\"|>?&*!%\t", max_size=80)))
def test_any_text_is_formatted_or_left_with_its_findings(text: str) -> None:
    written, found = formatted(text, "izin.uji.yaml")
    assert (written is None) == bool(found)
    if written is not None:
        assert formatted(written, "izin.uji.yaml") == (written, ())


def accepting(text: str, chance: random.Random) -> str:
    """Return a text that accepts findings of all kinds beside and above its lines."""
    lines: list[str] = []
    for line in text.splitlines():
        code = chance.choice(["SOP050", "SOP051", "SOP052", "SOP053", "SOP060", "SOP080", "SOP056", "SP012"])
        comment = f"# sop: terima {code} karena begitu"
        if lines and chance.random() < 0.15:
            lines.append(" " * chance.randrange(8) + comment)
        lines.append(f"{line} {comment}" if chance.random() < 0.15 and "#" not in line else line)
    return "\n".join([*lines, ""])


def disordered(text: str, chance: random.Random) -> str:
    """Return a text in which some steps name their keys in another order."""
    for key in chance.sample(["activity", "actor"], chance.randrange(3)):
        text = re.sub(rf"- (id: \S+)((?:\n +\S.*)*?)\n +({key}: .*)", r"- \3\n    \1\2", text)
    return text


@MANY
@given(st.sampled_from(TEXTS), CHANCE)
def test_what_is_accepted_stays_accepted(text: str, chance: random.Random) -> None:
    before = accepting(disordered(text, chance), chance)
    assume(parse(before, "")[0] is not None)
    shown = [Counter((each.code, each.route) for each in compile_text(each)[1]) for each in (before, form(before))]
    assert shown[0] == shown[1]
