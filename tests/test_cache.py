"""The cache of findings: what is remembered, what makes it forget, and what never gets through."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sop_engine import cache
from sop_engine.cache import Cache, Card, Terms, Told, digest, folder_in_force, key
from sop_engine.cli.main import main
from sop_engine.cli.remembered import Judge, across
from sop_engine.definition.catalogue import Catalogue
from sop_engine.definition.project import Projects
from sop_engine.diagnostic import Accepted, Diagnostic, Position, finding
from sop_engine.render.image import png
from sop_engine.source import Source, parse

NAME = key("teks", "layanan.yaml")
FOUND = finding(
    "SOP104", ("steps", 2, "id"), args={"key": "id", "line": "4"}, path="x.yaml", position=Position(5, 3), at_key=True
)
ACCEPTED = Accepted(finding("SOP117", args={"value": "x", "other": "y.yaml"}, path="x.yaml"), "disepakati")
CARD = Card(
    "x",
    ("utama",),
    ("1/2026", finding("SOP002", ("identity", "number"), path="x.yaml", position=Position(2, 1))),
    (("y", "lain", finding("SOP025", ("steps", 0), path="x.yaml")),),
)
TOLD = Told((FOUND,), (ACCEPTED,), CARD)
TERMS = Terms((("dinas/bidang", digest("unit: 1")),), ("lain",), "2026-01-02", "2026-07-02")


def always(terms: Terms) -> bool:
    return True


@pytest.fixture
def store(tmp_path: Path) -> Cache:
    return Cache(tmp_path)


def entry(folder: Path, name: str = NAME) -> Path:
    return folder / "findings" / f"{name}.json"


class TestStore:
    def test_what_is_kept_comes_back_as_it_was(self, store: Cache) -> None:
        store.keep(NAME, TOLD, TERMS)
        assert store.cached(NAME, "x.yaml", always) == TOLD

    def test_the_path_is_the_one_that_is_shown_now(self, store: Cache) -> None:
        store.keep(NAME, TOLD, TERMS)
        told = store.cached(NAME, "lain/x.yaml", always)
        assert told is not None
        assert [each.path for each in told.found] == ["lain/x.yaml"]

    def test_the_terms_are_asked_and_decide(self, store: Cache) -> None:
        store.keep(NAME, TOLD, TERMS)
        asked: list[Terms] = []
        assert store.cached(NAME, "x.yaml", lambda terms: bool(asked.append(terms))) is None
        assert asked == [TERMS]

    def test_another_key_finds_nothing(self, store: Cache) -> None:
        store.keep(NAME, TOLD, TERMS)
        assert store.cached(key("teks", "lain.yaml"), "x.yaml", always) is None

    def test_an_entry_under_a_foreign_name_does_not_count(self, store: Cache, tmp_path: Path) -> None:
        store.keep(NAME, TOLD, TERMS)
        other = key("lain")
        entry(tmp_path).rename(entry(tmp_path, other))
        assert store.cached(other, "x.yaml", always) is None

    def test_without_a_folder_nothing_is_kept(self) -> None:
        off = Cache(None)
        off.keep(NAME, TOLD, TERMS)
        assert off.cached(NAME, "x.yaml", always) is None

    def test_a_folder_that_cannot_be_made_is_no_cache(self, tmp_path: Path) -> None:
        (tmp_path / "berkas").write_text("x", encoding="utf-8")
        blocked = Cache(tmp_path / "berkas")
        blocked.keep(NAME, TOLD, TERMS)
        assert blocked.cached(NAME, "x.yaml", always) is None

    def test_too_many_findings_are_not_kept(self, store: Cache, tmp_path: Path) -> None:
        store.keep(NAME, Told((FOUND,) * 5000), Terms())
        assert not entry(tmp_path).exists()

    def test_nothing_is_left_beside_the_entry(self, store: Cache, tmp_path: Path) -> None:
        store.keep(NAME, TOLD, TERMS)
        assert os.listdir(tmp_path / "findings") == [f"{NAME}.json"]

    @pytest.mark.parametrize("limit", ["most_entries", "most_bytes"])
    def test_the_oldest_entries_go_and_foreign_files_stay(self, tmp_path: Path, limit: str) -> None:
        Cache(tmp_path / "one").keep(key("0"), Told((FOUND,)), Terms())
        size = entry(tmp_path / "one", key("0")).stat().st_size if limit == "most_bytes" else 1
        small = Cache(tmp_path, **{limit: 20 * size})
        names = [key(str(number)) for number in range(1500)]
        assert any(name.startswith("00") for name in names)
        (tmp_path / "findings").mkdir()
        (tmp_path / "findings" / "surat.json").write_text("{}", encoding="utf-8")
        for number, name in enumerate(names):
            small.keep(name, Told((FOUND,)), Terms())
            os.utime(entry(tmp_path, name), (number, number))
        last = max(number for number, name in enumerate(names) if name.startswith("00"))
        left = {path.stem for path in (tmp_path / "findings").iterdir()} - {"surat"}
        assert (tmp_path / "findings" / "surat.json").exists()
        assert len(left) <= 20 + len(names) - last
        assert set(names[last:]) <= left
        assert names[0] not in left


class TestKey:
    def test_each_part_counts_and_so_does_where_it_ends(self) -> None:
        keys = {key("a", "b"), key("ab", ""), key("", "ab"), key("a", "c"), key("b", "a"), key("a"), key("a", "b", "")}
        assert len(keys) == 7

    def test_another_version_or_rule_never_reads_old_findings(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sop_engine.__file__", str(tmp_path / "__init__.py"))
        rule = tmp_path / "checks" / "flow.py"
        rule.parent.mkdir()
        keys = []
        for version, content in (("1", "a = 1"), ("1", "a = 1"), ("2", "a = 1"), ("2", "a = 12")):
            monkeypatch.setattr("sop_engine.__version__", version)
            if not rule.exists() or rule.read_text(encoding="utf-8") != content:
                rule.write_text(content, encoding="utf-8")
            cache._program.cache_clear()
            keys.append(key("a"))
        cache._program.cache_clear()
        assert keys[0] == keys[1]
        assert len(set(keys)) == 3

    def test_lone_surrogates_have_a_key_too(self) -> None:
        assert key("\ud800") != key("?")


RECORD = ["SOP104", "error", ["steps"], {"key": "id", "line": "4"}, [5, 3], True, None, None]


def whole(**parts: object) -> dict[str, object]:
    """Return an entry as it stands on the disk, with some parts of it replaced."""
    return {"key": NAME, "terms": [[], [], "", "", ["", ""]], "found": [RECORD], "accepted": [], "card": None, **parts}


def spoiled() -> list[object]:
    """Return entries that no program of ours wrote."""

    def with_(place: int, value: object) -> dict[str, object]:
        return whole(found=[[*RECORD[:place], value, *RECORD[place + 1 :]]])

    return [
        [], None, 1, "x", {}, {"key": NAME},
        whole(key="x"), whole(found=None), whole(found={}) | {"found": 3}, whole(found=[[]]), whole(found=["SOP104"]),
        whole(terms=None), whole(terms=[["../../x"], [], "", "", ["", ""]]), whole(terms=[[], [], "", "", 3]),
        whole(terms=[[["../x", ""]], [], "", "", ["", ""]]), whole(terms=[[["/dev/stdin", ""]], [], "", "", ["", ""]]),
        whole(accepted=[[RECORD]]), whole(accepted=[3]),
        whole(card=[1]), whole(card=["x", [], ["1", RECORD], []]), whole(card=["x", [], None, [["y", "z", RECORD]]]),
        with_(0, "SOP999"), with_(0, None), with_(0, []), with_(1, "fatal"), with_(1, []), with_(2, None),
        with_(3, []), with_(3, {}), with_(3, {"key": "id"}), with_(3, {"key": 1, "line": 2}), with_(3, {"key": []}),
        with_(3, {"key": "id", "line": None}), with_(3, [["key", "id"], ["line", "4"]]), with_(3, 7),
        with_(4, []), with_(4, ["a", 1]),
        with_(4, [0, 1]), with_(4, [1, 10**15]), with_(4, [True, 1]), with_(4, None), with_(7, [1]),
        with_(0, "SOP107"), whole(found=[["SOP107", "error", [], {"seen": "tidak"}, [1, 1], False, None, None]]),
    ]  # fmt: skip


class TestHostileEntries:
    @pytest.mark.parametrize("content", spoiled(), ids=lambda each: json.dumps(each)[-60:])
    def test_are_passed_over_and_written_anew(self, store: Cache, tmp_path: Path, content: object) -> None:
        store.keep(NAME, TOLD, Terms())
        entry(tmp_path).write_text(json.dumps(content), encoding="utf-8")
        assert store.cached(NAME, "x.yaml", always) is None
        store.keep(NAME, TOLD, Terms())
        assert store.cached(NAME, "x.yaml", always) == TOLD

    def test_are_spoiled_from_a_good_one(self, store: Cache, tmp_path: Path) -> None:
        store.keep(NAME, TOLD, Terms())
        entry(tmp_path).write_text(json.dumps(whole()), encoding="utf-8")
        told = store.cached(NAME, "x.yaml", always)
        assert told is not None
        assert [each.args for each in told.found] == [(("key", "id"), ("line", "4"))]

    @pytest.mark.parametrize(
        "raw", [b"", b"\xff\xfe", b"{", b"[" * 90_000, b'{"key":' * 9_000, b"NaN", b"9" * 9_000, b"\0" * 100]
    )
    def test_as_bytes(self, store: Cache, tmp_path: Path, raw: bytes) -> None:
        entry(tmp_path).parent.mkdir()
        entry(tmp_path).write_bytes(raw)
        assert store.cached(NAME, "x.yaml", always) is None

    def test_a_huge_one_is_not_read(self, store: Cache, tmp_path: Path) -> None:
        entry(tmp_path).parent.mkdir()
        with entry(tmp_path).open("wb") as file:
            file.truncate(10**10)
        assert store.cached(NAME, "x.yaml", always) is None

    @pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
    def test_a_pipe_or_a_folder_in_its_place_is_not_waited_for(self, store: Cache, tmp_path: Path) -> None:
        entry(tmp_path).parent.mkdir()
        os.mkfifo(entry(tmp_path))
        assert store.cached(NAME, "x.yaml", always) is None
        entry(tmp_path).unlink()
        entry(tmp_path).mkdir()
        assert store.cached(NAME, "x.yaml", always) is None
        store.keep(NAME, TOLD, Terms())

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("SOP104"),
            lambda inner: st.lists(inner, max_size=9) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
            max_leaves=20,
        ),
        st.sampled_from(["found", "terms", "accepted", "card"]),
    )
    @settings(max_examples=300, deadline=None)
    def test_whatever_stands_there_never_raises(
        self, tmp_path_factory: pytest.TempPathFactory, part: object, at: str
    ) -> None:
        folder = tmp_path_factory.getbasetemp() / "apa-saja"
        entry(folder).parent.mkdir(parents=True, exist_ok=True)
        whole = {"key": NAME, "terms": [[], [], "", "", ["", ""]], "found": [], "accepted": [], "card": None, at: part}
        entry(folder).write_text(json.dumps(whole), encoding="utf-8")
        told = Cache(folder).cached(NAME, "x.yaml", always)
        if told is not None:
            for each in sorted(told.found, key=lambda each: each.order):
                assert each.message()
                assert each.hint()


class TestFolder:
    def test_off(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOP_CACHE", "OFF")
        assert folder_in_force() is None

    def test_moved(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("SOP_CACHE", str(tmp_path))
        assert folder_in_force() == tmp_path

    def test_the_system_s_own(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.delenv("SOP_CACHE")
        for name in ("LOCALAPPDATA", "HOME", "USERPROFILE", "XDG_CACHE_HOME"):
            monkeypatch.setenv(name, str(tmp_path))
        folder = folder_in_force()
        assert folder is not None
        assert folder.name == "sop-engine"
        assert folder.is_relative_to(tmp_path)


UNIT = "unit: 1\nid: dinas\nname: Dinas Contoh\n"
TEXT = Path("definitions/kerjasama-media.yaml").read_text(encoding="utf-8")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder with one definition and its unit."""
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "dinas.yaml").write_text(UNIT, encoding="utf-8")
    text = TEXT.replace("unit: pekalongan/prokompim", "unit: dinas").replace("unstated: [unit]\n", "")
    (tmp_path / "kerjasama-media.yaml").write_text(text, encoding="utf-8")
    return tmp_path


