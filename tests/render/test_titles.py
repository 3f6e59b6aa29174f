"""Other SOPs are called by their titles: the definition's own word first, then what their files say, if they can."""

from pathlib import Path

import pytest
from matrices import compiled, matrix
from sample import definition

from sop_engine.compiler import Compiled
from sop_engine.definition.catalogue import Catalogue
from sop_engine.render.publication import Pictures, Sheets
from sop_engine.render.titles import titles
from sop_engine.settings import PLAIN

NAMED = (
    "related:\n  - {sop: surat-masuk, kind: follows}\n  - {sop: arsip, kind: related, title: Kearsipan}\n"
    "  - {sop: tiada, kind: precedes}\n"
    "steps:\n  - {id: satu, actor: petugas, activity: Menyetor uang, call: {sop: bayar}}\n"
)


KINDS = ("follows", "precedes", "related", "part_of")


@pytest.fixture
def naming() -> Compiled:
    return compiled(NAMED)


def folder(base: Path, **texts: str) -> Catalogue:
    (base / "units").mkdir()
    for name, text in texts.items():
        (base / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return Catalogue(base)


def test_a_title_comes_from_the_neighbours_own_file(tmp_path: Path, naming: Compiled) -> None:
    catalogue = folder(tmp_path, surat_masuk=definition("title: Surat Masuk\n"), bayar="title: 'Bayar: Retribusi'\n")
    assert titles(naming.definition, catalogue) == {
        "arsip": "Kearsipan",
        "surat-masuk": "Surat Masuk",
        "bayar": "Bayar: Retribusi",
    }


@pytest.mark.parametrize("text", ["", "- 1", "title: [", "title: 12", "title: ''", "id: bayar", f"title: {'a' * 501}"])
def test_a_broken_neighbour_stops_nothing(tmp_path: Path, naming: Compiled, text: str) -> None:
    assert titles(naming.definition, folder(tmp_path, bayar=text)) == {"arsip": "Kearsipan"}


def test_a_neighbour_that_is_no_text_or_stands_twice_has_no_title(tmp_path: Path, naming: Compiled) -> None:
    catalogue = folder(tmp_path, bayar="title: Bayar")
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "bayar.yaml").write_text("title: Bayar Lagi", encoding="utf-8")
    (tmp_path / "surat-masuk.yaml").write_bytes(b"title: \xff\xfe")
    assert titles(naming.definition, catalogue) == {"arsip": "Kearsipan"}


@pytest.mark.parametrize(
    "order", [Pictures("matrix"), Pictures("lanes"), Pictures(formats=("svg",)), Pictures(formats=("dot",)), Sheets()]
)
def test_every_view_calls_another_sop_by_its_title(tmp_path: Path, naming: Compiled, order: object) -> None:
    catalogue = folder(tmp_path, bayar="title: Retribusi")
    written = " ".join(str(made.content) for made in order.made(naming, PLAIN, catalogue))
    assert "Retribusi" in written
    assert "bayar" not in written


def test_the_identity_page_says_how_it_is_related() -> None:
    drawn = matrix(
        "related:\n" + "".join(f"  - {{sop: {kind.replace('_', '-')}, kind: {kind}}}\n" for kind in KINDS),
        sops={kind.replace("_", "-"): "Izin Lama" for kind in KINDS},
    )
    assert drawn.facts["related"] == (
        "1. Lanjutan dari SOP Izin Lama 2. Dilanjutkan dengan SOP Izin Lama 3. SOP Izin Lama "
        "4. Bagian dari SOP Izin Lama"
    )
