"""Results are written whole or not at all, and a refusal says why in the reader's language."""

import errno
import os
import subprocess
import sys

import pytest

from sop_engine.failure import Failure, reason
from sop_engine.messages.reasons import REASONS
from sop_engine.writing import clear_aside, make_ready, write_whole


def refused(path, content="baru") -> Failure:
    with pytest.raises(Failure) as caught:
        write_whole(path, content)
    return caught.value


def test_a_folder_that_is_a_file_is_said_in_both_languages(tmp_path):
    (tmp_path / "berkas").touch()
    failure = refused(tmp_path / "berkas" / "a.svg")
    assert failure.code == "OUT003"
    assert "(sudah ada berkas dengan nama foldernya)" in failure.message("id")
    assert "(there is a file with the name of its folder)" in failure.message("en")
    deeper = refused(tmp_path / "berkas" / "bawah" / "a.svg")
    assert "(sebagian letaknya adalah berkas, bukan folder)" in deeper.message("id")


def test_a_folder_is_not_replaced_by_a_file(tmp_path):
    (tmp_path / "a.svg").mkdir()
    assert refused(tmp_path / "a.svg").code in {"OUT001", "OUT003"}  # Windows forbids it, the others say what it is
    assert [each.name for each in tmp_path.iterdir()] == ["a.svg"]


def test_a_file_that_stays_where_it_is_has_a_way_out_too():
    told = Failure("OUT001", path="a.yaml", reason="EACCES").message("id")
    assert told.index("izin tulis") < told.index("--out")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "OUT001"), (errno.EROFS, "OUT001"), (errno.ENOSPC, "OUT002"), (errno.EDQUOT, "OUT002"),
        (errno.EFBIG, "OUT002"), (errno.EIO, "OUT003"),
    ],
)  # fmt: skip
def test_a_refusal_of_the_system_has_its_code_and_leaves_what_was_there(tmp_path, monkeypatch, number, code):
    (tmp_path / "a.svg").write_text("lama", encoding="utf-8")

    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("sop_engine.writing.os.replace", refuse)
    failure = refused(tmp_path / "a.svg")
    assert failure.code == code
    assert os.strerror(number) not in failure.message("id")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == "lama"
    assert [each.name for each in tmp_path.iterdir()] == ["a.svg"]


def test_a_reason_that_is_not_known_is_told_in_the_systems_own_words():
    assert reason(OSError(errno.EMFILE, "Too many open files")) == "Too many open files"
    assert reason(ValueError("lain")) == "lain"
    assert reason(ValueError()) == "ValueError"
    assert Failure("OUT003", path="a", reason="lain").message("id") == "a: tidak dapat ditulis (lain)."


@pytest.mark.parametrize("name", REASONS)
def test_a_reason_stands_inside_a_sentence_in_both_languages(name):
    indonesian, english = REASONS[name]
    assert indonesian != english
    for wording in (indonesian, english):
        assert wording[0].islower()
        assert not wording.endswith(".")


@pytest.mark.skipif(os.name == "nt", reason="permissions are others there")
def test_a_file_that_is_written_anew_keeps_its_permissions(tmp_path):
    file = tmp_path / "a.svg"
    file.touch(mode=0o600)
    file.chmod(0o640)
    write_whole(file, "baru")
    assert file.stat().st_mode & 0o777 == 0o640


def test_what_is_interrupted_leaves_nothing_beside_it(tmp_path, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("sop_engine.writing.os.chmod", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.svg", "baru")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_open_for_a_moment_is_replaced_all_the_same(tmp_path, monkeypatch):
    replace, refusals = os.replace, [1, 2]

    def busy(aside, path):
        if refusals:
            refusals.pop()
            raise PermissionError(errno.EACCES, "used by another process")
        replace(aside, path)

    monkeypatch.setattr("sop_engine.writing.os.replace", busy)
    write_whole(tmp_path / "a.svg", "baru")
    assert [each.name for each in tmp_path.iterdir()] == ["a.svg"]


def test_what_a_dead_process_began_is_cleared_away_and_nothing_else(tmp_path):
    kept = ["a.svg", ".a.svg.4712-abcdefgh", ".catatan.471-x", "a.4711-abcdefgh"]
    for name in (".a.svg.4711-abcdefgh", ".b.pdf.4711-a_c1efgh", *kept):
        (tmp_path / name).touch()
    clear_aside(tmp_path, 4711)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(kept)
    clear_aside(tmp_path / "tidak-ada", 4711)


def test_a_folder_is_made_ready_and_left_empty(tmp_path):
    make_ready(tmp_path / "a" / "b")
    make_ready(tmp_path / "a" / "b")
    assert list((tmp_path / "a" / "b").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="processes are not asked for there")
def test_what_was_begun_long_ago_by_nobody_who_is_there_is_cleared_away(tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    gone = [f".a.svg.{ended.pid}-abcdefgh", f".coba.{ended.pid}-________", f".a.svg.{10**30}-abcdefgh"]
    kept = ["a.svg", f".a.svg.{os.getpid()}-abcdefgh", f".catatan.{ended.pid}-x", ".env", f"a.{ended.pid}-abcdefgh"]
    for name in (*gone, *kept):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, 0))
    young = f".b.svg.{ended.pid}-abcdefgh"
    (tmp_path / young).touch()
    make_ready(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted((*kept, young))


def test_what_a_folder_is_tried_with_goes_also_when_that_is_interrupted(tmp_path, monkeypatch):
    replace = os.replace

    def interrupted(aside, path):
        replace(aside, path)
        raise KeyboardInterrupt

    monkeypatch.setattr("sop_engine.writing.os.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make_ready(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_where_nothing_can_be_written_is_named_itself(tmp_path, monkeypatch):
    (tmp_path / "berkas").touch()
    with pytest.raises(Failure) as caught:
        make_ready(tmp_path / "berkas")
    assert caught.value.code == "OUT030"

    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("sop_engine.writing.tempfile.mkstemp", refuse)
    with pytest.raises(Failure) as caught:
        make_ready(tmp_path / "hasil")
    assert caught.value.code == "OUT001"
    assert caught.value.message("id").startswith(f"{tmp_path / 'hasil'}: tidak boleh ditulis (tidak ada izin)")
