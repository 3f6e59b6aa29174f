"""A file is changed where it is edited and nowhere else, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sop_engine.failure import Failure
from sop_engine.rewriting import Edit, Original, apply, opened, original, overlapping, replace


def read(raw: bytes) -> Original:
    found, _ = original(raw, "f.yaml")
    assert found is not None
    return found


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_edits_count_a_line_break_as_one_sign(mark: bytes) -> None:
    file = read(mark + "a: é\r\nb: x\nc: y\r\n".encode())
    place = file.text.index("x")
    assert file.edited([Edit(place, place + 1, "z\nd: w")]) == mark + "a: é\r\nb: z\r\nd: w\nc: y\r\n".encode()


def test_a_whole_new_text_takes_the_manner_of_the_old_one() -> None:
    assert read(b"\xef\xbb\xbfa\r\n").rewritten("b\nc\n") == b"\xef\xbb\xbfb\r\nc\r\n"
    assert read(b"a").rewritten("b\n") == b"b\n"


@given(st.lists(st.sampled_from(["é", "x", "\n", "\r\n", "\r", "  "])).map("".join), st.data())
def test_bytes_and_text_agree_on_edits(content: str, data: st.DataObject) -> None:
    file = read(content.encode())
    places = sorted(data.draw(st.lists(st.integers(0, len(file.text)), max_size=6, unique=True)))
    edits = [Edit(one, other, "!") for one, other in zip(places[::2], places[1::2], strict=False)]
    assert read(file.edited(edits)).text == apply(file.text, edits)
    assert file.edited([]) == file.raw


def test_edits_of_the_same_text_overlap() -> None:
    assert overlapping([Edit(0, 2, ""), Edit(1, 3, "")])
    assert overlapping([Edit(1, 1, "a"), Edit(1, 1, "b")])
    assert not overlapping([Edit(3, 4, ""), Edit(0, 2, ""), Edit(2, 3, "")])


def test_a_file_that_changed_meanwhile_is_not_replaced(tmp_path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")
    before, _ = opened(path, "a.yaml")
    assert before is not None
    path.write_bytes(b"a: 2\n")
    with pytest.raises(Failure) as refused:
        replace(path, before, b"a: 3\n")
    assert refused.value.code == "OUT021"
    assert path.read_bytes() == b"a: 2\n"


@pytest.mark.parametrize("gone", ["missing", "folder", "circle"])
def test_a_file_that_is_no_longer_there_is_told_as_changed(tmp_path: Path, gone: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")
    before, _ = opened(path, "a.yaml")
    assert before is not None
    path.unlink()
    if gone == "folder":
        path.mkdir()
    elif gone == "circle":
        path.symlink_to(path)
    with pytest.raises(Failure) as refused:
        replace(path, before, b"a: 3\n")
    assert refused.value.code == "OUT021"


def test_a_file_is_read_once_so_that_bytes_and_text_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sop_engine import textfile

    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n")
    read_before = textfile.content

    def saved_meanwhile(path: Path, size: int) -> bytes:
        raw = read_before(path, size)
        path.write_bytes(b"a: 2\xff\n")
        return raw

    monkeypatch.setattr(textfile, "content", saved_meanwhile)
    assert opened(path, "a.yaml") == (Original(b"a: 1\n", "a: 1\n"), ())


def test_the_line_ends_are_looked_for_once() -> None:
    file = read(b"a: 1\r\n")
    assert file.rewritten("b\n") == b"b\r\n"
    assert vars(file)["_newline"] == "\r\n"
