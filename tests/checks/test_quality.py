"""Mutu baku and the components of the standard: complete, and at one with the steps."""

from __future__ import annotations

import pytest
from sample import definition

from sop_engine.checks.likeness import draft, everything, telling
from sop_engine.compiler import compile_text
from sop_engine.diagnostic import Diagnostic

OWN = {
    "SOP017", "SOP060", "SOP066", "SOP068", "SOP069", "SP001", "SP002", "SP005", "SP006", "SP007", "SP022", "SP030",
    "SP031", "SP032", "SP041", "SP042",
}  # fmt: skip
"""The findings of other families are tested elsewhere."""

LINEAR = ("a pemohon", "b petugas", "c lurah")


def found(fragment: str) -> list[Diagnostic]:
    return [each for each in compile_text(definition(fragment), None, "f.yaml")[1] if each.code in OWN]


def told(fragment: str) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(each.code, each.route) for each in found(fragment)]


def codes(fragment: str) -> list[str]:
    return [each.code for each in found(fragment)]


def steps(*rows: str) -> str:
    """Return steps from rows such as ``id actor more``; ``more`` may begin with an activity."""
    lines = []
    for row in rows:
        step, actor, *more = row.split(" ", 2)
        rest = more[0] if more else ""
        activity = "" if rest.startswith("activity") else "activity: Bekerja, " if rest else "activity: Bekerja"
        lines.append(f"  - {{id: {step}, actor: {actor}, {activity}{rest}}}\n")
    return "steps:\n" + "".join(lines)


def complaints(officer: str = "{name: Sri, position: Lurah}", channels: str = "[{kind: lapor}]", more: str = "") -> str:
    return f"complaints: {{within: 1 jam, officer: {officer}, channels: {channels}{more}}}\n"


class TestWords:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Surat izin keramaian", {"izin", "keramaian"}),
            ("Surat izin yang sudah diparaf", {"izin"}),
            ("berkas permohonan lengkap", set()),
            ("Fotokopi KTP 2 lembar", {"ktp", "2"}),
            ("", set()),
        ],
    )
    def test_words_that_tell_papers_apart(self, text: str, words: set[str]) -> None:
        assert telling(text) == words

    def test_what_is_unfinished(self) -> None:
        assert draft("Draf surat izin")
        assert not draft("Surat izin")


class TestColumns:
    def test_without_columns_nothing_is_wanted(self) -> None:
        assert not codes(steps(*LINEAR))
        assert not codes(steps("a pemohon", "b petugas time: 1 jam", "c lurah"))

    def test_a_hole_in_a_column_that_is_used(self) -> None:
        row = "time: 1 jam, output: berkas"
        (_, each) = found(steps(f"a petugas {row}", "b petugas output: berkas", f"c lurah {row}"))
        assert (each.code, each.route) == ("SOP060", ("steps", 1))
        assert each.message("id") == "mutu baku langkah 2 `b` belum memuat waktu"

    def test_an_outsider_needs_no_time_and_another_sop_nothing(self) -> None:
        row = "time: 1 jam, output: berkas"
        assert "SOP060" not in codes(steps("a pemohon output: berkas", f"b petugas {row}", f"c lurah {row}"))
        assert "SOP060" not in codes(steps("a petugas call: {sop: x}", f"b petugas {row}", f"c lurah {row}"))

    def test_an_sop_ap_wants_all_of_every_step(self) -> None:
        identity = "identity: {number: '1', made: 2026-01-01}\n"
        routes = [route for code, route in told(identity + steps(*LINEAR)) if code == "SOP060"]
        assert routes == [("steps", 0), ("steps", 1), ("steps", 2)]

    def test_a_requirement_is_an_input(self) -> None:
        identity = "identity: {number: '1', made: 2026-01-01}\n"
        row = "time: 1 jam, output: berkas, "
        assert "SOP060" not in codes(identity + steps(*(f"{step} petugas {row}requires: [surat]" for step in "abc")))
        assert "SOP060" in codes(identity + steps(*(f"{step} petugas {row}note: x" for step in "abc")))

    def test_times_alone_are_no_sop_ap(self) -> None:
        assert not codes(steps(*(f"{step} petugas time: 1 jam" for step in "abc")))
        assert codes(steps(*(f"{step} petugas time: 1 jam, output: berkas" for step in "abc"))) == ["SOP017"]

    def test_within_parallel_branches(self) -> None:
        row = "time: 1 jam"
        branches = (
            "parallel: [{steps: [{id: x, actor: petugas, activity: A}]}, "
            f"{{steps: [{{id: y, actor: lurah, activity: A, {row}}}]}}]"
        )
        fragment = steps(f"a petugas {row}, {branches}", f"b petugas {row}", f"c lurah {row}")
        assert ("SOP060", ("steps", 0, "parallel", 0, "steps", 0)) in told(fragment)

    def test_a_complaint_procedure_is_no_sop_ap(self) -> None:
        identity = "identity: {number: '1', made: 2026-01-01}\n"
        procedure = ", procedures: [{id: p, title: P, steps: [{id: x, actor: lurah, activity: A}]}]"
        row = "input: [berkas], time: 1 jam, output: berkas"
        fragment = identity + steps(*(f"{step} petugas {row}" for step in "abc")) + complaints(more=procedure)
        assert "SOP060" not in codes(fragment)


