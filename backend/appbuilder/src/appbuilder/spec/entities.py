"""Entities: what an app keeps, what people may do with it, and what it sums up."""

from collections.abc import Iterable
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, JsonValue, model_validator
from pydantic import Field as Setting

from appbuilder.spec.access import Permissions
from appbuilder.spec.behaviours import Behaviours, Transition
from appbuilder.spec.fields import GROUP_TYPES, NUMBER_TYPES, TEXT_TYPES, Field, Identifier, Label
from appbuilder.spec.names import BUILT_IN, kebab_case, label_of, require_name
from appbuilder.spec.rules import Rule, fields_of_rule

FIELDS_LIMIT = 40
# What cannot stand for an entry in links and headings.
UNREADABLE = frozenset({"boolean", "reference", "person", "image", "file", "computed"})
Direction = Literal["ascending", "descending"]


class Sort(BaseModel):
    """The order a list has when nobody chose another; ``field`` is a field's id or ``created_at``/``updated_at``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    field: str = "created_at"
    direction: Direction = "descending"


class Total(BaseModel):
    """A number about all entries: how many, a sum or an average, for all or for each value of a field."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["count", "sum", "average"]
    field: Identifier | None = None
    by: Identifier | None = None
    label: Label

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if (self.kind == "count") != (self.field is None):
            raise ValueError(f"Total {self.label!r}: a count counts entries, a sum or average names a number field.")
        return self


