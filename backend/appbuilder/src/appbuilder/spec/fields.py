"""Fields of an entity: their type, their rules, and which of them may be combined."""

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic import Field as Setting

from appbuilder.spec.expressions import LENGTH_LIMIT, ExpressionWrong, parse
from appbuilder.spec.names import label_of, require_name

FieldType = Literal[
    "text",
    "long_text",
    "integer",
    "decimal",
    "money",
    "boolean",
    "date",
    "datetime",
    "duration",
    "email",
    "url",
    "phone",
    "enum",
    "reference",
    "person",
    "rating",
    "image",
    "file",
    "computed",
]
TEXT_TYPES = frozenset({"text", "long_text", "email", "url", "phone"})
NUMBER_TYPES = frozenset({"integer", "decimal", "money", "rating", "duration"})
DATE_TYPES = frozenset({"date", "datetime"})
GROUP_TYPES = frozenset({"enum", "boolean", "reference", "person", "rating"})
UPLOAD_TYPES = frozenset({"image", "file"})
# What the app works out or keeps elsewhere; people never type it as text.
UNTYPED = frozenset({"computed", *UPLOAD_TYPES})
DEFAULT_MAX_LENGTH = {"text": 200, "long_text": 5000, "email": 254, "url": 2000, "phone": 40}
RATING_RANGE = (1, 5)
RATING_LIMIT = 10
UNIQUE_VALUES = 10
# Whole numbers up to here are exact in JSON, JavaScript and SQLite alike.
NUMBER_LIMIT = 9_007_199_254_740_991
MONEY_LIMIT = 1_000_000_000_000

Number = Annotated[int | float, Setting(ge=-NUMBER_LIMIT, le=NUMBER_LIMIT, allow_inf_nan=False)]
Label = Annotated[str, Setting(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f{}<>\\\"`$]+$")]
Identifier = Annotated[str, Setting(pattern=r"^[a-z]_[a-z0-9_]+$", max_length=60)]


class Option(BaseModel):
    """One choice of an enum. A plain string is accepted: ``"In progress"`` has the value ``in_progress``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: Annotated[str, Setting(pattern=r"^[a-z0-9]+(?:_[a-z0-9]+)*$", max_length=40)]
    label: Label

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, data: Any) -> Any:  # noqa: ANN401 - whatever JSON held
        if isinstance(data, str):
            words = " ".join(data.split())
            value = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")[:40].strip("_")
            return {"value": value, "label": words[:1].upper() + words[1:]}
        return data


def _unframed(value: Any) -> Any:  # noqa: ANN401 - whatever JSON held
    return tuple(value) if isinstance(value, list) else value


class Field(BaseModel):
    """One field. ``id`` never changes; ``name`` is the column, the JSON key and (with ``_id``) the reference.

    ``default`` is a value of the field's type; a date may say ``"today"``, a datetime ``"now"``,
    an enum names an option's value. ``reference`` is the id of the entity that this one belongs to, or
    with ``many`` of the entities it is linked with. A ``person`` is an account of the app. A ``duration`` is a
    whole number of minutes. ``computed`` shows what its ``expression`` gives (see expressions.py).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    name: str
    label: Label
    type: FieldType
    previous_names: tuple[str, ...] = ()
    required: bool = False
    unique: bool = False
    default: bool | int | float | str | None = None
    min: Number | None = None
    max: Number | None = None
    max_length: Annotated[int, Setting(ge=1, le=20_000)] | None = None
    options: Annotated[tuple[Option, ...], BeforeValidator(_unframed)] = ()
    reference: Identifier | None = None
    many: bool = False
    expression: Annotated[str, Setting(min_length=1, max_length=LENGTH_LIMIT)] | None = None
    currency: Annotated[str, Setting(pattern=r"^[A-Z]{3}$")] | None = None
    searchable: bool = False
    filterable: bool = False
    sortable: bool = False

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        require_name(self.name, what="field")
        for check in (_check_type_parts, _check_links, _check_expression, _check_range, _check_unique, _check_default):
            problem = check(self)
            if problem:
                raise ValueError(f"Field {self.name!r} ({self.type}): {problem}")
        return self

    @property
    def column(self) -> str:
        """The name in the database and in JSON; a reference holds the other entry's id."""
        if self.type not in {"reference", "person"}:
            return self.name
        return f"{self.name}_ids" if self.many else f"{self.name}_id"

    @property
    def range_filters(self) -> tuple[str, ...]:
        """The parameters by which a list is narrowed to a range of the field: ``price_min``, ``price_max``."""
        has_range = self.filterable and self.type in (NUMBER_TYPES | DATE_TYPES) - {"rating"}
        return (f"{self.name}_min", f"{self.name}_max") if has_range else ()

    @property
    def length_limit(self) -> int | None:
        """Characters the field may hold at most; None where length means nothing."""
        return self.max_length or DEFAULT_MAX_LENGTH.get(self.type)

    @property
    def range(self) -> tuple[int | float | None, int | float | None]:
        """Lowest and highest number; a rating always has both."""
        if self.type == "rating":
            low, high = RATING_RANGE
            return (low if self.min is None else self.min, high if self.max is None else self.max)
        return (self.min, self.max)


def _check_type_parts(field: Field) -> str | None:
    if (field.type == "enum") != bool(field.options):
        return "an enum needs options, and only an enum has them."
    if len({option.value for option in field.options}) < len(field.options):
        return "two options have the same value; each option needs a name of its own."
    if field.max_length is not None and field.type not in TEXT_TYPES:
        return "only text has a greatest length."
    if field.searchable and field.type not in TEXT_TYPES:
        return "search looks into text; use filterable for this type."
    if field.currency is not None and field.type != "money":
        return "only money has a currency."
    return None


