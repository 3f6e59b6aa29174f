"""Each fix puts its finding right and touches nothing else; where the file gives no certain answer it stays away."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample import UNIT_TEXT, definition

from sop_engine.compiler import judge_text
from sop_engine.definition.catalogue import Catalogue
from sop_engine.diagnostic import Severity
from sop_engine.fixes import FIXES
from sop_engine.fixes.mend import Mended, mend
from sop_engine.rewriting import original

PAGES = Path(__file__).resolve().parents[2] / "docs" / "checks"

STEPS = (
    "steps:\n  - id: ajukan\n    actor: pemohon\n    activity: Mengajukan permohonan\n"
    "  - id: periksa-berkas\n    actor: petugas\n    activity: Memeriksa berkas\n    KUNCI\n"
    "  - id: tandatangani\n    actor: lurah\n    activity: Menandatangani surat izin\n"
)
ACTORS = (
    "actors:\n  # yang meminta\n  pemohon: {name: Pemohon, external: true}\n"
    "  lurah: # pejabat\n    name: Penandatangan\n  # di loket\n  petugas:\n    name: Petugas Loket  # depan\n"
)
ORDERED = (
    "actors:\n  # yang meminta\n  pemohon: {name: Pemohon, external: true}\n"
    "  # di loket\n  petugas:\n    name: Petugas Loket  # depan\n  lurah: # pejabat\n    name: Penandatangan\n"
)


def step(line: str) -> str:
    return STEPS.replace("KUNCI", line.replace("\n", "\n    "))


@pytest.fixture
def mended(tmp_path: Path):
    """Mend a text as the file of a small catalogue."""
    unit = tmp_path / "units" / "contoh" / "kelurahan.yaml"
    unit.parent.mkdir(parents=True)
    unit.write_text(UNIT_TEXT, encoding="utf-8")

    def run(text: str, name: str = "izin-keramaian.yaml") -> Mended:
        before, _ = original(text.encode("utf-8"), name)
        assert before is not None
        catalogue = Catalogue(tmp_path)
        return mend(before, name, lambda content: judge_text(content, tmp_path / name, catalogue).found)

    return run


FIXED = {
    "SOP025": [
        (step("next: tandatngani # salah ketik"), step("next: tandatangani # salah ketik")),
        (step("four_eyes: [ajukan, tandatngani]"), step("four_eyes: [ajukan, tandatangani]")),
    ],
    "SOP042": [(ACTORS + step("note: x"), ORDERED + step("note: x"))],
    "SOP043": [
        (
            "actors:\n  sekda: {name: Sekretaris Daerah}\n  lurah: {name: Kepala Bidang}\n  pemohon: {name: P}\n"
            "  petugas: {name: Staf}\n" + step("with: [sekda]"),
            "actors:\n  pemohon: {name: P}\n  petugas: {name: Staf}\n  sekda: {name: Sekretaris Daerah}\n"
            "  lurah: {name: Kepala Bidang}\n" + step("with: [sekda]"),
        ),
    ],
    "SOP048": [
        (step("involves: [pemhon]"), step("involves: [pemohon]")),
        (step("with:\n  - luarh # beliau"), step("with:\n  - lurah # beliau")),
    ],
    "SOP049": [
        (step("with: [lurah,  lurah]"), step("with: [lurah]")),
        (step("with:\n  - lurah\n  - lurah\nnote: x"), step("with:\n  - lurah\nnote: x")),
    ],
    "SOP056": [
        ("products: [Surat izin;, 'KTP,']\n", "products: [Surat izin, KTP]\n"),
        ("products:\n  - 1. Surat izin # satu\n", "products:\n  - Surat izin # satu\n"),
        ("products: [1. a. KTP, 2. - KK;, '• (3) Akta,;']\n", "products: [KTP, KK, Akta]\n"),
    ],
    "SOP061": [
        (step("time: 3 Hari Kerja"), step("time: 3 hari kerja")),
        (step('time: "30menit." # ya'), step("time: 30 menit # ya")),
        (step("time: 03 (tiga) hari  kerja"), step("time: 3 hari kerja")),
        (step("time: 15 (lima belas) menit"), step("time: 15 menit")),
        (step("time: 45 (empat puluh lima) menit"), step("time: 45 menit")),
    ],
    "SOP081": [
        (step("unstated: [ next, actor ]"), step("unstated: [ actor ]")),
        (step("unstated: [actor,\n  next]"), step("unstated: [actor]")),
        (step("unstated:\n  - next\n  - actor"), step("unstated:\n  - actor")),
        (step("unstated: [next]\nnote: x"), step("note: x")),
        (step("note: x\nunstated:\n  - next"), step("note: x")),
    ],
    "SOP106": [
        ("decree: {number: 010 } # SK\n", 'decree: {number: "010" } # SK\n'),
        ("title:   no\n", 'title:   "no"\n'),
    ],
    "SOP110": [
        (step("").replace("activity: Memeriksa", "activty: Memeriksa"), step("")),
        (step("tiem: 3 menit # lama"), step("time: 3 menit # lama")),
    ],
    "SOP113": [
        ("complaints: {channels: [{kind: LAPOR}]} # ya\n", "complaints: {channels: [{kind: lapor}]} # ya\n"),
        ("sla: {within: 1 jam, from: requirement_complete}\n", "sla: {within: 1 jam, from: requirements_complete}\n"),
    ],
    "SOP119": [
        (step("next: Tandatangani"), step("next: tandatangani")),
        (
            step("next: Tanda_Tangan").replace("id: tandatangani", "id: 'Tanda_Tangan' # kunci"),
            step("next: tanda-tangan").replace("id: tandatangani", "id: tanda-tangan # kunci"),
        ),
        (
            "actors:\n  Pemohon: {name: P}\n  petugas: {name: Q}\n  lurah: {name: L}\n",
            "actors:\n  pemohon: {name: P}\n  petugas: {name: Q}\n  lurah: {name: L}\n",
        ),
        ("unit: Contoh/Kelurahan\n", "unit: contoh/kelurahan\n"),
    ],
    "SOP121": [
        (step("note: @akun"), step('note: "@akun"')),
        ("products:\n  - `izin`\n", 'products:\n  - "`izin`"\n'),
    ],
    "SOP123": [(step("note: Catatan: dua lembar"), step('note: "Catatan: dua lembar"'))],
    "SOP129": [
        ("decree:\n  number: 60\n", 'decree:\n  number: "60"\n'),
        ("products: [12, a]\n", 'products: ["12", a]\n'),
    ],
    "SOP131": [(step('note: "satu\\adua"'), step("note: satu dua"))],
    "SOP134": [
        ("identity: {made: 2026-1-5}\n", "identity: {made: \"2026-01-05\"}\n"),
        ("identity:\n  made: 5 Januari 2026\n", 'identity:\n  made: "2026-01-05"\n'),
    ],
    "SP050": [
        (step("note: Berkas&nbsp;asli &amp; salinan<br/>dua"), step("note: Berkas asli & salinan dua")),
        (step("note: Berkas&amp;nbsp;asli"), step("note: Berkas asli")),
    ],
}  # fmt: skip
"""Code -> fragments before and after."""

PAIRS = [(code, *pair) for code, pairs in FIXED.items() for pair in pairs]


def test_every_fix_is_shown() -> None:
    assert set(FIXED) == set(FIXES)


@pytest.mark.parametrize(("code", "before", "after"), PAIRS)
def test_a_fix_changes_its_own_place_only(code: str, before: str, after: str, mended) -> None:
    result = mended(definition(before))
    assert result.file.text == definition(after)
    assert {each.code for each in result.fixed} == {code}
    assert code not in {each.code for each in result.left}
    assert not result.refused


UNTOUCHED = {
    "SOP025": [step("next: tandai"), step("next: periksa-berkas-2"), step("next: x")],
    "SOP037": ["ends:\n  batal:\n    text: Batal\n"],
    "SOP041": ["actors:\n  pemohon: {name: P}\n  petugas: {name: Q}\n  lurah: {name: L}\n  saksi: {name: S}\n"],
    "SOP042": ["actors: {pemohon: {name: P}, # satu\n  lurah: {name: L}, petugas: {name: Q}}\n"],
    "SOP048": [step("involves: [kasi]"), step("involves: [lurah-2]")],
    "SOP049": [step("with: [petugas]"), step("with:\n  - lurah\n  # lagi\n  - lurah # dua")],
    "SOP056": [
        f"products: [{text}]\n"
        for text in ("A. Surat", "1. A. Surat", "a. n. Camat", "1. a. n. Camat", "u.  b. Kepala;")
    ],
    "SOP061": [step("time: 3 (dua) hari"), step("time: paling lama 3 hari"), step("time: 1 x 24 jam"), step("time: 3")],
    "SOP081": [step("unstated:\n  - next # belum\n  - actor")],
    "SOP110": [step("keterangan: x"), step("activty: x"), step("reason: x")],
    "SOP113": [step("decision: {question: Ya?, branches: [{answer: a}, {answer: b, to: ajukan, clock: kantor}]}")],
    "SOP116": ["id: izin-lain\n"],
    "SOP119": [step("next: é"), "id: Izin Lain\n", "unit: Contoh/Desa\n"],
    "SOP123": ["title: x\n  y: z\n"],
    "SP050": [step("note: Berkas&nbsp;asli <meta x>"), step("note: a &lt; b&nbsp;c")],
    "SOP134": ["identity: {made: 05/01/2026}\n", "identity: {made: 2026-02-30}\n"],
}  # fmt: skip
"""Code -> fragments with a finding that only a person can put right."""

LEFT = [(code, fragment) for code, fragments in UNTOUCHED.items() for fragment in fragments]


@pytest.mark.parametrize(("code", "fragment"), LEFT)
def test_what_is_not_certain_is_left_to_a_person(code: str, fragment: str, mended) -> None:
    result = mended(definition(fragment))
    assert result.file.text == definition(fragment)
    assert code in {each.code for each in result.left}
    assert "leaves" not in {each.why for each in result.refused}


def test_a_unit_is_mended_too(mended) -> None:
    text = UNIT_TEXT.replace("name:", "nama:") + "postcode: 53100 # pos\n"
    result = mended(text.replace("nama:", "nmae:"), "units/contoh/kelurahan.yaml")
    assert result.file.text == UNIT_TEXT + 'postcode: "53100" # pos\n'
    assert not [each for each in result.left if each.severity is Severity.ERROR]


@pytest.mark.parametrize("path", sorted(PAGES.glob("S*.md")), ids=lambda path: path.stem)
def test_the_pages_say_what_can_be_fixed(path: Path) -> None:
    explained, _, english = path.read_text(encoding="utf-8").partition("## English")
    told = [part.count("`sop validate --fix`") for part in (explained, english)]
    assert told == ([1, 1] if path.stem in FIXES else [0, 0])
