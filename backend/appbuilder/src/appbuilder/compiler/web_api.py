"""The generated client of an entity's API, and the choices for those that refer to it."""

from appbuilder.compiler.api_models import default_sort
from appbuilder.compiler.features import entity_parts
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.web_access import creators
from appbuilder.compiler.web_values import const_name, input_type, output_type, tone_of
from appbuilder.compiler.words import total_key, words_of
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import DATE_TYPES


def client(spec: AppSpec, entity: Entity) -> str:
    """The file ``api.ts``."""
    can = entity.behaviours
    words = words_of(entity)
    extra = entity_parts(spec, entity)
    title = _title(spec, entity)
    dated = next((name for name in ("formatDate", "formatDateTime") if f"{name}(" in title), None)
    options = block(_options(entity, field) for field in entity.fields if field.type == "enum")
    return fill(
        "web/api.ts",
        **words,
        format_import=f'import {{ {dated} }} from "../lib/format";' if dated else "",
        option_import='import type { Marked } from "../ui/Badge";' if options else "",
        fields=block([*(line for field in entity.fields for line in _out(field)), *extra.out_types]),
        input_interface=_interface(entity, "Input", [*_inputs(entity), *extra.input_types])
        if can.create or can.update
        else "",
        summary_interface=_interface(entity, "Summary", _summary(entity)) if entity.totals else "",
        options=options,
        creators=creators(spec, entity),
        title=title,
        create=fill("web/create.ts", **words) if can.create else "",
        update=fill("web/update.ts", **words) if can.update else "",
        remove=fill("web/remove.ts", **words) if can.delete else "",
        summary=fill("web/summary.ts", **words) if entity.totals else "",
        more=block(line for part in extra.client for line in ("", *part.splitlines())),
    )


def choices(entity: Entity) -> str:
    """The file ``choices.ts``."""
    name = entity.name_field
    sort = name.column if name and name.sortable else default_sort(entity)
    return fill("web/choices.ts", **words_of(entity), sort=sort)


def _out(field: Field) -> list[str]:
    if field.many:
        return [f"{field.column}: number[];", f"{field.name}: http.LinkedEntry[];"]
    lines = [f"{field.column}: {output_type(field)};"]
    return [*lines, f"{field.name}: http.LinkedEntry | null;"] if field.type in {"reference", "person"} else lines


def _inputs(entity: Entity) -> list[str]:
    return [f"{field.column}: {input_type(field)};" for field in entity.typed_fields]


def _summary(entity: Entity) -> list[str]:
    lines = []
    for index, total in enumerate(entity.totals):
        kind = "http.Group[]" if total.by else ("number" if total.kind == "count" else "number | null")
        lines.append(f"{total_key(entity, index)}: {kind};")
    return lines


def _interface(entity: Entity, suffix: str, lines: list[str]) -> str:
    return block(["", f"export interface {words_of(entity)['Name']}{suffix} {{", *(f"  {x}" for x in lines), "}"])


def _options(entity: Entity, field: Field) -> str:
    lines = []
    for option in field.options:
        tone = tone_of(option.value) if entity.status_field == field.id else "neutral"
        suffix = f', tone: "{tone}"' if tone != "neutral" else ""
        lines.append(f'  {{ value: "{option.value}", label: "{option.label}"{suffix} }},')
    return block(["", f"export const {const_name(field)}: readonly Marked[] = [", *lines, "];"])


def _title(spec: AppSpec, entity: Entity) -> str:
    """The name of ``entry``; without one, its number and what tells most about it: what it belongs to, or its date."""
    number = f"`{entity.label} ${{entry.id}}`"
    if entity.name_field:
        return f"entry.{entity.name_field.column} || {number}"
    told = _telling(spec, entity)
    if told is None:
        return number
    if told.type in DATE_TYPES:
        shown = "formatDate" if told.type == "date" else "formatDateTime"
        return f"`{entity.label} ${{entry.id}}, ${{{shown}(entry.{told.column})}}`"
    return f'[{number}, entry.{told.name}?.title].filter(Boolean).join(", ")'


def _telling(spec: AppSpec, entity: Entity) -> Field | None:
    named = [field for field in entity.links if field.reference and spec.entity(field.reference).name_field]
    named += [field for field in entity.fields if field.type == "person"]
    dates = [field for field in entity.fields if field.type in DATE_TYPES and field.required]
    return next(iter([*sorted(named, key=lambda field: not field.required), *dates]), None)
