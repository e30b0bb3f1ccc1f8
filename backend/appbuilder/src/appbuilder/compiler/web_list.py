"""The generated list page of an entity, and its entries as cards or as a table."""

from appbuilder.compiler.computing import value_type
from appbuilder.compiler.features import entity_parts
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.layouts import calendar_of, has_views, known_above, shapes_of, views_of
from appbuilder.compiler.web_access import either, form_for, only_creators
from appbuilder.compiler.web_controls import controls
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
from appbuilder.compiler.web_values import shown, status, stored
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import DATE_TYPES

_TABLE_COLUMNS, _FEWEST_COLUMNS = 6, 4


def list_page(spec: AppSpec, entity: Entity) -> str:
    """The file ``<Name>List.tsx``."""
    words = words_of(entity)
    filtered = [field for field in entity.fields if field.filterable]
    inline = is_inline(spec, entity)
    more = entity_parts(spec, entity)
    refresh = "refresh" if entity.totals else "list.reload"
    content = controls(spec, entity, filtered) + fill(
        "web/list_body.tsx",
        **words,
        empty=_empty(spec, entity, inline=inline),
        always='always={query.view === "calendar"}' if calendar_of(spec, entity) else "",
        entries=_entries(spec, entity, refresh),
    )
    if inline:
        form = f"<{words['Name']}Form onSaved={{{refresh}}} />"
        form = block(form_for(spec, entity, [form]))
        content = fill("web/list_inline.tsx", **words, form=form, content=content.rstrip("\n"))
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


def entries(spec: AppSpec, entity: Entity, shape: str) -> str:
    """The file ``<Name>Cards.tsx`` or ``<Name>Table.tsx``."""
    words = words_of(entity)
    on_change = ", onChange" if uses_change(spec, entity) else ""
    known = known_above(spec, entity, shape)
    told = table_fields(spec, entity) if shape == "Table" else list(entity.fields)
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
    others = [field for field in entity.fields if field != entity.name_field]
    long = [field for field in others if field.type == "long_text"]
    names = {field.id: f' label="{field.label}"' if len(long) > 1 else "" for field in long}
    texts = block(f"<CardText{names[field.id]}>{{entry.{field.column}}}</CardText>" for field in long)
    lines = []
    for field in others:
        if field.type != "long_text":
            start = f'Fact label="{field.label}" value={{{stored(field)}}}'
            lines += _unless(field.column, known, _element(start, _value(spec, entity, field)))
    for mark in entity_parts(spec, entity).marks:
        lines += _element(f'Fact label="{mark.label}"{mark.value}', mark.shown)
    facts = block(["<Facts>", *(f"  {line}" for line in lines), "</Facts>"]) if lines else ""
    return texts, facts


def table_fields(spec: AppSpec, entity: Entity) -> list[Field]:
    """The fields with a column of their own beside the entry's name and the marks: the shorter ones."""
    room = max(_FEWEST_COLUMNS, _TABLE_COLUMNS - len(entity_parts(spec, entity).marks))
    able = [f for f in entity.fields if f != entity.name_field and f.type not in {"long_text", "url"}]
    status_first = sorted(able, key=lambda f: f.id != entity.status_field)[:room]
    return [field for field in able if field in status_first]


def _columns(spec: AppSpec, entity: Entity, known: list[str]) -> tuple[str, str]:
    words = words_of(entity)
    name = "api.titleOf(entry)" if entity.name_field else f"`{entity.label} ${{entry.id}}`"
    heads = [f'{{ label: "{entity.name_field.label if entity.name_field else entity.label}" }},']
    cells = ["<TitleCell>", f'  <Link to={{`/{words["slug"]}/${{entry.id}}`}} className="hover:underline">']
    cells += [f"    {{{name}}}", "  </Link>", "</TitleCell>"]
    for field in table_fields(spec, entity):
        numeric = value_type(spec, entity, field) in {"integer", "decimal", "money", "duration"}
        look = " numeric" if numeric else " short" if field.type in DATE_TYPES else ""
        head = f'{{ label: "{field.label}"{", numeric: true" if numeric else ""} }}'
        heads.append(f'...(without === "{field.column}" ? [] : [{head}]),' if field.column in known else f"{head},")
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
