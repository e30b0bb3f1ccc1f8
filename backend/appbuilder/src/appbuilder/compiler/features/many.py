"""Links to many entries."""

from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, anywhere
from appbuilder.compiler.fill import fill
from appbuilder.compiler.many import constant
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity


def _app(spec: AppSpec) -> AppParts:
    found = [
        (entity, field, f"{entity.plural.upper()}_{constant(field)}")
        for entity in spec.entities
        for field in entity.manies
    ]
    return AppParts(
        modules=tuple(
            f"from app.{entity.plural}.table import {constant(field)} as {name}" for entity, field, name in found
        ),
        tables=tuple(f"{name}.table" for _, _, name in found),
    )


def _entity(spec: AppSpec, entity: Entity) -> EntityParts:
    tests = []
    for field in entity.manies:
        parent = spec.entity(field.reference or "")
        values = {"field": field.name, "column": field.column, "parent": parent.name}
        tests.append(fill("tests/many.py", **words_of(entity), **values))
        if entity.behaviours.create:
            tests.append(fill("tests/many_create.py", **words_of(entity), **values))
    return EntityParts(table_filters=tuple(f"{constant(field)}.filter," for field in entity.manies), tests=tuple(tests))


MANY = Feature("many", anywhere(lambda entity: bool(entity.manies)), _app, _entity)
