"""From a field's words to its type, by the lexicon of field names."""

from appbuilder.planner.inflect import singular
from appbuilder.planner.lexicon.fields import CURRENCIES, FIELD_NAMES
from appbuilder.spec import FieldType

_LONGEST = max(len(name.split()) for name in FIELD_NAMES)
_YES_NO_STARTS = ("is ", "has ", "was ", "needs ", "can ", "allows ")
_DATE_STARTS = ("date ", "day of ")
_UNITS: dict[str, FieldType] = {
    "minutes": "duration",
    "days": "integer",
    "weeks": "integer",
    "months": "integer",
    "stars": "rating",
}
_WEIGHED = frozenset(
    ["grams", "gram", "kg", "kilograms", "ml", "litres", "liters", "milligrams", "mg", "tonnes", "tons", "metres", "km"]
)


def field_type(words: str, qualifier: str = "") -> FieldType:
    """Return the type of a field by its name and what stands behind it; text when nothing is known."""
    if (
        "yes/no" in qualifier
        or "yes or no" in qualifier
        or " or not" in qualifier
        or words.startswith(_YES_NO_STARTS)
        or words.endswith((" or not", " flag"))
    ):
        return "boolean"
    if " per " in words and words not in FIELD_NAMES:
        words = words.split(" per ", maxsplit=1)[0]
    if any(f"in {currency}" in qualifier for currency in CURRENCIES):
        return "money"
    if qualifier.startswith("in ") and qualifier.split()[1] in _WEIGHED:
        return "decimal"
    if words.startswith(_DATE_STARTS) and words not in FIELD_NAMES:
        return "date"
    known = _by_ending(words)
    if known in {"text", None} or known == "rating":
        return _by_start(words, qualifier) or known or "text"
    return known


def _by_ending(words: str) -> FieldType | None:
    parts = words.split()
    for size in range(min(len(parts), _LONGEST), 0, -1):
        ending = " ".join(parts[-size:])
        if ending in FIELD_NAMES or singular(ending) in FIELD_NAMES:
            found = FIELD_NAMES.get(ending) or FIELD_NAMES[singular(ending)]
            return None if found == "boolean" and size < len(parts) and size == 1 and ending == "read" else found
    return None


def _by_start(words: str, qualifier: str) -> FieldType | None:
    if words.startswith(("number of ", "amount of ", "count of ")):
        return "integer"
    if "star" in qualifier or "out of 5" in qualifier or "out of 10" in qualifier:
        return "rating"
    unit = next((kind for unit, kind in _UNITS.items() if f"in {unit}" in f"{words} {qualifier}"), None)
    if unit is not None:
        return unit
    return None


def is_known(words: str) -> bool:
    """Tell whether the lexicon knows a field of this name."""
    return _by_ending(words) is not None


def currency_of(words: str) -> str | None:
    """Return the currency that the words name, as a code of three letters, or None."""
    for name, code in CURRENCIES.items():
        if name in words.split() or (len(name) == 1 and name in words):
            return code
    return None
