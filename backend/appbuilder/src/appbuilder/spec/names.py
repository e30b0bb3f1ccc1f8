"""Names and stable ids: what a name may look like, and how an id is derived from it once."""

import keyword
import re
from collections.abc import Collection

NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
NAME_LENGTH = 40

# Generated on every table, or query parameters of every list.
BUILT_IN = frozenset({"id", "created_at", "updated_at", "q", "sort", "limit", "offset"})
# Attributes of pydantic models, and the names that annotations in the app's models use.
_TAKEN = frozenset(
    """
    copy construct dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs validate
    filters int str bool float list dt
    """.split()  # noqa: SIM905 - a list of words stays readable
)
# Folders, routes, tables and types of the generated app; entities may not be called so.
_TAKEN_BY_APP = frozenset(
    """
    app app_names api assets core count entities extras given health insights lib main new openapi partial
    promise reconcile shared src store summary tests ui uploads wiring writing
    """.split()  # noqa: SIM905 - a list of words stays readable
)


class NameNotAllowed(ValueError):
    """The name cannot be used in code; the message says why and offers another one."""


def snake_case(words: str, *, fallback: str = "item") -> str:
    """Turns words of a person into a name: ``"E-mail (work)"`` becomes ``e_mail_work``."""
    name = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")
    name = re.sub(r"^[0-9_]+", "", name)[:NAME_LENGTH].strip("_")
    return name or fallback


def kebab_case(name: str) -> str:
    """The form a name has in an address: ``order_items`` becomes ``order-items``."""
    return name.replace("_", "-")


def pascal_case(name: str) -> str:
    """The form a name has as a class or component: ``order_item`` becomes ``OrderItem``."""
    return "".join(part.capitalize() for part in name.split("_"))


def camel_case(name: str) -> str:
    """The form a name has as a variable of the web client: ``order_item`` becomes ``orderItem``."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def label_of(name: str) -> str:
    """The form a name has for people: ``due_date`` becomes ``Due date``."""
    return name.replace("_", " ").capitalize()


def is_free_field_name(name: str) -> bool:
    """Whether a field may be called so (grammar, length, not a word the generated code needs)."""
    return (
        NAME.fullmatch(name) is not None
        and len(name) <= NAME_LENGTH
        and name not in BUILT_IN
        and name not in _TAKEN
        and not keyword.iskeyword(name)
        and not name.startswith(("model_", "sqlite"))
    )


def is_free_entity_name(name: str) -> bool:
    """Whether an entity, or its plural, may be called so."""
    return is_free_field_name(name) and name not in _TAKEN_BY_APP and not name.startswith("app_")


def safe_field_name(words: str) -> str:
    """The nearest name a field may have; ``"class"`` becomes ``class_value``."""
    name = re.sub(r"^(?:model_|sqlite_?)+", "", snake_case(words, fallback="value")) or "value"
    return name if is_free_field_name(name) else f"{name[: NAME_LENGTH - 6].strip('_')}_value"


def safe_entity_name(words: str) -> str:
    """The nearest name an entity may have; ``"object"`` becomes ``object_entry``."""
    name = re.sub(r"^(?:app_|model_|sqlite_?)+", "", snake_case(words, fallback="item")) or "item"
    return name if is_free_entity_name(name) else f"{name[: NAME_LENGTH - 6].strip('_')}_entry"


def new_id(prefix: str, name: str, taken: Collection[str]) -> str:
    """A stable id derived from a name: ``f_rating``, or ``f_rating_2`` when another part holds that id."""
    identifier, number = f"{prefix}_{name}", 2
    while identifier in taken:
        identifier, number = f"{prefix}_{name}_{number}", number + 1
    return identifier


def require_name(name: str, *, what: str, is_entity: bool = False) -> str:
    """Returns the name, or raises NameNotAllowed with the nearest name that is allowed."""
    free = is_free_entity_name(name) if is_entity else is_free_field_name(name)
    if free:
        return name
    offer = safe_entity_name(name) if is_entity else safe_field_name(name)
    raise NameNotAllowed(
        f"The {what} name {name!r} cannot be used: names are lower-case words joined by underscores, at most "
        f"{NAME_LENGTH} characters, and not a word the app's code needs. Use {offer!r} instead."
    )
