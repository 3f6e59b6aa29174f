"""The picture of a promise: it changes only on purpose, and says in shapes what the table says in numbers.

``UPDATE_GOLDEN=1`` writes the pictures anew: look at each one before it is committed.
"""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from pathlib import Path

import promising
import pytest

from sop_engine.compiler import compile_text
from sop_engine.promise.chance import RETURNED, RUNS, SEED
from sop_engine.promise.examined import Examined, examine
from sop_engine.promise.worktime import WorkingTime
from sop_engine.render.image import png
from sop_engine.render.palette import luminance
from sop_engine.render.timeline.bars import BESIDE, MAIN, OVER
from sop_engine.render.timeline.picture import LEFT, MARGIN, RIGHT, WIDTH, draw
from sop_engine.render.typeface import width

GOLDEN = Path(__file__).parent / "promise"
NS = "{http://www.w3.org/2000/svg}"


def examined(text: str) -> Examined:
    compiled, found = compile_text(text)
    assert compiled is not None, found
    options = {"always": False, "runs": RUNS, "seed": SEED, "returned": RETURNED}
    (only,) = examine(compiled.definition, compiled.flow(), WorkingTime(), **options)
    return only


def picture(name: str) -> str:
    found = examined(promising.text(name))
    return draw(found, found.flow.title, "Kelurahan Contoh")


@pytest.mark.parametrize("name", promising.EXAMPLES)
def test_the_picture_is_the_golden_one(name: str) -> None:
    file = GOLDEN / f"{name}.svg"
    drawn = picture(name)
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(drawn, encoding="utf-8", newline="\n")
    assert drawn == file.read_text(encoding="utf-8"), "run with UPDATE_GOLDEN=1 and look at the picture"


def test_no_golden_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(promising.EXAMPLES)


@pytest.mark.parametrize("name", promising.EXAMPLES)
def test_nothing_leaves_the_paper(name: str) -> None:
    top = ET.fromstring(picture(name))
    height = float(top.get("viewBox", "").split()[3])
    for element in top.iter():
        x, y = float(element.get("x", "nan")), float(element.get("y", "nan"))
        if element.tag == f"{NS}text" and element.get("x"):
            wide = width(
                element.text or "", float(element.get("font-size", 0)), bold=element.get("font-weight") == "700"
            )
            left = x - {"end": wide, "middle": wide / 2}.get(element.get("text-anchor", ""), 0)
            assert left >= MARGIN - 4, element.text
            assert left + wide <= WIDTH - 8, element.text
            assert y <= height
        elif element.tag == f"{NS}rect" and element.get("class") == "over":
            assert LEFT <= x <= x + float(element.get("width", 0)) <= RIGHT + 0.01


def test_each_step_has_a_row_and_only_what_is_over_the_promise_is_hatched() -> None:
    top = ET.fromstring(picture("broken"))
    rows = {group.get("data-step"): group for group in top.iter(f"{NS}g")}
    late = {step for step, row in rows.items() if step and row.find(f"{NS}rect[@class='over']") is not None}
    assert late == {"terbit", "serah"}
    assert [step for step in rows if step] == [
        *("ajukan", "periksa", "telaah", "tinjau", "ba", "hitung", "konsep", "paraf", "terbit", "serah")
    ]  # fmt: skip


def test_parallel_steps_begin_at_the_same_time() -> None:
    top = ET.fromstring(picture("broken"))
    begins = {}
    for group in top.iter(f"{NS}g"):
        bar = group.find(f"{NS}rect")
        if group.get("data-step") and bar is not None:
            begins[group.get("data-step")] = bar.get("x")
    assert begins["tinjau"] == begins["hitung"] != begins["ba"]


def test_a_step_beside_all_ordinary_ways_is_not_called_outside_the_office() -> None:
    top = ET.fromstring(picture("deadlines"))
    (row,) = (group for group in top.iter(f"{NS}g") if group.get("data-step") == "ambil-alih")
    assert row.find(f"{NS}circle") is None
    assert "hanya bila tenggat lewat · 2 hari kerja" in [text.text for text in row.iter(f"{NS}text")]
    assert "di luar jalur biasa, tidak digambar pada sumbu" in picture("deadlines")
    assert "di luar jalur biasa" not in picture("broken")


@pytest.mark.parametrize("name", promising.EXAMPLES)
def test_a_total_has_its_label_right_of_its_bar_and_a_break_where_it_is_cut(name: str) -> None:
    drawn = ET.fromstring(picture(name))
    for total in (group for group in drawn.iter(f"{NS}g") if group.get("class") == "total"):
        bars = [each for each in total.findall(f"{NS}rect") if each.get("stroke")]
        end = max(float(each.get("x", 0)) + float(each.get("width", 0)) for each in bars)
        label = total.findall(f"{NS}text")[-1]
        assert float(label.get("x", 0)) >= end, label.text
        cut = name in ("broken-off", "deadlines", "undecided", "no-promise") and "longest" in total.get("data-way", "")
        assert (total.find(f"{NS}g[@class='broken']") is not None) == cut


def test_the_colours_are_told_apart_in_grey() -> None:
    dark, pale, over = luminance(MAIN), luminance(BESIDE), luminance(OVER)
    assert pale - dark > 0.4
    assert abs(over - dark) < 0.1  # which is why what is over the promise is hatched, too
    assert 'class="over"' in picture("broken")


def test_the_png_holds_the_picture() -> None:
    assert png(picture("undecided"))[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_very_long_procedure_shows_what_takes_most() -> None:
    steps = "".join(
        f"  - {{id: s{n}, actor: petugas, activity: Memeriksa, time: {n % 40 + 1} menit}}\n" for n in range(400)
    )
    drawn = draw(examined(promising.definition(f"steps:\n{steps}")), "Panjang", "")
    assert drawn.count('data-step="') == 100
    assert "300 langkah lain tidak digambar" in drawn
