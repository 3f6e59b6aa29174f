"""``sop new``: a definition that validates, from answers or from an example; nothing is written otherwise."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine.cli.main import main
from sop_engine.compiler import compile_file, compile_text
from sop_engine.definition.catalogue import Catalogue
from sop_engine.drafting import Draft, DraftStep, copied, drafted, renamed
from sop_engine.flow import EdgeKind
from sop_engine.source import parse

ANSWERS = (
    "Izin Keramaian",
    "contoh/kelurahan",
    "Surat pengantar RT",
    "",
    "Pemohon: Mengajukan permohonan",
    "Petugas Loket: Memeriksa berkas. Apakah berkas lengkap?",
    "1",
    "Lurah: Memutuskan permohonan. Apakah permohonan disetujui?",
    "",
    "",
    "y",
    "3 Hari Kerja",
    "Rp. 15.000,-",
    "",
    "(0285) 12",
    "Nama Pejabat",
    "5 hari kerja",
    "Kelurahan Contoh",
    "Pemerintah Kota Contoh",
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_LANG", "id")
    monkeypatch.delenv("SOP_DEFINITIONS", raising=False)
    return tmp_path


def answered(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_first_line_leads_an_editor_to_the_schema_that_is_there(here, monkeypatch):
    (here / "definitions").mkdir()
    (here / "definitions/sop.schema.json").write_text("{}", encoding="utf-8")
    answered(monkeypatch, *ANSWERS)
    assert main(["new", "izin-keramaian"]) == 0
    written = (here / "definitions/izin-keramaian.yaml").read_text(encoding="utf-8")
    assert written.startswith("# yaml-language-server: $schema=sop.schema.json\nsop: 1\n")
    assert main(["format", "--check", "definitions/izin-keramaian.yaml"]) == 0


def test_answers_become_a_definition_and_its_unit(here, monkeypatch, capsys):
    answered(monkeypatch, *ANSWERS)
    assert main(["new", "izin-keramaian"]) == 0
    assert files(here) == ["definitions/izin-keramaian.yaml", "definitions/units/contoh/kelurahan.yaml"]
    catalogue = Catalogue(here / "definitions")
    compiled, found = compile_file(catalogue.path("izin-keramaian"), catalogue)
    assert compiled is not None, found
    told = compiled.definition
    assert (str(told.sla.within), told.fee.amount, told.products) == ("3 hari kerja", 15000, ("Izin Keramaian",))
    assert compiled.unit.parent == "Pemerintah Kota Contoh"
    flow = compiled.flow()
    arrows = {(edge.source, edge.answer): edge.target for edge in flow.edges if edge.kind is EdgeKind.ANSWER}
    assert arrows["memeriksa-berkas", "tidak"] == "mengajukan-permohonan"
    assert arrows["memutuskan-permohonan", "tidak"] == "end:ditolak"
    assert flow.external == {"pemohon"}
    assert main(["format", "--check", "definitions/izin-keramaian.yaml"]) == 0


def test_an_input_that_ends_too_early_writes_nothing(here, monkeypatch, capsys):
    answered(monkeypatch, *ANSWERS[:6])
    assert main(["new", "izin-keramaian"]) == 130
    assert files(here) == []
    assert "tidak ada yang ditulis" in capsys.readouterr().out


def test_an_example_is_copied_under_another_name_with_its_unit(here, capsys):
    assert main(["new", "izin-baru", "--from", "rekomendasi-kegiatan", "--title", "Izin: Baru"]) == 0
    assert files(here) == ["definitions/izin-baru.yaml", "definitions/units/contoh/kecamatan.yaml"]
    compiled, found = compile_file(here / "definitions" / "izin-baru.yaml", Catalogue(here / "definitions"))
    assert compiled is not None, found
    assert (compiled.definition.id, compiled.definition.title) == ("izin-baru", "Izin: Baru")


def test_an_example_for_another_unit_gets_a_file_for_it(here, capsys):
    assert main(["new", "izin-baru", "--from", "rekomendasi-kegiatan", "--unit", "kota/dinas"]) == 0
    assert "name: kota/dinas" in (here / "definitions/units/kota/dinas.yaml").read_text(encoding="utf-8")


def test_a_file_that_is_there_is_not_written_over(here, capsys):
    assert main(["new", "izin-baru", "--from", "rekomendasi-kegiatan"]) == 0
    before = (here / "definitions/izin-baru.yaml").read_bytes()
    assert main(["new", "izin-baru", "--from", "rekomendasi-kegiatan", "--title", "Lain"]) == 2
    assert "USE031" in capsys.readouterr().err
    assert (here / "definitions/izin-baru.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["Izin Baru"], "USE010"),
        (["../izin"], "USE010"),
        (["izin", "--from", "tidak-ada"], "USE030"),
        (["izin", "--from", "rekomendasi-kegiatan", "--unit", "../../etc"], "USE029"),
    ],
)
def test_wrong_words_are_refused(here, capsys, words, code):
    assert main(["new", *words]) == 2
    assert code in capsys.readouterr().err
    assert files(here) == []


@pytest.mark.parametrize("extra", [(), ("--from", "rekomendasi-kegiatan")])
def test_the_project_file_is_not_written_over(here, monkeypatch, capsys, extra):
    folder = here / "definitions"
    folder.mkdir()
    (folder / "sop-project.yaml").write_text("project: 1\n", encoding="utf-8")
    answered(monkeypatch, *ANSWERS)
    assert main(["new", "sop-project", *extra]) == 2
    assert "USE031" in capsys.readouterr().err
    assert (folder / "sop-project.yaml").read_text(encoding="utf-8") == "project: 1\n"
    assert files(here) == ["definitions/sop-project.yaml"]


@pytest.mark.parametrize("name", ["izin-baru.yml", "IZIN-BARU.YAML", "dalam/Izin-Baru.yaml"])
def test_an_id_is_taken_however_its_file_is_written(here, capsys, name):
    file = here / "definitions" / name
    file.parent.mkdir(parents=True)
    file.write_text("", encoding="utf-8")
    assert main(["new", "izin-baru", "--from", "rekomendasi-kegiatan"]) == 2
    assert "USE031" in capsys.readouterr().err
    assert files(here) == [f"definitions/{name}"]


def test_a_link_that_leads_nowhere_takes_the_place_too(here, capsys):
    (here / "definitions").mkdir()
    (here / "definitions/izin-baru.yaml").symlink_to(here / "tidak-ada")
    assert main(["new", "izin-baru", "--from", "rekomendasi-kegiatan"]) == 2
    assert "USE031" in capsys.readouterr().err
    assert (here / "definitions/izin-baru.yaml").is_symlink()


def test_what_somebody_saved_during_the_questions_stays(here, monkeypatch, capsys):
    file = here / "definitions/izin-keramaian.yaml"
    answers = iter(ANSWERS)

    def meanwhile(_: str) -> str:
        file.parent.mkdir(exist_ok=True)
        file.write_text("milik orang lain", encoding="utf-8")
        return next(answers)

    monkeypatch.setattr("builtins.input", meanwhile)
    assert main(["new", "izin-keramaian"]) == 2
    assert "USE034" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "milik orang lain"
    assert files(here) == ["definitions/izin-keramaian.yaml"]  # nor is the unit left behind


def test_a_folder_that_cannot_be_made_is_told(here, capsys):
    (here / "definitions").write_text("", encoding="utf-8")
    assert main(["new", "izin-baru", "--from", "rekomendasi-kegiatan"]) == 3
    assert "OUT003" in capsys.readouterr().err


def test_a_unit_that_is_no_text_is_told_before_anything_is_asked(here, monkeypatch, capsys):
    unit = here / "definitions/units/contoh/kelurahan.yaml"
    unit.parent.mkdir(parents=True)
    unit.write_bytes(b"unit: 1\nname: \xff\n")
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("asked"))
    for extra in ((), ("--from", "rekomendasi-kegiatan")):
        assert main(["new", "izin-baru", "--unit", "contoh/kelurahan", *extra]) == 2
        err = capsys.readouterr().err
        assert "USE032" in err
        assert "kelurahan.yaml:2:7: SOP102" in err


def test_an_example_that_is_no_text_is_told(here, capsys):
    (here / "lama.yaml").write_bytes(b"\xff")
    assert main(["new", "izin-baru", "--from", "lama.yaml"]) == 2
    assert "lama.yaml:1:1: SOP102" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", ["Izin\x07 Keramaian", "Izin \u202eKeramaian", "x" * 5001])
def test_an_answer_that_no_file_can_hold_is_asked_for_again(here, monkeypatch, capsys, wrong):
    twice = [line for each in ANSWERS for line in (wrong, each)]
    answered(monkeypatch, *twice)
    assert main(["new", "izin-keramaian"]) == 0
    told = capsys.readouterr().out
    again = "terlalu panjang" if len(wrong) > 5000 else "huruf kendali"
    assert told.count(again) == len(ANSWERS)
    written = (here / "definitions/izin-keramaian.yaml").read_text(encoding="utf-8")
    assert "title: Izin Keramaian\n" in written
    assert wrong not in written


@pytest.mark.parametrize("title", ["a\x07b", "a\u202eb", "x" * 5001])
def test_a_title_that_no_file_can_hold_is_refused_before_anything_is_asked(here, monkeypatch, capsys, title):
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("asked"))
    assert main(["new", "izin-baru", "--title", title]) == 2
    assert "USE035" in capsys.readouterr().err


def test_the_longest_numbers_are_no_mistake_of_the_program(here, monkeypatch):
    told = list(ANSWERS)
    told[told.index("3 Hari Kerja") + 1] = "9" * 4999
    told[told.index("3 Hari Kerja") : told.index("3 Hari Kerja") + 1] = ["9" * 4900 + " hari kerja", "3 hari kerja"]
    answered(monkeypatch, *told)
    assert main(["new", "izin-keramaian"]) == 0


@pytest.mark.parametrize("key", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_a_key_that_windows_keeps_for_a_device_is_refused(here, capsys, key):
    for words in ([key], ["izin", "--unit", f"{key}/dinas"]):
        assert main(["new", *words, "--from", "rekomendasi-kegiatan"]) == 2
        assert "USE033" in capsys.readouterr().err
    assert files(here) == []


def test_a_unit_that_windows_keeps_is_asked_for_again(here, monkeypatch):
    answered(monkeypatch, ANSWERS[0], "contoh/nul", *ANSWERS[1:])
    assert main(["new", "izin-keramaian"]) == 0
    assert files(here) == ["definitions/izin-keramaian.yaml", "definitions/units/contoh/kelurahan.yaml"]


@pytest.mark.parametrize(("words", "code"), [(["x" * 65], "USE010"), (["izin", "--unit", "x" * 129], "USE029")])
def test_a_key_that_is_too_long_is_refused_before_anything_is_asked(here, monkeypatch, capsys, words, code):
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("asked"))
    assert main(["new", *words]) == 2
    assert code in capsys.readouterr().err


@pytest.mark.parametrize("schema", [True, False])
def test_a_copy_does_not_say_what_the_example_says_of_itself(here, schema):
    (here / "definitions").mkdir()
    if schema:
        (here / "definitions/sop.schema.json").write_text("{}", encoding="utf-8")
    assert main(["new", "izin-baru", "--from", "rekomendasi-kegiatan"]) == 0
    lines = (here / "definitions/izin-baru.yaml").read_text(encoding="utf-8").split("\n")
    assert lines[: lines.index("sop: 1")] == ["# yaml-language-server: $schema=sop.schema.json"] * schema


def test_what_the_example_accepts_stays_accepted():
    text = "# yaml-language-server: $schema=x\n# sop: terima SOP052 karena diuji\n\n# Contoh\nsop: 1\n# tetap\nid: a\n"
    assert copied(text) == "# sop: terima SOP052 karena diuji\nsop: 1\n# tetap\nid: a\n"


@pytest.mark.parametrize(
    "title",
    ["Izin\n  Keramaian", "'Izin\n  Keramaian'", ">-\n  Izin\n  Keramaian", "|  # nama\n  Izin\n\n  Keramaian\n"],
)
def test_a_value_over_several_lines_is_replaced_whole(title):
    text = f"# atas\nid: lama\ntitle: {title}\n# komentar\nunit: contoh\n"
    made = renamed(text, {"id": "baru", "title": "Izin: Baru"})
    source, found = parse(made, "")
    assert found == ()
    assert source.data == {"id": "baru", "title": "Izin: Baru", "unit": "contoh"}
    assert made.count("#") == text.count("#")


def test_a_value_that_is_not_there_cannot_be_replaced():
    with pytest.raises(ValueError, match="title"):
        renamed("id: lama\n", {"title": "Baru"})


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=30)
SAID = WORDS.filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(
    title=SAID,
    requirements=st.lists(SAID, max_size=3),
    steps=st.lists(st.tuples(SAID, SAID), min_size=1, max_size=5),
    fee=st.one_of(st.none(), SAID, st.integers(1, 10**6)),
)
def test_whatever_is_answered_the_definition_has_no_error(title, requirements, steps, fee):
    told = tuple(
        DraftStep(actor, activity, "Baik?" if index else None, 1) for index, (actor, activity) in enumerate(steps)
    )
    draft = Draft(title, "contoh", tuple(requirements), told, frozenset(), None, fee, (title,), None, None, None)
    _, found = compile_text(drafted("acak", draft))
    errors = {each.code for each in found if each.severity == "error"}
    # without requirements a standard is not complete; that is told and not made up
    assert errors <= ({"SP001"} if not requirements else set())
