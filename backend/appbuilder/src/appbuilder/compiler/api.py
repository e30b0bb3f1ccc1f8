"""The generated part of the API: for each entity its table, models and routes."""

from textwrap import wrap

from appbuilder.compiler.access import link_readers, permits, table_access
from appbuilder.compiler.api_models import models
from appbuilder.compiler.computing import sql_of, value_type
from appbuilder.compiler.features import app_parts, entity_parts, knows_people
from appbuilder.compiler.fill import block, fill, number, python_text
from appbuilder.compiler.many import constant, many_links
from appbuilder.compiler.words import name_column, total_key, words_of
from appbuilder.spec import AppSpec, Entity, Field

_KINDS = {"enum": "choice", "rating": "integer", "reference": "integer", "person": "integer"}
_LINE = 112
_TEXT_KINDS = frozenset({"text", "long_text", "email", "url", "phone"})


def api_files(spec: AppSpec) -> dict[str, str]:
    """The generated files below ``api/app``, by path in the app."""
    files = {"api/app/wiring.py": _wiring(spec), **app_parts(spec).files}
    if spec.access.has_accounts:
        files["api/app/account/roles.py"] = _roles(spec)
    for entity in spec.entities:
        folder = f"api/app/{entity.plural}"
        words = words_of(entity)
        files[f"{folder}/__init__.py"] = fill("api/package.py", **words)
        files[f"{folder}/table.py"] = _table(spec, entity)
        files[f"{folder}/models.py"] = models(spec, entity)
        files[f"{folder}/routes.py"] = _routes(spec, entity)
        files |= entity_parts(spec, entity).files
    return files


def _wiring(spec: AppSpec) -> str:
    plurals = [entity.plural for entity in spec.entities]
    extra = app_parts(spec)
    listeners = [f"    {listener}," for listener in extra.listeners]
    return fill(
        "api/wiring.py",
        app_name=python_text(spec.app.name),
        imports=block(sorted({*(f"from app import {plural}" for plural in plurals), *extra.modules})),
        tables=block(f"{table}," for table in (*(f"{plural}.TABLE" for plural in plurals), *extra.tables)),
        routers=block(f"{router}," for router in (*(f"{plural}.router" for plural in plurals), *extra.routers)),
        listeners=f"\n{block(listeners)}\n" if listeners else "",
    )


def _roles(spec: AppSpec) -> str:
    lines = [
        f'Role(id="{role.id}", name="{role.name}", label="{role.label}"{", is_admin=True" if role.is_admin else ""}),'
        for role in spec.access.roles
    ]
    return fill(
        "account/roles.py",
        roles=block(lines),
        registration_is_open=str(spec.access.registration == "open"),
        usual=spec.access.role(spec.access.default_role or "").name,
    )


def _table(spec: AppSpec, entity: Entity) -> str:
    extra = entity_parts(spec, entity)
    stored = [field for field in entity.fields if not field.many]
    columns = block([*(_column(spec, entity, field) for field in stored), *extra.columns])
    used_by = block(
        f'Use(table="{child.plural}", column="{field.column}", '
        f'one="{child.label.lower()}", many="{child.plural_label.lower()}"),'
        for child in spec.children(entity.id)
        for field in child.links
        if field.reference == entity.id
    )
    totals = block(_total(entity, index) for index in range(len(entity.totals)))
    links = [field.column for field in stored if field.type in {"reference", "person"}]
    indexes = block(f'Index(("{column}",)),' for column in links)
    rules, access, names = table_access(spec, entity)
    names += ["Column", "Table"]
    names += ["Index"] if indexes else []
    names += ["Link"] if any(field.type in {"reference", "person"} for field in entity.fields) else []
    names += ["Many"] if entity.manies else []
    names += ["Total"] if totals else []
    names += ["Use"] if used_by else []
    return fill(
        "api/table.py",
        **words_of(entity),
        table_imports=", ".join(sorted(names, key=lambda name: (not name.isupper(), name[0].islower(), name))),
        extra_imports=block(sorted(set(extra.column_imports))),
        filters=_tuple("filters", block(extra.table_filters)),
        links=many_links(spec, entity) + ("\n\n" if entity.manies else ""),
        many=_tuple("many", block(f"{constant(field)}," for field in entity.manies)),
        columns=columns,
        used_by=_tuple("used_by", used_by),
        totals=_tuple("totals", totals),
        indexes=_tuple("indexes", indexes),
        rules=rules,
        access=access,
    )


