"""The actors and their columns: positions with one spelling, in the order in which they act."""

from __future__ import annotations

import pytest
from sample import definition

from sop_engine.compiler import compile_text
from sop_engine.diagnostic import Diagnostic

ACTORS = {"SOP041", "SOP042", "SOP043", "SOP044", "SOP045", "SOP046", "SOP047"}


def found(fragment: str) -> list[Diagnostic]:
    return [each for each in compile_text(definition(fragment))[1] if each.code in ACTORS]


def actors(**names: str) -> str:
    rows = (f"  {key}: {{name: {name}}}\n" for key, name in names.items())
    return "actors:\n" + "".join(rows)


def steps(*rows: str) -> str:
    words = (row.partition(" ") for row in rows)
    return "steps:\n" + "".join(
        f"  - {{id: s{n}, actor: {actor}, activity: Memeriksa berkas{more and ', ' + more}}}\n"
        for n, (actor, _, more) in enumerate(words)
    )


class TestColumns:
    def test_in_the_order_of_acting(self) -> None:
        assert not found(actors(a="Pemohon", b="Petugas", c="Lurah") + steps("a", "b", "c", "a", "b"))

    def test_another_order(self) -> None:
        (told,) = found(actors(b="Petugas", a="Pemohon", c="Lurah") + steps("a", "b", "c"))
        assert (told.code, told.route) == ("SOP042", ("actors", "b"))
        assert dict(told.args) == {"left": "Petugas", "right": "Pemohon", "order": "Pemohon, Petugas, Lurah"}

    def test_the_order_of_rank(self) -> None:
        (told,) = found(actors(c="Camat", k="Kasi Umum", b="Petugas Loket") + steps("b", "k", "c"))
        assert (told.code, told.route) == ("SOP043", ("actors", "c"))

    def test_who_is_told_first_may_stand_first(self) -> None:
        text = actors(a="Pemohon", c="Camat", b="Petugas")
        assert not found(text + steps("a involves: [c]", "b", "c"))
        assert found(text + steps("a", "b involves: [c]", "c"))

    def test_those_who_act_together_or_instead_act_too(self) -> None:
        text = actors(a="Pemohon", b="Petugas", c="Camat", d="Sekretaris")
        assert not found(text + steps("a with: [b]", "c any_of: [d]", "b"))

    def test_those_who_act_only_in_a_complaint_may_stand_anywhere(self) -> None:
        text = actors(z="Pengadu", a="Pemohon", b="Petugas") + steps("a", "b")
        complaint = (
            "complaints:\n  within: 1 jam\n  officer: {name: P, position: J}\n  channels: [{kind: lapor}]\n"
            "  procedures:\n    - id: p\n      title: P\n      steps:\n"
            "        - {id: x, actor: b, activity: Menerima}\n        - {id: y, actor: z, activity: Menilai}\n"
        )
        assert not found(text + complaint)

    def test_within_parallel_branches(self) -> None:
        one, other = (f"{{steps: [{{id: {actor}, actor: {actor}, activity: Menilai}}]}}" for actor in "cb")
        branches = f"parallel: [{one}, {other}]"
        assert [each.code for each in found(actors(a="Pemohon", b="Petugas", c="Lurah") + steps(f"a {branches}"))] == [
            "SOP042"
        ]

    @pytest.mark.parametrize(("count", "told"), [(8, []), (9, ["SOP047"])])
    def test_how_many_columns(self, count: int, told: list[str]) -> None:
        names = {f"p{n}": f"Petugas Meja {n}" for n in range(count)}
        assert [each.code for each in found(actors(**names) + steps(*names))] == told

    @pytest.mark.parametrize(
        ("nature", "acting", "told"),
        [
            ("technical", ["a"], []),
            ("technical", ["a", "b"], ["SOP046"]),
            ("administrative", ["a", "b"], []),
            ("administrative", ["a"], ["SOP046"]),
        ],
    )
    def test_the_nature(self, nature: str, acting: list[str], told: list[str]) -> None:
        text = actors(**dict.fromkeys(acting, "Petugas")).replace("b: {name: Petugas}", "b: {name: Lurah}")
        assert [each.code for each in found(text + steps(*acting) + f"identity: {{nature: {nature}}}\n")] == told


