"""Colours carry their words and stay apart: for every eye, on a grey print, in every theme."""

import itertools

import pytest

from sop_engine.render.diagram import Party
from sop_engine.render.palette import LANE_SHARE, THEMES, WARNA, Theme, contrast, luminance, mixed

TEXT = 4.5
"""WCAG 2.2, 1.4.3: text and its ground."""
SIGN = 3.0
"""WCAG 2.2, 1.4.11: a line that means something and its ground."""

Row = tuple[float, float, float]

SIGHTS: dict[str, tuple[Row, Row, Row]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    # Machado, Oliveira, Fernandes 2009, severity 1.0, on linear red, green and blue
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}
XYZ: tuple[Row, Row, Row] = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)

themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
sights = pytest.mark.parametrize("sight", SIGHTS.values(), ids=SIGHTS)


def times(matrix: tuple[Row, Row, Row], vector: Row) -> Row:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def linear(colour: str) -> Row:
    one, two, three = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (one, two, three)
    )
    return red, green, blue


def lab(colour: str, sight: tuple[Row, Row, Row]) -> Row:
    """Return the colour as an eye sees it (CIE 1976 L*a*b*)."""
    red, green, blue = (min(1.0, max(0.0, part)) for part in times(sight, linear(colour)))
    parts = (part / white for part, white in zip(times(XYZ, (red, green, blue)), WHITE, strict=True))
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: str, other: str, sight: tuple[Row, Row, Row]) -> float:
    """Return how far apart two colours are seen (CIE 1976); 2 to 3 is just seen side by side."""
    return sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight), strict=True)) ** 0.5


@themes
@sights
def test_neighbouring_actors_stay_apart(theme: Theme, sight: tuple[Row, Row, Row]) -> None:
    for colours in (theme.inside, theme.outside):
        for one, other in itertools.pairwise((*colours, colours[0])):
            assert apart(one, other, sight) >= 9, (one, other)
    # an applicant stands beside anyone; what has no colour left keeps the sign of a party outside
    if sight is not SIGHTS["grey"] and theme.name != "abu":
        assert all(apart(theme.outside[0], other, sight) >= 7 for other in theme.inside)


@themes
def test_no_two_colours_have_the_same_grey(theme: Theme) -> None:
    for one, other in itertools.combinations(theme.inside, 2):
        assert apart(one, other, SIGHTS["grey"]) >= 4, (one, other)


@themes
def test_words_can_be_read_on_everything_they_stand_on(theme: Theme) -> None:
    for colour in (*theme.inside, *theme.outside):
        assert contrast(colour, theme.on(colour).ink) >= TEXT
        pale = theme.ahead(theme.on(colour))
        assert contrast(pale.fill, pale.ink) >= TEXT
    grounds = (theme.paper, theme.branch, theme.bar, theme.finished, theme.rejected, theme.withdrawn)
    for ground in (*grounds, theme.done, theme.current, theme.suspended):
        assert contrast(ground, theme.ink) >= TEXT
        assert contrast(ground, theme.soft_ink) >= TEXT
    lanes = [mixed(colour, theme.paper, LANE_SHARE) for colour in (*theme.inside, *theme.outside)]
    for ground in (theme.paper, theme.branch, *lanes):
        assert contrast(ground, theme.returned) >= TEXT
        assert contrast(ground, theme.ahead_ink) >= TEXT


@themes
def test_lines_are_seen(theme: Theme) -> None:
    assert contrast(theme.line, theme.paper) >= SIGN
    assert contrast(theme.returned, theme.paper) >= SIGN
    for mark, ground in (
        (theme.finished_mark, theme.finished),
        (theme.returned, theme.rejected),
        (theme.soft_ink, theme.withdrawn),
    ):
        assert contrast(mark, ground) >= SIGN
    for line in (theme.done_line, theme.current_line, theme.suspended_line, theme.skipped_line):
        assert contrast(line, theme.paper) >= SIGN


def test_the_grey_theme_has_no_colour() -> None:
    theme = THEMES["abu"]
    fields = [getattr(theme, name) for name in theme.__slots__]
    colours = [part for field in fields for part in (field if isinstance(field, tuple) else (field,))]
    colours = [colour for colour in colours if isinstance(colour, str) and colour.startswith("#")]
    assert len(colours) > 20
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


def test_the_theme_of_high_contrast_has_more_of_it() -> None:
    strong, usual = THEMES["kontras"], WARNA
    assert all(contrast(colour, strong.on(colour).ink) >= 7 for colour in (*strong.inside, *strong.outside))
    assert contrast(strong.returned, strong.paper) > contrast(usual.returned, usual.paper)
    assert strong.weight > usual.weight


@themes
def test_colours_come_round_again(theme: Theme) -> None:
    for external, colours in ((False, theme.inside), (True, theme.outside)):
        parties = [Party(f"a{index}", "A", external, index, index) for index in range(len(colours) + 1)]
        assert theme.shade(parties[0]) == theme.shade(parties[-1])
        assert theme.shade(parties[0]) != theme.shade(parties[1])


@pytest.mark.parametrize(("name", "count"), [("warna", 12), ("kontras", 10)])
def test_actors_of_a_large_office_have_colours_of_their_own(name: str, count: int) -> None:
    theme = THEMES[name]
    parties = [Party(f"a{index}", "A", False, index, index) for index in range(count)]
    fills = [theme.shade(party).fill for party in parties]
    assert min(apart(one, other, SIGHTS["usual"]) for one, other in itertools.combinations(fills, 2)) >= 10


def test_colours_are_mixed_between_their_ends() -> None:
    assert mixed("#102030", "#ffffff", 1.0) == "#102030"
    assert mixed("#102030", "#ffffff", 0.0) == "#ffffff"
    assert luminance("#000000") < luminance(mixed("#000000", "#ffffff", 0.3)) < luminance("#ffffff")
