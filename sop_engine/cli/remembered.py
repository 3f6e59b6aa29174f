"""Files -> what is said about them; what was said about a file is remembered while all that it depends on stays.

That is the file itself with its name and place, the project file in force, its unit, a unit's logo, the other SOPs that
it names, and the day when it has dates. The compiler is loaded for the first file that is not remembered: most days
there is none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sop_engine.cache import Cache, Card, Terms, Told, digest, key
from sop_engine.definition.catalogue import UNITS, Catalogue, project_file
from sop_engine.textfile import read_text

if TYPE_CHECKING:
    from sop_engine.compiler import Verdict
    from sop_engine.definition.project import Projects
    from sop_engine.diagnostic import Diagnostic


@dataclass(frozen=True)
class _Noting(Catalogue):
    """A catalogue that notes which units it is asked for."""

    asked: list[str] = field(default_factory=list, compare=False)

    def unit_path(self, unit_id: str) -> Path | None:
        """Return where a unit's file must stand; None for an id that would climb out."""
        path = super().unit_path(unit_id)
        if path is not None:
            self.asked.append(unit_id)
        return path


class Judge:
    """Says what is right and wrong with files, from memory where it can; ``projects`` gives the settings in force."""

    def __init__(self, cache: Cache, projects: Callable[[], Projects], project: Path | None, today: date) -> None:
        self._cache = cache
        self._projects = projects
        self._project = project
        self._today = today
        self._digests: dict[tuple[Path, str], str] = {}
        self._shared: dict[tuple[str, Path], tuple[str, str]] = {}
        self._nearest: dict[Path, Path | None] = {}
        self._ids: dict[Path, frozenset[str]] = {}

    def told(self, file: Path, catalogue: Catalogue) -> Told:
        """Return the findings about a file, what it accepts, and what the other files must know about it."""
        name = self._name(file, catalogue)
        if name is not None:
            told = self._cache.cached(name, str(file), lambda terms: self._hold(terms, file, catalogue))
            if told is not None:
                return told
        from sop_engine.compiler import judge_file

        noting = _Noting(catalogue.folder)
        settings = replace(self._projects().around(file.parent), today=self._today)
        verdict = judge_file(file, noting, settings)
        told = _told(verdict)
        terms = self._terms(verdict, noting)
        # what was written meanwhile must not be remembered under the name of what stood there before
        if name is not None and terms is not None and name == self._name(file, catalogue):
            self._cache.keep(name, told, terms)
        return told

    def told_stream(self, raw: bytes, catalogue: Catalogue, shown: str) -> Told:
        """Return the same about bytes from a stream, which are never remembered."""
        from sop_engine.compiler import judge_stream

        settings = replace(self._projects().around(Path.cwd()), today=self._today)
        return _told(judge_stream(raw, catalogue, shown, settings))

    def found_outside(self, files: Sequence[Path]) -> Iterator[Diagnostic]:
        """Yield what is wrong in the project files that are in force for these files and not among them."""
        if self._project is not None:
            self._projects().around(self._project.parent)
            yield from self._projects().found_outside(files)
            return
        given, here = {file.absolute() for file in files}, Path.cwd()
        for file in dict.fromkeys(self._around(each.parent) for each in files):
            if file is not None and file.absolute() not in given:
                shown = file.relative_to(here) if file.is_relative_to(here) else file
                yield from self.told(shown, Catalogue(file.parent)).found

    def _name(self, file: Path, catalogue: Catalogue) -> str | None:
        """Return the key of a file, with all that its findings depend on as far as it is known beforehand."""
        text, _ = read_text(file, "")
        if text is None:
            return None
        folder, name = os.path.split(file)
        if (folder, catalogue.folder) not in self._shared:
            self._shared[folder, catalogue.folder] = self._depends(file, catalogue)
        return key(text, name, *self._shared[folder, catalogue.folder])

    def _depends(self, file: Path, catalogue: Catalogue) -> tuple[str, str]:
        """Return what all files of a folder depend on: where it stands below the units, and its project file."""
        place = "-"
        if catalogue.holds_unit(file):
            place = file.absolute().parent.relative_to(catalogue.folder.absolute() / UNITS).as_posix()
        project = self._around(file.parent)
        return place, "-" if project is None else f"+{read_text(project, '')[0]}"

    def _terms(self, verdict: Verdict, catalogue: _Noting) -> Terms | None:
        """Return as long as what a verdict stands; None when that cannot be said, and it is not kept."""
        if verdict.needs and not self._known(catalogue).issuperset(verdict.needs):
            # the name that was probably meant may be that of any file
            return None
        units = tuple((unit, self._digest(catalogue, unit)) for unit in dict.fromkeys(catalogue.asked))
        past = [day for day in verdict.turns if day <= self._today]
        coming = [day for day in verdict.turns if day > self._today]
        since, until = (day.isoformat() if day else "" for day in (max(past, default=None), min(coming, default=None)))
        return Terms(units, tuple(sorted(verdict.needs)), since, until, verdict.logo)

    def _hold(self, terms: Terms, file: Path, catalogue: Catalogue) -> bool:
        today = self._today.isoformat()
        if terms.since > today or (terms.until and terms.until <= today):
            return False
        if not all(self._digest(catalogue, unit) == known for unit, known in terms.units):
            return False
        if not _same_logo(terms, file, catalogue):
            return False
        return not terms.sops or self._known(catalogue).issuperset(terms.sops)

    def _known(self, catalogue: Catalogue) -> frozenset[str]:
        if catalogue.folder not in self._ids:
            self._ids[catalogue.folder] = catalogue.ids()
        return self._ids[catalogue.folder]

    def _digest(self, catalogue: Catalogue, unit: str) -> str:
        if (catalogue.folder, unit) not in self._digests:
            text, _ = read_text(catalogue.folder / UNITS / f"{unit}.yaml", "")
            self._digests[catalogue.folder, unit] = digest(text)
        return self._digests[catalogue.folder, unit]

    def _around(self, folder: Path) -> Path | None:
        if folder not in self._nearest:
            self._nearest[folder] = self._project or project_file(folder)
        return self._nearest[folder]


def _same_logo(terms: Terms, file: Path, catalogue: Catalogue) -> bool:
    """Return whether the logo of a unit's file is still the one that was judged."""
    named, seen = terms.logo
    if not named:
        return True
    from sop_engine.definition.logo import digest as digest_of_logo

    return digest_of_logo(file.parent / named, catalogue.folder) == seen


def _told(verdict: Verdict) -> Told:
    card = None
    if verdict.card is not None:
        calls = tuple((each.sop, each.procedure, each.at) for each in verdict.card.calls)
        card = Card(verdict.card.sop, verdict.card.procedures, verdict.card.number, calls)
    return Told(verdict.found, tuple(verdict.accepted), card)


def across(cards: Sequence[tuple[str, Card]], projects: Callable[[], Projects]) -> tuple[Diagnostic, ...]:
    """Return what several definitions show together; their cards come with the paths to show.

    ``projects`` gives the settings in force, and is asked only when something was found.
    """
    if not cards or (len(cards) == 1 and not cards[0][1].calls):
        return ()  # and the checks need not be loaded for that
    from sop_engine.checks import neighbours

    known = (
        neighbours.Card(sop, path, procedures, number, tuple(neighbours.Call(*each) for each in calls))
        for path, (sop, procedures, number, calls) in cards
    )
    return neighbours.across(known, lambda path: projects().around(Path(path).parent))