def _tuple(name: str, lines: str) -> str:
    return f"{name}=(\n" + block(f"    {line}" for line in lines.splitlines()) + "\n)," if lines else ""


def _column(spec: AppSpec, entity: Entity, field: Field) -> str:
    parts = [f'id="{field.id}"', f'name="{field.column}"']
    shown = value_type(spec, entity, field)
    kind = "text" if shown in _TEXT_KINDS else _KINDS.get(shown, shown)
    if kind != "text":
        parts.append(f'kind="{kind}"')
    default = _stored_default(field)
    if default is not None:
        parts.append(f"default={default}")
    if field.unique:
        parts.append("unique=True")
    if field.searchable:
        parts.append("search=True")
    if field.reference:
        parent = spec.entity(field.reference)
        parts.append(f'link=Link("{parent.plural}", "{name_column(parent)}"{link_readers(spec, parent)})')
    if field.type == "person":
        parts.append('link=Link("app_accounts", "name")')
    if field.type == "computed":
        parts.append(f"expression={_sql_text(sql_of(spec, entity, field))}")
    line = f"Column({', '.join(parts)}),"
    if len(line) <= _LINE and "\n" not in line:
        return line
    rows = [f"    {row}" for part in parts for row in f"{part},".splitlines()]
    return block(["Column(", *rows, "),"])


def _sql_text(sql: str) -> str:
    """As a Python string, on several lines when it is long."""
    sign = "'" if '"' in sql else '"'
    parts = wrap(sql, _LINE - 24, drop_whitespace=False, break_long_words=False, break_on_hyphens=False)
    if len(parts) == 1:
        return f"{sign}{sql}{sign}"
    return block(["(", *(f"    {sign}{part}{sign}" for part in parts), ")"])


def _stored_default(field: Field) -> str | None:
    """What entries from before the field was added get; a time of today would be untrue for them."""
    value = field.default
    if field.type == "boolean":
        return str(int(bool(value)))
    if value is None or value in {"today", "now"}:
        return None
    if field.type == "money" and not isinstance(value, str):
        return str(round(value * 100))
    return python_text(value) if isinstance(value, str) else number(value)


def _total(entity: Entity, index: int) -> str:
    total = entity.totals[index]
    parts = [f'key="{total_key(entity, index)}"', f'kind="{total.kind}"']
    if total.field:
        parts.append(f'column="{entity.field(total.field).column}"')
    if total.by:
        parts.append(f'by="{entity.field(total.by).column}"')
    return f"Total({', '.join(parts)}),"


def _routes(spec: AppSpec, entity: Entity) -> str:
    can = entity.behaviours
    words = words_of(entity)
    name = words["Name"]
    imported = [
        *([f"{name}Changes"] if can.update else []),
        *([f"{name}Input"] if can.create else []),
        f"{name}List",
        f"{name}Out",
        f"{name}Query",
        *([f"{name}Summary"] if entity.totals else []),
    ]
    writes = can.create or can.update or can.delete
    extra = entity_parts(spec, entity)
    asking = dict.fromkeys(("who", "only_who", "person"), "")
    if knows_people(spec):
        asking = {"who": ", person: Who", "only_who": "person: Who", "person": "person"}
    refusals = permits(spec, entity)

    def part(name: str, *, is_used: bool) -> str:
        return fill(f"api/{name}_route.py", **words, **asking, **refusals) if is_used else ""

    routes = {
        "summary_route": part("summary", is_used=bool(entity.totals)),
        "create_route": part("create", is_used=can.create),
        "update_route": part("update", is_used=can.update),
        "delete_route": part("delete", is_used=can.delete),
    }
    known = ["from app.core.who import Who"] if knows_people(spec) else []
    if any("permit(" in text for text in (refusals["permit_read"], *routes.values())):
        known.append("from app.core.permissions import permit")
    return fill(
        "api/routes.py",
        **words,
        **asking,
        **refusals,
        extra_imports=block(sorted({*known, *extra.route_imports})),
        list_routes=block([*extra.list_routes, ""]) if extra.list_routes else "",
        extra_routes=block(["", "", *extra.routes]) if extra.routes else "",
        database_imports="reading, writing" if writes else "reading",
        model_imports=", ".join(imported),
        **routes,
    )