def _check_links(field: Field) -> str | None:
    if (field.type == "reference") != (field.reference is not None):
        return "a reference names the entity it points to, and only a reference does."
    if field.many and field.type != "reference":
        return "only a reference can hold many."
    if field.type in UNTYPED and (field.filterable or (field.sortable and field.type != "computed")):
        return "lists cannot be filtered or sorted by it."
    return "what points to many cannot sort a list." if field.many and field.sortable else None


def _check_expression(field: Field) -> str | None:
    if (field.type == "computed") != (field.expression is not None):
        return "a computed field has an expression, and only a computed field does."
    if field.expression is None:
        return None
    if field.required or field.unique or field.default is not None:
        return "it is worked out, so it cannot be required, unique or have a default."
    try:
        parse(field.expression)
    except ExpressionWrong as error:
        return f"its expression {field.expression!r} cannot be read: {error}"
    return None


def _check_range(field: Field) -> str | None:
    low, high = field.range
    if (field.min, field.max) != (None, None) and field.type not in NUMBER_TYPES:
        return "only numbers have a lowest and a highest value."
    if field.type in {"integer", "rating", "duration"} and not all(
        value is None or value == int(value) for value in (low, high)
    ):
        return "its lowest and highest value must be whole numbers."
    if low is not None and high is not None and low >= high:
        return f"its lowest value {low} must be smaller than its highest {high}."
    if field.type == "rating" and not (low in (0, 1) and high is not None and high <= RATING_LIMIT):
        return f"a rating goes from 0 or 1 up to at most {RATING_LIMIT}."
    if field.type == "money" and any(abs(value) > MONEY_LIMIT for value in (low, high) if value is not None):
        return f"amounts of money stay below {MONEY_LIMIT}."
    return None


def _check_unique(field: Field) -> str | None:
    if field.unique and (field.many or field.type in {"boolean", "enum", "rating", "long_text", "duration", *UNTYPED}):
        return "so few or so long values cannot be unique; make another field unique."
    low, high = field.range
    if field.unique and low is not None and high is not None and high - low < UNIQUE_VALUES:
        return f"there are fewer than {UNIQUE_VALUES} values from {low} to {high}, too few to be unique."
    if field.unique and field.default is not None:
        return "a unique field cannot have a default, it would be taken after the first entry."
    return None


def _check_default(field: Field) -> str | None:
    if field.default is None:
        return None
    if field.type in {"email", "url", "phone"}:
        return "this type has no default."
    problem = value_problem(field, field.default)
    return problem and f"the default {field.default!r} does not fit: {problem}"


def value_problem(field: Field, value: bool | float | str) -> str | None:  # noqa: PLR0911 - a list of rules
    """What keeps the value from being one of the field's, or None."""
    if field.type == "boolean":
        return None if isinstance(value, bool) else "use true or false."
    if field.type in NUMBER_TYPES:
        return _number_problem(field, value)
    if not isinstance(value, str):
        return "use text."
    if field.type == "enum":
        return None if value in {option.value for option in field.options} else "name the value of one of its options."
    if field.type in DATE_TYPES:
        return _date_problem(field.type, value)
    if field.type in {"text", "long_text"}:
        fits = 0 < len(value.strip()) == len(value) <= (field.length_limit or 0) and value.isprintable()
        return None if fits else "it is empty, too long or holds control characters."
    if field.type in TEXT_TYPES:
        return None if value.strip() and len(value) <= (field.length_limit or 0) else "it is empty or too long."
    return "this type has no default."


def _number_problem(field: Field, value: bool | float | str) -> str | None:
    low, high = field.range
    if isinstance(value, bool | str):
        return "use a number."
    if field.type in {"integer", "rating", "duration"} and value != int(value):
        return "use a whole number."
    if field.type == "money" and round(value * 100) != value * 100:
        return "use at most two decimal places."
    if (low is not None and value < low) or (high is not None and value > high):
        return "it lies outside the lowest and highest value."
    return None


def _date_problem(kind: str, value: str) -> str | None:
    if value == {"date": "today", "datetime": "now"}[kind]:
        return None
    try:
        date.fromisoformat(value) if kind == "date" else datetime.fromisoformat(value)
    except ValueError:
        return "use 'today' or 2026-11-24." if kind == "date" else "use 'now' or 2026-11-24T10:00."
    return None


def make_field(name: str, type: FieldType, *, label: str | None = None, **settings: Any) -> Field:  # noqa: A002, ANN401
    """A field with the settings its type usually has; ``settings`` are those of Field and win.

    The id is derived from the name; AppSpec edits (``add_field``) choose another one if it is taken.
    """
    usual: dict[str, Any] = {
        "id": f"f_{name}",
        "label": label or label_of(name),
        "searchable": type in {"text", "long_text", "email"},
        "filterable": type in GROUP_TYPES,
        "sortable": type not in {"long_text", "url", "reference", "person", *UPLOAD_TYPES},
    }
    if type == "rating":
        usual |= {"min": RATING_RANGE[0], "max": RATING_RANGE[1]}
    if type == "duration":
        usual |= {"min": 0}
    if type == "money":
        usual |= {"currency": "USD", "min": 0}
    return Field.model_validate({"name": name, "type": type, **usual, **settings})
