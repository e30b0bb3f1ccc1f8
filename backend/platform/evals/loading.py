"""Load the evaluation's requests and fit their checks to the app that was built."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue, TypeAdapter

from appbuilder.checks import BrowserCheck, Check, HttpCheck
from appbuilder.spec import AppSpec, Entity, Field, parse_colour

FOLDER = Path(__file__).parent / "requests"
_CHECK: TypeAdapter[HttpCheck | BrowserCheck] = TypeAdapter(Check)
_PLACEHOLDER = re.compile(r"\{(entity|form|thing|things|field|label|value|choice|total|css):([^{}]+)\}")


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
    """Return the check with its placeholders replaced by the names of this app; raises NotInApp."""
    return _CHECK.validate_python(_fit(check.model_dump(mode="json"), spec))


def _fit(value: JsonValue, spec: AppSpec) -> JsonValue:
    if isinstance(value, str):
        return _PLACEHOLDER.sub(lambda match: _name(match[1], match[2], spec), value)
    if isinstance(value, list):
        return [_fit(each, spec) for each in value]
    if isinstance(value, dict):
        return {str(_fit(key, spec)): _fit(each, spec) for key, each in value.items()}
    return value


def _name(kind: str, words: str, spec: AppSpec) -> str:
    if kind == "css":
        return parse_colour(words).css
    entity_words, _, rest = words.partition(".")
    entity = _entity(entity_words, spec)
    if kind in {"entity", "form", "thing", "things"}:
        return _entity_name(kind, entity, spec)
    if kind == "total":
        return _total(entity, rest)
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


def _total(entity: Entity, words: str) -> str:
    """Return the key of a total in the summary: "sum amount by customer" names kind, field and group."""
    kind, _, rest = words.partition(" ")
    measured, _, group = rest.partition("by ")
    for total in entity.totals:
        has_field = not measured.strip() or (
            total.field is not None and total.field == _field(entity, measured.strip()).id
        )
        has_group = (total.by is None) if not group else total.by == _field(entity, group).id
        if total.kind == kind and has_field and has_group:
            names = [kind, *([entity.field(total.field).name] if total.field else [])]
            return "_".join([*names, *(["by", entity.field(total.by).name] if total.by else [])])
    raise NotInApp(f"{entity.plural_label} show no {words}.")
