"""Load the evaluation's requests and fit their checks to the app that was built."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue, TypeAdapter

from appbuilder.checks import BrowserCheck, Check, HttpCheck
from appbuilder.spec import AppSpec, Entity, Field, Report, parse_colour

FOLDER = Path(__file__).parent / "requests"
ACCOUNT = "/api/account"
OPTIONAL = "{field?:"
_CHECK: TypeAdapter[HttpCheck | BrowserCheck] = TypeAdapter(Check)
_FIGURES = ("figures", "figure", "figures_page")
_KINDS = ("entity", "form", "thing", "things", "field", "label", "value", "choice", "total", *_FIGURES, "role", "css")
_PLACEHOLDER = re.compile(rf"\{{({'|'.join(_KINDS)}):([^{{}}]+)\}}")


class NotInApp(LookupError):
    """The app lacks a part that the request asks for; the check counts as failed with this message."""


@dataclass(frozen=True, slots=True)
class EvalRequest:
    """One request: `prompt` goes to the product, `checks` still hold placeholders for names that may vary."""

    id: str
    prompt: str
    checks: tuple[HttpCheck | BrowserCheck, ...]


def load_requests() -> tuple[EvalRequest, ...]:
    """Return all requests, ordered by id; raises pydantic's ValidationError for a check of a wrong shape."""
    return tuple(_load(path) for path in sorted(FOLDER.glob("*.json")))


def _load(path: Path) -> EvalRequest:
    data = json.loads(path.read_text(encoding="utf-8"))
    checks = tuple(_CHECK.validate_python(check) for check in data["checks"])
    return EvalRequest(path.stem, data["prompt"], checks)


def fit(check: HttpCheck | BrowserCheck, spec: AppSpec) -> HttpCheck | BrowserCheck:
    """Return the check with its placeholders replaced by the names of this app; raises NotInApp.

    In an app without accounts nobody signs in, and the check goes on: what should be refused then is not.
    """
    data = check.model_dump(mode="json")
    for part in ("setup", "steps", "cleanup"):
        if part in data and not spec.access.has_accounts:
            data[part] = [step for step in data[part] if not step.get("path", "").startswith(ACCOUNT)]
    return _CHECK.validate_python(_fit(data, spec))


def _fit(value: JsonValue, spec: AppSpec) -> JsonValue:
    if isinstance(value, str):
        return _PLACEHOLDER.sub(lambda match: _name(match[1], match[2], spec), value)
    if isinstance(value, list):
        return [_fit(each, spec) for each in value]
    if isinstance(value, dict):
        return dict(_fit_items(value, spec))
    return value


def _fit_items(items: dict[str, JsonValue], spec: AppSpec) -> Iterator[tuple[str, JsonValue]]:
    for key, value in items.items():
        try:
            fitted = str(_fit(key.replace(OPTIONAL, "{field:"), spec)), _fit(value, spec)
        except NotInApp:
            if not key.startswith(OPTIONAL):
                raise
        else:
            yield fitted


def _name(kind: str, words: str, spec: AppSpec) -> str:
    if kind in {"css", "role"}:
        return parse_colour(words).css if kind == "css" else _role(words, spec)
    entity_words, _, rest = words.partition(".")
    entity = _entity(entity_words, spec)
    if kind in {"entity", "form", "thing", "things"}:
        return _entity_name(kind, entity, spec)
    if kind == "total":
        return _total(entity, rest)
    if kind in _FIGURES:
        return _figure(kind, entity, rest, spec)
    field_words, _, option_words = rest.partition("=")
    field = _field(entity, field_words)
    if kind in {"value", "choice"}:
        return _option(field, option_words, kind)
    return field.column if kind == "field" else field.label


def _entity_name(kind: str, entity: Entity, spec: AppSpec) -> str:
    if kind == "form":
        page = spec.page(entity.id, "form")
        return f"/{entity.slug}" if page is not None and page.layout == "inline" else f"/{entity.slug}/new"
    return {"entity": entity.slug, "thing": entity.label.lower(), "things": entity.plural_label}[kind]


def _entity(words: str, spec: AppSpec) -> Entity:
    for word in words.split("|"):
        for entity in spec.entities:
            if word in {entity.name, entity.plural, entity.name.rpartition("_")[2]}:
                return entity
    raise NotInApp(f"The app keeps no {words.replace('|', ' or ')}.")


def _field(entity: Entity, words: str) -> Field:
    for word in words.split("|"):
        for field in entity.fields:
            if word in {field.name, *field.name.split("_")} or field.name in word.split("_"):
                return field
    raise NotInApp(f"{entity.label} has no {words.replace('|', ' or ')}.")


def _option(field: Field, words: str, kind: str) -> str:
    for option in field.options:
        if option.value in words.split("|"):
            return option.value if kind == "value" else option.label
    raise NotInApp(f"{field.label} has no choice {words.replace('|', ' or ')}.")


def _role(words: str, spec: AppSpec) -> str:
    for word in words.split("|"):
        for role in spec.access.roles:
            if word in {role.name, *role.name.split("_")}:
                return role.name
    raise NotInApp(f"The app has no role {words.replace('|', ' or ')}.")


def _figure(kind: str, entity: Entity, words: str, spec: AppSpec) -> str:
    """Return where a figure is: address, JSON pointer or page. An app may show it above its list or as a report."""
    try:
        key = _total(entity, words)
    except NotInApp:
        report = _report(entity, words, spec)
        pages = [page.slug for page in spec.pages for each in page.blocks if getattr(each, "report", None) == report.id]
        pointer = "/rows" if report.by else "/total"
        where = (f"/api/insights/{report.key}", pointer, f"/{pages[0] if pages else 'reports'}")
    else:
        where = (f"/api/{entity.slug}/summary", f"/{key}", f"/{entity.slug}")
    return where[_FIGURES.index(kind)]


def _parts(words: str) -> tuple[str, str, str]:
    """Split "sum amount by customer" into kind, measured field and group; field and group may be empty."""
    kind, _, rest = words.partition(" ")
    measured, _, group = f" {rest}".partition(" by ")
    return kind, measured.strip(), group


def _report(entity: Entity, words: str, spec: AppSpec) -> Report:
    kind, measured, group = _parts(words)
    field = _field(entity, measured).id if measured else None
    by_period = group in {"day", "week", "month", "year"}
    by = _field(entity, group).id if group and not by_period else None
    for report in spec.reports:
        is_split = report.period == group if by_period else report.by == by
        if is_split and (report.entity, report.kind, report.field) == (entity.id, kind, field):
            return report
    raise NotInApp(f"{entity.plural_label} show no {words}.")


def _total(entity: Entity, words: str) -> str:
    """Return the key of a total in the summary."""
    kind, measured, group = _parts(words)
    field = _field(entity, measured).id if measured else None
    by = _field(entity, group).id if group else None
    for total in entity.totals:
        if total.kind == kind and total.by == by and field in {None, total.field}:
            names = [kind, *([entity.field(total.field).name] if total.field else [])]
            return "_".join([*names, *(["by", entity.field(total.by).name] if total.by else [])])
    raise NotInApp(f"{entity.plural_label} show no {words}.")
