"""Sample entries: what a new app shows before anybody added something."""

from typing import TYPE_CHECKING

from pydantic import JsonValue

from appbuilder.spec.fields import Field, value_problem

if TYPE_CHECKING:
    from appbuilder.spec.app import AppSpec
    from appbuilder.spec.entities import Entity

_NEVER = frozenset({"computed", "person", "image", "file"})


def check_samples(spec: "AppSpec") -> str | None:
    """What is wrong with the sample entries, or None.

    A sample holds values by field name. A reference is the number, from 1, of a sample of the other entity.
    """
    for entity in spec.entities:
        for number, sample in enumerate(entity.samples, 1):
            problem = _sample_problem(spec, entity, sample)
            if problem:
                return f"sample {number} of {entity.plural!r}: {problem}"
    return None


def _sample_problem(spec: "AppSpec", entity: "Entity", sample: dict[str, JsonValue]) -> str | None:
    fields = {field.name: field for field in entity.fields if field.type not in _NEVER}
    unknown = sorted(set(sample) - set(fields))
    if unknown:
        return f"there is no field {unknown[0]!r} that a sample can fill."
    for field in fields.values():
        value = sample.get(field.name)
        if value is None:
            if field.required and field.default is None:
                return f"{field.name!r} is required."
            continue
        problem = _value_problem(spec, field, value)
        if problem:
            return f"{field.name!r}: {problem}"
    return None


def _value_problem(spec: "AppSpec", field: Field, value: JsonValue) -> str | None:
    if field.reference is None:
        return value_problem(field, value) if isinstance(value, bool | int | float | str) else "use one value."
    count = len(spec.entity(field.reference).samples)
    numbers = value if field.many and isinstance(value, list) else [value]
    fits = all(isinstance(each, int) and not isinstance(each, bool) and 1 <= each <= count for each in numbers)
    return None if fits else f"name a sample of the other entity by its number, from 1 to {count}."
