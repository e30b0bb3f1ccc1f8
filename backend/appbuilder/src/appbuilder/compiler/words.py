"""The forms of an entity's name that the generated files use."""

from typing import TypedDict

from appbuilder.spec.entities import Entity
from appbuilder.spec.names import camel_case, pascal_case


class Words(TypedDict):
    """``order_item`` as order_item, order_items, OrderItem, orderItems, order-items, "order item" and so on."""

    name: str
    plural: str
    Name: str
    camel_plural: str
    slug: str
    words: str
    a_words: str
    A_words: str
    plural_words: str
    Label: str
    Plural: str
    entity_id: str


def words_of(entity: Entity) -> Words:
    """All forms for one entity."""
    words = entity.label.lower()
    article = "an" if words[0] in "aeio" else "a"
    return Words(
        name=entity.name,
        plural=entity.plural,
        Name=pascal_case(entity.name),
        camel_plural=camel_case(entity.plural),
        slug=entity.slug,
        words=words,
        a_words=f"{article} {words}",
        A_words=f"{article.capitalize()} {words}",
        plural_words=entity.plural_label.lower(),
        Label=entity.label,
        Plural=entity.plural_label,
        entity_id=entity.id,
    )


def name_column(entity: Entity) -> str:
    """The column that names an entry for others that point to it."""
    return entity.name_field.column if entity.name_field else "id"


def total_key(entity: Entity, index: int) -> str:
    """The name of a total in JSON: ``count``, ``sum_amount``, ``count_by_status``."""
    total = entity.totals[index]
    parts: list[str] = [total.kind]
    if total.field:
        parts.append(entity.field(total.field).name)
    if total.by:
        parts += ["by", entity.field(total.by).name]
    return "_".join(parts)
