"""The generated app's own tests of computed fields."""

from collections.abc import Iterator

from appbuilder.compiler.fill import block, fill, number, python_text
from appbuilder.compiler.foreseen import Foreseen, Values, foresee
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
    own = {"field": field.name, "column": field.column, "values": ", ".join(_arguments(foreseen.own))}
    lines = _children(foreseen)
    yield fill("tests/computed.py", **words_of(entity), **own, children=block(lines), wanted=_wanted(foreseen.value))
    if any(children.entity.behaviours.archive for children in foreseen.children):
        lines = _children(foreseen, archived=True)
        wanted = _wanted(foreseen.alone)
        yield fill("tests/computed_archive.py", **words_of(entity), **own, children=block(lines), wanted=wanted)


def _children(foreseen: Foreseen, *, archived: bool = False) -> list[str]:
    """The lines that make the entries which point here, and put them away where they can be."""
    lines = []
    for children in foreseen.children:
        for values in children.entries:
            arguments = ", ".join([f'{children.reference.column}=entry["id"]', *_arguments(values)])
            made = f"given_{children.entity.name}({arguments})"
            if archived and children.entity.behaviours.archive:
                path = f"/api/{children.entity.slug}/{{archived['id']}}/archive"
                lines += [f"archived = {made}", f'client.put(f"{path}")']
            else:
                lines.append(made)
    return lines


def _wanted(value: float | None) -> str:
    if value is None:
        return "is None"
    return "== " + (number(value) if value == round(value, 3) else f"pytest.approx({value!r})")


def _arguments(values: Values) -> list[str]:
    return [
        f"{name}={python_text(value) if isinstance(value, str) else number(value)}" for name, value in values.items()
    ]
