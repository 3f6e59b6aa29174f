"""What the tests of the sheet share: definitions to print, and the comparison with what was last looked at.

``UPDATE_GOLDEN=1 python -m pytest tests/render`` writes the goldens anew; look at the difference before you commit it.
"""

import os
from pathlib import Path

from sop_engine.compiler import Compiled, compile_text
from sop_engine.render.sheet.document import Sheet, sheet

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden" / "sheet"
SAMPLES = Path(__file__).parent / "sheets"
WRITTEN = sorted([*(ROOT / "definitions").glob("*.yaml"), *SAMPLES.glob("*.yaml")])
INPUTS = {path.stem: path for path in WRITTEN if not path.name.endswith(".uji.yaml")}

UNIT = """
unit: 1
id: contoh/pasar
name: UPTD Pasar Contoh
parent: Pemerintah Kota Contoh
address: Jl. Contoh No. 7
postcode: "00007"
phone: (021) 555 0107
site: pasar.contoh.example
"""

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="210mm" height="297mm">'
    '<title id="t">lama</title><defs><marker id="ujung"><path d="M0 0L4 2L0 4z"/></marker></defs>'
    '<path d="M50 50H500" stroke="#000" marker-end="url(#ujung)"/>'
    '<text x="50" y="100" font-family="Arimo" font-size="12">id="ujung" &lt;tidak diubah&gt;</text></svg>'
)


def compiled(name: str) -> Compiled:
    path = INPUTS[name]
    text = path.read_text(encoding="utf-8")
    unit = next(line.removeprefix("unit: ") for line in text.splitlines() if line.startswith("unit: "))
    unit_path = ROOT / "definitions" / "units" / f"{unit}.yaml"
    known = unit_path.read_text(encoding="utf-8") if unit_path.exists() else {"contoh/pasar": UNIT}.get(unit)
    result, found = compile_text(text, known, path.name)
    assert result is not None, found
    return result


def sheet_of(name: str) -> Sheet:
    made = compiled(name)
    return sheet(made.definition, made.unit, made.flows)


def compare(text: str, name: str, folder: Path = GOLDEN) -> None:
    path = folder / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.exists(), f"{path.name} is missing: look at the result, then write it with UPDATE_GOLDEN=1"
    assert text == path.read_text(encoding="utf-8")


def assert_no_orphans(suffix: str) -> None:
    kept = {path.name for path in GOLDEN.glob(f"*{suffix}")}
    assert kept == {f"{name}{suffix}" for name in INPUTS}
