"""Who is asking in apps without accounts, and what all extras of entries share."""

from appbuilder.compiler.features.model import Feature, anywhere
from appbuilder.spec import AppSpec, Behaviours, Entity
from appbuilder.spec.fields import UPLOAD_TYPES


def has_upload_fields(entity: Entity) -> bool:
    """Whether entries hold files or images."""
    return any(field.type in UPLOAD_TYPES for field in entity.fields)


def _has_extras(entity: Entity) -> bool:
    usual = Behaviours()
    beyond = {name for name, value in entity.behaviours if value != getattr(usual, name)}
    return has_upload_fields(entity) or bool(beyond - {"create", "update", "delete"})


def _has_visitors(spec: AppSpec) -> bool:
    return not spec.access.has_accounts and any(_has_extras(entity) for entity in spec.entities)


def _knows_people(spec: AppSpec) -> bool:
    return spec.access.has_accounts or _has_visitors(spec)


PEOPLE = Feature("people", _knows_people)
VISITORS = Feature("visitors", _has_visitors)
EXTRAS = Feature("extras", anywhere(_has_extras))
