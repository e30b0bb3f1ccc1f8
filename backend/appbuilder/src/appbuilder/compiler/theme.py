"""The generated look: colours as CSS variables, the icon, and the page that loads it all."""

import html
from dataclasses import fields

from appbuilder.compiler.fill import block, fill
from appbuilder.spec import AppSpec
from appbuilder.spec.palette import Palette, palettes, usual_shade


def theme_files(spec: AppSpec) -> dict[str, str]:
    """The files of the look, by path in the app."""
    files = {
        "web/src/theme.css": _css(spec),
        "web/public/icon.svg": _icon(spec),
        "web/public/theme.js": _theme_script(spec),
    }
    if spec.template != "nextjs":
        names = {"app_name": html.escape(spec.app.name), "summary": html.escape(spec.app.summary)}
        files["web/index.html"] = fill("web/index.html", **names)
    return files


def _css(spec: AppSpec) -> str:
    both = palettes(spec.theme)
    lines = ["/* The app's colours. Text reaches a contrast of 4.5 : 1 on every ground it stands on. */", ""]
    lines += _rule(":root", both["light"])
    dark = _rule(':root[data-theme="dark"]', both["dark"])
    lines += ["", "/* Paper is light. */", "@media screen {", *(f"  {line}" for line in dark), "}"]
    return block(lines) + "\n"


def _rule(selector: str, palette: Palette) -> list[str]:
    lines = [f"{selector} {{", f"  color-scheme: {'dark' if palette.is_dark else 'light'};"]
    lines += [
        f"  --{part.name.replace('_', '-')}: {getattr(palette, part.name).hex};"
        for part in fields(palette)
        if part.name not in {"is_dark", "charts"}
    ]
    lines += [f"  --chart-{number}: {colour.hex};" for number, colour in enumerate(palette.charts, start=1)]
    stroke = palette.muted.hex.replace("#", "%23")
    lines.append(
        "  --chevron: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 14 14' "
        f"fill='none' stroke='{stroke}' stroke-width='1.6'%3E%3Cpath d='m3 5 4 4 4-4'/%3E%3C/svg%3E\");"
    )
    return [*lines, "}"]


def _icon(spec: AppSpec) -> str:
    palette = palettes(spec.theme)[usual_shade(spec.theme) or "light"]
    letter = html.escape(spec.app.name[0].upper())
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\n'
        f'  <rect width="32" height="32" rx="8" fill="{palette.accent.hex}" />\n'
        f'  <text x="16" y="22" text-anchor="middle" font-family="system-ui, sans-serif" font-size="17" '
        f'font-weight="600" fill="{palette.on_accent.hex}">{letter}</text>\n'
        "</svg>\n"
    )


def _theme_script(spec: AppSpec) -> str:
    usual = usual_shade(spec.theme)
    value = f'"{usual}"' if usual else 'matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"'
    return fill("web/theme.js", usual=value)
