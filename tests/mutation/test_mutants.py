"""A definition that went wrong is found out, or it is known why it cannot be; all of them: ``mutants.py`` itself."""

from __future__ import annotations

import pytest
from mutants import PAGE, TOP, UNDETECTABLE, mutants, reason, sources, told

SPOILT = ["keprotokolan", "konsultasi-sop"]
GOOD = {sop: (data, unit) for sop, data, unit in sources(TOP / "definitions")}


@pytest.mark.parametrize("sop", SPOILT)
def test_every_mutant_is_found_or_known_to_be_undetectable(sop):
    data, unit = GOOD[sop]
    before = told(data, unit)
    missed = [
        f"{mutant.what}: {mutant.place}"
        for mutant in mutants(sop, data)
        if not told(mutant.data, unit) - before and reason(mutant) is None
    ]
    assert missed == []


def test_what_is_misspelled_is_always_found():
    data, unit = GOOD["lapor-gub"]
    before = told(data, unit)
    misspelled = [each for each in mutants("lapor-gub", data) if each.what.startswith("misspell")]
    assert len(misspelled) > len(data["steps"])
    assert all(told(each.data, unit) - before for each in misspelled)


def test_the_page_gives_every_reason():
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"| {why} |" in page for why in UNDETECTABLE)
    assert "Not found and without such a reason: 0." in page
