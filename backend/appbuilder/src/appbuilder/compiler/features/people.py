"""Who is asking in apps without accounts, and what all extras of entries share."""

from appbuilder.compiler.features.model import Feature, anywhere
from appbuilder.spec import AppSpec, Entity


def _keeps_own_things(entity: Entity) -> bool:
    can = entity.behaviours
    return can.comments or can.votes != "off" or can.ratings or can.favourites


def _has_extras(entity: Entity) -> bool:
    return _keeps_own_things(entity) or entity.behaviours.tags


def _has_visitors(spec: AppSpec) -> bool:
    return not spec.access.has_accounts and any(_keeps_own_things(entity) for entity in spec.entities)


def _knows_people(spec: AppSpec) -> bool:
    return spec.access.has_accounts or _has_visitors(spec)


PEOPLE = Feature("people", _knows_people)
VISITORS = Feature("visitors", _has_visitors)
EXTRAS = Feature("extras", anywhere(_has_extras))