class Entity(BaseModel):
    """One kind of entry. ``id`` never changes; ``name`` and ``plural`` are snake_case and may.

    ``title_field`` names the field that stands for an entry in links and headings, ``status_field``
    the enum that says where an entry stands; both are field ids. ``workflow`` lists the changes of status that
    are allowed; without it every change is. ``permissions`` are for apps with accounts; None means the usual ones.
    ``samples`` are entries that a new app begins with: values by field name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    name: str
    plural: str
    previous_names: tuple[str, ...] = ()
    fields: tuple[Field, ...] = Setting(min_length=1, max_length=FIELDS_LIMIT)
    title_field: Identifier
    status_field: Identifier | None = None
    behaviours: Behaviours = Behaviours()
    default_sort: Sort = Sort()
    totals: tuple[Total, ...] = Setting(default=(), max_length=12)
    permissions: Permissions | None = None
    workflow: tuple[Transition, ...] = Setting(default=(), max_length=60)
    rules: tuple[Rule, ...] = Setting(default=(), max_length=20)
    samples: tuple[dict[str, JsonValue], ...] = Setting(default=(), max_length=12)

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        require_name(self.name, what="entity", is_entity=True)
        require_name(self.plural, what="entity's plural", is_entity=True)
        for check in (_check_names, _check_parts, _check_sort, _check_totals, _check_workflow, _check_rules):
            problem = check(self)
            if problem:
                raise ValueError(f"Entity {self.name!r}: {problem}")
        return self

    @property
    def label(self) -> str:
        """The singular for people: ``Order item``."""
        return label_of(self.name)

    @property
    def plural_label(self) -> str:
        """The plural for people: ``Order items``."""
        return label_of(self.plural)

    @property
    def slug(self) -> str:
        """The plural in addresses: ``order-items``."""
        return kebab_case(self.plural)

    @property
    def is_searchable(self) -> bool:
        """Whether any field takes part in the search."""
        return any(field.searchable for field in self.fields)

    @property
    def typed_fields(self) -> tuple[Field, ...]:
        """The fields that people fill in: all but the computed ones."""
        return tuple(field for field in self.fields if field.type != "computed")

    @property
    def references(self) -> tuple[Field, ...]:
        """The fields that point to other entities."""
        return tuple(field for field in self.fields if field.type == "reference")

    @property
    def links(self) -> tuple[Field, ...]:
        """The references to one entry each."""
        return tuple(field for field in self.references if not field.many)

    @property
    def manies(self) -> tuple[Field, ...]:
        """The references to many entries."""
        return tuple(field for field in self.references if field.many)

    @property
    def name_field(self) -> Field | None:
        """The title field where it holds words; without one, entries are told apart by their number."""
        title = self.field(self.title_field)
        return title if title.type in TEXT_TYPES else None

    def field(self, field_id: str) -> Field:
        """The field with the id; raises KeyError."""
        for field in self.fields:
            if field.id == field_id:
                return field
        raise KeyError(f"Entity {self.name!r} has no field with the id {field_id!r}.")

    def find_field(self, name: str) -> Field | None:
        """The field with the name or (case does not matter) the label, or None."""
        wanted = name.strip().casefold()
        return next((field for field in self.fields if wanted in (field.name, field.label.casefold())), None)


def _first_repeated(values: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return None


def _check_names(entity: Entity) -> str | None:
    if entity.plural == "account":
        return "the app keeps what belongs to people's accounts there; use accounts."
    if entity.name == entity.plural:
        return f"its plural must differ from its name, for instance {entity.name}_list."
    repeated = _first_repeated(field.id for field in entity.fields)
    if repeated:
        return f"two fields have the id {repeated!r}."
    # A reference takes two keys in JSON: customer (the linked entry) and customer_id; a range two in addresses.
    keys = [key for field in entity.fields for key in {field.name, field.column, *field.range_filters}]
    # With accounts each entry says who added it, and what whoever asks may do with it.
    keys += ["created_by", "created_by_id", "mine", "may_update", "may_delete"]
    keys += entity.behaviours.keys
    repeated = _first_repeated(sorted(keys))
    return f"two fields are called {repeated!r}; give one of them another name." if repeated else None


def _check_parts(entity: Entity) -> str | None:
    ids = {field.id: field for field in entity.fields}
    title = ids.get(entity.title_field)
    if title is None:
        return f"its title field {entity.title_field!r} is none of its fields."
    if title.type in UNREADABLE:
        return f"its title field {title.name!r} is a {title.type}; choose one that people can read, such as text."
    if entity.status_field is not None:
        status = ids.get(entity.status_field)
        if status is None or status.type != "enum":
            return f"its status field {entity.status_field!r} must be one of its enum fields."
    if not entity.behaviours.read:
        return "people must be able to see the entries; set read to true."
    return None


def _check_sort(entity: Entity) -> str | None:
    key = entity.default_sort.field
    if key in BUILT_IN:
        return None if key in {"created_at", "updated_at"} else f"a list cannot be sorted by {key!r}."
    if key not in {field.id for field in entity.fields if field.sortable}:
        return f"it is sorted by {key!r}, which is none of its sortable fields."
    return None


def _check_workflow(entity: Entity) -> str | None:
    if not entity.workflow:
        return None
    if entity.status_field is None:
        return "a workflow needs a status field."
    values = {option.value for option in entity.field(entity.status_field).options}
    for move in entity.workflow:
        for value in (move.source, move.target):
            if value not in values:
                return f"the workflow names the status {value!r}, which is none of its options."
    repeated = _first_repeated(f"{move.source} to {move.target}" for move in entity.workflow)
    return f"the workflow has {repeated!r} twice." if repeated else None


def _check_rules(entity: Entity) -> str | None:
    repeated = _first_repeated(rule.id for rule in entity.rules)
    if repeated:
        return f"two rules have the id {repeated!r}."
    ids = {field.id for field in entity.fields}
    for rule in entity.rules:
        missing = sorted(fields_of_rule(rule) - ids)
        if missing:
            return f"the rule {rule.id!r} names {missing[0]!r}, which is none of its fields."
    return None


def _check_totals(entity: Entity) -> str | None:
    ids = {field.id: field for field in entity.fields}
    for total in entity.totals:
        if total.field is not None and (
            total.field not in ids or ids[total.field].type not in NUMBER_TYPES | {"computed"}
        ):
            return f"the total {total.label!r} needs one of its number fields, not {total.field!r}."
        if total.by is not None and (
            total.by not in ids or ids[total.by].type not in GROUP_TYPES or ids[total.by].many
        ):
            return f"the total {total.label!r} can be split by an enum, boolean, rating or reference, not {total.by!r}."
    repeated = _first_repeated(f"{total.kind} {total.field} {total.by}" for total in entity.totals)
    return f"the total {repeated!r} is there twice." if repeated else None


def make_entity(name: str, plural: str, *fields: Field, **settings: Any) -> Entity:  # noqa: ANN401
    """An entity with the settings it usually has; ``settings`` are those of Entity and win.

    The title is the first required text, else the first text, else the first field that can be one.
    """
    return Entity.model_validate(
        {
            "id": f"e_{name}",
            "name": name,
            "plural": plural,
            "fields": fields,
            "title_field": usual_title(fields),
            **settings,
        }
    )


def usual_title(fields: Iterable[Field]) -> str:
    """The id of the field that names an entry best; empty when there is none."""
    able = [field for field in fields if field.type not in UNREADABLE]
    ranked = sorted(able, key=lambda field: (field.type not in {"text", "email"}, not field.required))
    return ranked[0].id if ranked else ""
