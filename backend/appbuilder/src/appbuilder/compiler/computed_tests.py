"""The generated app's own tests of computed fields."""

from collections.abc import Iterator

from appbuilder.compiler.fill import block, fill, number, python_text
from appbuilder.compiler.foreseen import Values, foresee
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Field


def computed_tests(spec: AppSpec, entity: Entity) -> Iterator[str]:
    """A test for each computed field whose value can be foreseen."""
    for field in entity.fields:
        if field.type == "computed":
            yield from _test(spec, entity, field)


def _test(spec: AppSpec, entity: Entity, field: Field) -> Iterator[str]:
    foreseen = foresee(spec, entity, field)
    if foreseen is None:
        return
    lines = []
    for children in foreseen.children:
        for values in children.entries:
            arguments = ", ".join([f'{children.reference.column}=entry["id"]', *_arguments(values)])
            lines.append(f"given_{children.entity.name}({arguments})")
    value = foreseen.value
    yield fill(
        "tests/computed.py",
        **words_of(entity),
        field=field.name,
        column=field.column,
        values=", ".join(_arguments(foreseen.own)),
        children=block(lines),
        wanted=number(value) if value == round(value, 3) else f"pytest.approx({value!r})",
    )


def _arguments(values: Values) -> list[str]:
    return [
        f"{name}={python_text(value) if isinstance(value, str) else number(value)}" for name, value in values.items()
    ]
