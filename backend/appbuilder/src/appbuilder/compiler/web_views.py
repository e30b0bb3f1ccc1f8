"""The generated board, calendar and gallery of an entity."""

from appbuilder.compiler.access import is_public
from appbuilder.compiler.features import entity_parts
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.layouts import calendar_of, image_of, short_facts
from appbuilder.compiler.web_imports import imports
from appbuilder.compiler.web_parts import row_actions, workflow_used
from appbuilder.compiler.web_values import options_of, shown, stored
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field

_QUERY_TYPE = 'import type { CalendarQuery } from "../lib/calendarQuery";'


def fact_lines(spec: AppSpec, entity: Entity, fields: list[Field]) -> list[str]:
    """The lines that show the fields as facts about ``entry``."""
    return [
        line
        for field in fields
        for line in (
            f'<Fact label="{field.label}" value={{{stored(field)}}}>',
            f"  {shown(spec, entity, field)}",
            "</Fact>",
        )
    ]


def picture_of(entity: Entity) -> str:
    """The expression for the address of ``entry``'s picture; empty where entries have none."""
    image = image_of(entity)
    return f"entry.{image.column} && `/api/uploads/${{entry.{image.column}}}`" if image else ""


def board(spec: AppSpec, entity: Entity) -> str:
    """The file ``<Name>Board.tsx``."""
    status = entity.field(entity.status_field or "")
    facts = fact_lines(spec, entity, short_facts(entity, without=(status.id,)))
    move = f"move={{(entry, {status.name}) => api.update(entry.id, {{ {status.name} }})}}"
    asks_person = bool(entity.workflow) and spec.access.has_accounts
    arguments = f"{options_of(status)}, WORKFLOW, entry.{status.column}{', person' if asks_person else ''}"
    reachable = f"reachable({arguments})"
    body = fill(
        "web/Board.tsx",
        **words_of(entity),
        imports="",
        options=options_of(status),
        column=status.column,
        label=status.label,
        session="const { person } = useSession();" if asks_person else "",
        targets=f"targets={{(entry) => {reachable}}}" if entity.workflow else "",
        may_move="mayMove={(entry) => entry.may_update}"
        if entity.behaviours.update and not is_public(spec, entity, "update")
        else "",
        move=move if entity.behaviours.update else "",
        children=block(["{(entry) => (", "  <Facts>", *(f"    {line}" for line in facts), "  </Facts>", ")}"])
        if facts
        else "",
    )
    return imports(body, api="*./api", **workflow_used(entity)) + "\n" + body


def calendar(spec: AppSpec, entity: Entity) -> str:
    """The file ``<Name>Calendar.tsx``."""
    words = words_of(entity)
    date = calendar_of(spec, entity)
    column = date.column if date else "created_at"
    time = ", time: true" if date and date.type == "datetime" else ""
    add = f'add={{{{ what: "{words["words"]}", parameter: "{column}"{time} }}}}' if entity.behaviours.create else ""
    body = fill("web/Calendar.tsx", **words, imports="", column=column, add=add)
    lines = [*imports(body, api="*./api").splitlines(), _QUERY_TYPE]
    merged = sorted(lines, key=lambda line: ('"./' in line, line.rpartition(" from ")[2]))
    return block(merged) + "\n" + body


def gallery(spec: AppSpec, entity: Entity) -> str:
    """The file ``<Name>Gallery.tsx``."""
    more = entity_parts(spec, entity)
    lines = fact_lines(spec, entity, short_facts(entity, limit=2))
    lines += [f'<Fact label="{mark.label}"{mark.value}>{mark.shown}</Fact>' for mark in more.marks]
    picture = picture_of(entity)
    actions = row_actions(spec, entity)
    body = fill(
        "web/Gallery.tsx",
        **words_of(entity),
        imports="",
        on_change=", onChange" if "{onChange}" in actions + block(lines) else "",
        image=f"image={{{picture}}}" if picture else "",
        actions=actions,
        facts=block(["<Facts>", *(f"  {line}" for line in lines), "</Facts>"]) if lines else "",
    )
    return imports(body, api="*./api", **workflow_used(entity), **more.web_imports) + "\n" + body
