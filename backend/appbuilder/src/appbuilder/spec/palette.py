"""The colours an app really has: from the few that a person names to a full palette that stays readable."""

import math
from dataclasses import dataclass
from typing import Literal

from appbuilder.spec.colours import AA_PART, AA_TEXT, Rgb, contrast, is_dark, mix, parse_colour, readable
from appbuilder.spec.theme import Theme

Shade = Literal["light", "dark"]
WHITE, BLACK = Rgb(255, 255, 255), Rgb(0, 0, 0)
_CANVAS: dict[Shade, str] = {"light": "#f7f7f5", "dark": "#131517"}
_ACCENT: dict[Shade, str] = {"light": "#3451b2", "dark": "#8aa4ff"}
_INK: dict[Shade, str] = {"light": "#1b1d20", "dark": "#eceef1"}
# Beside the accent, five of them: told apart by hue and by lightness, and those that look like the accent come last.
_CHART = tuple(
    parse_colour(code) for code in ("#1c9a8c", "#d08700", "#b14a9b", "#5a9a2e", "#7a5fd3", "#c8503c", "#2f7fc4")
)
_ALIKE = 60


@dataclass(frozen=True)
class Palette:
    """All colours of one shade; text colours reach 4.5 : 1 on every ground they stand on, marks 3 : 1."""

    is_dark: bool
    canvas: Rgb
    surface: Rgb
    sunken: Rgb
    ink: Rgb
    muted: Rgb
    line: Rgb
    edge: Rgb
    accent: Rgb
    accent_strong: Rgb
    accent_edge: Rgb
    on_accent: Rgb
    accent_ink: Rgb
    accent_soft: Rgb
    danger: Rgb
    danger_strong: Rgb
    on_danger: Rgb
    danger_ink: Rgb
    danger_soft: Rgb
    success: Rgb
    warning: Rgb
    star: Rgb
    charts: tuple[Rgb, ...]


def usual_shade(theme: Theme) -> Shade | None:
    """What the app shows when nobody chose: None follows the device.

    A background that is asked for is shown even where the mode is left open.
    """
    if theme.mode != "auto":
        return theme.mode
    ground = theme.background or theme.surface
    if ground is None:
        return None
    return "dark" if is_dark(parse_colour(ground)) else "light"


def palettes(theme: Theme) -> dict[Shade, Palette]:
    """The light and the dark palette; the named ground and text belong to the usual shade, the accent to both."""
    usual = usual_shade(theme)
    return {shade: _palette(theme, shade, is_named=shade == usual) for shade in ("light", "dark")}


def theme_colours(theme: Theme) -> dict[str, str]:
    """Mode, background, surface, accent and text as they are shown first, as hex codes."""
    palette = palettes(theme)[usual_shade(theme) or "light"]
    return {
        "mode": theme.mode,
        "background": palette.canvas.hex,
        "surface": palette.surface.hex,
        "accent": palette.accent.hex,
        "text": palette.ink.hex,
    }


def _grounds(theme: Theme, shade: Shade, *, is_named: bool) -> tuple[Rgb, Rgb]:
    named = theme.background or theme.surface
    if named is None:
        canvas = parse_colour(_CANVAS[shade])
        return canvas, WHITE if shade == "light" else mix(canvas, WHITE, 0.045)
    ground = parse_colour(named)
    if not is_named:
        canvas = mix(ground, WHITE, 0.93) if shade == "light" else mix(ground, BLACK, 0.86)
        return canvas, mix(canvas, WHITE, 0.6 if shade == "light" else 0.05)
    surface = parse_colour(theme.surface) if theme.surface else _surface_on(ground)
    canvas = ground if theme.background else mix(surface, WHITE if is_dark(surface) else BLACK, 0.04)
    return canvas, surface


def _surface_on(canvas: Rgb) -> Rgb:
    """A ground that lifts off the canvas; strong colours get a calm one to write on."""
    if not is_dark(canvas):
        return mix(canvas, WHITE, 0.78)
    return mix(canvas, WHITE, 0.06) if contrast(canvas, WHITE) > 11 else mix(canvas, BLACK, 0.35)  # noqa: PLR2004


def _palette(theme: Theme, shade: Shade, *, is_named: bool) -> Palette:
    canvas, surface = _grounds(theme, shade, is_named=is_named)
    dark = is_dark(surface)
    tone: Shade = "dark" if dark else "light"
    accent = parse_colour(theme.accent) if theme.accent else _usual_accent(theme, tone, surface)
    wanted = parse_colour(theme.text) if theme.text and is_named else parse_colour(_INK[tone])
    ink = readable(wanted, on=(surface, canvas), ratio=7)
    sunken = mix(surface, ink, 0.05)
    accent_soft = mix(surface, accent, 0.2 if dark else 0.1)
    grounds = (surface, canvas, sunken, accent_soft)
    on_accent = _on(accent)
    danger = parse_colour("#f0707a" if dark else "#c02f3b")
    on_danger = _on(danger)
    danger_soft = mix(surface, danger, 0.2 if dark else 0.1)
    return Palette(
        is_dark=dark,
        canvas=canvas,
        surface=surface,
        sunken=sunken,
        ink=ink,
        muted=readable(mix(ink, surface, 0.36), on=grounds),
        line=mix(surface, ink, 0.12),
        edge=readable(mix(surface, ink, 0.4), on=(surface,), ratio=AA_PART),
        accent=accent,
        accent_strong=mix(accent, BLACK if on_accent == WHITE else WHITE, 0.14),
        accent_edge=readable(accent, on=(surface,), ratio=AA_PART),
        on_accent=on_accent,
        accent_ink=readable(accent, on=grounds),
        accent_soft=accent_soft,
        danger=danger,
        danger_strong=mix(danger, BLACK if on_danger == WHITE else WHITE, 0.14),
        on_danger=on_danger,
        danger_ink=readable(danger, on=(*grounds, danger_soft)),
        danger_soft=danger_soft,
        success=readable(parse_colour("#2f9e5f"), on=(surface, sunken), ratio=AA_PART),
        warning=readable(parse_colour("#d98a00"), on=(surface, sunken), ratio=AA_PART),
        star=readable(parse_colour("#e0a100" if dark else "#d98a00"), on=(surface,), ratio=AA_PART),
        charts=_charts(accent, surface),
    )


def _usual_accent(theme: Theme, tone: Shade, surface: Rgb) -> Rgb:
    """Our own accent on our own ground; on a ground that was named, its own colour made strong."""
    named = theme.background or theme.surface
    if named is None:
        return parse_colour(_ACCENT[tone])
    ground = parse_colour(named)
    is_colourful = max(ground) - min(ground) > 24  # noqa: PLR2004 - below that it reads as a grey
    return readable(ground if is_colourful else parse_colour(_ACCENT[tone]), on=(surface,))


def _charts(accent: Rgb, surface: Rgb) -> tuple[Rgb, ...]:
    first, *others = (readable(colour, on=(surface,), ratio=AA_PART) for colour in (accent, *_CHART))
    return (first, *sorted(others, key=lambda colour: math.dist(colour, first) <= _ALIKE)[:5])


def _on(ground: Rgb) -> Rgb:
    """White where it is readable, else nearly black, else black: one of the two ends always is."""
    return next((ink for ink in (WHITE, Rgb(17, 18, 20)) if contrast(ink, ground) >= AA_TEXT), BLACK)
