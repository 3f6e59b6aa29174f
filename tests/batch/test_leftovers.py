"""The pages of a longer version go with it, and nothing else does."""

import errno
import os
from dataclasses import dataclass

import pytest
from orders import jobs

from sop_engine.batch.leftovers import clear_later_pages
from sop_engine.batch.making import make
from sop_engine.batch.memory import Memory
from sop_engine.failure import Failure
from sop_engine.render.result import Made


@dataclass(frozen=True)
class Paged:
    """A picture of so many pages in two forms."""

    pages: int

    def made(self, compiled, settings, catalogue):
        for page in range(1, self.pages + 1):
            for form in ("svg", "png"):
                yield Made(f"{compiled.definition.id}{f'_{page}' if page > 1 else ''}.{form}", f"{self.pages}")


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_a_version_that_is_shorter_takes_the_later_pages_of_the_former_away(tmp_path):
    for pages in (30, 2, 1):
        ((_, job),) = jobs(tmp_path, Paged(pages), 1)
        make(job, Memory(None))
        written = names(tmp_path / "hasil")
        assert len(written) == 2 * pages
        assert {(tmp_path / "hasil" / name).read_text(encoding="utf-8") for name in written} == {f"{pages}"}


def test_nothing_else_is_removed(tmp_path):
    others = (
        *("a.svg", "a_2.svg", "a_2.png", "a_03.svg", "a_x.svg", "a_3.pdf", "a_3.svg.bak", "a.lanes_3.svg"),
        *("b_3.svg", "aa_3.svg", "catatan_2.txt"),
    )
    for name in (*others, "a_3.svg", "a_4.svg", "a_9.svg"):
        (tmp_path / name).touch()
    (tmp_path / "a_5.svg").mkdir()
    clear_later_pages(tmp_path, ["a.svg", "a_2.svg", "catatan.txt"])
    assert names(tmp_path) == sorted((*others, "a_5.svg"))


def test_a_page_that_cannot_be_removed_is_told(tmp_path, monkeypatch):
    (tmp_path / "a_2.svg").touch()

    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    with pytest.raises(Failure) as caught:
        clear_later_pages(tmp_path, ["a.svg"])
    assert caught.value.code == "OUT001"
    assert "a_2.svg" in caught.value.message("id")
