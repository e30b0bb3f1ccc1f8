"""The generated list page of an entity, and its entries as cards or as a table."""

from appbuilder.compiler.api_models import default_sort, sort_keys
from appbuilder.compiler.computing import value_type
from appbuilder.compiler.features import entity_parts
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.layouts import calendar_of, has_views, known_above, shapes_of, views_of
from appbuilder.compiler.web_access import either, form_for, only_creators
from appbuilder.compiler.web_imports import imports
from appbuilder.compiler.web_parts import (
    choices_hooks,
    choices_imports,
    has_status_control,
    is_inline,
    page_header,
    page_title,
    row_actions,
    row_buttons,
    uses_change,
    workflow_used,
)
from appbuilder.compiler.web_totals import totals_block
from appbuilder.compiler.web_values import choices_variable, options_of, shown, status, stored
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import DATE_TYPES, NUMBER_TYPES

_RANGE_TYPES = {"integer": "number", "decimal": "number", "money": "number", "duration": "number", "date": "date"}
_TABLE_COLUMNS = 6


def list_page(spec: AppSpec, entity: Entity) -> str:
    """The file ``<Name>List.tsx``."""
    words = words_of(entity)
    filtered = [field for field in entity.fields if field.filterable]
    inline = is_inline(spec, entity)
    more = entity_parts(spec, entity)
    refresh = "refresh" if entity.totals else "list.reload"
    content = _controls(spec, entity, filtered) + fill(
        "web/list_body.tsx",
        **words,
        empty=_empty(spec, entity, inline=inline),
        always='always={query.view === "calendar"}' if calendar_of(spec, entity) else "",
        entries=_entries(spec, entity, refresh),
    )
    if inline:
        form = f"<{words['Name']}Form onSaved={{{refresh}}} />"
        form = block(form_for(spec, entity, [form]))
        content = fill("web/list_inline.tsx", form=form, content=content.rstrip("\n"))
    header = page_header(
        _header(spec, entity),
        block([*_view_switch(spec, entity), *more.list_actions, *_new_button(spec, entity, inline=inline)]),
    )
    uses_refresh = entity.totals and "refresh}" in header + content
    body = fill(
        "web/List.tsx",
        **words,
        imports="",
        query=_query(spec, entity),
        header=header,
        totals_load='const totals = useLoad("totals", api.summary);' if entity.totals else "",
        choices_load=choices_hooks(spec, filtered),
        refresh=_refresh() if uses_refresh else "",
        notes=block(more.list_notes),
        totals=totals_block(spec, entity),
        body=content.rstrip("\n"),
    )
    name = words["Name"]
    extra = {
        "api": "*./api",
        **{f"{name}{shape}": f"./{name}{shape}" for shape in shapes_of(spec, entity)},
        f"{name}Form": f"./{name}Form",
        **workflow_used(entity),
        **choices_imports(spec, filtered),
        **more.web_imports,
    }
    return imports(body, **extra) + "\n" + body


def _query(spec: AppSpec, entity: Entity) -> str:
    if not has_views(spec, entity):
        return "useListQuery()"
    views = ", ".join(f'"{view}"' for view in views_of(spec, entity))
    date = calendar_of(spec, entity)
    with_time = ", withTime: true" if date and date.type == "datetime" else ""
    query = f"useViewQuery([{views}])"
    return f'useCalendarQuery({query}, {{ name: "{date.column}"{with_time} }})' if date else query


def _view_switch(spec: AppSpec, entity: Entity) -> list[str]:
    views = views_of(spec, entity)
    listed = ", ".join(f'"{view}"' for view in views)
    return [f"<ViewSwitch query={{query}} views={{[{listed}]}} />"] if len(views) > 1 else []


def _entries(spec: AppSpec, entity: Entity, refresh: str) -> str:
    name = words_of(entity)["Name"]
    views = views_of(spec, entity)
    lines = {}
    for view in views:
        extra = "query={query} entries={items}" if view == "calendar" else f"entries={{items}} onChange={{{refresh}}}"
        lines[view] = f"<{name}{view.capitalize()} {extra} />"
    if len(views) == 1:
        return f"{{(items) => {lines[views[0]]}}}"
    shown = [f'    {{query.view === "{view}" && {line}}}' for view, line in lines.items()]
    return block(["{(items) => (", "  <>", *shown, "  </>", ")}"])


def _refresh() -> str:
    return "function refresh() {\n  list.reload();\n  totals.reload();\n}"


def _header(spec: AppSpec, entity: Entity) -> str:
    return f'title="{page_title(spec, entity, "list")}"'


def _new_button(spec: AppSpec, entity: Entity, *, inline: bool = False) -> list[str]:
    if inline or not entity.behaviours.create:
        return []
    words = words_of(entity)
    button = [f'<ButtonLink to="/{words["slug"]}/new" icon="plus">', f"  New {words['words']}", "</ButtonLink>"]
    return only_creators(spec, entity, button)


def _empty(spec: AppSpec, entity: Entity, *, inline: bool) -> str:
    words = words_of(entity)
    title = f'title="No {words["plural_words"]} yet"'
    if not entity.behaviours.create:
        return f'empty={{<Empty {title} text="They appear here as soon as there are some." />}}'
    if inline:
        return f'empty={{<Empty {title} text="Write the first one." />}}'
    lines = [f'<Empty {title} text="Add the first one to get started.">']
    lines += [f"  {line}" for line in _new_button(spec, entity)]
    return block(["empty={", *(f"  {line}" for line in (*lines, "</Empty>")), "}"])


