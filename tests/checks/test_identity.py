"""The identity block, its regulations, its reviews, and what only other files show."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sample import UNIT_TEXT, definition

from sop_engine.checks import citation
from sop_engine.checks.neighbours import across
from sop_engine.checks.review import turning_days
from sop_engine.compiler import compile_text, judge_file
from sop_engine.definition.catalogue import Catalogue
from sop_engine.definition.project import settings_in
from sop_engine.diagnostic import Diagnostic
from sop_engine.messages.findings import identity as family
from sop_engine.pattern import pattern
from sop_engine.settings import PLAIN, Settings

WHOLE = {
    "number": "SOP-1/KEL/2026",
    "made": "2026-01-05",
    "effective": "2026-01-12",
    "legal_basis": "[UU 25/2009]",
    "related_sops": "[SOP Pengaduan]",
    "warnings": '["Apabila lalai, maka izin keliru"]',
    "qualifications": "[Teliti]",
    "equipment": "[Komputer]",
    "records": "[Buku agenda]",
    "approved_by": '{position: Lurah, name: N, nip: "197001011990031001"}',
}
OWN = {*family.FINDINGS, "SOP060", "SP004", "SP040"} - {"SOP013"}
"""The findings of other families are tested elsewhere."""

COLUMNS = "input: [berkas], time: 4 jam, output: berkas"
STEPS = (
    "steps:\n"
    f"  - {{id: a, actor: pemohon, activity: Mengajukan permohonan, {COLUMNS}}}\n"
    f"  - {{id: b, actor: petugas, activity: Memeriksa permohonan, {COLUMNS}}}\n"
    f"  - {{id: c, actor: lurah, activity: Menandatangani surat, {COLUMNS}}}\n"
)


def identity(**changed: str | None) -> str:
    """Return steps with all columns and a whole identity block, some keys of it changed or (None) left out."""
    keys = {**WHOLE, **changed}
    return STEPS + "identity:\n" + "".join(f"  {key}: {value}\n" for key, value in keys.items() if value is not None)


def found(fragment: str, settings: Settings = PLAIN, unit: str | None = None) -> list[Diagnostic]:
    return [each for each in compile_text(definition(fragment), unit, "f.yaml", settings)[1] if each.code in OWN]


def codes(fragment: str, settings: Settings = PLAIN) -> list[str]:
    return [each.code for each in found(fragment, settings)]


def on(day: str) -> Settings:
    return Settings(today=date.fromisoformat(day))


def test_a_whole_block_is_without_findings() -> None:
    assert not codes(identity())
    assert not codes("status: in_force\n" + identity())


class TestBlock:
    def test_a_page_without_columns_needs_no_block(self) -> None:
        assert "SOP017" not in codes("")
        assert "SOP017" in codes(STEPS)

    @pytest.mark.parametrize(("key", "code"), [("number", "SOP001"), ("made", "SOP004")])
    def test_a_draft_has_no_number_and_no_day_yet(self, key: str, code: str) -> None:
        assert codes(identity(**{key: None})) == [code]
        assert not codes("status: draft\n" + identity(**{key: None}))

    @pytest.mark.parametrize("key", ["effective", "revised"])
    def test_nothing_comes_before_it_is_made(self, key: str) -> None:
        (each,) = found(identity(**{key: "2026-01-04"}))
        assert (each.code, each.route, each.related) == ("SOP003", ("identity", key), ("identity", "made"))
        assert not codes(identity(**{key: "2026-01-05"}))

    def test_empty_boxes_are_told_together(self) -> None:
        (each,) = found(identity(records=None, equipment=None))
        assert each.code == "SOP010"
        assert each.message("id").endswith("peralatan dan perlengkapan, pencatatan dan pendataan")

    def test_a_related_file_is_a_relation_too(self) -> None:
        assert codes(identity(related_sops=None)) == ["SOP011"]
        related = "related: [{sop: lain, kind: related, title: Lain}]\n"
        assert not codes(related + identity(related_sops=None))

    def test_a_number_has_the_agencys_form(self) -> None:
        settings = Settings(number_pattern=pattern(r"SOP-\d+/KEL/\d{4}"))
        assert not codes(identity(), settings)
        assert codes(identity(number="1/2026"), settings) == ["SOP016"]
        assert codes(identity(number=None), settings) == ["SOP001"]


class TestApproval:
    @pytest.mark.parametrize(
        ("signer", "missing"),
        [
            (None, "pejabat yang mengesahkan"),
            ("{position: Lurah}", "nama pejabat yang mengesahkan, nomor induk (NIP) pejabat yang mengesahkan"),
            ("{position: Lurah, name: N}", "nomor induk (NIP) pejabat yang mengesahkan"),
            ("{position: Bupati Contoh, name: N}", None),
            ("{position: Wali Kota Contoh, name: N}", None),
            ("{position: Sekretaris Bupati, name: N}", "nomor induk (NIP) pejabat yang mengesahkan"),
        ],
    )
    def test_who_signs_is_told_in_full(self, signer: str | None, missing: str | None) -> None:
        told = found("status: in_force\n" + identity(approved_by=signer))
        assert [each.message("id").partition("belum ada ")[2] for each in told] == ([missing] if missing else [])
        assert not codes("status: draft\n" + identity(approved_by=signer))
        assert not codes(identity(approved_by=signer))

    def test_the_day_it_takes_effect_is_part_of_it(self) -> None:
        assert codes("status: in_force\n" + identity(effective=None)) == ["SOP005"]

    @pytest.mark.parametrize(
        ("nip", "good"),
        [
            ("197001011990031001", True),
            ("19700101 199003 1 001", True),
            ("19700101.199003.1.001", True),
            ("19701301199003100", False),
            ("197013011990031001", False),
            ("197002301990031001", False),
            ("19700101199003100", False),
            ("1970010119900310011", False),
            ("١٩٧٠٠١٠١١٩٩٠٠٣١٠٠١", False),
            ("-", False),
        ],
    )
    def test_a_nip_begins_with_a_day_of_birth(self, nip: str, good: bool) -> None:
        wanted = [] if good else ["SOP006"]
        assert codes(identity(approved_by=f'{{position: Lurah, name: N, nip: "{nip}"}}')) == wanted
        assert codes(f'decree: {{number: "1", signer: {{position: Lurah, nip: "{nip}"}}}}\n') == wanted


class TestRegulations:
    @pytest.mark.parametrize(
        ("text", "kind", "number", "year"),
        [
            ("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik", "uu", "25", "2009"),
            ("UU No. 25/2009", "uu", "25", "2009"),
            ("UU RI No 32 th 2004 tentang Pemda", "uu", "32", "2004"),
            ("PER/21/M.PAN/11/2008", "permenpanrb", "21", "2008"),
            ("Peraturan Menteri PAN Nomor PER/21/M.PAN/11/2008 tentang SOP", "permenpanrb", "21", "2008"),
            ("PermenPAN-RB 36/2012", "permenpanrb", "36", "2012"),
            ("Peraturan Menteri Pendayagunaan Aparatur Negara Nomor 36 Tahun 2012", "permenpanrb", "36", "2012"),
            ("Peraturan Bupati Contoh Nomor 20 Tahun 2017", "perkada", "20", "2017"),
            ("Perda Nomor 012 Tahun 2011 (Lembaran Daerah Tahun 2012 Nomor 4)", "perda", "12", "2011"),
            ("Keputusan Kepala Dinas Nomor 188.45/12/2024 tentang Standar", "surat", "188.45/12", "2024"),
            ("Nomor 12 Tahun 2011", None, "12", "2011"),
            ("SK Camat No. 060/15", "surat", "060/15", None),
            ("Perda tentang Retribusi", "perda", None, None),
            ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", "uud", None, "1945"),
            ("sesuai ketentuan", None, None, None),
            ("kepada semua", None, None, None),
        ],
    )  # fmt: skip
    def test_one_regulation_is_written_in_many_ways(
        self, text: str, kind: str | None, number: str | None, year: str | None
    ) -> None:
        assert citation.read(text) == (kind, number, year)

    def test_a_long_text_is_read_at_once(self) -> None:
        for text in ("1/" * 2500, "a." * 2500, "nomor " * 800, "permenpan " * 500, "-." * 2500 + "/"):
            assert citation.read(text) is not None

    def test_what_is_missing_is_told(self) -> None:
        (each,) = found(identity(legal_basis="[UU 25/2009, Undang-Undang tentang Pemerintahan Daerah]"))
        assert (each.code, each.route) == ("SOP008", ("identity", "legal_basis", 1))
        assert each.message("id").endswith("nomornya, tahunnya")
        assert not codes(identity(legal_basis="[UUD 1945]"))

    def test_an_old_regulation_is_told_with_the_new_one(self) -> None:
        (each,) = found(identity(legal_basis="[UU 32/2004, UU 23/2014]"))
        assert (each.code, each.route) == ("SOP009", ("identity", "legal_basis", 0))
        assert each.message("id").endswith("UU 23/2014")

    def test_no_replacement_is_itself_replaced(self) -> None:
        rows = citation._data()["revoked"]
        assert rows
        for row in rows:
            assert citation.revoked(citation.read(row["by"])) is None, row
            assert row["source"] in {"bacaan", "umum"}
            assert row["kind"] in citation._data()["kinds"]

    def test_a_tariff_rests_on_a_regulation_that_can_be_found(self) -> None:
        assert codes("fee: {regulation: Perda Retribusi}\n") == ["SP004"]
        assert not codes("fee: {regulation: Perda 3/2024}\n")
        items = "fee: {items: [{text: A, regulation: Perda 3/2024}, {text: B, regulation: Perda Nomor 4}]}\n"
        assert [(each.code, each.route) for each in found(items)] == [("SP004", ("fee", "items", 1, "regulation"))]


class TestReview:
    def test_without_a_day_nothing_is_judged(self) -> None:
        old = identity(monitored="2001-01-01", evaluated="2001-01-01", made="2000-01-01", effective="2000-01-01")
        assert not codes("decree: {number: '1', date: 2001-01-01}\n" + old)

    @pytest.mark.parametrize(
        ("today", "told"), [("2026-08-28", 0), ("2026-08-29", 1), ("2027-02-28", 1), ("2027-03-01", 2)]
    )
    def test_half_a_year_and_a_year(self, today: str, told: int) -> None:
        reviewed = identity(monitored="2026-02-28", evaluated="2026-02-28")
        assert codes(reviewed, on(today)) == ["SOP014"] * told

    def test_the_same_day_of_a_shorter_month_is_its_last(self) -> None:
        fragment = identity(made="2025-08-01", effective="2025-08-01", monitored="2025-08-31")
        assert not codes(fragment, on("2026-02-28"))
        assert codes(fragment, on("2026-03-01")) == ["SOP014"]

    @pytest.mark.parametrize("status", ["draft", "replaced", "revoked"])
    def test_what_is_not_in_force_needs_no_review(self, status: str) -> None:
        fragment = f"status: {status}\ndecree: {{number: '1', date: 2001-01-01}}\n" + identity(monitored="2026-02-01")
        assert not codes(fragment, on("2030-01-01"))

    def test_what_was_done_lies_behind(self) -> None:
        fragment = "decree: {number: '1', date: 2026-03-01}\n" + identity(made="2026-02-01", effective="2026-05-01")
        assert codes(fragment, on("2026-01-31")) == ["SOP004", "SOP004"]
        assert codes(fragment, on("2026-02-01")) == ["SOP004"]
        assert not codes(fragment, on("2026-03-01"))

    def test_a_decree_is_looked_at_again_after_three_years(self) -> None:
        fragment = "decree: {number: '1', date: 2024-02-29}\n"
        assert not codes(fragment, on("2027-02-28"))
        assert codes(fragment, on("2027-03-01")) == ["SP040"]

    def test_days_at_the_end_of_time(self) -> None:
        fragment = "decree: {number: '1', date: 9998-12-31}\n" + identity(evaluated="9999-12-31")
        assert codes(fragment, on("9999-12-31")) == []

    def test_between_two_turning_days_nothing_changes(self) -> None:
        fragment = "decree: {number: '1', date: 2025-06-30}\n" + identity(
            made="2026-02-01", effective="2026-02-01", monitored="2026-03-31", evaluated="2026-04-15"
        )
        compiled, _ = compile_text(definition(fragment))
        assert compiled is not None
        turns = turning_days(compiled.definition)
        assert turns == tuple(sorted(turns))
        before = None
        for number in range(date(2025, 6, 1).toordinal(), date(2028, 8, 1).toordinal()):
            day = date.fromordinal(number)
            if before is None or day in turns:
                before = codes(fragment, Settings(today=day))
            elif day.day in {1, 15, 28}:
                assert codes(fragment, Settings(today=day)) == before, day


class TestPlaces:
    UNIT = UNIT_TEXT.replace("Pemerintah Kota Contoh", "Pemerintah Kab. Jember")

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Surat izin keramaian Kota Mataram", "Kota Mataram"),
            ("Surat izin Bupati Banyumas", "Bupati Banyumas"),
            ("Surat izin Kabupaten Bandung Barat", "Kabupaten Bandung Barat"),
            ("Surat izin Kabupaten Jember", None),
            ("Surat izin kabupaten lain atau Kota Asal", None),
            ("Surat izin Bupati dan Wakil Bupati", None),
            ("Surat keterangan pindah dari Kota Mataram ke Kabupaten Jember", None),
            ("Peta Kota Tua", None),
            ("Sapi Mataram", None),
        ],
    )
    def test_only_another_region_is_told(self, text: str, told: str | None) -> None:
        each = [each for each in found(f"products: [{text}]\n", unit=self.UNIT) if each.code == "SOP015"]
        assert [dict(one.args)["value"] for one in each] == ([told] if told else [])

    def test_each_region_is_told_once(self) -> None:
        fragment = "products: [Surat Kota Mataram, Kartu Kota Mataram, Buku Kota Ambon]\n"
        assert [each.route for each in found(fragment, unit=self.UNIT)] == [("products", 0), ("products", 2)]

    def test_a_unit_of_no_region_is_not_judged(self) -> None:
        unit = UNIT_TEXT.replace("Pemerintah Kota Contoh", "Kementerian Contoh")
        assert not found("products: [Surat Kota Mataram]\n", unit=unit)
        assert not found("products: [Surat Kota Mataram]\n")


class TestNeighbours:
    def files(self, folder: Path, **texts: str) -> list[Path]:
        unit = folder / "units" / "contoh" / "kelurahan.yaml"
        unit.parent.mkdir(parents=True)
        unit.write_text(UNIT_TEXT, encoding="utf-8")
        for name, fragment in texts.items():
            text = definition(fragment).replace("id: izin-keramaian", f"id: {name}")
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return [folder / f"{name}.yaml" for name in texts]

    def across(self, folder: Path, **texts: str) -> list[tuple[str, str, int]]:
        verdicts = [judge_file(file, Catalogue(folder)) for file in self.files(folder, **texts)]
        told = across(each.card for each in verdicts if each.card is not None)
        return [(each.code, Path(each.path).stem, each.position.line) for each in told]

    def test_one_number_for_two(self, tmp_path: Path) -> None:
        again = identity(number="sop-1/ kel/2026")
        assert [each[:2] for each in self.across(tmp_path, a=identity(), b=again, c=identity(number="2"))] == [
            ("SOP002", "b")
        ]

    @pytest.mark.parametrize(("level", "told"), [("off", []), ("info", ["info"]), ("error", ["error"])])
    def test_the_project_weighs_what_several_show_together(self, tmp_path: Path, level: str, told: list[str]) -> None:
        verdicts = [judge_file(file, Catalogue(tmp_path)) for file in self.files(tmp_path, a=identity(), b=identity())]
        cards = [each.card for each in verdicts if each.card is not None]
        settings = settings_in(f"project: 1\nseverities: {{SOP002: {level}}}\n", "")[0]
        assert [each.severity for each in across(cards, lambda path: settings)] == told

    def test_an_old_version_keeps_its_number(self, tmp_path: Path) -> None:
        assert not self.across(tmp_path, a="status: replaced\n" + identity(), b=identity())

    def test_a_definition_with_errors_has_a_number_too(self, tmp_path: Path) -> None:
        broken = identity() + "products: []\n"
        assert [each[:2] for each in self.across(tmp_path, a=broken, b=identity())] == [("SOP002", "b")]

    def test_an_sop_that_is_named_is_there(self, tmp_path: Path) -> None:
        call = "steps:\n  - {id: a, actor: lurah, activity: Menerima surat, call: {sop: b}}\n"
        related = "related: [{sop: c, kind: follows}, {sop: d, kind: follows, title: D}, {sop: a, kind: related}]\n"
        first, second = self.files(tmp_path, a=call, b=related)
        assert "SOP012" not in [each.code for each in judge_file(first, Catalogue(tmp_path)).found]
        verdict = judge_file(second, Catalogue(tmp_path))
        told = [(each.code, each.route) for each in verdict.found if each.code in OWN]
        assert told == [("SOP012", ("related", 0, "sop"))]
        assert verdict.needs == {"a", "c"}
        second.unlink()
        (each,) = [each for each in judge_file(first, Catalogue(tmp_path)).found if each.code == "SOP012"]
        assert each.route == ("steps", 0, "call", "sop")

    def test_a_procedure_that_is_called_is_there(self, tmp_path: Path) -> None:
        call = "steps:\n  - {{id: a, actor: lurah, activity: Menerima, call: {{sop: b, procedure: {}}}}}\n"
        one = "procedures: [{id: daring, title: D, steps: [{id: x, actor: lurah, activity: Menerima}]}]\n"
        assert self.across(tmp_path / "1", a=call.format("luring"), b=one)[0][:2] == ("SOP025", "a")
        assert not self.across(tmp_path / "2", a=call.format("daring"), b=one)
        assert not self.across(tmp_path / "3", a=call.format("utama"), b="")
        assert not self.across(tmp_path / "4", a=call.format("luring"))

    def test_a_name_that_climbs_is_no_file(self, tmp_path: Path) -> None:
        (file,) = self.files(tmp_path, a="related: [{sop: x-y, kind: follows}]\n")
        told = [each for each in judge_file(file, Catalogue(tmp_path)).found if each.code == "SOP012"]
        assert len(told) == 1

    def test_an_absence_can_be_accepted(self, tmp_path: Path) -> None:
        accepted = "related:\n  - kind: follows\n    sop: x # sop: terima SOP012 karena berkasnya menyusul\n"
        (file,) = self.files(tmp_path, a=accepted)
        verdict = judge_file(file, Catalogue(tmp_path))
        assert "SOP012" not in [each.code for each in verdict.found]
        assert [each.finding.code for each in verdict.accepted] == ["SOP012"]
