"""What a plan says, as short lines that tables of tests compare."""

from collections.abc import Iterator

from appbuilder.planner import plan
from appbuilder.spec import AppSpec, Entity, Page, Rule

_PLAIN = frozenset({"create", "read", "update", "delete"})


def lacking(request: str, expected: set[str]) -> list[str]:
    """What of the expected lines the plan of a request does not say."""
    return sorted(expected - told(plan(request).spec))


def told(spec: AppSpec) -> set[str]:
    """Every fact of the spec as a line: "ticket", "ticket.title text!", "ticket comments", "page about" and so on."""
    lines = {f"{part} {getattr(spec.theme, part)}" for part in ("mode", "background", "accent", "text", "surface")}
    lines |= {f"role {role.name}" for role in spec.access.roles} | {f"access {spec.access.mode}"}
    lines |= {f"registration {spec.access.registration}"}
    for entity in spec.entities:
        lines |= set(_of_entity(spec, entity))
    for page in spec.pages:
        lines |= set(_of_page(spec, page))
    for report in spec.reports:
        entity = spec.entity(report.entity)
        by = report.by if report.by in {None, "owner", "created_at"} else entity.field(report.by or "").name
        measured = f" {entity.field(report.field).name}" if report.field else ""
        period = f" per {report.period}" if report.period else ""
        limit = f" top {report.limit}" if report.limit else ""
        lines.add(f"report {report.kind} {entity.name}{measured} by {by}{period} {report.display}{limit}")
    for job in spec.jobs:
        lines.add(f"job {spec.entity(job.entity).name} {job.action} {job.days} {job.field.removeprefix('f_')}")
    for hook in spec.webhooks:
        lines.add(f"webhook {spec.entity(hook.entity).name} {' '.join(hook.events)}")
    return lines


def _of_entity(spec: AppSpec, entity: Entity) -> Iterator[str]:
    name = entity.name
    yield name
    for field in entity.fields:
        target = f" {spec.entity(field.reference).name}" if field.reference else ""
        mark = "!" if field.required else ""
        yield f"{name}.{field.name} {field.type}{mark}{target}"
        yield f"{name}.{field.name}"
        if field.options:
            yield f"{name}.{field.name} of {', '.join(option.value for option in field.options)}"
        if field.expression:
            yield f"{name}.{field.name} = {field.expression}"
    for key, value in entity.behaviours.model_dump().items():
        if key not in _PLAIN and value not in {False, "off"}:
            yield f"{name} {key}" if value is True else f"{name} {key} {value}"
        elif key in _PLAIN and not value:
            yield f"{name} no {key}"
    yield from _of_people(entity)
    for rule in entity.rules:
        yield f"{name} {_of_rule(entity, rule)}"
    if entity.samples:
        yield f"{name} samples"


def _of_people(entity: Entity) -> Iterator[str]:
    name = entity.name
    if entity.permissions:
        for act in ("create", "read", "update", "delete"):
            yield f"{name} {act} by {', '.join(entity.permissions.of(act)) or 'admins'}"
    for move in entity.workflow:
        yield f"{name} {move.source} > {move.target}{' by ' + ', '.join(move.who) if move.who else ''}"


def _of_rule(entity: Entity, rule: Rule) -> str:
    names = {field.id: field.name for field in entity.fields} | {"owner": "owner"}
    match rule.kind:
        case "sequence":
            return f"{names[rule.earlier]} before {names[rule.later]}"
        case "no_overlap":
            return f"no overlap for {', '.join(names[each] for each in rule.scope)}"
        case "quota":
            return f"at most {rule.limit or 'places'} for {', '.join(names[each] for each in rule.scope)}"
        case "unique_together":
            return f"once for {', '.join(names[each] for each in rule.fields)}"
        case "adjust":
            return f"{rule.direction} {names[rule.amount]} at {names[rule.reference]}"


def _of_page(spec: AppSpec, page: Page) -> Iterator[str]:
    if page.kind == "content":
        yield f"page /{page.slug} {' '.join(block.kind for block in page.blocks)}"
        yield f"page /{page.slug}"
        return
    name = spec.entity(page.entity or "").name
    if page.kind == "list":
        yield f"{name} as {page.layout}"
    elif page.layout == "wizard":
        yield f"{name} in steps"
