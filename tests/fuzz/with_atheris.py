"""Coverage-guided fuzzing with atheris, which is not among the requirements: ``pip install atheris``.

``python tests/fuzz/with_atheris.py TARGET [--seconds N] [--corpus FOLDER]`` starts from every definition, example and
page of this project. It stops at the first input that raises something and writes it beside itself; make it a test in
``test_regressions.py``, as small as it gets.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import atheris

TOP = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TOP), str(Path(__file__).parent)]

with atheris.instrument_imports(include=["sop_engine", "yaml"]):
    import everything
    import random_definitions
    import yaml

    from sop_engine.compiler import Compiled, compile_stream
    from sop_engine.definition.catalogue import Catalogue

_BLOCK = re.compile(r"^```yaml.*?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LONGEST = 6_000


def any_bytes(raw: bytes) -> None:
    """Try bytes as a file of any kind, and all that follows."""
    everything.read(raw)


def only_compile(raw: bytes) -> None:
    compiled, found = compile_stream(raw, Catalogue(Path("tidak-ada")), everything.NAME)
    assert compiled is not None or found


def tidy(raw: bytes) -> None:
    text = raw.decode("utf-8", "ignore")
    tidied = everything.tidy(text)
    assert tidied is None or everything.tidy(tidied) == tidied


def project(raw: bytes) -> None:
    everything.project(raw.decode("utf-8", "ignore"))


def people(raw: bytes) -> None:
    everything.people(raw.decode("utf-8", "ignore"))


def scenarios(raw: bytes) -> None:
    everything.rehearsed(raw.decode("utf-8", "ignore"), _example())


def structured(raw: bytes) -> None:
    """Take bytes for the choices of the generator of definitions."""
    provider = atheris.FuzzedDataProvider(raw)
    draft = random_definitions.Draft(Random(provider.ConsumeInt(8)), provider.PickValueInList([0, 0, 0.02, 0.1]))
    everything.definition(yaml.safe_dump(draft.definition(), allow_unicode=True, sort_keys=False, width=1000))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "compile": only_compile,
    "everything": any_bytes,
    "format": tidy,
    "people": people,
    "project": project,
    "scenarios": scenarios,
    "structured": structured,
}


def _example() -> Compiled:
    raw = (TOP / "definitions" / "kerjasama-media.yaml").read_bytes()
    compiled, _ = compile_stream(raw, Catalogue(TOP / "definitions"), "kerjasama-media.yaml")
    assert compiled is not None
    return compiled


def seeds() -> Iterator[str]:
    """Yield every definition, example and block of the pages."""
    for folder in ("definitions", "examples"):
        for file in sorted((TOP / folder).rglob("*.yaml")):
            yield file.read_text(encoding="utf-8")
    for page in sorted((TOP / "docs").rglob("*.md")):
        yield from _BLOCK.findall(page.read_text(encoding="utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--corpus", type=Path, default=Path(".fuzz"))
    given = parser.parse_args()
    corpus = given.corpus / given.target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(seeds()):
        (corpus / f"seed-{number}").write_text(text, encoding="utf-8", newline="\n")
    options = [f"-max_total_time={given.seconds}", f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=2000"]
    atheris.Setup([sys.argv[0], str(corpus), *options, f"-artifact_prefix={given.corpus}/"], TARGETS[given.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