class Counting:
    """Judges one file of a folder again and again, and counts how often it really was judged."""

    def __init__(self, office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.office = office
        self.file = office / "kerjasama-media.yaml"
        self.parsed: list[str] = []

        def counted(text: str, path: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
            self.parsed.append(path)
            return parse(text, path)

        monkeypatch.setattr("sop_engine.source.parse", counted)

    def __call__(self, today: date = date(2026, 1, 5)) -> tuple[Told, bool]:
        before = len(self.parsed)
        judge = Judge(Cache(self.office / "simpanan"), Projects, None, today)
        told = judge.told(self.file, Catalogue(self.office))
        return told, len(self.parsed) > before


@pytest.fixture
def again(office: Path, monkeypatch: pytest.MonkeyPatch) -> Counting:
    return Counting(office, monkeypatch)


class TestRemembered:
    def test_an_unchanged_file_is_told_the_same_without_reading_it(self, again: Counting) -> None:
        first, judged = again()
        assert judged
        assert again() == (first, False)

    def test_a_changed_text(self, again: Counting) -> None:
        again()
        again.file.write_text(again.file.read_text(encoding="utf-8") + "# ubah\n", encoding="utf-8")
        assert again()[1]
        assert not again()[1]

    def test_a_changed_name(self, again: Counting) -> None:
        again()
        again.file = again.file.rename(again.office / "lain.yaml")
        told, judged = again()
        assert judged
        assert "SOP116" in {each.code for each in told.found}

    @pytest.mark.parametrize("content", ["unit: 1\nid: dinas\nname: Dinas Lain\n", None])
    def test_a_changed_or_lost_unit(self, again: Counting, content: str | None) -> None:
        again()
        unit = again.office / "units" / "dinas.yaml"
        unit.write_text(content, encoding="utf-8") if content else unit.unlink()
        told, judged = again()
        assert judged
        assert ("SOP118" in {each.code for each in told.found}) == (content is None)

    def test_a_project_file_that_comes_and_changes(self, again: Counting) -> None:
        first, _ = again()
        (code, *_) = {each.code for each in first.found if each.severity != "error"}
        project = again.office / "sop-project.yaml"
        for level in ("off", "info"):
            project.write_text(f"project: 1\nseverities:\n  {code}: {level}\n", encoding="utf-8")
            told, judged = again()
            assert judged
            assert {each.severity for each in told.found if each.code == code} <= {"info"}
            assert not again()[1]

    def test_a_unit_s_own_file(self, again: Counting) -> None:
        again.file = again.office / "units" / "dinas.yaml"
        assert again()[1]
        assert not again()[1]
        (again.office / "units" / "bidang").mkdir()
        again.file = again.file.rename(again.office / "units" / "bidang" / "dinas.yaml")
        told, judged = again()
        assert judged
        assert "SOP116" in {each.code for each in told.found}

    def test_a_unit_s_logo_that_comes_and_changes(self, again: Counting) -> None:
        again.file = again.office / "units" / "dinas.yaml"
        again.file.write_text(UNIT + "logo: lambang.png\n", encoding="utf-8")
        missing, _ = again()
        assert [each.code for each in missing.found] == ["SOP137"]
        assert again() == (missing, False)
        (again.office / "units" / "lambang.png").write_bytes(
            png('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>')
        )
        assert again() == (Told(()), True)
        assert again() == (Told(()), False)
        (again.office / "units" / "lambang.png").write_bytes(b"GIF89a")
        told, judged = again()
        assert judged
        assert [dict(each.args)["reason"] for each in told.found] == ["logo_other"]

    def test_another_sop_that_comes_and_goes(self, again: Counting) -> None:
        text = again.file.read_text(encoding="utf-8") + "related:\n  - {sop: layanan-lain, kind: follows}\n"
        again.file.write_text(text, encoding="utf-8")
        missing, _ = again()
        assert "SOP012" in {each.code for each in missing.found}
        (again.office / "layanan-lain.yaml").write_text("sop: 1\n", encoding="utf-8")
        assert "SOP012" not in {each.code for each in again()[0].found}
        assert not again()[1]
        (again.office / "layanan-lain.yaml").unlink()
        assert again() == (missing, True)

    def test_a_day_that_comes(self, again: Counting) -> None:
        def ahead(told: Told) -> bool:
            return any(each.code == "SOP004" and dict(each.args)["reason"] == "not_come" for each in told.found)

        text = again.file.read_text(encoding="utf-8") + "identity:\n  monitored: 2026-01-10\n"
        again.file.write_text(text, encoding="utf-8")
        told, _ = again(date(2026, 1, 9))
        assert ahead(told)
        assert again(date(2026, 1, 8)) == (told, False)
        told, judged = again(date(2026, 1, 10))
        assert judged
        assert not ahead(told)
        assert again(date(2026, 2, 1)) == (told, False)
        assert ahead(again(date(2026, 1, 9))[0])

    def test_a_file_that_changes_while_it_is_judged_is_not_remembered(
        self, again: Counting, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = parse

        def meanwhile(text: str, path: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
            again.file.write_text(text + "# ditulis orang lain\n", encoding="utf-8")
            return real(text, path)

        monkeypatch.setattr("sop_engine.source.parse", meanwhile)
        again()
        assert not (again.office / "simpanan").exists()

    @pytest.mark.parametrize("raw", [b"\xff", b"", b"- a\n", b"sop: 1\n", b"a: [", b"unit: 1\n", b"project: 1\n"])
    def test_bad_files_are_told_the_same(self, again: Counting, raw: bytes) -> None:
        again.file.write_bytes(raw)
        assert again()[0] == again()[0]


class TestCommand:
    def run(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
        code = main(["validate", *arguments])
        return code, capsys.readouterr().out

    def test_says_the_same_with_and_without(
        self, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (office / "sop-project.yaml").write_text("project: 1\npaper: A3\n", encoding="utf-8")
        (office / "salah.yaml").write_text("sop: 1\nid: salah\n", encoding="utf-8")
        fresh = self.run(capsys, str(office), "--json")
        alone = self.run(capsys, str(office / "kerjasama-media.yaml"), "--json")
        monkeypatch.setenv("SOP_CACHE", str(tmp_path / "simpanan"))
        assert self.run(capsys, str(office), "--json", "--no-cache") == fresh
        assert not (tmp_path / "simpanan").exists()
        for _ in range(2):
            assert self.run(capsys, str(office), "--json") == fresh
            assert self.run(capsys, str(office / "kerjasama-media.yaml"), "--json") == alone
        assert list((tmp_path / "simpanan" / "findings").iterdir())

    def test_a_hit_loads_no_reader_no_models_and_no_checks(self, office: Path, tmp_path: Path) -> None:
        program = (
            "import sys; from sop_engine.cli.main import main; code = main(sys.argv[1:]);"
            "print([name for name in ('yaml', 'pydantic', 'sop_engine.checks', 'sop_engine.compiler', 'sqlite3')"
            " if name in sys.modules], file=sys.stderr)"
        )
        command = [sys.executable, "-c", program, "validate", str(office / "kerjasama-media.yaml")]
        environment = {**os.environ, "SOP_CACHE": str(tmp_path / "simpanan")}
        first, second = (
            subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
            for _ in range(2)
        )
        assert second.stdout == first.stdout
        assert "pydantic" in first.stderr
        assert second.stderr.splitlines() == ["[]"]


def test_cards_speak_to_each_other_from_memory_too() -> None:
    number = finding("SOP002", ("identity", "number"), path="b.yaml")
    first = Card("a", ("utama",), ("1/2026", number), ())
    second = Card("b", ("utama",), ("1/2026", number), (("a", "lain", finding("SOP025", ("steps", 0))),))
    assert [each.code for each in across([("a.yaml", first), ("b.yaml", second)], Projects)] == ["SOP002", "SOP025"]
    assert across([("a.yaml", first)], Projects) == across([], Projects) == ()