class TestChain:
    def test_what_nobody_needs(self) -> None:
        fragment = steps("a petugas output: Peta lokasi", "b petugas input: [Kwitansi]", "c lurah")
        assert ("SOP066", ("steps", 0, "output")) in told(fragment)

    @pytest.mark.parametrize(
        "second",
        [
            "input: [Peta lokasi yang disahkan]", "input: [berkas]", "activity: Memeriksa peta, input: [Kwitansi]",
            "output: Kwitansi", "input: [Kwitansi, dokumen pendukung]",
        ],
    )  # fmt: skip
    def test_what_may_be_needed(self, second: str) -> None:
        assert "SOP066" not in codes(steps("a petugas output: Peta lokasi", f"b petugas {second}", "c lurah"))

    def test_a_later_step_may_need_it(self) -> None:
        rows = ("a petugas output: Peta lokasi", "b petugas input: [Kwitansi]", "c lurah input: [Peta]")
        assert "SOP066" not in codes(steps(*rows))

    def test_a_product_is_needed_by_the_public(self) -> None:
        rows = ("a petugas output: Izin keramaian", "b petugas input: [Kwitansi]", "c lurah")
        assert "SOP066" not in codes(steps(*rows))


class TestRequirements:
    TWO = "requirements: [{id: denah, text: Denah lokasi}, {id: ktp, text: Fotokopi KTP}]\n"

    def test_none_is_asked_when_no_step_says_what_it_needs(self) -> None:
        assert not codes(self.TWO + steps(*LINEAR))

    def test_one_that_no_step_asks_for(self) -> None:
        fragment = self.TWO + steps("a pemohon requires: [ktp]", "b petugas", "c lurah")
        assert told(fragment) == [("SOP068", ("requirements", 0))]
        assert not codes(self.TWO + steps("a pemohon requires: [ktp]", "b petugas requires: [denah]", "c lurah"))

    def test_the_words_of_an_input_count(self) -> None:
        assert codes(self.TWO + steps("a pemohon input: [KTP pemohon]", "b petugas", "c lurah")) == ["SOP068"]
        assert not codes(self.TWO + steps("a pemohon input: [KTP pemohon, denah]", "b petugas", "c lurah"))

    def test_the_whole_file_is_everything_until_somebody_is_exact(self) -> None:
        assert not codes(self.TWO + steps("a pemohon input: [berkas persyaratan]", "b petugas", "c lurah"))
        exact = steps("a pemohon input: [berkas persyaratan]", "b petugas requires: [ktp]", "c lurah")
        assert codes(self.TWO + exact) == ["SOP068"]

    FORMS = ("a pemohon input: [Formulir]", "b petugas input: [Data pemohon]", "c lurah input: [Tagihan]")

    def test_a_form_or_data_is_no_other_requirement_where_most_steps_say_what_they_need(self) -> None:
        assert codes(self.TWO + steps(*self.FORMS)) == ["SOP068", "SOP068"]
        assert not codes(self.TWO + steps(self.FORMS[0], "b petugas", "c lurah"))
        assert not codes(self.TWO + steps(*self.FORMS[:2], "c lurah input: [dokumen permohonan]"))

    @pytest.mark.parametrize(
        ("text", "all_papers"),
        [
            ("berkas persyaratan", True), ("permohonan lengkap", True), ("dokumen", True), ("surat dan lampiran", True),
            ("Formulir permohonan", False), ("data", False), ("KTP", False), ("berkas KTP", False),
        ],
    )  # fmt: skip
    def test_what_can_mean_all_papers(self, text: str, all_papers: bool) -> None:
        assert everything(text) == all_papers

    def test_one_of_several_documents_is_enough(self) -> None:
        choice = "requirements: [{id: bukti, text: Bukti diri, one_of: [{text: KTP}, {text: Paspor}]}]\n"
        assert not codes(choice + steps("a pemohon input: [paspor asli]", "b petugas", "c lurah"))

    def test_a_complaint_does_not_ask_for_it(self) -> None:
        procedure = (
            ", procedures: [{id: p, title: P, steps: [{id: x, actor: lurah, activity: A, input: [denah, KTP]}]}]"
        )
        fragment = self.TWO + steps("a pemohon input: [KTP]", "b petugas", "c lurah") + complaints(more=procedure)
        assert codes(fragment) == ["SOP068"]


