"""A job -> its result files: compiled, drawn or printed, written one by one as each is made, then remembered.

Whatever one definition brings to light becomes the outcome of its own job: the others are made all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from sop_engine.batch.leftovers import clear_later_pages
from sop_engine.batch.memory import Memory, Result, Terms, content_digest, logo_digest, project_text, sop_digests
from sop_engine.batch.work import ExitCode, Job, Outcome, failed
from sop_engine.cache import digest
from sop_engine.checks.neighbours import references
from sop_engine.compiler import Compiled, compile_file, compile_stream
from sop_engine.definition.catalogue import Catalogue
from sop_engine.definition.project import settings_in
from sop_engine.diagnostic import Severity
from sop_engine.failure import Failure
from sop_engine.messages import text
from sop_engine.render.notice import Notice
from sop_engine.settings import PLAIN, Settings
from sop_engine.writing import write_whole


def make(job: Job, memory: Memory, called_off: Callable[[], bool] = lambda: False) -> Outcome:
    """Carry out a job; it ends unfinished at Ctrl-C, and between two files as soon as ``called_off`` says so."""
    files: list[str] = []
    notices: list[tuple[str, Notice]] = []
    results: list[Result] = []
    try:
        project = project_text(job.file.parent)
        settings = _settings(project)
        if job.raw is None:
            compiled, found = compile_file(job.file, job.catalogue, settings=settings)
        else:
            compiled, found = compile_stream(job.raw, job.catalogue, str(job.file), settings)
        if compiled is None:
            errors = sum(each.severity is Severity.ERROR for each in found)
            reason, cause = text("publisher.failed", path=job.file, count=errors), text("publisher.faulty")
            return Outcome(failed=reason, code=ExitCode.REFUSED, sop=job.file.stem, cause=cause)
        # before anything is made: what changes meanwhile must not count as what it was made of
        terms = _terms(compiled, job.catalogue)
        for made in job.order.made(compiled, settings, job.catalogue):
            if called_off():
                return Outcome(tuple(files), tuple(notices), finished=False)
            path = job.out / made.name
            content = made.content.encode("utf-8") if isinstance(made.content, str) else made.content
            write_whole(path, content)
            files.append(str(path))
            notices += ((str(path), notice) for notice in made.notices)
            results.append(Result(made.name, content_digest(content), made.notices))
        clear_later_pages(job.out, (each.name for each in results))
        if job.raw is None:
            memory.keep(job, compiled.text, project, terms, results)
    except KeyboardInterrupt:
        return Outcome(tuple(files), tuple(notices), finished=False)
    except Failure as failure:
        return failed(job, failure, Outcome(tuple(files), tuple(notices)))
    except Exception as error:
        return _broken(job, Outcome(tuple(files), tuple(notices)), error)
    return Outcome(tuple(files), tuple(notices))


def _broken(job: Job, so_far: Outcome, error: Exception) -> Outcome:
    kind = type(error).__name__
    reason = text("publisher.broke", path=job.file, kind=kind, reason=error)
    return replace(so_far, failed=reason, code=ExitCode.COULD_NOT, sop=job.file.stem, cause=f"{kind}: {error}")


@lru_cache(maxsize=16)
def _settings(project: str | None) -> Settings:
    return PLAIN if project is None else settings_in(project)[0]


def _terms(compiled: Compiled, catalogue: Catalogue) -> Terms:
    named = {each.sop for each in references(compiled.definition)}
    there = sop_digests(named, catalogue.files()) if named else ()
    unit, logo = compiled.definition.unit, (compiled.unit and compiled.unit.logo) or ""
    return Terms(unit, digest(compiled.unit_text), logo, logo_digest(catalogue, unit, logo) if logo else "", there)
