"""The generated README: what the app is and how to run it anywhere."""

from appbuilder.compiler.access_docs import accounts_section
from appbuilder.compiler.features import app_parts, entity_parts
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.words import total_key
from appbuilder.spec import AppSpec, Entity, route_of

_RULES = {
    "long_text": "long text",
    "datetime": "date and time",
    "enum": "one of",
    "email": "e-mail",
    "url": "web address",
    "person": "number of an account",
    "duration": "minutes",
    "computed": "worked out",
}


def doc_files(spec: AppSpec) -> dict[str, str]:
    """The documents of the app, by path."""
    if not spec.kind.has_api:
        pages = block(f"| {page.title} | `{route_of(page)}` |" for page in spec.pages)
        return {"README.md": fill("static/README.md", app_name=spec.app.name, summary=spec.app.summary, pages=pages)}
    return {
        "README.md": fill(
            "README.md" if spec.kind.has_web else "only_api/README.md",
            variables=block(app_parts(spec).variables),
            app_name=spec.app.name,
            summary=spec.app.summary,
            entities="\n\n".join([*(_entity(spec, entity) for entity in spec.entities), *_reports(spec)]),
            sharing=fill("account/sharing.md" if spec.access.has_accounts else "sharing.md"),
            accounts=accounts_section(spec) if spec.access.has_accounts else "",
            folders=", ".join(f"`{entity.plural}`" for entity in spec.entities),
            **_web(spec),
        )
    }


def _web(spec: AppSpec) -> dict[str, str]:
    """What is different with Next.js."""
    if spec.template == "nextjs":
        return {
            "api_port": "where the API is; only the web client's server asks there | 8001",
            "web": fill("nextjs/web.md").rstrip("\n"),
        }
    return {"api_port": "where `dev` serves the API | 8000", "web": fill("web/web.md").rstrip("\n")}


def _reports(spec: AppSpec) -> list[str]:
    if not spec.reports:
        return []
    rows = [f"| `{report.key}` | {report.title} |" for report in spec.reports]
    lines = ["### Reports", "", "`/api/insights`: `GET` list, `GET /{key}` (with `?format=csv` as a file)", ""]
    return [block([*lines, "| key | report |", "|---|---|", *rows])]


def _entity(spec: AppSpec, entity: Entity) -> str:
    rows = [
        f"| {field.column} | {_kind(spec, entity, field.id)} | {_needs(entity, field.id)} |" for field in entity.fields
    ]
    can = entity.behaviours
    methods = ["`GET` list", "`GET /{id}`"]
    methods += ["`POST`"] if can.create else []
    methods += ["`PATCH /{id}`"] if can.update else []
    methods += ["`DELETE /{id}`"] if can.delete else []
    methods += ["`GET /summary`"] if entity.totals else []
    methods += entity_parts(spec, entity).methods
    lines = [f"### {entity.plural_label}", "", f"`/api/{entity.slug}`: {', '.join(methods)}", ""]
    lines += ["| field | type | rules |", "|---|---|---|", *rows]
    if entity.totals:
        named = [f"{total.label.lower()} (`{total_key(entity, index)}`)" for index, total in enumerate(entity.totals)]
        lines += ["", f"Totals: {', '.join(named)}."]
    return block(lines)


def _kind(spec: AppSpec, entity: Entity, field_id: str) -> str:
    field = entity.field(field_id)
    if field.reference:
        return f"{'ids of' if field.many else 'id of one of the'} {spec.entity(field.reference).plural_label.lower()}"
    if field.type == "enum":
        return "one of " + ", ".join(f"`{option.value}`" for option in field.options)
    return _RULES.get(field.type, field.type)


def _needs(entity: Entity, field_id: str) -> str:
    field = entity.field(field_id)
    low, high = field.range
    rules = ["required"] if field.required else []
    rules += ["unique"] if field.unique else []
    rules += [f"at most {field.length_limit} characters"] if field.length_limit else []
    ends = [f"from {low:g}"] if low is not None else []
    ends += [f"to {high:g}"] if high is not None else []
    rules += [" ".join(ends)] if ends else []
    rules += [f"{field.currency}"] if field.currency else []
    return ", ".join(rules)
