"""The generated models: what is sent and answered about an entity."""

import re
from collections.abc import Iterable

from appbuilder.compiler.computing import value_type
from appbuilder.compiler.features import entity_parts
from appbuilder.compiler.fill import block, fill, number, python_text
from appbuilder.compiler.layouts import calendar_of
from appbuilder.compiler.words import total_key, words_of
from appbuilder.spec import AppSpec, Entity, Field, Sort
from appbuilder.spec.fields import NUMBER_TYPES
from appbuilder.spec.names import pascal_case

_TEXT = {"text": "str", "long_text": "str", "email": "Email", "url": "Url", "phone": "Phone"}
_RANGED = {
    "date": "dt.date",
    "datetime": "NaiveDatetime",
    "integer": "Whole",
    "decimal": "Number",
    "money": "Money",
    "duration": "Whole",
}
_OUT = {
    "integer": "int",
    "rating": "int",
    "reference": "int",
    "person": "int",
    "duration": "int",
    "decimal": "float",
    "money": "float",
    "boolean": "bool",
}
_FROM_CORE = ("Email", "EntryId", "FilterText", "Group", "LinkedEntry", "Money", "Number", "Phone", "Url", "Whole")


def models(spec: AppSpec, entity: Entity) -> str:
    """The module ``models.py`` of an entity."""
    words = words_of(entity)
    extra = entity_parts(spec, entity)
    parts = {
        "choices": block(_choice(entity, field) for field in entity.fields if field.type == "enum"),
        "input_fields": block([*(_input_field(entity, field) for field in entity.typed_fields), *extra.input_fields]),
        "out_fields": block(
            [*(line for field in entity.fields for line in _out_fields(spec, entity, field)), *extra.out_fields]
        ),
        "filter_fields": block(
            [*(line for field in entity.fields for line in _filter_fields(spec, entity, field)), *extra.query_fields]
        ),
        "sort_choices": block(f'"{key}", "-{key}",' for key in sort_keys(spec, entity)),
        "default_sort": default_sort(entity),
        "summary_class": _summary_class(entity),
    }
    if parts["choices"]:
        parts["choices"] += "\n\n\n"
    else:
        parts["choices"] = "\n"
    imports = _imports("\n".join(parts.values()), extra.model_imports)
    return fill("api/models.py", **words, **parts, imports=imports)


def sort_keys(spec: AppSpec, entity: Entity) -> list[str]:
    """The names a list can be sorted by."""
    fields = [field.column for field in entity.fields if field.sortable]
    return ["created_at", "updated_at", *fields, *(key.column for key in entity_parts(spec, entity).sorts)]


def has_own_order(entity: Entity) -> bool:
    """Whether people give the entries their order, and nobody wanted another one first."""
    return entity.behaviours.ordering and entity.default_sort == Sort()


def default_sort(entity: Entity) -> str:
    """The usual order as a value of ``sort``: ``-created_at``."""
    if has_own_order(entity):
        return "position"
    sort = entity.default_sort
    key = sort.field if sort.field in {"created_at", "updated_at"} else entity.field(sort.field).column
    return ("-" if sort.direction == "descending" else "") + key


def _imports(body: str, extra: Iterable[str]) -> str:
    lines = []
    if "dt." in body:
        lines.append("import datetime as dt")
    if "Decimal(" in body:
        lines.append("from decimal import Decimal")
    annotated = "Annotated[" in body
    lines.append(f"from typing import {'Annotated, ' if annotated else ''}Literal")
    lines.append("")
    from_pydantic = ["BaseModel", *(name for name in ("Field", "NaiveDatetime") if re.search(rf"\b{name}\b", body))]
    lines.append(f"from pydantic import {', '.join(from_pydantic)}")
    lines.append("")
    used = [name for name in _FROM_CORE if _uses(body, name)]
    names = sorted([*used, "Input", "ListQuery", "Stored", "all_optional"], key=lambda n: (n[0].islower(), n))
    lines.append(f"from app.core.models import {', '.join(names)}")
    lines += sorted(set(extra))
    return block(lines)


def _uses(body: str, name: str) -> bool:
    return any(f"{before}{name}{after}" in body for before in ": [" for after in ("\n", " ", ",", "]", ""))


