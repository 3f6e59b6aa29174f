"""The front door: text, file or stream -> a compiled definition or findings, never an exception."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import CHUNKS, UNIT_TEXT, definition

from sop_engine.compiler import compile_file, compile_stream, compile_text, judge_file, load
from sop_engine.definition.catalogue import Catalogue
from sop_engine.diagnostic import Diagnostic, Severity
from sop_engine.failure import Failure
from sop_engine.render.image import png


def place(each: Diagnostic) -> tuple[str, int, int]:
    return each.code, each.position.line, each.position.column


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "units" / "contoh").mkdir(parents=True)
    (tmp_path / "units" / "contoh" / "kelurahan.yaml").write_text(UNIT_TEXT, encoding="utf-8")
    (tmp_path / "izin-keramaian.yaml").write_text(definition(), encoding="utf-8")
    return tmp_path


class TestText:
    def test_a_definition_without_errors_compiles(self) -> None:
        compiled, found = compile_text(definition(), UNIT_TEXT)
        assert compiled is not None
        assert not found
        assert compiled.unit is not None
        assert compiled.unit.name == "Kelurahan Contoh"
        assert (compiled.text, compiled.unit_text) == (definition(), UNIT_TEXT)

    def test_warnings_do_not_stop_it(self) -> None:
        compiled, found = compile_text(definition("sla:\n  within: 1 hari\n"))
        assert compiled is not None
        assert [each.code for each in found] == ["SP013", "SP012"]

    def test_one_error_does(self) -> None:
        assert compile_text(definition("xyz: 1\n"))[0] is None

    def test_the_same_text_has_the_same_digest(self) -> None:
        one, other = compile_text(definition(), UNIT_TEXT)[0], compile_text(definition(), UNIT_TEXT)[0]
        assert one is not None
        assert other is not None
        assert one == other
        assert one.digest == other.digest
        assert len(one.digest) == 64

    def test_any_change_changes_the_digest(self) -> None:
        texts = [
            (definition(), UNIT_TEXT),
            (definition() + "# x\n", UNIT_TEXT),
            (definition(), UNIT_TEXT + "# x\n"),
            (definition(), None),
        ]
        compiled = [compile_text(*each)[0] for each in texts]
        assert len({each.digest for each in compiled if each is not None}) == len(texts)

    def test_the_digest_is_part_of_the_record_and_does_not_move(self) -> None:
        compiled, _ = compile_text(definition(), UNIT_TEXT)
        assert compiled is not None
        assert compiled.digest == "9b0824aa8a008d32bff41897675072946e10fab7a39c75d65f3c1486527236b6"

    def test_findings_stand_in_the_order_of_the_text(self) -> None:
        text = definition("sla:\n  within: 1 hari\nproducts: []\nxyz: 1\ntitle: no\n")
        found = compile_text(text, path="f.yaml")[1]
        assert [(each.position.line, each.code) for each in found] == sorted(
            (each.position.line, each.code) for each in found
        )
        assert compile_text(text, path="f.yaml")[1] == found

    def test_places_do_not_depend_on_a_path(self) -> None:
        text = definition("title: a\ntitle: b\nxyz: 1\n")
        assert [place(each) for each in compile_text(text)[1]] == [
            place(each) for each in compile_text(text, path="f")[1]
        ]

    @pytest.mark.parametrize("breaks", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_places_of_many_findings(self, breaks: str, mark: str, tmp_path: Path) -> None:
        text = (
            "# Café – komentar 🏛\n"
            + "".join(chunk for key, chunk in CHUNKS.items() if key not in ("title", "actors", "sla", "steps"))
            + 'title: "Izin – Keramaian"\n'
            + "actors:\n  pemohon: {name: Pemohon}\n  petugas: {name: “Petugas”, aliases: [loket]}\n"
            + "  lurah: {name: L}\n"
            + "sla: {note: é, within: 1 hari}\n"
            + "steps:\n  - {id: a, actor: pemohn, activity: Menata “é”, next: z}\n"
            + "  - {id: a, actor: petugas, activity: Memeriksa}\n"
        )
        raw = (mark + text.replace("\n", breaks)).encode()
        found = compile_stream(raw, Catalogue(tmp_path), "f.yaml")[1]
        assert [place(each) for each in found] == [
            ("SOP118", 4, 7),
            ("SOP045", 35, 30),
            ("SOP041", 36, 3),
            ("SP013", 37, 1),
            ("SP012", 37, 24),
            ("SOP048", 39, 20),
            ("SOP025", 39, 56),
            ("SOP035", 40, 10),
        ]
        (twice,) = [each for each in found if each.code == "SOP035"]
        assert twice.related_position == (39, 10)

    def test_an_unknown_procedure_names_those_there_are(self) -> None:
        compiled, _ = compile_text(definition())
        assert compiled is not None
        with pytest.raises(Failure) as refused:
            compiled.flow("langsung")
        assert refused.value.code == "RUN021"
        assert "utama" in refused.value.message("id")


class TestFiles:
    def test_a_file_has_its_unit(self, folder: Path) -> None:
        compiled, found = compile_file(folder / "izin-keramaian.yaml", Catalogue(folder))
        assert not found
        assert compiled is not None
        assert compiled.unit_text == UNIT_TEXT

    def test_its_name_is_its_id(self, folder: Path) -> None:
        (folder / "lain.yaml").write_text(definition(), encoding="utf-8")
        (found,) = judge_file(folder / "lain.yaml", Catalogue(folder)).found
        assert place(found) == ("SOP116", 2, 5)

    def test_a_stream_has_no_name(self, folder: Path) -> None:
        assert compile_stream(definition().encode(), Catalogue(folder), "<stdin>")[1] == ()

    def test_a_unit_that_is_missing(self, folder: Path) -> None:
        text = definition("unit: contoh/lain\n")
        (found,) = compile_stream(text.encode(), Catalogue(folder), "f")[1]
        assert found.code == "SOP118"

    def test_a_unit_with_errors(self, folder: Path) -> None:
        (folder / "units" / "contoh" / "kelurahan.yaml").write_text(UNIT_TEXT + "x: 1\n", encoding="utf-8")
        (found,) = judge_file(folder / "izin-keramaian.yaml", Catalogue(folder)).found
        assert place(found) == ("SOP118", 4, 7)

    def test_a_unit_file_is_checked_as_one(self, folder: Path) -> None:
        assert judge_file(folder / "units" / "contoh" / "kelurahan.yaml", Catalogue(folder)).found == ()

    @pytest.mark.parametrize(
        ("named", "reason"),
        [("tiada.png", "logo_unreadable"), ("../../../luar.png", "logo_outside"), ("besar.png", "logo_large"),
         ("teks.png", "logo_other"), ("kecil.png", "logo_pixels")],
    )  # fmt: skip
    def test_a_logo_that_cannot_be_drawn_is_a_warning(self, folder: Path, named: str, reason: str) -> None:
        file = folder / "units" / "contoh" / "kelurahan.yaml"
        (file.parent / "besar.png").write_bytes(b"x" * 2_000_001)
        (file.parent / "teks.png").write_bytes(b"halo")
        (file.parent / "kecil.png").write_bytes(png('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'))
        file.write_text(f"{UNIT_TEXT}logo: {named}\n", encoding="utf-8")
        (found,) = judge_file(file, Catalogue(folder)).found
        assert (found.code, found.severity) == ("SOP137", "warning")
        assert (dict(found.args), found.position.line) == ({"value": named, "reason": reason}, 5)

    def test_a_unit_file_in_another_place(self, folder: Path) -> None:
        other = folder / "units" / "kelurahan.yaml"
        other.write_text(UNIT_TEXT, encoding="utf-8")
        (found,) = judge_file(other, Catalogue(folder)).found
        assert place(found) == ("SOP116", 2, 5)
        assert dict(found.args)["file"] == "kelurahan.yaml"

    def test_a_unit_file_without_its_version_is_still_one(self, folder: Path) -> None:
        unit = folder / "units" / "contoh" / "kelurahan.yaml"
        unit.write_text(UNIT_TEXT.replace("unit: 1\n", ""), encoding="utf-8")
        assert [each.code for each in judge_file(unit, Catalogue(folder)).found] == ["SOP111"]

    @pytest.mark.parametrize(
        "content", [b"", b"\x00\x01", b"- a\n", b"\xff\xfe", b"unit: 1\n", b"sop: 1\n", b"{}", b"a: [", b"unit: [1]"]
    )
    def test_any_file_is_told(self, folder: Path, content: bytes) -> None:
        file = folder / "aneh.yaml"
        file.write_bytes(content)
        assert judge_file(file, Catalogue(folder)).found

    def test_load_gives_a_definition_or_a_refusal(self, folder: Path) -> None:
        catalogue = Catalogue(folder)
        assert load(catalogue, "izin-keramaian").definition.id == "izin-keramaian"
        (folder / "salah.yaml").write_text(definition("id: salah\nxyz: 1\n"), encoding="utf-8")
        for sop_id, code in (("salah", "RUN022"), ("tidak-ada", "RUN020"), ("../x", "USE010")):
            with pytest.raises(Failure) as refused:
                load(catalogue, sop_id)
            assert refused.value.code == code


def steps(count: int, extra: str = "") -> str:
    rows = (
        f"  - id: langkah-{n}\n    actor: petugas\n    activity: Mengerjakan langkah {n}\n{extra}" for n in range(count)
    )
    return "actors:\n  petugas:\n    name: Petugas\nsteps:\n" + "".join(rows)


class TestLarge:
    @pytest.mark.parametrize(
        ("extra", "code", "told"),
        [
            ("", None, 0),
            ("    input: [satu, dua]\n", None, 0),
            ("    xyz: 1\n", "SOP110", 500),
            ("    next: tidak-ada\n", "SOP025", 500),
            ("    time: 1 hri\n", "SOP061", 500),
            ("    with: [petgas]\n", "SOP048", 500),
            ("    note:\n", "SOP120", 1000),
        ],
    )
    def test_ten_thousand_steps_take_seconds(self, extra: str, code: str | None, told: int) -> None:
        text = definition(steps(10_000, extra))
        began = time.perf_counter()
        compiled, found = compile_text(text)
        took = time.perf_counter() - began
        assert took < 20
        assert (compiled is None) == bool(code)
        assert len(found) == told
        assert {each.code for each in found} == ({code} if code else set())

    def test_ten_thousand_steps_in_one_circle(self) -> None:
        text = definition(steps(10_000) + "    next: langkah-0\n")
        began = time.perf_counter()
        found = compile_text(text)[1]
        assert time.perf_counter() - began < 20
        assert [each.code for each in found] == ["SOP028"]
        assert found[0].message("id").endswith("berputar di langkah 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …, 10000")

    def test_a_file_of_keys_that_nobody_knows(self) -> None:
        began = time.perf_counter()
        found = compile_text("".join(f"k{n}: 1\n" for n in range(50_000)))[1]
        assert time.perf_counter() - began < 30
        assert len(found) == 500


_VALUE = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(max_size=8),
        st.sampled_from(["petugas", "ajukan", "selesai", "3 hari kerja", "x" * 70, "../x", "ya"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                [
                    "id", "actor", "activity", "decision", "question", "branches", "answer", "to", "end", "next",
                    "steps", "name", "channels", "kind", "procedures", "unstated", "within", "free", "optional", "with",
                    "title", "text", "[key]",
                ]
            ),
            inner, max_size=5,
        ),
    ),
    max_leaves=25,
)  # fmt: skip


def _yaml(value: object) -> str:
    import json

    # JSON is YAML, except for signs beyond the basic plane, which JSON writes as pairs
    return json.dumps(value, ensure_ascii=False)


def _tells_the_truth(text: str) -> None:
    compiled, found = compile_text(text, UNIT_TEXT, "f.yaml")
    errors = [each for each in found if each.severity is Severity.ERROR]
    assert (compiled is None) == bool(errors)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for each in found:
        assert 1 <= each.position.line <= len(lines)
        assert 1 <= each.position.column <= len(lines[each.position.line - 1]) + 1
        assert all(each.message(language).strip() and each.hint(language).strip() for language in ("id", "en"))


@given(st.sampled_from([*CHUNKS, "ends", "unstated", "xyz"]), _VALUE)
@settings(max_examples=600, deadline=None)
def test_any_value_of_any_key_is_read_or_told(key: str, value: object) -> None:
    _tells_the_truth(definition(f"{key}: {_yaml(value)}\n"))


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_compiles_or_is_told(text: str) -> None:
    _tells_the_truth(text)


@given(st.integers(0, 800), st.integers(0, 30), st.text(max_size=6))
@settings(max_examples=600, deadline=None)
def test_any_slip_in_a_good_text_compiles_or_is_told(where: int, cut: int, typed: str) -> None:
    text = definition()
    _tells_the_truth(text[:where] + typed + text[where + cut :])


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_compile_or_are_told(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    compiled, found = compile_stream(raw, Catalogue(tmp_path_factory.getbasetemp()), "f")
    assert compiled is not None or found


def test_compiling_loads_no_heavy_library() -> None:
    import subprocess

    program = (
        "import sys; from sop_engine.compiler import compile_text; compile_text(sys.stdin.read());"
        "print([name for name in ('networkx', 'jinja2', 'graphviz', 'typst', 'rich', 'typer') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=definition(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
