"""`sop log desk`: what happened beside the cases, told in words; no code of a refusal is without them."""

import json
from datetime import UTC, datetime

import pytest

from sop_engine.cli.main import main
from sop_engine.messages import LANGUAGES
from sop_engine.messages.desk import PHRASES
from sop_engine.office.seat import OF_AUTHORITY

LIST = """people: 1
persons:
  - id: siti
    name: Siti Contoh
    steward: true
    offices:
      - {unit: pekalongan/prokompim, actor: agendaris, from: 2024-01-05}
  - {id: budi, name: Budi Contoh}
"""


@pytest.fixture
def desk(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOP_LANG", "id")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SOP_USER", "siti")
    (tmp_path / "people.yaml").write_text(LIST, encoding="utf-8")
    main(["people", "load", "people.yaml"])
    main(["case", "open", "kerjasama-media", "--applicant", "Sri Wahyuni"])
    monkeypatch.setenv("SOP_USER", "budi")
    main(["case", "do", _case(), "ajukan"])
    monkeypatch.setenv("SOP_USER", "hantu")
    main(["case", "list"])
    monkeypatch.setenv("SOP_USER", "siti")
    main(["case", "applicant", _case(), "--reveal"])
    main(["case", "applicant", _case(), "--erase", "--note", "atas permintaan"])
    capsys.readouterr()


def _case():
    return f"kerjasama-media-{datetime.now(UTC).year}-0001"


def test_it_tells_when_who_what_and_which_case(desk, capsys):
    assert main(["log", "desk"]) == 0
    title, *lines = capsys.readouterr().out.splitlines()
    assert title.split() == ["#", "Waktu", "Pengguna", "Perkara"]
    told = list(zip(lines[::2], lines[1::2], strict=True))
    assert [line.split()[4] for line, _ in told] == ["siti", "budi", "hantu", "siti", "siti"]
    assert told[0][1].strip().startswith("Memuat daftar orang (sidik ")
    assert told[1][0].endswith(_case())
    assert told[1][1].strip() == "Ditolak pada langkah ajukan: tidak memangku jabatan yang berwenang (RUN031)"
    assert told[2][0].endswith("–")
    assert told[2][1].strip() == "Ditolak: tidak ada dalam daftar orang (RUN030)"
    assert [below.strip() for _, below in told[3:]] == [
        "Melihat data pemohon",
        "Menghapus data pemohon: atas permintaan",
    ]


def test_for_programs_it_is_whole(desk, capsys):
    assert main(["log", "desk", "--json"]) == 0
    entries = json.loads(capsys.readouterr().out)["entries"]
    assert [each["kind"] for each in entries] == ["people", "refused", "refused", "revealed", "erased"]
    assert entries[1]["facts"] == ["code=RUN031", "step=ajukan"]
    assert main(["log", "desk", "--json", "--since", "2999-01-01"]) == 0
    assert json.loads(capsys.readouterr().out) == {"entries": []}


def test_it_is_in_no_export(desk, capsys):
    for form in ("csv", "jsonl", "xes"):
        assert main(["log", "export", "--to", form, "--persons"]) == 0
        said = capsys.readouterr().out
        assert "hantu" not in said
        assert "RUN031" not in said


def test_without_a_store_there_is_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["log", "desk", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"entries": []}
    assert not (tmp_path / ".sop").exists()


@pytest.mark.parametrize("code", sorted(OF_AUTHORITY))
def test_every_refusal_that_is_kept_has_words(code):
    assert len(PHRASES[f"why_{code}"]) == len(LANGUAGES)