class TestProduct:
    @pytest.mark.parametrize(
        ("last", "code"),
        [
            ("output: Disposisi", ["SP041"]),
            ("output: Surat izin keramaian", []),
            ("output: Izin yang diserahkan", []),
            ("output: dokumen", []),
            ("activity: Bekerja", []),
        ],
    )
    def test_the_last_step_yields_the_product(self, last: str, code: list[str]) -> None:
        assert codes(steps("a pemohon", "b petugas", f"c lurah {last}")) == code

    def test_a_step_that_yields_nothing_hands_on_what_came_before(self) -> None:
        assert "SP041" in codes(steps("a pemohon output: Surat", "b petugas output: Disposisi", "c lurah"))
        izin = "b petugas output: Surat izin keramaian"
        assert "SP041" not in codes(steps("a pemohon output: Surat", izin, "c lurah"))

    def test_an_output_midway_is_not_the_last_where_few_steps_say_theirs(self) -> None:
        assert not codes(steps("a pemohon", "b petugas output: Tanda terima", "c lurah"))

    def test_a_record_may_follow_the_product(self) -> None:
        record = "c petugas output: Buku ekspedisi"
        assert "SP041" not in codes(steps("a pemohon", "b lurah output: Surat izin keramaian", record))
        assert "SP041" in codes(steps("a pemohon", "b lurah output: Draf surat izin keramaian", record))

    def test_a_rejection_ends_without_it(self) -> None:
        ends = "ends: {tolak: {status: rejected, text: Ditolak}}\n"
        fork = "decision: {question: Setuju?, branches: [{answer: ya}, {answer: tidak, end: tolak}]}"
        rows = ("a pemohon", f"b lurah output: Nota penolakan, {fork}", "c lurah output: Izin keramaian")
        assert "SP041" not in codes(ends + steps(*rows))

    @pytest.mark.parametrize(("completeness", "code"), [("final", "SOP069"), ("partial", None)])
    def test_a_final_sop_and_a_partial_one(self, completeness: str, code: str | None) -> None:
        identity = f"identity: {{number: '1', made: 2026-01-01, completeness: {completeness}}}\n"
        row = "input: [berkas], time: 1 jam, output:"
        rows = (f"a petugas {row} berkas", f"b petugas {row} berkas", f"c lurah {row} Disposisi")
        product = {"SOP069", "SP041"} & set(codes(identity + steps(*rows)))
        assert product == ({code} if code else set())

    def test_both_branches_of_parallel_work_are_last(self) -> None:
        branches = (
            "parallel: [{steps: [{id: x, actor: lurah, activity: A, output: Izin keramaian}]}, "
            "{steps: [{id: y, actor: petugas, activity: A, output: Disposisi}]}]"
        )
        assert "SP041" not in codes(steps("a pemohon", f"b petugas {branches}"))

    def test_an_end_gives_a_product_of_the_list(self) -> None:
        end = "ends: {selesai: {text: Selesai, product: PRODUCT}}\n"
        assert told(end.replace("PRODUCT", "Surat lain")) == [("SP042", ("ends", "selesai", "product"))]
        assert not told(end.replace("PRODUCT", "Surat izin keramaian"))