def _controls(spec: AppSpec, entity: Entity, filtered: list[Field]) -> str:
    words = words_of(entity)
    lines = []
    if entity.is_searchable:
        lines.append(f'<SearchBox query={{query}} label="Search {words["plural_words"]}" />')
    lines += ["<SortSelect", "  query={query}", f'  initial="{default_sort(entity)}"', "  choices={["]
    lines += [f"    {line}" for line in _sort_choices(spec, entity)]
    lines += ["  ]}", "/>"]
    filters = [*(_filter(field) for field in filtered), *entity_parts(spec, entity).filters]
    if filters:
        lines += ["<Filters query={query}>", *(f"  {each}" for each in filters), "</Filters>"]
    return fill("web/list_controls.tsx", controls=block(lines))


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


def entries(spec: AppSpec, entity: Entity, shape: str) -> str:
    """The file ``<Name>Cards.tsx`` or ``<Name>Table.tsx``."""
    words = words_of(entity)
    on_change = ", onChange" if uses_change(spec, entity) else ""
    known = known_above(spec, entity, shape)
    told = table_fields(entity) if shape == "Table" else list(entity.fields)
    common = {
        "imports": "",
        "on_change": on_change,
        "actions": row_actions(spec, entity) if shape == "Cards" else row_buttons(spec, entity),
        "without": _without(known) if known else "",
        "without_argument": ", without" if {each.column for each in told} & {*known} else "",
    }
    if shape == "Cards":
        texts, facts = _card(spec, entity, known)
        body = fill("web/Cards.tsx", **words, **common, texts=texts, facts=facts)
    else:
        heads, cells = _columns(spec, entity, known)
        body = fill("web/Table.tsx", **words, **common, heads=heads, cells=cells)
    extra = {"api": "*./api", **workflow_used(entity), **entity_parts(spec, entity).web_imports}
    return imports(body, **extra) + "\n" + body


def _without(columns: list[str]) -> str:
    listed = " | ".join(f'"{column}"' for column in columns)
    return f"/** What all of them share, and so need not tell. */\nwithout?: {listed};"


def _unless(column: str, known: list[str], lines: list[str]) -> list[str]:
    """The element, where it tells something new."""
    if column not in known:
        return lines
    return [f'{{without !== "{column}" && (', *(f"  {line}" for line in lines), ")}"]


def _value(spec: AppSpec, entity: Entity, field: Field) -> str:
    if field.id == entity.status_field and has_status_control(entity):
        return either(spec, entity, status(entity, field), shown(spec, entity, field))
    value = shown(spec, entity, field)
    return value.replace(" />", " small />") if field.type == "image" else value


def _card(spec: AppSpec, entity: Entity, known: list[str]) -> tuple[str, str]:
    others = [field for field in entity.fields if field.id != entity.title_field]
    texts = block(f"<CardText>{{entry.{field.column}}}</CardText>" for field in others if field.type == "long_text")
    lines = []
    for field in others:
        if field.type != "long_text":
            start = f'Fact label="{field.label}" value={{{stored(field)}}}'
            lines += _unless(field.column, known, _element(start, _value(spec, entity, field)))
    for mark in entity_parts(spec, entity).marks:
        lines += _element(f'Fact label="{mark.label}"{mark.value}', mark.shown)
    facts = block(["<Facts>", *(f"  {line}" for line in lines), "</Facts>"]) if lines else ""
    return texts, facts


def table_fields(entity: Entity) -> list[Field]:
    """The fields with a column of their own: the title first, then the shorter ones."""
    title = entity.field(entity.title_field)
    others = [f for f in entity.fields if f.id != title.id and f.type not in {"long_text", "url"}]
    status_first = sorted(others, key=lambda f: f.id != entity.status_field)[:_TABLE_COLUMNS]
    return [title, *(field for field in others if field in status_first)]


def _columns(spec: AppSpec, entity: Entity, known: list[str]) -> tuple[str, str]:
    words = words_of(entity)
    heads, cells = [], []
    for field in table_fields(entity):
        numeric = value_type(spec, entity, field) in {"integer", "decimal", "money", "duration"}
        look = " numeric" if numeric else " short" if field.type in DATE_TYPES else ""
        head = f'{{ label: "{field.label}"{", numeric: true" if numeric else ""} }}'
        heads.append(f'...(without === "{field.column}" ? [] : [{head}]),' if field.column in known else f"{head},")
        if field.id == entity.title_field:
            cells.append("<TitleCell>")
            cells.append(f'  <Link to={{`/{words["slug"]}/${{entry.id}}`}} className="hover:underline">')
            cells += ["    {api.titleOf(entry)}", "  </Link>", "</TitleCell>"]
        else:
            start = f'Cell label="{field.label}" value={{{stored(field)}}}{look}'
            cells += _unless(field.column, known, _element(start, _value(spec, entity, field)))
    for mark in entity_parts(spec, entity).marks:
        heads.append(f'{{ label: "{mark.label}"{", numeric: true" if mark.numeric else ""} }},')
        cells += _element(f'Cell label="{mark.label}"{mark.value}{" numeric" if mark.numeric else ""}', mark.shown)
    return block(heads), block(cells)


def _element(start: str, content: str) -> list[str]:
    name = start.partition(" ")[0]
    if content.startswith("{") and "\n" not in content:
        return [f"<{start}>{content}</{name}>"]
    return [f"<{start}>", *(f"  {line}" for line in content.splitlines()), f"</{name}>"]
