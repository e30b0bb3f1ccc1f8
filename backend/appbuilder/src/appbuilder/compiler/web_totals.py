"""The generated totals above a list."""

from appbuilder.compiler.computing import currency, value_type
from appbuilder.compiler.fill import block
from appbuilder.compiler.web_values import options_of
from appbuilder.compiler.words import total_key
from appbuilder.spec import AppSpec, Entity, Total


def totals_block(spec: AppSpec, entity: Entity) -> str:
    """The element that shows all totals once they are loaded; empty when there are none."""
    if not entity.totals:
        return ""
    groups: list[list[str]] = []
    for is_split in (False, True):
        part = [
            f"  {line}"
            for index, total in enumerate(entity.totals)
            if (total.by is not None) == is_split
            for line in _total(spec, entity, index, total)
        ]
        groups += [["<Totals>", *part, "</Totals>"]] if part else []
    lines = [line for group in groups for line in group]
    if len(groups) > 1:
        lines = ["<>", *(f"  {line}" for line in lines), "</>"]
    return block(["{totals.data && (", *(f"  {line}" for line in lines), ")}"])


def _format(spec: AppSpec, entity: Entity, total: Total, value: str) -> str:
    field = entity.field(total.field) if total.field else None
    kind = value_type(spec, entity, field) if field else "integer"
    if field and kind == "money":
        return f'formatMoney({value}, "{currency(spec, entity, field)}")'
    if kind == "duration":
        return f"formatDuration({value})"
    return f"formatNumber({value})"


def _total(spec: AppSpec, entity: Entity, index: int, total: Total) -> list[str]:
    value = f"totals.data.{total_key(entity, index)}"
    if total.by is None:
        return [f'<Total label="{total.label}" value={{{_format(spec, entity, total, value)}}} />']
    return [
        "<GroupedTotal",
        f'  label="{total.label}"',
        f"  groups={{{value}}}",
        f"  format={{(result) => {_format(spec, entity, total, 'result')}}}",
        f"  name={{(group) => {_group_name(entity, total)}}}",
        "/>",
    ]


def _group_name(entity: Entity, total: Total) -> str:
    field = entity.field(total.by or "")
    if field.type == "enum":
        return f'{options_of(field)}.find((option) => option.value === group.value)?.label ?? "None"'
    if field.type == "boolean":
        return 'group.value === null ? "None" : group.value ? "Yes" : "No"'
    return 'group.label ?? "None"'
