"""Links to many entries in the generated API."""

from appbuilder.compiler.access import link_readers
from appbuilder.compiler.fill import block
from appbuilder.compiler.words import name_column
from appbuilder.spec import AppSpec, Entity, Field


def constant(field: Field) -> str:
    """The name of the link in ``table.py``."""
    return f"LINKED_{field.name.upper()}"


def many_links(spec: AppSpec, entity: Entity) -> str:
    """The links of an entity, as they stand above its table."""
    lines = []
    for field in entity.manies:
        parent = spec.entity(field.reference or "")
        lines += [
            f"{constant(field)} = Many(",
            f'    "{entity.id}__{field.id}",',
            f'    "app_{entity.plural}_{field.name}",',
            f'    "{field.name}",',
            f'    Link("{parent.plural}", "{name_column(parent)}"{link_readers(spec, parent)}),',
            ")",
        ]
    return block(lines)
