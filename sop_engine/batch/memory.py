"""What was made of which definition, so that what would come out the same is not made again.

Same input, same bytes: so it is enough to remember, under a digest of all that went in (the text and its name, the
project file, what was ordered, this very program), the digests of what came out. Results that lie in the folder with
those digests are what would be made now, whoever put them there; one that was changed or deleted by hand is not.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from sop_engine import textfile
from sop_engine.batch.work import Job, Outcome
from sop_engine.cache import digest, key
from sop_engine.definition.catalogue import Catalogue, project_file
from sop_engine.definition.logo import digest as digest_of_logo
from sop_engine.entries import Entries
from sop_engine.render.notice import Notice
from sop_engine.resources import shipped

_LIBRARIES = ("typst", "resvg_py", "jinja2", "docx", "fontpkg_arimo", "fontpkg_pt_serif")
"""Another version of these may make other bytes."""

_FONTS = (".ttf", ".otf")


class Terms(NamedTuple):
    """As long as these hold, the same would be made: a unit, its logo and the other SOPs that are named, by digests.

    ``logo`` is the file that the unit names, empty when it names none; an SOP that is not there has no digest.
    """

    unit: str
    unit_digest: str
    logo: str
    logo_digest: str
    sops: tuple[tuple[str, str], ...]


class Result(NamedTuple):
    """A file that was made: its name, the digest of its content, and what there was to tell about it."""

    name: str
    digest: str
    notices: tuple[Notice, ...] = ()


class Memory:
    """What is remembered in ``folder``; None: nothing is."""

    def __init__(self, folder: Path | None) -> None:
        self._entries = Entries(None if folder is None else folder / "results")
        self._files: dict[Path, dict[str, Path]] = {}

    def unchanged(self, job: Job) -> Outcome | None:
        """Return the outcome of a job whose files are all there as they would be made now, else None."""
        text = None if job.raw is not None else textfile.read_text(job.file, "")[0]
        if text is None:
            return None
        try:
            entry = self._entries.entry(name(job, text, project_text(job.file.parent)))
            if entry is None or not self._hold(Terms(*entry["terms"]), job.catalogue):
                return None
            results = [_result(*each) for each in entry["results"]]
            if not all(content_digest((job.out / each.name).read_bytes()) == each.digest for each in results):
                return None
            for notice in (notice for each in results for notice in each.notices):
                notice.message()  # what this program cannot word it did not write
        except Exception:  # whoever wrote the entry, it must not stop the work that it was to shorten
            return None
        told = tuple((str(job.out / each.name), notice) for each in results for notice in each.notices)
        return Outcome(tuple(str(job.out / each.name) for each in results), told, unchanged=True)

    def keep(self, job: Job, text: str, project: str | None, terms: Terms, results: Sequence[Result]) -> None:
        """Remember what a job made of a text under the terms."""
        self._entries.keep(name(job, text, project), {"terms": terms, "results": results})

    def _hold(self, terms: Terms, catalogue: Catalogue) -> bool:
        if unit_digest(catalogue, terms.unit) != terms.unit_digest:
            return False
        if terms.logo and logo_digest(catalogue, terms.unit, terms.logo) != terms.logo_digest:
            return False
        if not terms.sops:
            return True
        if catalogue.folder not in self._files:
            self._files[catalogue.folder] = catalogue.files()
        known = dict(terms.sops)
        return dict(sop_digests(known, self._files[catalogue.folder])) == known


def name(job: Job, text: str, project: str | None) -> str:
    """Return the key of a job with these texts of its definition and of the project file in force."""
    return key("results", _makers(), repr(job.order), job.file.name, text, "-" if project is None else f"+{project}")


def project_text(folder: Path) -> str | None:
    """Return the text of the project file in force for a folder; None when there is none, or none that can be read."""
    file = project_file(folder)
    return None if file is None else textfile.read_text(file, "")[0]


def unit_digest(catalogue: Catalogue, unit: str) -> str:
    """Return the digest of a unit's text, empty when it cannot be read. Raises ValueError for what is no unit."""
    path = catalogue.unit_path(unit)
    if path is None:
        raise ValueError(unit)
    return digest(textfile.read_text(path, "")[0])


def sop_digests(named: Collection[str], files: Mapping[str, Path]) -> tuple[tuple[str, str], ...]:
    """Return the SOPs of these names with the digests of their texts, empty for one that is not there."""
    return tuple((sop, digest(textfile.read_text(files[sop], "")[0]) if sop in files else "") for sop in sorted(named))


def logo_digest(catalogue: Catalogue, unit: str, logo: str) -> str:
    """Return the digest of a unit's logo; of a file that cannot be one only as much as tells why."""
    path = catalogue.unit_path(unit)
    if path is None:
        raise ValueError(unit)
    return digest_of_logo(path.parent / logo, catalogue.folder)


def content_digest(content: bytes) -> str:
    """Return the digest of a result file."""
    return hashlib.sha256(content).hexdigest()


def _result(file: Any, known: Any, notices: Any) -> Result:
    if Path(file).name != file:  # a name is looked up in the folder: none may lead anywhere else
        raise ValueError(file)
    return Result(file, known, tuple(Notice(each, tuple((str(k), str(v)) for k, v in args)) for each, args in notices))


@cache
def _makers() -> str:
    """Return what tells these makers of files from others, beside the program itself: templates, fonts and libraries.

    Templates are edited by hand and count by their content; what comes in packages counts by size and time.
    """
    templates = shipped("templates")
    told = [
        f"{file.relative_to(templates).as_posix()} {content_digest(file.read_bytes())}" for file in _within(templates)
    ]
    specs = [spec for spec in map(find_spec, _LIBRARIES) if spec is not None and spec.origin]
    files = [Path(spec.origin) for spec in specs if spec.origin]
    files += [file for origin in files for file in _within(origin.parent) if file.suffix in _FONTS]
    for file in files:
        with suppress(OSError):
            status = file.stat()
            told.append(f"{file.parent.name}/{file.name} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(told)


def _within(folder: Path) -> list[Path]:
    """Return the files of a folder and of all below it, in one order everywhere."""
    return sorted(Path(above, name) for above, _, names in os.walk(folder) for name in names)
