"""docs/reference/settings.md and .env.example, from the settings model."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, get_args

from pydantic import AliasChoices, BaseModel, SecretStr
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings


@dataclass(frozen=True)
class Setting:
    """One setting as a person sets it. ``default`` is None when it must be given."""

    group: str
    variable: str
    other_names: tuple[str, ...]
    meaning: str
    default: str | None
    secret: bool


def _aliases(field: FieldInfo) -> tuple[str, ...]:
    alias = field.validation_alias
    if isinstance(alias, str):
        return (alias,)
    if isinstance(alias, AliasChoices):
        return tuple(choice for choice in alias.choices if isinstance(choice, str))
    return ()


def _shown_default(field: FieldInfo) -> str | None:
    if field.is_required():
        return None
    value: Any = field.get_default(call_default_factory=True, validated_data={})
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    if value is None or value in ("", (), []):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Path):
        return str(value).replace(str(Path.home()), "~")
    return str(value)


def _holds(annotation: Any, wanted: type) -> bool:  # noqa: ANN401 - an annotation can be any object
    if isinstance(annotation, type):
        return issubclass(annotation, wanted)
    return any(_holds(part, wanted) for part in get_args(annotation))


def settings_of(model: type[BaseModel], prefix: str, group: str = "") -> Iterator[Setting]:
    """Walk a settings model; groups are nested models, joined by two underscores.

    Raises:
        ValueError: a setting has no sentence.
    """
    for name, field in model.model_fields.items():
        annotation = field.annotation
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield from settings_of(annotation, f"{prefix}{name.upper()}__", name)
            continue
        if not field.description:
            raise ValueError(f"The setting {prefix}{name.upper()} has no description: say what it is for.")
        names = _aliases(field) or (f"{prefix}{name.upper()}",)
        names = tuple(dict.fromkeys(alias.upper() for alias in names))
        yield Setting(
            group=group,
            variable=names[0],
            other_names=names[1:],
            meaning=" ".join(field.description.split()),
            default=_shown_default(field),
            secret=_holds(annotation, SecretStr),
        )


def load(model: type[BaseSettings]) -> list[Setting]:
    """Return all settings of the platform, bare ones first, then group by group."""
    found = list(settings_of(model, str(model.model_config.get("env_prefix", ""))))
    groups = list(dict.fromkeys(setting.group for setting in found))
    return sorted(found, key=lambda setting: (setting.group != "", groups.index(setting.group)))


def _cell(setting: Setting) -> str:
    meaning = setting.meaning.replace("|", "\\|")
    if setting.other_names:
        meaning += " Also read from " + ", ".join(f"`{name}`" for name in setting.other_names) + "."
    if setting.secret:
        meaning += f" A secret: also from a file named by `{setting.variable}_FILE`."
    return meaning


def render_page(settings: list[Setting]) -> str:
    """Write the page: one table per group."""
    lines = [
        "# Settings",
        "",
        "<!-- Made by tools/reference from the settings model; do not edit. -->",
        "",
        "Every setting is an environment variable. `./vibecaas up` works without any of them: it chooses",
        "ports, passwords and keys itself and keeps them in its data folder. All mistakes are reported",
        "together at start.",
    ]
    for group in dict.fromkeys(setting.group for setting in settings):
        lines += ["", f"## {group or 'General'}", "", "| variable | meaning | default |", "|---|---|---|"]
        for setting in settings:
            if setting.group == group:
                shown = "required" if setting.default is None else f"`{setting.default}`" if setting.default else "-"
                lines.append(f"| `{setting.variable}` | {_cell(setting)} | {shown} |")
    return "\n".join(lines) + "\n"


def render_example(settings: list[Setting]) -> str:
    """Write .env.example: every variable with its sentence, commented out."""
    lines = [
        "# Settings of VibeCaaS, with their defaults. Made by tools/reference; do not edit.",
        "# Copy the lines that you change. `./vibecaas up` needs none of them.",
    ]
    for setting in settings:
        value = setting.default or ""
        lines += ["", f"# {setting.meaning}", f"#{setting.variable}={value}"]
    return "\n".join(lines) + "\n"
