"""From the lexicon's sample entries to samples of the spec: only values that fit the fields the app really has."""

from itertools import cycle, islice
from typing import Any

from appbuilder.planner.lexicon.samples import SAMPLES
from appbuilder.spec import AppSpec, Entity, Field, changed
from appbuilder.spec.fields import UPLOAD_TYPES, value_problem

_NEVER = frozenset({"computed", "person", *UPLOAD_TYPES})
Sample = dict[str, Any]


def with_samples(spec: AppSpec) -> AppSpec:
    """Give each entity of the lexicon its sample entries; records that others fill stay empty."""
    made: dict[str, tuple[Sample, ...]] = {}
    for entity in sorted(spec.entities, key=lambda each: len(each.references)):
        rows = _rows(entity)
        built = [_sample(entity, row, number, made) for number, row in enumerate(rows)]
        private = entity.permissions is not None and "anyone" not in entity.permissions.read
        if built and all(each is not None for each in built) and not private:
            made[entity.id] = tuple(each for each in built if each is not None)
    entities = tuple(changed(each, samples=made[each.id]) if each.id in made else each for each in spec.entities)
    return changed(spec, entities=entities) if made else spec


def _rows(entity: Entity) -> list[dict[str, str]]:
    table = SAMPLES.get(entity.name.replace("_", " "))
    if table is None:
        return []
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in table.splitlines()]
    return [dict(zip(head, row, strict=True)) for row in rows]


def _sample(entity: Entity, row: dict[str, str], number: int, made: dict[str, tuple[Sample, ...]]) -> Sample | None:
    """The row as an entry, or None when a required field stays without a value."""
    sample: Sample = {}
    for field in entity.fields:
        if field.type in _NEVER:
            continue
        value = _value(field, row.get(field.name.replace("_", " ")), number, made)
        if value is not None:
            sample[field.name] = value
        elif field.required and field.default is None:
            return None
    return sample if entity.field(entity.title_field).name in sample else None


def _value(field: Field, cell: str | None, number: int, made: dict[str, tuple[Sample, ...]]) -> Any:  # noqa: ANN401 - any JSON
    if field.type == "reference":
        count = len(made.get(field.reference or "", ()))
        return (
            None
            if field.many or not count
            else int(cell)
            if cell and cell.isdigit() and int(cell) <= count
            else number % count + 1
        )
    if field.type == "enum":
        values = [option.value for option in field.options]
        told = (cell or "").lower().replace(" ", "_").replace("-", "_")
        if told in values:
            return told
        return next(islice(cycle(values), number, None)) if field.required or cell else None
    value = _typed(field, cell)
    return None if value is None or value_problem(field, value) else value


def _typed(field: Field, cell: str | None) -> bool | int | float | str | None:
    if field.type == "boolean":
        return False if field.required else None
    if field.type in {"integer", "rating", "duration"}:
        return int(cell) if cell and cell.lstrip("-").isdigit() else None
    if field.type in {"decimal", "money"}:
        return float(cell) if cell and cell.replace(".", "", 1).lstrip("-").isdigit() else None
    return cell or None
