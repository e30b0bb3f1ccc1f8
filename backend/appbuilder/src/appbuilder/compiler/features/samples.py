"""Examples that a new app begins with."""

from pydantic import JsonValue

from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, anywhere
from appbuilder.compiler.fill import block, fill, number, python_text
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity


def _app(spec: AppSpec) -> AppParts:
    return AppParts(
        modules=(
            "from app.extras.sample_entries import SAMPLES",
            "from app.extras.samples import KNOWN_SAMPLES, sample_routes",
        ),
        tables=("KNOWN_SAMPLES",),
        routers=("sample_routes(SAMPLES)",),
        variables=("| `APP_SAMPLES` | `0`: a new app begins without examples | `1` |",),
        files={"api/app/extras/sample_entries.py": _samples_file(spec)},
    )


def _entity(_: AppSpec, entity: Entity) -> EntityParts:
    if not entity.samples:
        return EntityParts()
    return EntityParts(
        list_notes=(f'<SampleNotice kind="{entity.id}" onRemoved={{list.reload}} />',),
        web_imports={"SampleNotice": "../extras/SampleNotice"},
    )


def in_order(spec: AppSpec) -> list[Entity]:
    """The entities with samples, those that others point to first, as far as they do not point to each other."""
    left = [entity for entity in spec.entities if entity.samples]
    found: list[Entity] = []
    while left:
        waiting = {entity.id for entity in left}
        free = [e for e in left if not ({f.reference for f in e.references if f.required} - {e.id}) & waiting]
        best = [e for e in free if not ({f.reference for f in e.references} - {e.id}) & waiting] or free or left
        found.append(best[0])
        left.remove(best[0])
    return found


def _samples_file(spec: AppSpec) -> str:
    entities = in_order(spec)
    lines = [line for entity in entities for sample in entity.samples for line in _sample(spec, entity, sample)]
    imports = [f"from app.{e.plural}.models import {words_of(e)['Name']}Input" for e in entities]
    imports += [f"from app.{e.plural}.table import TABLE as {e.plural.upper()}" for e in entities]
    return fill("api/samples.py", imports=block(sorted(imports)), samples=block(lines))


def _sample(spec: AppSpec, entity: Entity, sample: dict[str, JsonValue]) -> list[str]:
    values, links = [], []
    for field in entity.typed_fields:
        value = sample.get(field.name)
        if value is None or value in ("today", "now"):
            continue
        if field.reference is None:
            values.append(f'"{field.column}": {_literal(value)},')
        elif field.many:
            pairs = [f'("{field.reference}", {each})' for each in (value if isinstance(value, list) else [value])]
            links.append(f'"{field.column}": [{", ".join(pairs)}],')
        else:
            links.append(f'"{field.column}": ("{field.reference}", {value}),')
    del spec
    name = words_of(entity)["Name"]
    lines = ["Sample(", f"    {entity.plural.upper()},", f"    {name}Input,"]
    lines += ["    {", *(f"        {each}" for each in values), "    },"] if values else ["    {},"]
    lines += ["    {", *(f"        {each}" for each in links), "    },"] if links else []
    return [*lines, "),"]


def _literal(value: JsonValue) -> str:
    if isinstance(value, bool):
        return str(value)
    return number(value) if isinstance(value, int | float) else python_text(str(value))


SAMPLES = Feature("samples", anywhere(lambda entity: bool(entity.samples)), _app, _entity)
