"""YAML text -> data with positions: what is read, what is refused, and where it stands."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.diagnostic import Diagnostic, Position
from sop_engine.source import MAX_DEPTH, MAX_VALUES, Source, parse
from sop_engine.textfile import MAX_BYTES, content, decode, read_text


def parsed(text: str) -> Source:
    source, found = parse(text, "f.yaml")
    assert source is not None
    assert not found
    return source


def found_in(text: str) -> list[tuple[str, int, int]]:
    return [told(each) for each in parse(text, "f.yaml")[1]]


def told(each: Diagnostic) -> tuple[str, int, int]:
    return each.code, each.position.line, each.position.column


@pytest.mark.parametrize("text", ["sop: [", "sop: {\n", "steps:\n  - with: [a,", "- {a: [", "sop: [\n# catatan\n"])
def test_a_bracket_that_is_open_where_the_text_ends_is_named(text: str) -> None:
    assert [code for code, _, _ in found_in(text)] == ["SOP122"]


class TestValues:
    def test_the_plain_kinds(self) -> None:
        text = "t: teks\nn: 12\nm: -3\nb: true\nf: false\nl: [a, b]\nk:\n  x: y\nz: 0\n"
        assert parsed(text).data == {
            "t": "teks", "n": 12, "m": -3, "b": True, "f": False, "l": ["a", "b"], "k": {"x": "y"}, "z": 0,
        }  # fmt: skip

    @pytest.mark.parametrize("quoted", ["'{}'", '"{}"'])
    @pytest.mark.parametrize("value", ["no", "010", "12:30", "2025-01-02", "1.10", "null", "12", "true", "~"])
    def test_quotes_make_text_without_a_word(self, value: str, quoted: str) -> None:
        assert parsed(f"a: {quoted.format(value)}\n").data == {"a": value}

    @pytest.mark.parametrize(
        ("value", "seen"),
        [
            ("no", "as_boolean"), ("Yes", "as_boolean"), ("on", "as_boolean"), ("True", "as_boolean"),
            ("010", "as_number"), ("0285421093", "as_number"), ("12:30", "as_number"), ("1.10", "as_number"),
            ("0x1F", "as_number"), ("1_000", "as_number"), ("15.000", "as_number"), ("+5", "as_number"),
            (".nan", "as_number"), ("-.inf", "as_number"), ("1e3", None), ("9" * 400, "as_number"),
            ("2025-01-02", "as_date"), ("2025-01-02 10:00:00", "as_date"), ("08", "as_number"),
        ],
    )  # fmt: skip
    def test_what_yaml_would_change_stays_as_written(self, value: str, seen: str | None) -> None:
        source, found = parse(f"a: {value}\n", "f.yaml")
        assert source is not None
        assert source.data == {"a": value}
        assert [(each.code, dict(each.args)["seen"]) for each in found] == ([("SOP106", seen)] if seen else [])

    def test_a_key_is_text_too(self) -> None:
        source, found = parse("no: 1\n12: 2\n2025-01-02: 3\n", "f.yaml")
        assert source is not None
        assert source.data == {"no": 1, "12": 2, "2025-01-02": 3}
        assert [each.code for each in found] == ["SOP106", "SOP106"]

    @pytest.mark.parametrize("empty", ["", " ~", " null", " Null", " # catatan"])
    def test_an_empty_value_is_told_to_the_reader(self, empty: str) -> None:
        source = parsed(f"a:{empty}\nb:\n  - x\n  -{empty}\n")
        assert source.data == {"a": None, "b": ["x", None]}
        assert source.empty == (("a",), ("b", 1))

    def test_a_large_number_stays_exact(self) -> None:
        assert parsed(f"a: {'9' * 399}\n").data == {"a": int("9" * 399)}


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("sop: &a 1\n", ("SOP105", 1, 6)),
            ("a: x\nb: &a\n  - c\n", ("SOP105", 2, 4)),
            ("&a b: c\n", ("SOP105", 1, 1)),
            ("a: &a x\nb: 1\n", ("SOP105", 1, 4)),
            ("a: !!str x\n", ("SOP105", 1, 4)),
            ('a: !jahat "x"\n', ("SOP105", 1, 4)),
            ("a: !!python/object/apply:os.system [x]\n", ("SOP105", 1, 4)),
            ("a: !!binary aGFp\n", ("SOP105", 1, 4)),
            ("a: *b\n", ("SOP105", 1, 4)),
            ("a:\n  <<: {b: c}\n", ("SOP105", 2, 3)),
            ("a: =\n", ("SOP105", 1, 4)),
            ("? {a: b}\n: c\n", ("SOP105", 1, 3)),
            ("? [a]\n: c\n", ("SOP105", 1, 3)),
            ("~: a\n", ("SOP105", 1, 1)),
            ("a: {? : b}\n", ("SOP105", 1, 7)),
        ],
    )
    def test_yaml_features_that_are_not_used(self, text: str, place: tuple[str, int, int]) -> None:
        assert place in found_in(text)

    def test_an_anchor_is_refused_once_however_often_it_is_used(self) -> None:
        text = "a: &x teks\nb: *x\nc: [*x, d]\n*x : e\n"
        assert found_in(text) == [("SOP105", 1, 4)]

    def test_a_value_that_holds_itself_ends(self) -> None:
        assert found_in("a: &x [*x]\n") == [("SOP105", 1, 4)]

    def test_each_duplicate_key_points_at_itself(self) -> None:
        source, found = parse("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n", "f.yaml")
        assert source is not None
        assert source.data == {"a": 1, "b": {"c": 1}}
        assert [(told(each), dict(each.args)) for each in found] == [
            (("SOP104", 4, 3), {"key": "c", "line": "3"}),
            (("SOP104", 5, 1), {"key": "a", "line": "1"}),
        ]

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("", ("SOP107", 1, 1)),
            ("# hanya catatan\n", ("SOP107", 1, 1)),
            ("- a\n- b\n", ("SOP107", 1, 1)),
            ("hanya teks\n", ("SOP107", 1, 1)),
            ("a:\n\tb: 1\n", ("SOP132", 2, 1)),
            ("a:\n  - b\n\t- c\n", ("SOP132", 3, 1)),
            ("a: @akun\n", ("SOP121", 1, 4)),
            ("a: `x`\n", ("SOP121", 1, 4)),
            ("a: %x\n", ("SOP121", 1, 4)),
            ("a: 'x\nb: 1\n", ("SOP122", 3, 1)),
            ("a: [1, 2\nb: 1\n", ("SOP122", 2, 2)),
            ("a: {b: 1\n", ("SOP122", 2, 1)),
            ("a: b: c\n", ("SOP123", 1, 5)),
            ("a: 1\n  b: 2\n", ("SOP123", 2, 4)),
            ("a:\n- b\nc\n", ("SOP124", 4, 1)),
            ("  a: 1\nb: 2\n", ("SOP124", 2, 1)),
            ("a: - b\n", ("SOP124", 1, 4)),
            ("a:\n    b: 1\n  c: 2\n", ("SOP124", 3, 3)),
            ("a: 1\n---\nb: 1\n", ("SOP133", 2, 1)),
            ('a: "\\q"\n', ("SOP101", 1, 5)),
            ("%YAML 3.0\n---\na: 1\n", ("SOP101", 1, 1)),
        ],
    )
    def test_what_cannot_be_read(self, text: str, place: tuple[str, int, int]) -> None:
        source, found = parse(text, "f.yaml")
        assert source is None
        assert [told(each) for each in found] == [place]

    def test_the_sign_that_stands_there_is_named(self) -> None:
        (found,) = parse("a: x\nb: @akun\n", "f.yaml")[1]
        assert "“@”" in found.message("id")

    @pytest.mark.parametrize(
        "sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u202e", "\u2066", "\ud800"]
    )
    def test_control_signs(self, sign: str) -> None:
        assert found_in(f"a: b\nc: xé{sign}\n") == [("SOP102", 2, 6)]

    @pytest.mark.parametrize("escape", ["\\e", "\\0", "\\x9b", "\\u202e", "\\N", "\\L", "\\ud800"])
    def test_control_signs_through_escapes(self, escape: str) -> None:
        source, found = parse(f'a: "x{escape}y"\n', "f.yaml")
        assert [each.code for each in found] in (["SOP131"], ["SOP101"])
        if source is not None:
            assert source.data == {"a": "x y"}


class TestPositions:
    TEXT = (
        "# catatan\na: x\nkunci:\n  - satu\n  - b: dua\n    cé: tiga\n  - {d: empat, e: [lima, enam]}\n'q': \"tujuh\"\n"
    )

    @pytest.mark.parametrize(
        ("route", "key", "value"),
        [
            ((), (2, 1), (2, 1)),
            (("a",), (2, 1), (2, 4)),
            (("kunci",), (3, 1), (4, 3)),
            (("kunci", 0), (4, 5), (4, 5)),
            (("kunci", 1), (5, 5), (5, 5)),
            (("kunci", 1, "b"), (5, 5), (5, 8)),
            (("kunci", 1, "cé"), (6, 5), (6, 9)),
            (("kunci", 2, "d"), (7, 6), (7, 9)),
            (("kunci", 2, "e", 1), (7, 26), (7, 26)),
            (("q",), (8, 1), (8, 6)),
        ],
    )
    def test_of_a_key_and_of_its_value(
        self, route: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int]
    ) -> None:
        source = parsed(self.TEXT)
        assert source.position(route, at_key=True) == key
        assert source.position(route) == value

    @pytest.mark.parametrize("route", [("kunci", 1, "tidak-ada"), ("kunci", 1, "tidak-ada", 0, "lagi")])
    def test_of_what_is_missing_is_the_nearest_thing_around(self, route: tuple[str | int, ...]) -> None:
        assert parsed(self.TEXT).position(route) == (5, 5)

    @pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_do_not_depend_on_line_ends_or_a_byte_order_mark(self, breaks: str, mark: bytes) -> None:
        text, found = decode(mark + self.TEXT.replace("\n", breaks).encode(), "f.yaml")
        assert not found
        assert text == self.TEXT

    def test_count_characters_and_not_bytes(self) -> None:
        text = 'a: {nama: "Ça – “và” 🏛", b: x, b: y}\n'
        ((code, line, column),) = found_in(text)
        assert (code, line) == ("SOP104", 1)
        assert text[column - 1 :].startswith("b: y")


class TestDecode:
    @pytest.mark.parametrize(
        ("raw", "place"),
        [
            ("a: b\nc: Café\n".encode("latin-1"), ("SOP102", 2, 7)),
            (b"\xef\xbb\xbfa: \xff\n", ("SOP102", 1, 4)),
            (b"a: \xc3\xa9\xff\n", ("SOP102", 1, 5)),
            (b"a: b\r\nc: \xe9\r\n", ("SOP102", 2, 4)),
            (b"\x89PNG\r\n\x1a\n", ("SOP102", 1, 1)),
            ("a: b\n".encode("utf-16"), ("SOP102", 1, 1)),
            (b"PK\x03\x04\x14\x00", ("SOP102", 1, 1)),
            (b"a: \xed\xa0\x80\n", ("SOP102", 1, 4)),
            (b"a: \xc0\xaf\n", ("SOP102", 1, 4)),
        ],
    )
    def test_bytes_that_are_no_utf8(self, raw: bytes, place: tuple[str, int, int]) -> None:
        text, (found,) = decode(raw, "f.yaml")
        assert text is None
        assert told(found) == place

    @pytest.mark.parametrize(
        ("raw", "words"),
        [
            (b"PK\x03\x04\x14\x00\xff", "ini berkas Word atau Excel"),
            (b"\xd0\xcf\x11\xe0\xa1", "ini berkas Word atau Excel"),
            ("\ufeffa: b\n".encode("utf-16-le"), "disimpan sebagai UTF-16"),
            ("\ufeffa: b\n".encode("utf-16-be"), "disimpan sebagai UTF-16"),
            (b"a: \xff\n", "tanda yang bukan bagian dari teks"),
        ],
    )
    def test_what_the_file_probably_is(self, raw: bytes, words: str) -> None:
        (found,) = decode(raw, "f.yaml")[1]
        assert words in found.message("id")

    def test_too_many_bytes(self) -> None:
        text, (found,) = decode(b" " * (MAX_BYTES + 1), "f.yaml")
        assert text is None
        assert found.code == "SOP103"
        assert "4.000.001" in found.message("id")
        assert "4 MB" in found.message("id")


class TestFiles:
    def test_a_hundred_megabytes_are_refused_without_reading_them(self, tmp_path: Path) -> None:
        file = tmp_path / "besar.yaml"
        with file.open("wb") as handle:
            handle.truncate(100_000_000)
        began = time.perf_counter()
        text, (found,) = read_text(file, "besar.yaml")
        assert time.perf_counter() - began < 0.1
        assert text is None
        assert found.code == "SOP103"
        assert "100.000.000" in found.message("id")

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        (found,) = read_text(tmp_path / "tidak-ada.yaml", "tidak-ada.yaml")[1]
        assert found.code == "SOP100"
        assert found.message("id") == "berkas tidak dapat dibaca: berkas tidak ada"

    def test_a_name_that_no_system_takes(self, tmp_path: Path) -> None:
        assert [each.code for each in read_text(tmp_path / "a\0b", "a")[1]] == ["SOP100"]

    @pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
    def test_a_link_loop(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
        (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
        (found,) = read_text(tmp_path / "a.yaml", "a.yaml")[1]
        assert found.code == "SOP100"
        assert "berputar" in found.message("id")

    @pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipa.yaml")
        assert [each.code for each in read_text(tmp_path / "pipa.yaml", "pipa.yaml")[1]] == ["SOP130"]

    @pytest.mark.parametrize("size", [0, 3, 7, 20])
    def test_one_that_grew_or_shrank_meanwhile_is_read_as_it_is_now(self, tmp_path: Path, size: int) -> None:
        (tmp_path / "a.yaml").write_bytes(b"sop: 1\n")
        assert content(tmp_path / "a.yaml", size) == b"sop: 1\n"


def nested(depth: int) -> str:
    return "a: " + "[" * depth + "]" * depth + "\n"


class TestDepth:
    def test_the_limit_is_exact(self) -> None:
        assert parse(nested(MAX_DEPTH - 1), "")[0] is not None
        assert found_in(nested(MAX_DEPTH)) == [("SOP109", 1, 3 + MAX_DEPTH)]

    @pytest.mark.parametrize("step", [1, 2, 4])
    def test_also_in_blocks(self, step: int) -> None:
        def blocks(depth: int) -> str:
            return (
                "".join(" " * (level * step) + f"k{level}:\n" for level in range(depth - 1))
                + " " * (depth * step)
                + "x: y\n"
            )

        assert parse(blocks(MAX_DEPTH), "")[0] is not None
        assert [code for code, *_ in found_in(blocks(MAX_DEPTH + 1))] == ["SOP109"]

    @pytest.mark.parametrize(
        "text",
        [
            '"[" * 1_000_000',
            '"{" * 1_000_000',
            '"a: " + "[" * 1_000_000 + "]" * 1_000_000',
            '"a: " + "{a: " * 100_000',
            '"a: " + "[a: " * 100_000',
            '"- " * 100_000',
            '"-  " * 100_000',
            '"? " * 100_000',
            '"- ? " * 100_000',
            '"a:\\n" + "- " * 100_000 + "x"',
            '"".join(" " * n + "k:\\n" for n in range(2_500))',
            '"".join(" " * n + "-\\n" for n in range(2_500))',
            '"a: &x " + "[&y " * 100_000',
            '"!!seq [" * 100_000',
            '"-\\t" * 100_000',
            '"[\\n" * 500_000',
            '"\'" * 1_000_000',
            '"a: " + "x " * 1_000_000',
            '"&a" * 500_000',
            '"#" * 3_000_000',
            '"a\\n" * 1_000_000',
            '"\\n" * 3_000_000',
        ],
    )
    def test_hostile_depth_does_not_bring_the_process_down(self, text: str) -> None:
        program = (
            f"from sop_engine.source import parse; source, found = parse({text}, ''); print(source is None, len(found))"
        )
        began = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr[-500:]
        assert done.stdout.split() in (["True", "1"], ["False", "0"])
        assert time.perf_counter() - began < 10

    def test_a_billion_laughs(self) -> None:
        lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
        began = time.perf_counter()
        assert {code for code, *_ in found_in("\n".join(lines))} == {"SOP105"}
        assert time.perf_counter() - began < 1


class TestAmount:
    def test_the_limit_is_exact(self) -> None:
        # the mapping, its key and the list are values too
        most = "a: [" + "x," * (MAX_VALUES - 3) + "]\n"
        assert len(parsed(most).data["a"]) == MAX_VALUES - 3
        assert found_in(most.replace("]", "x]")) == [("SOP135", 1, 5 + 2 * (MAX_VALUES - 3))]

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("a:\n" + "- no\n" * 5000, "SOP106"),
            ("a: 1\n" * 5000, "SOP104"),
            ("a:\n" + "- !x y\n" * 5000, "SOP105"),
            ('a:\n' + '- "\\e"\n' * 5000, "SOP131"),
        ],
    )  # fmt: skip
    def test_one_mistake_made_thousands_of_times_is_told_a_hundred_times(self, text: str, code: str) -> None:
        assert [each for each, *_ in found_in(text)] == [code] * 100

    def test_another_mistake_after_them_is_still_told(self) -> None:
        assert found_in("a:\n" + "- no\n" * 5000 + "a: 1\n")[-1] == ("SOP104", 5002, 1)

    @pytest.mark.parametrize(
        "text",
        [
            "a: [" + "[]," * 333_000 + "]",
            "a: [" + "no," * 333_000 + "]",
            "a: [" + "~," * 500_000 + "]",
            "a: &x y\nb: [" + "*x," * 333_000 + "]",
            "a:\n" + "".join(f"- &a{number} x\n" for number in range(90_000)),
            "".join(f"kunci{number}: 1\n" for number in range(66_000)),
            "a: {" + "b," * 500_000 + "}",
            "a:\n" + "- {b: c}\n" * 110_000,
            "? [a]\n: b\n" * 100_000,
            "a: " + "9" * 1_000_000,
            "a: " + "1:" * 500_000 + "1",
        ],
        ids=lambda text: text[:12],
    )
    def test_a_megabyte_is_read_or_refused_in_good_time(self, text: str) -> None:
        began = time.process_time()
        source, found = parse(text, "f.yaml")
        # a second is promised; the machine that runs this may be a slow one
        assert time.process_time() - began < 4
        assert source is not None or found
        assert len(found) <= 200


class TestPlainValues:
    @given(st.text(st.sampled_from([*"yYnNtTfFoO-+0123456789.:_eE=<~ aAlLrRuUsS", "é"]), max_size=12))
    @settings(max_examples=2000, deadline=None)
    def test_are_text_exactly_where_yaml_sees_text(self, written: str) -> None:
        source, _ = parse(f"{{k: {written}}}\n", "f.yaml")
        try:
            theirs = yaml.compose(f"{{k: {written}}}\n", Loader=yaml.SafeLoader)
        except yaml.YAMLError:
            return
        if source is None or not isinstance(theirs.value[0][1], yaml.ScalarNode):
            return
        seen = theirs.value[0][1].tag.rpartition(":")[2]
        kinds = {"null": type(None), "bool": bool, "int": int}
        value = source.data["k"]
        assert isinstance(value, str) or type(value) is kinds[seen]
        if seen == "null" or written.strip() in ("true", "false", "0", "12"):
            assert type(value) is kinds[seen]


def inside(found: Diagnostic, text: str) -> bool:
    lines = text.split("\n")
    return (
        1 <= found.position.line <= len(lines) and 1 <= found.position.column <= len(lines[found.position.line - 1]) + 1
    )


_PIECES = """a | b: | : | - | [ | ] | { | } | , | ' | " | # | &x | *x | !!str | > | ? | --- | ... | % | @ | 12
| no | ~ | \\ | é | 🏛 | << | = | 010 | 2025-01-02"""
_YAMLISH = st.lists(
    st.sampled_from(
        [*_PIECES.replace("\n", " ").split(" | "), "|", " ", "\n", "\n  ", "\n    ", "\r\n", "\t", "- ", "b: "]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(st.text(max_size=200), _YAMLISH))
@settings(max_examples=1000, deadline=None)
def test_any_text_is_read_or_told(text: str) -> None:
    source, found = parse(text, "f.yaml")
    assert source is not None or found
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    for each in found:
        assert Position(1, 1) <= each.position
        assert inside(each, unix)
        assert all(each.message(language) and each.hint(language) for language in ("id", "en"))


@given(st.one_of(st.binary(max_size=200), _YAMLISH.map(str.encode)))
@settings(max_examples=500, deadline=None)
def test_any_bytes_are_text_or_told(raw: bytes) -> None:
    text, found = decode(raw, "f.yaml")
    assert (text is None) == bool(found)
    for each in found:
        assert inside(each, raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n"))
