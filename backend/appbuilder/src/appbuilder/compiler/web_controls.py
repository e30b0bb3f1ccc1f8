"""What stands above a list: the search, the order and the filters."""

from appbuilder.compiler.api_models import default_sort, sort_keys
from appbuilder.compiler.features import entity_parts
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.web_values import choices_variable, options_of
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import DATE_TYPES, GROUP_TYPES, NUMBER_TYPES

_RANGE_TYPES = {"integer": "number", "decimal": "number", "money": "number", "duration": "number", "date": "date"}
_ROW_OF_FILTERS = 5  # choices beside the search; a range takes the room of two


def controls(spec: AppSpec, entity: Entity, filtered: list[Field]) -> str:
    """The element with all of them; ``filtered`` are the fields with a filter."""
    words = words_of(entity)
    lines = []
    if entity.is_searchable:
        lines.append(f'<SearchBox query={{query}} label="Search {words["plural_words"]}" />')
    lines += ["<SortSelect", "  query={query}", f'  initial="{default_sort(entity)}"', "  choices={["]
    lines += [f"    {line}" for line in _sort_choices(spec, entity)]
    lines += ["  ]}", "/>"]
    added = entity_parts(spec, entity).filters
    first, later = _by_use(filtered, _ROW_OF_FILTERS - len(added))
    filters = [*(_filter(field) for field in first), *added]
    more = ["<>", *(f"  {_filter(field)}" for field in later), "</>"] if len(later) > 1 else map(_filter, later)
    if filters or later:
        start = ["<Filters", "  query={query}", "  more={", *(f"    {each}" for each in more), "  }", ">"]
        lines += [*(start if later else ["<Filters query={query}>"]), *(f"  {each}" for each in filters), "</Filters>"]
    return fill("web/list_controls.tsx", controls=block(lines))


def _by_use(filtered: list[Field], room: int) -> tuple[list[Field], list[Field]]:
    """Those that stand beside the search, and those that wait behind a button where all would not fit into a row.

    A text that the search finds needs no filter of its own.
    """
    useful = [field for field in filtered if not field.searchable]
    if sum(1 if field.type in GROUP_TYPES else 2 for field in useful) <= room:
        return useful, []
    first = [field for field in useful if field.type in GROUP_TYPES][: max(room - 1, 1)] or useful[:1]
    return [field for field in useful if field in first], [field for field in useful if field not in first]


def _filter(field: Field) -> str:  # noqa: PLR0911 - one for each kind of field
    unit = " (minutes)" if field.type == "duration" else ""
    start = f'query={{query}} name="{field.column}" label="{field.label}{unit}"'
    if field.type == "enum":
        return f"<ChoiceFilter {start} choices={{{options_of(field)}}} />"
    if field.type in {"reference", "person"}:
        return f"<ChoiceFilter {start} choices={{{choices_variable(field)}}} />"
    if field.type == "boolean":
        return f"<YesNoFilter {start} />"
    if field.type == "rating":
        low, high = (int(end or 0) for end in field.range)
        return f"<NumberFilter {start} min={{{low}}} max={{{high}}} />"
    if field.type == "datetime":
        return f'<RangeFilter {start} type="datetime-local" />'
    if field.type in _RANGE_TYPES:
        return f'<RangeFilter {start} type="{_RANGE_TYPES[field.type]}" />'
    return f"<TextFilter {start} />"


def _sort_choices(spec: AppSpec, entity: Entity) -> list[str]:
    usual = default_sort(entity)
    keys = ["-created_at", "created_at"]
    labels = {"-created_at": "Newest first", "created_at": "Oldest first", "-updated_at": "Last changed first"}
    by_column = {field.column: field for field in entity.fields}
    for key in sort_keys(spec, entity):
        field = by_column.get(key)
        if field is None:
            continue
        text = field.type not in {*NUMBER_TYPES, *DATE_TYPES, "boolean", "computed"}
        up, down = ("A to Z", "Z to A") if text else _ends(field)
        labels |= {key: f"{field.label}: {up}", f"-{key}": f"{field.label}: {down}"}
        keys += [key, f"-{key}"]
    for each in entity_parts(spec, entity).sorts:
        labels |= {f"-{each.column}": each.down, **({each.column: each.up} if each.up else {})}
        keys += [f"-{each.column}", *([each.column] if each.up else [])]
    if usual not in keys:
        labels.setdefault(usual, "First changed first")
        keys.insert(0, usual)
    return [f'{{ value: "{key}", label: "{labels[key]}" }},' for key in keys]


def _ends(field: Field) -> tuple[str, str]:
    if field.type in {"date", "datetime"}:
        return "earliest first", "latest first"
    return ("no first", "yes first") if field.type == "boolean" else ("lowest first", "highest first")
