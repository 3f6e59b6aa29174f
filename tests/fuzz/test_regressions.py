"""Every input that once raised something, as small as it gets."""

from __future__ import annotations

import everything
import pytest

CRASHES = {
    "a key that is missing in a step of a parallel branch": "steps:\n- x:\n  parallel:\n  - steps:\n    - x:",
}


@pytest.mark.parametrize("text", CRASHES.values(), ids=CRASHES)
def test_it_raises_nothing_any_more(text: str) -> None:
    everything.read(text.encode("utf-8"))