class TestPositions:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Bambang Contoh", "a_person"),
            ("Contoh Nama, S.Sos", "a_person"),
            ("Contoh Nama, SH", "a_person"),
            ("Ibu Sri Contoh", "a_person"),
            ("Dinas Kesehatan", "an_office"),
            ("Kecamatan", "an_office"),
            ("Sub Bagian Protokol", "an_office"),
            ("Kepala Dinas Kesehatan", None),
            ("Petugas Dinas", None),
            ("Ibu hamil", None),
            ("Tim Teknis", None),
            ("Front Office", None),
            ("Kepala Seksi Ketenteraman, Ketertiban, dan Umum", None),
            ("Kasubag Umum dan Kepegawaian/staf", None),
            ("Agendaris", None),
            ("Mega Proyek", "a_person"),
            ("Dokter", None),
        ],
    )
    def test_a_name_of_an_actor(self, name: str, kind: str | None) -> None:
        told = [dict(each.args)["kind"] for each in found(actors(a=f'"{name}"') + steps("a")) if each.code == "SOP044"]
        assert told == ([] if kind is None else [kind])

    @pytest.mark.parametrize("more", ["external: true", "system: true"])
    def test_others_may_be_named_by_their_office(self, more: str) -> None:
        text = f"actors:\n  a: {{name: Kantor Pertanahan, {more}}}\n" + steps("a")
        assert not found(text)


class TestSpellings:
    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("Kepala Bagian Umum", "Kabag Umum", True),
            ("Kepala Bagian Umum", "kepala  bagian umum", True),
            ("Kepala Seksi Pelayanan", "Kasi. Pelayanan", True),
            ("Ka. Puskesmas", "Kepala Puskesmas", True),
            ("Sekretaris Camat", "Sekcam", True),
            ("Staff Umum", "Staf Umum", True),
            ("Walikota", "Wali Kota", True),
            ("Sub Bagian Umum", "Subbagian Umum", True),
            ("Kasubag Umum", "Kepala Sub Bagian Umum", True),
            ("Petugas", "Petugas Loket", False),
            ("Kepala Bagian", "Kepala Bidang", False),
            ("Petugas Meja 1", "Petugas Meja 2", False),
            ("Front Office", "FO", True),
        ],
    )
    def test_two_actors_of_one_name(self, one: str, other: str, same: bool) -> None:
        told = [each for each in found(actors(a=one, b=other) + steps("a", "b")) if each.code == "SOP045"]
        assert [(each.route, each.related) for each in told] == ([(("actors", "b"), ("actors", "a"))] if same else [])

    def test_an_alias_that_is_another_actor(self) -> None:
        text = "actors:\n  a: {name: Pemohon, aliases: [Rekanan]}\n  b: {name: rekanan}\n" + steps("a", "b")
        assert [each.route for each in found(text)] == [("actors", "a", "aliases"), ("actors", "b")]


def test_every_way_of_being_mentioned_is_use() -> None:
    text = (
        actors(a="Pemohon", b="Petugas", c="Camat", d="Sekretaris", e="Lurah", f="Loket", g="Kasir")
        + "steps:\n  - {id: x, actor: a, activity: Mengajukan}\n"
        + "  - {id: y, actor: b, any_of: [g], activity: Memeriksa, deputy: {actor: d, when: Bila cuti}, decision: "
        "{question: Lengkap?, branches: [{answer: ya}, {answer: tidak, to: x, through: f}]}}\n"
        + "  - {id: z, actor: c, activity: Menandatangani, end: e}\n"
        + "ends:\n  e: {text: Selesai, notify: [e]}\n"
    )
    assert "SOP041" not in {each.code for each in found(text)}
