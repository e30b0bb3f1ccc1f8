"""Checks of computed fields: entries with known values, and what must come of them."""

from collections.abc import Iterator

from appbuilder.checks.model import HttpCheck, HttpStep
from appbuilder.checks.steps import equals, get
from appbuilder.checks.values import can_be_made, given, path_of
from appbuilder.compiler.foreseen import Foreseen, Values, foresee
from appbuilder.spec import AppSpec, Entity, Field


def computed_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """One for each computed field whose value can be foreseen."""
    for field in entity.fields:
        foreseen = foresee(spec, entity, field) if field.type == "computed" else None
        if foreseen and all(can_be_made(spec, children.entity) for children in foreseen.children):
            yield _check(spec, entity, field, foreseen)


def _check(spec: AppSpec, entity: Entity, field: Field, foreseen: Foreseen) -> HttpCheck:
    made = given(spec, entity, values=_by_id(entity, foreseen.own))
    steps, cleanup = made.steps, made.cleanup
    archived: list[HttpStep] = []
    for children in foreseen.children:
        for number, values in enumerate(children.entries):
            entry = given(
                spec,
                children.entity,
                number,
                variable=f"{children.entity.name}_{number}",
                links={children.reference.id: made.variable},
                values=_by_id(children.entity, values),
            )
            steps, cleanup = steps + entry.steps, entry.cleanup + cleanup
            if children.entity.behaviours.archive:
                path = f"{path_of(children.entity)}/{{{entry.variable}}}/archive"
                archived.append(HttpStep(method="PUT", path=path, expect_status=(204,)))
    path = f"{path_of(entity)}/{{{made.variable}}}"
    ends = [get(path, equals(f"/{field.column}", foreseen.value))]
    if archived:
        ends += [*archived, get(path, equals(f"/{field.column}", foreseen.alone))]
    return HttpCheck(
        id=f"{entity.id}.computed.{field.id}",
        title=f"{entity.label}: {field.label.lower()} is worked out",
        area="backend",
        steps=(*steps, *ends),
        cleanup=cleanup,
    )


def _by_id(entity: Entity, values: Values) -> Values:
    return {field.id: values[field.name] for field in entity.typed_fields if field.name in values}
