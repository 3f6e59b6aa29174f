"""Data -> models: every mistake a finding of its own, at its place, with what is allowed, and no echo of it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError
from sample import UNIT_TEXT, definition

from sop_engine.compiler import compile_text
from sop_engine.definition.model import Definition, OfficeUnit
from sop_engine.definition.project import Project
from sop_engine.definition.read import read
from sop_engine.source import parse
from sop_engine.spelling import choices

STEP = "steps:\n  - id: ajukan\n    actor: pemohon\n    activity: Mengajukan\n"
LAST = "  - {id: layani, actor: petugas, activity: Melayani}\n  - {id: tetapkan, actor: lurah, activity: Menetapkan}\n"


def told(fragment: str) -> list[str]:
    """Return what is found about the base definition with a fragment: ``CODE text-at-the-place``."""
    text = definition(fragment)
    lines = text.split("\n")
    found = compile_text(text, UNIT_TEXT, "f.yaml")[1]
    return [f"{each.code} {lines[each.position.line - 1][each.position.column - 1 :]}" for each in found]


def message(fragment: str, code: str) -> str:
    (found,) = [each for each in compile_text(definition(fragment), None, "f.yaml")[1] if each.code == code]
    return f"{found.message('id')} | {found.hint('id')}"


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        # versions
        ("sop: 2\n", ["SOP108 2"]),
        ("sop: true\n", ["SOP108 true"]),
        ('sop: "1"\n', ['SOP108 "1"']),
        ("sop: 1.0\n", ["SOP108 1.0"]),
        ("sop: [1]\n", ["SOP108 [1]"]),
        # ids
        ("id: ../x\n", ["SOP119 ../x"]),
        ("id: /etc/passwd\n", ["SOP119 /etc/passwd"]),
        ("id: 'a\\b'\n", ["SOP119 'a\\b'"]),
        ("id: Izin Keramaian\n", ["SOP119 Izin Keramaian"]),
        ("id: con.\n", ["SOP119 con."]),
        ("id: 5\n", ["SOP129 5"]),
        ("id: true\n", ["SOP129 true"]),
        ("id: [a]\n", ["SOP112 [a]"]),
        (f"id: {'a' * 65}\n", [f"SOP126 {'a' * 65}"]),
        ("unit: ../../x\n", ["SOP119 ../../x"]),
        ("unit: a//b\n", ["SOP119 a//b"]),
        ("unit: /a\n", ["SOP119 /a"]),
        # keys
        ("tittle: x\n", ["SOP110 tittle: x"]),
        ("decree:\n  nmber: x\n", ["SOP110 nmber: x"]),
        ("calendar: {}\n", ["SOP114 calendar: {}"]),
        ("calendar: x\n", ["SOP114 calendar: x"]),
        ("12: x\n", ["SOP110 12: x"]),
        ("'<script>': x\n", ["SOP110 '<script>': x"]),
        # texts
        ("title:\n", ["SOP120 "]),
        ('title: ""\n', ['SOP120 ""']),
        ('title: "  "\n', ['SOP120 "  "']),
        ("title: 5\n", ["SOP129 5"]),
        ("title: {a: b}\n", ["SOP112 {a: b}"]),
        (f"title: {'x' * 5001}\n", [f"SOP126 {'x' * 5001}"]),
        ("title: 1.5\n", ["SOP106 1.5"]),
        # lists
        ("products: x\n", ["SOP112 x"]),
        ("products: [1, a, ~]\n", ["SOP129 1, a, ~]", "SOP120 ~]"]),
        ("products:\n  -\n", ["SOP120 "]),
        ("requirements:\n  - surat\n", ["SOP112 surat"]),
        ("requirements:\n  - id: a\n", ["SOP111 id: a"]),
        (STEP + "    with: petugas\n" + LAST, ["SOP112 petugas"]),
        (STEP + "    unstated: [aktor]\n" + LAST, ["SOP113 aktor]"]),
        ("steps:\n  -\n", ["SOP120 "]),
        ("steps: []\n", ["SOP020 []"]),
        ("steps:\n", ["SOP120 "]),
        ("steps: {a: b}\n", ["SOP112 {a: b}"]),
        # groups
        ("decree: 5\n", ["SOP112 5"]),
        ("decree: {}\n", ["SOP111 {}"]),
        ("complaints: x\n", ["SOP112 x"]),
        ("actors: []\n", ["SOP112 []"]),
        ("actors:\n", ["SOP120 "]),
        # actors
        (
            "actors:\n  pemohon: {name: P}\n  petugas: 5\n  lurah: {name: L}\n",
            ["SOP112 5"],
        ),
        (
            "actors:\n  pemohon: {name: P}\n  petugas: {nama: T}\n  lurah: {name: L}\n",
            ["SOP110 nama: T}"],
        ),
        (
            "actors:\n  pemohon: {name: P}\n  petugas: {name: T}\n  lurah: {name: L}\n  Pak Lurah: {name: L}\n",
            ["SOP119 Pak Lurah: {name: L}"],
        ),
        # times
        ("sla: {within: 3}\n", ["SOP061 3}"]),
        ("sla: {within: 3 Hari}\n", ["SOP061 3 Hari}"]),
        ("sla: {within: {amount: 3, unit: hari}}\n", ["SOP061 {amount: 3, unit: hari}}"]),
        ("sla: {within: [3 hari]}\n", ["SOP061 [3 hari]}"]),
        ("sla: {wihtin: 3 hari}\n", ["SOP110 wihtin: 3 hari}"]),
        ("sla: {within: 3 jam, from: sekarang}\n", ["SOP113 sekarang}"]),
        # fees
        ("fee: {free: false}\n", ["SOP113 false}"]),
        ("fee: {free: 1}\n", ["SOP113 1}"]),
        ("fee: {free: yes}\n", ["SOP113 yes}"]),
        ("fee: {amount: 15.000}\n", ["SOP112 15.000}"]),
        ('fee: {amount: "15000"}\n', ['SOP112 "15000"}']),
        ("fee: {amount: 0}\n", ["SOP113 0}"]),
        ("fee: {amount: -1}\n", ["SOP113 -1}"]),
        ("fee: {amount: true}\n", ["SOP112 true}"]),
        ("fee: {amount: .nan}\n", ["SOP112 .nan}"]),
        (f"fee: {{amount: {'9' * 300}}}\n", []),
        # answers
        (
            STEP + "    decision:\n      question: Ya?\n      branches: [{answer: ya}, {answer: no, to: 5}]\n" + LAST,
            ["SOP106 no, to: 5}]", "SOP129 5}]"],
        ),
        (
            STEP + "    decision:\n      question: Ya?\n      branches: [{answer: ya}, {to: ajukan}]\n" + LAST,
            ["SOP111 {to: ajukan}]"],
        ),
    ],
)
def test_each_mistake_is_told_once_and_where_it_stands(fragment: str, expected: list[str]) -> None:
    assert told(fragment) == expected


def test_many_mistakes_are_told_at_once() -> None:
    fragment = (
        "title: 5\nsla: {within: 3}\nfee: {gratis: true}\nproducts: [1]\n"
        + STEP.replace("pemohon", "pemohn")
        + "    next: layan\n"
        + LAST
    )
    assert sorted(each.split()[0] for each in told(fragment)) == [
        "SOP025", "SOP048", "SOP061", "SOP110", "SOP129", "SOP129",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fragment", "code", "expected"),
    [
        ("tittle: x\n", "SOP110", "kunci `tittle` tidak dikenal; maksudnya `title`? | Yang boleh di sini: sop,"),
        ("decree: {}\n", "SOP111", "kunci `number` belum ada | Tambahkan `number:` (Nomor SK)."),
        ("fee: {free: false}\n", "SOP113", "isi `free` tidak boleh `false` | Yang boleh: true."),
        ("fee: {amount: 0}\n", "SOP113", "isi `amount` tidak boleh `0` | Yang boleh: 1, 2, 3, …."),
        ('sop: "1"\n', "SOP108", 'versi bahasa `"1"` tidak dikenal'),
        ("sla: {within: 3}\n", "SOP061", "waktu `3` tidak dapat dibaca | Tulis bilangan dan satuan, misalnya"),
        ("actors: {Pak Lurah: {name: L}}\n", "SOP119", "`Pak Lurah` tidak dapat dipakai dalam `actors`"),
        ("products: [~]\n", "SOP120", "isi `products` kosong"),
        (f"id: {'a' * 70}\n", "SOP126", "isi `id` melebihi batas 64"),
        (f"{'k' * 500}: x\n", "SOP110", f"kunci `{'k' * 59}…` tidak dikenal |"),
        (
            "complaints: {channels: [{kind: telpon}]}\n", "SOP113",
            "isi `kind` tidak boleh `telpon` | Yang boleh: phone, mobile, whatsapp",
        ),
    ],
)  # fmt: skip
def test_a_message_names_the_value_and_what_is_allowed(fragment: str, code: str, expected: str) -> None:
    assert message(fragment, code).startswith(expected)


def test_a_repaired_definition_never_leaves_as_a_valid_one() -> None:
    for fragment in ("title:\n", "products: [~]\n", "xyz: 1\n", "sla: {within: 3}\n"):
        assert compile_text(definition(fragment))[0] is None


def test_a_model_does_not_change() -> None:
    compiled, _ = compile_text(definition())
    assert compiled is not None
    with pytest.raises(ValidationError):
        compiled.definition.title = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        compiled.definition.actors["x"] = compiled.definition.actors["lurah"]  # type: ignore[index]


def test_line_breaks_in_a_text_are_spaces() -> None:
    compiled, _ = compile_text(definition("title: |\n  Izin\n  Keramaian   Umum\n"))
    assert compiled is not None
    assert compiled.definition.title == "Izin Keramaian Umum"


def test_a_unit_is_read_in_the_same_way() -> None:
    source, _ = parse(UNIT_TEXT + "time_zone: Asia/Jkarta\npostcode: 51111\npeople: x\n", "u.yaml")
    assert source is not None
    assert [each.code for each in read(source, OfficeUnit).found] == ["SOP129", "SOP113", "SOP114"]


def test_what_may_be_left_out_gets_no_stand_in() -> None:
    source, _ = parse(
        "project: 1\nmatrix: {widths: {activity: 500, time: 5, note: 30}, labels: {title: ''}}\n", "p.yaml"
    )
    assert source is not None
    reading = read(source, Project)
    told = [(each.code, dict(each.args).get("allowed")) for each in reading.found]
    assert told == [("SOP113", "≤ 120"), ("SOP113", "≥ 6"), ("SOP120", None)]
    assert reading.value is not None
    assert reading.value.matrix.widths.model_dump(exclude_none=True) == {"note": 30}
    assert reading.value.matrix.labels.model_dump(exclude_none=True) == {}


def test_the_nearest_spelling_is_not_looked_for_among_thousands() -> None:
    many = tuple(f"langkah-{number}" for number in range(10_000))
    assert choices("langkah-x", many) == {
        "near": "",
        "allowed": ", ".join(many[:40]) + ", …",
    }


def test_no_reserved_key_is_a_key_already() -> None:
    from sop_engine.definition import model

    parts = [part for part in vars(model).values() if isinstance(part, type) and issubclass(part, model.Part)]
    assert Definition in parts
    for part in parts:
        assert not part.reserved & {field.alias or name for name, field in part.model_fields.items()}