def _choice_name(entity: Entity, field: Field) -> str:
    return f"{pascal_case(entity.name)}{pascal_case(field.name)}Choice"


def _choice(entity: Entity, field: Field) -> str:
    lines = [f'    "{option.value}",' for option in field.options]
    return block([f"{_choice_name(entity, field)} = Literal[", *lines, "]"])


def _input_type(entity: Entity, field: Field) -> str:
    if field.type in _TEXT:
        return f"Annotated[{_TEXT[field.type]}, Field(max_length={field.length_limit})]"
    if field.type in NUMBER_TYPES:
        return _number_type(field)
    if field.type == "enum":
        return _choice_name(entity, field)
    return {
        "boolean": "bool",
        "date": "dt.date",
        "datetime": "NaiveDatetime",
        "reference": "EntryId",
        "person": "EntryId",
        "image": "UploadId",
        "file": "UploadId",
    }[field.type]


def _number_type(field: Field) -> str:
    low, high = field.range
    kind = {"integer": "Whole", "rating": "int", "decimal": "Number", "money": "Money", "duration": "Whole"}[field.type]
    if (low, high) == (None, None):
        return kind
    rules = [f"{end}={number(limit)}" for end, limit in (("ge", low), ("le", high)) if limit is not None]
    # With both ends the limits of all numbers say nothing more.
    plain = {"Whole": "int", "Number": "float"}.get(kind, kind)
    base = kind if None in {low, high} else plain
    return f"Annotated[{base}, Field({', '.join(rules)})]"


def _input_field(entity: Entity, field: Field) -> str:
    if field.many:
        limits = f"{'min_length=1, ' if field.required else ''}max_length=100"
        return f"{field.column}: Annotated[list[EntryId], Field({limits})]{'' if field.required else ' = []'}"
    kind = _input_type(entity, field)
    if field.type == "boolean":
        return f"{field.column}: bool = {bool(field.default)}"
    if field.default is not None:
        return f"{field.column}: {kind}{'' if field.required else ' | None'} = {_default(field)}"
    return f"{field.column}: {kind}" if field.required else f"{field.column}: {kind} | None = None"


def _default(field: Field) -> str:
    value = field.default
    if field.type == "date":
        return (
            "Field(default_factory=dt.date.today)"
            if value == "today"
            else f"dt.date.fromisoformat({python_text(str(value))})"
        )
    if field.type == "datetime":
        if value == "now":
            return "Field(default_factory=dt.datetime.now)"
        return f"dt.datetime.fromisoformat({python_text(str(value))})"
    if isinstance(value, str):
        return python_text(value)
    if field.type == "money" and value is not None:
        return f'Decimal("{number(value)}")'
    return number(value) if isinstance(value, int | float) else "None"


def _out_fields(spec: AppSpec, entity: Entity, field: Field) -> list[str]:
    if field.many:
        return [f"{field.column}: list[int]", f"{field.name}: list[LinkedEntry]"]
    lines = [f"{field.column}: {_OUT.get(value_type(spec, entity, field), 'str')} | None"]
    return [*lines, f"{field.name}: LinkedEntry | None"] if field.type in {"reference", "person"} else lines


def _filter_fields(spec: AppSpec, entity: Entity, field: Field) -> list[str]:
    if field.type == "reference":
        return [f"{field.column}: EntryId | None = None"]
    if not field.filterable and field != calendar_of(spec, entity):
        return []
    if field.type == "person":
        return [f"{field.column}: EntryId | None = None"]
    if field.type in _RANGED:
        return [f"{field.column}_{end}: {_RANGED[field.type]} | None = None" for end in ("min", "max")]
    kind = {"enum": _choice_name(entity, field), "boolean": "bool", "rating": "Whole"}.get(field.type, "FilterText")
    return [f"{field.column}: {kind} | None = None"]


def _summary_class(entity: Entity) -> str:
    if not entity.totals:
        return ""
    lines = []
    for index, total in enumerate(entity.totals):
        plain = "int" if total.kind == "count" else "float | None"
        lines.append(f"{total_key(entity, index)}: {'list[Group]' if total.by else plain}")
    return fill("api/summary_class.py", **words_of(entity), summary_fields=block(lines))
