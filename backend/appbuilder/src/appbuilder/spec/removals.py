"""Removing a field or an entity, with everything that leans on it; stored entries stay in the database."""

from collections.abc import Callable, Iterable
from typing import Any

from appbuilder.spec.access import Action, Permissions
from appbuilder.spec.app import AppSpec
from appbuilder.spec.automation import Job, Webhook
from appbuilder.spec.blocks import Block, Entries, EntryForm, Hero, ReportBlock
from appbuilder.spec.changing import changed
from appbuilder.spec.computed import dependents
from appbuilder.spec.entities import Entity, Sort, usual_title
from appbuilder.spec.expressions import gathers_in, parse
from appbuilder.spec.fields import Field
from appbuilder.spec.pages import Page, calendar_field
from appbuilder.spec.reports import Report
from appbuilder.spec.rules import fields_of_rule, looks_at


def remove_field(spec: AppSpec, entity_id: str, field_id: str) -> AppSpec:
    """Removes a field and what leans on it; stored values stay in the database.

    That is: title, status with its workflow, order, totals, rules, computed fields, reports, jobs, views and steps.
    """
    entity = spec.entity(entity_id)
    for other, each in dependents(spec, entity, entity.field(field_id)):
        spec = remove_field(spec, other, each)
    entity = spec.entity(entity_id)
    field = entity.field(field_id)
    smaller = _without_field(entity, field)
    parts = _parts_without(spec, lambda part: _leans_on(part, entity, field))
    return changed(
        spec,
        entities=tuple(
            smaller if each.id == entity_id else _without_rules(each, entity_id, field_id) for each in spec.entities
        ),
        pages=_with_content(_pages_without(spec, smaller, field), None, parts),
        **parts,
    )


def _without_field(entity: Entity, field: Field) -> Entity:
    fields = tuple(each for each in entity.fields if each.id != field.id)
    is_status = entity.status_field == field.id
    return changed(
        entity,
        fields=fields,
        title_field=usual_title(fields) if entity.title_field == field.id else entity.title_field,
        status_field=None if is_status else entity.status_field,
        workflow=() if is_status else entity.workflow,
        default_sort=Sort() if entity.default_sort.field == field.id else entity.default_sort,
        totals=tuple(total for total in entity.totals if field.id not in (total.field, total.by)),
        rules=tuple(rule for rule in entity.rules if field.id not in fields_of_rule(rule)),
        permissions=_without_named(entity.permissions, field.id),
        samples=tuple({key: value for key, value in each.items() if key != field.name} for each in entity.samples),
    )


def _without_named(rights: Permissions | None, field_id: str) -> Permissions | None:
    if rights is None:
        return None
    actions: tuple[Action, ...] = ("create", "read", "update", "delete")
    return Permissions(**{action: tuple(who for who in rights.of(action) if who != field_id) for action in actions})


def _without_rules(entity: Entity, target_id: str, field_id: str) -> Entity:
    """Without the rules that look at the field of another entity: a quota's limit, an adjustment's target."""
    references = {field.id for field in entity.references if field.reference == target_id}
    rules = tuple(rule for rule in entity.rules if not looks_at(rule, references, field_id))
    return entity if rules == entity.rules else changed(entity, rules=rules)


def _pages_without(spec: AppSpec, entity: Entity, field: Field) -> tuple[Page, ...]:
    lost = set() if entity.status_field else {"board"}
    lost |= set() if calendar_field(entity) else {"calendar"}

    def trimmed(page: Page) -> Page:
        if page.entity != entity.id:
            return page
        steps = tuple(changed(step, fields=left) for step in page.steps if (left := _other_ids(step.fields, field.id)))
        layout = "table" if page.layout in lost else page.layout
        layout = "page" if page.layout == "wizard" and not steps else layout
        return changed(page, layout=layout, views=tuple(v for v in page.views if v not in lost), steps=steps)

    return tuple(trimmed(page) for page in spec.pages)


def _other_ids(ids: tuple[str, ...], gone: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != gone)


def _leans_on(part: Report | Job | Webhook, entity: Entity, field: Field) -> bool:
    if part.entity != entity.id:
        return False
    if isinstance(part, Report):
        return field.id in (part.field, part.by)
    if isinstance(part, Job):
        return part.field == field.id or (part.action == "set_status" and entity.status_field == field.id)
    return False


def _parts_without(spec: AppSpec, is_gone: Callable[[Report | Job | Webhook], bool]) -> dict[str, Any]:
    parts: dict[str, tuple[Report | Job | Webhook, ...]] = {
        "reports": spec.reports,
        "jobs": spec.jobs,
        "webhooks": spec.webhooks,
    }
    return {name: tuple(part for part in listed if not is_gone(part)) for name, listed in parts.items()}


def remove_entity(spec: AppSpec, entity_id: str) -> AppSpec:
    """Removes an entity, its pages, what is about it and the references to it; stored entries stay."""
    gone = spec.entity(entity_id)
    for other in spec.entities:
        for field in other.fields:
            looks = field.expression is not None and any(
                each.plural == gone.plural for each in gathers_in(parse(field.expression))
            )
            points = field.reference == entity_id and other.id != entity_id
            # A field may be gone already, with another one that it leant on.
            if (looks or points) and any(each.id == field.id for each in spec.entity(other.id).fields):
                spec = remove_field(spec, other.id, field.id)
    parts = _parts_without(spec, lambda part: part.entity == entity_id)
    pages = (page for page in spec.pages if page.entity != entity_id)
    entities = tuple(entity for entity in spec.entities if entity.id != entity_id)
    return changed(spec, entities=entities, pages=_with_content(pages, entity_id, parts), **parts)


def _with_content(pages: Iterable[Page], entity_id: str | None, parts: dict[str, Any]) -> tuple[Page, ...]:
    """The pages whose content shows only what is still there; one that shows nothing any more is dropped."""
    reports = {report.id for report in parts["reports"]}
    trimmed = (_page_without(page, entity_id, reports) for page in pages)
    left = [page for page in trimmed if page.kind != "content" or page.blocks]
    if left and not any(page.in_navigation for page in left):
        left[0] = changed(left[0], in_navigation=True)
    return _without_leads(left)


def _page_without(page: Page, entity_id: str | None, reports: set[str]) -> Page:
    """A content page without the blocks about an entity that is gone."""

    def stays(block: Block) -> bool:
        if isinstance(block, ReportBlock):
            return block.report in reports
        return not (isinstance(block, Entries | EntryForm) and block.entity == entity_id)

    blocks = tuple(block for block in page.blocks if stays(block))
    # A page that is made of blocks cannot be empty; the caller drops it.
    return page if blocks == page.blocks else page.model_copy(update={"blocks": blocks})


def _without_leads(pages: list[Page]) -> tuple[Page, ...]:
    """The pages, whose buttons lead to none that is gone."""
    ids = {page.id for page in pages}

    def led(page: Page) -> Page:
        blocks = tuple(
            changed(block, page=None, action=None)
            if isinstance(block, Hero) and block.page not in {None, *ids}
            else block
            for block in page.blocks
        )
        return changed(page, blocks=blocks)

    return tuple(led(page) for page in pages)


def _led_to(block: Block, ids: set[str]) -> Block:
    is_lost = isinstance(block, Hero) and block.page is not None and block.page not in ids
    return changed(block, page=None, action=None) if is_lost else block
