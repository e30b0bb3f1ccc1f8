"""Put jobs and webhooks into a spec."""

import re

from appbuilder.planner.editing import Editing
from appbuilder.planner.reading.wishes import JobFact, WebhookFact
from appbuilder.spec import (
    AppSpec,
    Behaviours,
    Entity,
    Field,
    Job,
    Option,
    Webhook,
    changed,
    replace_entity,
    replace_field,
)
from appbuilder.spec.fields import DATE_TYPES
from appbuilder.spec.names import new_id


def apply_automation(editing: Editing) -> None:
    """Apply each job and webhook to the entity it names or the one spoken of."""
    for fact in editing.reading.facts:
        if isinstance(fact, JobFact):
            _job(editing, fact)
        elif isinstance(fact, WebhookFact):
            _webhook(editing, fact)


def _job(editing: Editing, fact: JobFact) -> None:
    if fact.action == "remind" and not editing.spec.access.has_accounts:
        editing.refuse(fact.span, "only people who sign in can be reminded, inside the app; ask for accounts too")
    elif (target := _target(editing, fact)) is None:
        editing.refuse(fact.span, "no record has such a date")
    else:
        _put_job(editing, fact, *target)


def _target(editing: Editing, fact: JobFact) -> tuple[Entity, str, str] | None:
    """The entity, the field the job waits for, and what people call it."""
    named = editing.entity(fact.owner)
    candidates = [named] if named else [editing.owner(None, fact), *editing.spec.entities]
    if fact.action != "remind" and fact.field is None:
        return candidates[0], "updated_at", "the last change"
    for entity in candidates:
        field = _date(entity, fact.field or "")
        if field is not None:
            return entity, field.id, field.label.lower()
    return None


def _date(entity: Entity, words: str) -> Field | None:
    dates = [field for field in entity.fields if field.type in DATE_TYPES]
    near = [field for field in dates if set(words.split()) & set(field.label.lower().split())]
    return next(iter(near or dates), None)


def _put_job(editing: Editing, fact: JobFact, entity: Entity, field: str, called: str) -> None:
    days = f"{abs(fact.days)} day{'' if abs(fact.days) == 1 else 's'}"
    when = f"{days} {'after' if fact.days >= 0 else 'before'} {called}"
    doing = {
        "remind": "remind whoever added it",
        "archive": "put it away",
        "set_status": f"set the status to {fact.status}",
    }[fact.action]
    title = f"{entity.label}: {when}"[:80]

    def add(spec: AppSpec) -> AppSpec:
        current = spec.entity(entity.id)
        status = None
        if fact.action == "archive":
            behaviours = Behaviours(**{**current.behaviours.model_dump(), "archive": True})
            spec = replace_entity(spec, changed(current, behaviours=behaviours))
        if fact.action == "set_status":
            spec, status = _with_state(spec, current, fact.status or "")
        identifier = new_id("j", f"{entity.name}_{fact.action}"[:40], {job.id for job in spec.jobs})
        job = Job(
            id=identifier, title=title, entity=entity.id, field=field, days=fact.days, action=fact.action, status=status
        )
        return changed(spec, jobs=(*spec.jobs, job))

    editing.put(
        fact.span, add, f"{entity.plural_label}: {when}, {doing}", f"{entity.plural_label.lower()} have no such status"
    )


def _with_state(spec: AppSpec, entity: Entity, state: str) -> tuple[AppSpec, str]:
    status = entity.field(entity.status_field or "")
    wanted = Option.model_validate(state)
    if wanted.value not in {option.value for option in status.options}:
        spec = replace_field(spec, entity.id, changed(status, options=(*status.options, wanted)))
    return spec, wanted.value


def _webhook(editing: Editing, fact: WebhookFact) -> None:
    entity = editing.owner(fact.owner, fact)
    variable = re.sub(r"[^A-Z0-9]+", "_", f"{entity.plural.upper()[:40]}_WEBHOOK_URL")

    def add(spec: AppSpec) -> AppSpec:
        identifier = new_id("w", entity.plural, {each.id for each in spec.webhooks})
        made = Webhook(id=identifier, entity=entity.id, events=tuple(dict.fromkeys(fact.events)), url_variable=variable)
        return changed(spec, webhooks=(*spec.webhooks, made))

    events = ", ".join(fact.events)
    editing.put(
        fact.span,
        add,
        f"{entity.plural_label}: another system is called when one is {events} (its address: {variable})",
        "",
    )
