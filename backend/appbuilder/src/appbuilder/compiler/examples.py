"""Values for tests: good ones, other ones and wrong ones, as Python expressions."""

from appbuilder.compiler.fill import number, python_text
from appbuilder.spec import Field
from appbuilder.spec.fields import NUMBER_TYPES

_RANGE_END = 1000


def example_value(field: Field) -> str:
    """A valid value; ``number`` is in scope and makes it differ from the one before where it can."""
    if field.type in {"text", "long_text"}:
        return _text(field)
    if field.type in NUMBER_TYPES:
        return _number(field)
    if field.type == "enum":
        return python_text(field.options[0].value)
    if field.type == "boolean":
        return "True"
    return {
        "date": 'f"20{10 + number % 80}-11-24"' if field.unique else '"2026-11-24"',
        "datetime": 'f"20{10 + number % 80}-11-24T10:30"' if field.unique else '"2026-11-24T10:30"',
        "email": 'f"name{number}@example.com"' if _room(field, 20) else 'f"{number}@b.co"',
        "url": 'f"https://example.com/{number}"' if _room(field, 26) else 'f"http://a.b/{number}"',
        "phone": 'f"+1 555 {number:04}"' if _room(field, 11) else 'f"{number:03}"',
    }[field.type]


def _room(field: Field, length: int) -> bool:
    return (field.length_limit or 0) >= length


def _text(field: Field) -> str:
    if _room(field, len(field.label) + 5) and field.label.isprintable():
        return f'f"{field.label} {{number}}"'
    return 'f"{number}"[-1:]' if not _room(field, 4) else 'f"{number}"'


def _number(field: Field) -> str:
    low, high = field.range
    start = low if low is not None else (high - _RANGE_END if high is not None else 1)
    whole = int(-(-start // 1))
    if not field.unique:
        return number(whole if high is None or whole <= high else start)
    span = _RANGE_END if high is None else max(1, int(high) - whole + 1)
    return f"{whole} + number % {span}"


def other_value(field: Field) -> tuple[str, str] | None:
    """Two different valid values to tell entries apart by, or None when equality is no filter of the field."""
    if field.unique:
        return None
    if field.type == "enum" and len(field.options) > 1:
        return python_text(field.options[0].value), python_text(field.options[-1].value)
    if field.type == "boolean":
        return "True", "False"
    if field.type == "rating":
        low, high = field.range
        return number(high or 0), number(low or 0)
    return None


def wrong_values(field: Field) -> list[tuple[str, str]]:
    """Values that must be refused, each with the message."""
    limit = field.length_limit
    found = []
    if field.type in {"text", "long_text"}:
        found.append((f'"x" * {(limit or 0) + 1}', f"Use at most {limit} characters."))
    found += _wrong_numbers(field)
    found += {
        "email": [('"nobody"', "Enter an e-mail address such as name@example.com.")] if _room(field, 6) else [],
        "url": [('"nowhere"', "Enter a web address that begins with https:// or http://.")] if _room(field, 7) else [],
        "phone": [('"none"', "Enter a phone number.")] if _room(field, 4) else [],
        "enum": [('"no_such_option"', "Choose one of the options.")],
        "date": [('"tomorrow"', "Enter a date.")],
        "datetime": [('"tomorrow"', "Enter a date and a time.")],
        "boolean": [('"perhaps"', "Choose yes or no.")],
    }.get(field.type, [])
    return found


def _wrong_numbers(field: Field) -> list[tuple[str, str]]:
    if field.type not in NUMBER_TYPES:
        return []
    low, high = field.range
    found = [
        ('"many"', "Enter a whole number." if field.type in {"integer", "rating", "duration"} else "Enter a number.")
    ]
    if low is not None:
        found.append((number(low - 1), f"Must be at least {number(low)}."))
    if high is not None:
        found.append((number(high + 1), f"Must be at most {number(high)}."))
    return found
