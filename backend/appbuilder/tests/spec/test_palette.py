"""Whatever colours a person names, the app stays readable."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appbuilder.spec import COLOUR_NAMES, Theme, theme_colours
from appbuilder.spec.colours import contrast, parse_colour, readable
from appbuilder.spec.palette import Palette, palettes, usual_shade

COLOURS = st.none() | st.sampled_from(sorted(COLOUR_NAMES))
THEMES = st.builds(
    Theme,
    mode=st.sampled_from(["light", "dark", "auto"]),
    background=COLOURS,
    surface=COLOURS,
    accent=COLOURS,
    text=COLOURS,
)


def _contrasts(palette: Palette) -> dict[str, float]:
    pairs = {
        "ink": ("surface", "canvas", "sunken", "accent_soft"),
        "muted": ("surface", "canvas", "sunken", "accent_soft"),
        "accent_ink": ("surface", "canvas", "sunken", "accent_soft"),
        "danger_ink": ("surface", "canvas", "danger_soft"),
        "on_accent": ("accent", "accent_strong"),
        "on_danger": ("danger", "danger_strong"),
    }
    return {
        f"{text} on {ground}": contrast(getattr(palette, text), getattr(palette, ground))
        for text, grounds in pairs.items()
        for ground in grounds
    }


@settings(deadline=None)
@given(st.builds(Theme, mode=st.sampled_from(["light", "dark", "auto"]), background=COLOURS, accent=COLOURS))
def test_text_reaches_aa_on_any_background_with_any_accent(theme: Theme) -> None:
    for palette in palettes(theme).values():
        low = {pair: ratio for pair, ratio in _contrasts(palette).items() if ratio < 4.5}
        assert not low


@settings(deadline=None)
@given(THEMES)
def test_every_theme_has_two_palettes(theme: Theme) -> None:
    assert set(palettes(theme)) == {"light", "dark"}


@settings(deadline=None)
@given(THEMES)
def test_named_colours_are_shown_as_they_are(theme: Theme) -> None:
    if theme.background:
        assert palettes(theme)[usual_shade(theme) or "light"].canvas == parse_colour(theme.background)
    if theme.accent:
        assert {palette.accent for palette in palettes(theme).values()} == {parse_colour(theme.accent)}


@settings(deadline=None)
@given(THEMES)
def test_marks_are_told_from_their_ground(theme: Theme) -> None:
    for palette in palettes(theme).values():
        marks = (palette.edge, palette.accent_edge, *palette.charts)
        assert not [mark for mark in marks if contrast(mark, palette.surface) < 3]


@pytest.mark.parametrize("accent", ["teal", "turquoise", "purple", "gold", "darkgreen", "indigo", "hotpink", "lime"])
def test_no_other_colour_of_a_chart_looks_like_the_accent(accent: str) -> None:
    for palette in palettes(Theme(accent=accent)).values():
        first, *others = palette.charts
        assert len(others) == 5
        assert min(math.dist(first, other) for other in others) > 60


def test_there_are_148_names() -> None:
    assert len(COLOUR_NAMES) == 148
    assert parse_colour("RebeccaPurple").css == "rgb(102, 51, 153)"


def test_a_background_is_shown_even_if_the_mode_is_open() -> None:
    theme = Theme(background="navy")
    assert usual_shade(theme) == "dark"
    assert palettes(theme)["dark"].canvas == parse_colour("navy")
    assert theme_colours(theme)["background"] == "#000080"
    assert usual_shade(Theme()) is None
    assert usual_shade(Theme(mode="light", background="navy")) == "light"


def test_where_no_colour_serves_all_grounds_the_better_end_is_taken() -> None:
    black, white = parse_colour("black"), parse_colour("white")
    assert readable(parse_colour("red"), on=(black, white), ratio=15) in (black, white)
