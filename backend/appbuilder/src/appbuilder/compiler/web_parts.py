"""Pieces that several pages of an entity share."""

from appbuilder.compiler.features import entity_parts
from appbuilder.compiler.fill import block
from appbuilder.compiler.web_access import if_may
from appbuilder.compiler.web_values import choices_variable
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field

_FEW = 4


def page_title(spec: AppSpec, entity: Entity, kind: str) -> str:
    """The title of the entity's page of the kind."""
    page = spec.page(entity.id, kind)
    return page.title if page else entity.plural_label


def is_inline(spec: AppSpec, entity: Entity) -> bool:
    """Whether new entries are typed in beside the list."""
    page = spec.page(entity.id, "form")
    return entity.behaviours.create and page is not None and page.layout == "inline"


def begun_status(entity: Entity) -> str | None:
    """The column of the status, if an entry begins with one: a form for visitors does not ask for it."""
    status = entity.field(entity.status_field) if entity.status_field else None
    return status.column if status is not None and status.default is not None else None


def is_written_below(child: Entity, field: Field) -> bool:
    """Whether new entries are written on the page of the entry that the reference points to.

    So are those that make sense nowhere else and are short: answers, reviews, registrations.
    """
    others = [each for each in child.typed_fields if each.id not in {field.id, child.status_field}]
    is_short = len(others) <= _FEW and not any(each.required and each.type == "reference" for each in others)
    return child.behaviours.create and field.required and not field.many and is_short


def left_out(spec: AppSpec, entity: Entity) -> list[str]:
    """The columns that a form of the entity does not ask for somewhere, because they are known there."""
    blocks = [each for page in spec.pages for each in page.blocks]
    is_for_visitors = any(each.kind == "form" and each.entity == entity.id for each in blocks)
    status = begun_status(entity) if is_for_visitors else None
    return [*([status] if status else []), *(f.column for f in entity.links if is_written_below(entity, f))]


def page_header(properties: str, actions: str) -> str:
    """The head of a page; without buttons it closes itself."""
    if not actions:
        return f"<PageHeader {properties} />"
    return block([f"<PageHeader {properties}>", *(f"  {line}" for line in actions.splitlines()), "</PageHeader>"])


def row_actions(spec: AppSpec, entity: Entity) -> str:
    """The small buttons that belong to one entry in a list, as one element."""
    lines = row_buttons(spec, entity).splitlines()
    return block(["<>", *(f"  {line}" for line in lines), "</>"])


def row_buttons(spec: AppSpec, entity: Entity) -> str:
    """The same, one after the other."""
    words = words_of(entity)
    lines = [*entity_parts(spec, entity).row_actions]
    if entity.behaviours.update:
        edit = (
            f'<IconLink icon="edit" label={{`Edit ${{api.titleOf(entry)}}`}} '
            f"to={{`/{words['slug']}/${{entry.id}}/edit`}} />"
        )
        lines += if_may(spec, entity, "update", [edit])
    if entity.behaviours.delete:
        lines += if_may(spec, entity, "delete", delete_button(small=True, deleted="onChange", restored="onChange"))
    return block(lines)


def delete_button(*, small: bool, deleted: str, restored: str) -> list[str]:
    """The lines of the button that deletes ``entry``; what follows is a function, also once it is undone."""
    return [
        "<DeleteButton",
        "  title={api.titleOf(entry)}",
        *(["  small"] if small else []),
        "  remove={() => api.remove(entry.id)}",
        "  restore={() => api.restore(entry.id)}",
        f"  onDeleted={{{deleted}}}",
        f"  onRestored={{{restored}}}",
        "/>",
    ]


def uses_change(spec: AppSpec, entity: Entity) -> bool:
    """Whether a list of the entity can change an entry, and so must be told to load again."""
    more = entity_parts(spec, entity)
    lines = [*(mark.shown for mark in more.marks), *more.row_actions]
    return entity.behaviours.delete or has_status_control(entity) or any("{onChange}" in line for line in lines)


def has_status_control(entity: Entity) -> bool:
    """Whether an entry's status can be changed where it is shown."""
    return entity.status_field is not None and entity.behaviours.update


def workflow_used(entity: Entity) -> dict[str, str]:
    """The import of the workflow, if there is one."""
    return {"WORKFLOW": "./workflow"} if entity.workflow else {}


def choices_hooks(spec: AppSpec, fields: list[Field]) -> str:
    """The lines that load what references can be set to."""
    return block(
        f"const {choices_variable(field)} = {_choices_hook(spec, field)}();" for field in fields if _is_chosen(field)
    )


def _is_chosen(field: Field) -> bool:
    return field.reference is not None or field.type == "person"


def _choices_hook(spec: AppSpec, field: Field) -> str:
    return f"use{words_of(spec.entity(field.reference))['Name']}Choices" if field.reference else "usePeopleChoices"


def choices_imports(spec: AppSpec, fields: list[Field]) -> dict[str, str]:
    """Imports for ``choices_hooks``."""
    found = {}
    for field in fields:
        if _is_chosen(field):
            folder = spec.entity(field.reference).plural if field.reference else "account"
            found[_choices_hook(spec, field)] = f"../{folder}/choices"
    return found