class TestComponents:
    def test_what_is_missing_is_told_once(self) -> None:
        (each,) = found("standard: {legal_basis: [UU 25/2009], facilities: [Loket]}\n")
        assert each.code == "SP002"
        assert each.message("id").count(", ") == 5

    def test_a_file_without_the_block(self) -> None:
        text = definition().partition("standard:")[0]
        assert [each.code for each in compile_text(text)[1] if each.code in OWN] == ["SP006"]

    @pytest.mark.parametrize(
        ("step", "word"),
        [
            ("pemohon activity: Membayar retribusi", "Membayar"),
            ("pemohon activity: Menyetorkan biaya", "Menyetorkan"),
            ("petugas activity: Menerima pembayaran", "Menerima pembayaran"),
            ("petugas activity: Menerbitkan SKRD", "SKRD"),
            ("petugas activity: Membayar honor media", None),
            ("petugas activity: Membayarkan honor media", None),
            ("pemohon activity: Membayar pajak daerah di bank", None),
            ("pemohon activity: Menerima izin tanpa membayar", None),
            ("pemohon activity: Menerima anggaran publikasi", None),
        ],
    )
    def test_free_of_charge(self, step: str, word: str | None) -> None:
        each = [dict(one.args)["value"] for one in found(steps("a pemohon", f"b {step}", "c lurah"))]
        assert each == ([word] if word else [])
        assert not found("fee: {amount: 5000}\n" + steps("a pemohon", f"b {step}", "c lurah"))

    @pytest.mark.parametrize(
        ("fee", "code"),
        [
            ("{additive: true, items: [{text: A, amount: 1}, {text: B, amount: 2}]}", []),
            ("{additive: true, items: [{text: A, amount: 1}]}", ["SP007"]),
            ("{additive: true, items: [{text: A, amount: 1, payer: X}, {text: A, amount: 2, payer: Y}]}", ["SP007"]),
            ("{additive: true, items: [{text: A, amount: 1, payer: X}, {text: B, amount: 2, payer: X}]}", []),
            ("{items: [{text: A, amount: 1, payer: X}, {text: A, amount: 2, payer: Y}]}", []),
        ],
    )
    def test_what_is_summed(self, fee: str, code: list[str]) -> None:
        assert codes(f"fee: {fee}\n") == code

    @pytest.mark.parametrize(
        ("activity", "told"),
        [
            ("Menyerahkan fotokopi KTP", ["KTP"]),
            ("Menyerahkan e-KTP dan Kartu Tanda Penduduk", ["e-KTP"]),
            ("Menyerahkan KK dan NPWP", ["KK", "NPWP"]),
            ("Menyerahkan ijasah", []),
            ("Menyerahkan surat permohonan", []),
        ],
    )
    def test_a_proof_that_is_no_requirement(self, activity: str, told: list[str]) -> None:
        listed = "requirements: [{id: i, text: Ijazah terakhir}]\n"
        each = found(listed + steps(f"a pemohon activity: {activity}", "b petugas", "c lurah"))
        assert [dict(one.args)["value"] for one in each] == told
        assert not found(listed + steps("a pemohon", f"b petugas activity: {activity}", "c lurah"))

    def test_the_product_is_brought_by_nobody(self) -> None:
        assert not found("products: [KTP]\n" + steps("a pemohon activity: Menerima KTP", "b petugas", "c lurah"))


class TestComplaints:
    def test_classes_are_a_limit_too(self) -> None:
        classes = complaints().replace("within: 1 jam", "categories: [{name: Ringan, within: 2 hari kerja}]")
        assert not codes(classes)

    def test_an_officer_may_be_named_by_position_alone(self) -> None:
        assert not codes(complaints("{position: Lurah}"))
        (each,) = found(complaints("{phone: '0281'}"))
        assert (each.code, dict(each.args)["missing"]) == ("SP030", "officer")

    def test_an_officer_without_position(self) -> None:
        (each,) = found(complaints("{name: Sri}"))
        assert (each.code, dict(each.args)["missing"]) == ("SP030", "position")

    @pytest.mark.parametrize(
        ("channels", "code"),
        [
            ("[]", ["SP030"]),
            ("[{kind: suggestion_box}]", ["SP031"]),
            ("[{kind: website, value: 'https://www.lapor.go.id'}]", []),
            ("[{kind: suggestion_box}, {kind: lapor}]", []),
        ],
    )
    def test_the_national_channel(self, channels: str, code: list[str]) -> None:
        assert codes(complaints(channels=channels)) == code

    @pytest.mark.parametrize(
        ("phone", "told"),
        [
            ("081200000000", True), ("0812-0000-0000", True), ("+62 812 0000 0000", True),
            ("(0285) 000000", False), ("1708", False), ("-", False),
        ],
    )  # fmt: skip
    def test_the_number_of_a_person(self, phone: str, told: bool) -> None:
        officer = f'{{name: Sri, position: Lurah, phone: "{phone}"}}'
        assert codes(complaints(officer)) == (["SP032"] if told else [])

    def test_a_mobile_channel_belongs_to_the_office_unless_it_bears_the_name(self) -> None:
        channel = "[{kind: lapor}, {kind: whatsapp, value: '081200000000', label: LABEL}]"
        assert not codes(complaints(channels=channel.replace("LABEL", "Hotline")))
        assert codes(complaints(channels=channel.replace("LABEL", "WA Sri"))) == ["SP032"]
