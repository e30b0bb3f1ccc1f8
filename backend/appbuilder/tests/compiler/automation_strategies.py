"""What drawn apps do by themselves, and what they begin with."""

from hypothesis import strategies as st

from appbuilder.checks.values import value
from appbuilder.spec import AppSpec, Entity, Job, Webhook, changed
from appbuilder.spec.fields import DATE_TYPES, UPLOAD_TYPES


@st.composite
def automated(draw: st.DrawFn, spec: AppSpec) -> AppSpec:
    """The app with jobs, webhooks and examples."""
    entity = draw(st.sampled_from(spec.entities))
    jobs: list[Job] = []
    dates = ["updated_at", *(field.id for field in entity.fields if field.type in DATE_TYPES)]
    date = draw(st.sampled_from(dates))
    days = draw(st.integers(-40 if date.startswith("f_") else 0, 40))
    common = {"title": "Later", "entity": entity.id, "field": date, "days": days}
    wanted = draw(st.integers(0, 7))
    if wanted & 1 and entity.status_field:
        status = draw(st.sampled_from(entity.field(entity.status_field).options)).value
        jobs.append(Job.model_validate({"id": "j_status", **common, "action": "set_status", "status": status}))
    if wanted & 2 and entity.behaviours.archive:
        jobs.append(Job.model_validate({"id": "j_archive", **common, "action": "archive"}))
    if wanted & 4 and spec.access.has_accounts:
        jobs.append(Job.model_validate({"id": "j_remind", **common, "action": "remind"}))
    events = draw(st.lists(st.sampled_from(["created", "updated", "deleted"]), unique=True, max_size=3))
    hook = {"id": "w_all", "entity": entity.id, "events": events, "url_variable": "A_URL"}
    hooks = (Webhook.model_validate(hook),) if events else ()
    entities = tuple(_with_sample(each) if draw(st.booleans()) else each for each in spec.entities)
    return changed(spec, jobs=tuple(jobs), webhooks=hooks, entities=entities)


def _with_sample(entity: Entity) -> Entity:
    if any(field.required and field.type in {"reference", "person", *UPLOAD_TYPES} for field in entity.fields):
        return entity
    plain = [each for each in entity.typed_fields if each.type not in {"reference", "person", *UPLOAD_TYPES}]
    sample = {field.name: str(text) if isinstance(text := value(field), str) else text for field in plain}
    return changed(entity, samples=(sample,))
