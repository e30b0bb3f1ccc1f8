"""The generated app's own tests of its API."""

import re
from collections.abc import Iterable

from appbuilder.compiler.access_tests import used_in
from appbuilder.compiler.computed_tests import computed_tests
from appbuilder.compiler.examples import example_value, other_value, wrong_values
from appbuilder.compiler.features import entity_parts
from appbuilder.compiler.fill import block, fill, number, python_text
from appbuilder.compiler.obeying import in_order, must_differ, need_room, start_of, with_room
from appbuilder.compiler.words import total_key, words_of
from appbuilder.spec import AppSpec, Entity, Field
from appbuilder.spec.fields import UPLOAD_TYPES


def api_test_files(spec: AppSpec) -> dict[str, str]:
    """The generated files below ``api/tests``, by path in the app."""
    files = {"api/tests/factories.py": _examples(spec)}
    for entity in spec.entities:
        files[f"api/tests/test_{entity.plural}.py"] = _tests(spec, entity)
    return files


def _examples(spec: AppSpec) -> str:
    functions = [fill("tests/example.py", **words_of(entity), **_example(spec, entity)) for entity in spec.entities]
    imports = block(f"from app import {entity.plural}" for entity in sorted(spec.entities, key=lambda e: e.plural))
    if any("add_person(" in function for function in functions):
        imports += "\nfrom tests.people import add_person"
    if any("given_upload(" in function for function in functions):
        imports += "\nfrom tests.uploads import given_upload"
    return fill("tests/factories.py", imports=imports, functions="\n\n".join(functions))


def _example(spec: AppSpec, entity: Entity) -> dict[str, str]:
    """A required link is made only when no other one is given."""
    values, missing = [], []
    for field in entity.typed_fields:
        if field.type == "person":
            if field.required:
                missing += [f'if "{field.column}" not in changes:', f'    changes["{field.column}"] = add_person()']
        elif field.type in UPLOAD_TYPES:
            if field.required:
                missing += [f'if "{field.column}" not in changes:', f'    changes["{field.column}"] = given_upload()']
        elif field.type != "reference":
            values.append(f'"{field.column}": {_example_of(spec, entity, field)},')
        elif field.required and field.reference:
            linked = f'given_{spec.entity(field.reference).name}()["id"]'
            missing.append(f'if "{field.column}" not in changes:')
            missing.append(f'    changes["{field.column}"] = {f"[{linked}]" if field.many else linked}')
    count = "number = next(NUMBERS)" if any(re.search(r": .*\bnumber\b", value) for value in values) else ""
    return {"values": block(values), "missing": block(missing), "number": count}


def _example_of(spec: AppSpec, entity: Entity, field: Field) -> str:
    """A valid value that obeys the rules of the entity and of those that take from it."""
    start = start_of(entity, field)
    if start:
        return python_text(start)
    if field.id in need_room(spec, entity):
        return number(with_room(field))
    found = in_order(entity, field)
    return example_value(found.model_copy(update={"unique": True}) if field.id in must_differ(entity) else found)


def _tests(spec: AppSpec, entity: Entity) -> str:
    extra = entity_parts(spec, entity)
    parts = [
        *_writing(entity),
        *_reading(entity),
        *_linking(spec, entity),
        *computed_tests(spec, entity),
        *extra.tests,
    ]
    body = "".join(parts)
    known = sorted(
        function
        for other in spec.entities
        for function in (f"given_{other.name}", f"new_{other.name}")
        if function == f"given_{entity.name}" or f"{function}(" in body
    )
    imports = "import pytest" if "pytest." in body else ""
    people = used_in(body) if spec.access.has_accounts else ()
    more = block(_merged([*extra.test_imports, *people]))
    head = fill("tests/head.py", **words_of(entity), imports=imports, examples=", ".join(known), extra_imports=more)
    return head + body


def _merged(lines: Iterable[str]) -> list[str]:
    """One line for each module that names are imported from."""
    names: dict[str, set[str]] = {}
    for line in lines:
        module, _, listed = line.removeprefix("from ").partition(" import ")
        names.setdefault(module, set()).update(listed.split(", "))
    return [f"from {module} import {', '.join(sorted(names[module]))}" for module in sorted(names)]


def _part(part_name: str, entity: Entity, /, **values: str) -> str:
    return fill(f"tests/{part_name}.py", **words_of(entity), **values)


def _writing(entity: Entity) -> Iterable[str]:
    can = entity.behaviours
    if can.create:
        yield _part("create", entity)
        required = [f for f in entity.fields if f.required and f.default is None and f.type != "boolean"]
        if required:
            yield _part("required", entity, fields=", ".join(f'"{field.column}"' for field in required))
        cases = [
            f'("{field.column}", {value}, {python_text(message)}),'
            for field in entity.typed_fields
            for value, message in wrong_values(field)
        ]
        if cases:
            yield _part("wrong", entity, cases=block(cases))
        for field in entity.fields:
            if field.unique and field.type != "reference":
                yield _part("unique", entity, field=field.name, column=field.column)
    if can.update:
        yield _part("update", entity)
    if can.delete:
        yield _part("delete", entity)


def _reading(entity: Entity) -> Iterable[str]:
    searched = [f for f in entity.fields if f.searchable and f.type in {"text", "long_text"} and fits(f)]
    if searched:
        yield _part("search", entity, field=searched[0].column, value="Émile wanted", part="émile want")
    for field in entity.fields:
        pair = other_value(field) if field.filterable and not start_of(entity, field) else None
        if pair:
            yield _part(
                "filter", entity, parents="", field=field.name, column=field.column, wanted=pair[0], other=pair[1]
            )
    if entity.totals:
        keys = ", ".join(f'"{total_key(entity, index)}"' for index in range(len(entity.totals)))
        yield _part("summary", entity, keys=keys)


def fits(field: Field) -> bool:
    """Whether the searched words have room in the field."""
    return (field.length_limit or 0) >= len("Émile wanted") and not field.unique


def _linking(spec: AppSpec, entity: Entity) -> Iterable[str]:
    for field in entity.fields:
        if field.type not in {"reference", "person"} or field.many:
            continue
        other = f'given_{spec.entity(field.reference).name}()["id"]' if field.reference else "add_person()"
        if not field.unique and (field.reference or field.filterable):
            yield _part(
                "filter",
                entity,
                parents=f"one, two = {other}, {other}",
                field=field.name,
                column=field.column,
                wanted="one",
                other="two",
            )
        if entity.behaviours.create:
            yield _part("linked", entity, field=field.name, column=field.column)
    if not entity.behaviours.delete:
        return
    for child in spec.children(entity.id):
        for field in child.links:
            if field.reference == entity.id and child.id != entity.id:
                yield _part(
                    "used",
                    entity,
                    child=child.name,
                    child_plural=child.plural,
                    field=field.name,
                    child_words=child.label.lower(),
                    column=field.column,
                )
