"""What is wrong with a spec, in sentences for people: where it is, what is wrong, what to do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from appbuilder.spec.locating import NAMES, locate, name_at, place_of
from appbuilder.spec.names import NameNotAllowed
from appbuilder.spec.places import Path, describe, pointer_of, titles, value_at, words

_SHOWN = 40
_HEAD = re.compile(r"(?:The app|[A-Z][a-z]+)(?: (?:'[^']*'|\"[^\"]*\"))?(?: \([a-z_]+\))?: ")
# Words of code in the messages of the spec's own rules, and what people call them.
_JARGON = (
    (re.compile(r"\ban enum\b"), "a choice"),
    (re.compile(r"\benum\b"), "choice"),
    (re.compile(r"\bboolean\b"), "yes or no"),
    (re.compile(r"\bread to true\b"), "“read” to yes"),
)
_KINDS = {
    "bool": "yes or no (true or false)",
    "int": "a whole number",
    "float": "a number",
    "string": "text",
    "tuple": "a list [ ]",
    "list": "a list [ ]",
    "dict": "an object { }",
    "model": "an object { }",
}
_CODES = {
    "missing": "required",
    "extra_forbidden": "unknown_field",
    "string_too_short": "too_short",
    "too_short": "too_short",
    "string_too_long": "too_long",
    "too_long": "too_long",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
    "literal_error": "not_allowed",
    "union_tag_invalid": "not_allowed",
    "union_tag_not_found": "required",
}
# How a sentence about a place goes on, by pydantic's type of the finding.
_SENTENCES = {
    "missing": "is missing; add it.",
    "literal_error": "cannot be {value}; choose {expected}.",
    "union_tag_invalid": "is of the kind “{tag}”, which does not exist; choose one of {expected_tags}.",
    "union_tag_not_found": "does not say what it is; add its {discriminator}.",
    "string_too_short": "is empty; write something.",
    "string_too_long": "is longer than {max_length} characters; shorten it.",
    "too_short": "has too few {parts}; it needs at least {min_length}.",
    "too_long": "has too many {parts}; at most {max_length} are possible.",
    "greater_than_equal": "is {value}; the least is {ge}.",
    "less_than_equal": "is {value}; the most is {le}.",
    "finite_number": "must be a number that ends.",
}


@dataclass(frozen=True, slots=True)
class SpecProblem:
    """One thing that is wrong: a JSON pointer into the spec, a code for programs, a sentence for people."""

    pointer: str
    code: str
    message: str


def explain(error: ValidationError, document: object) -> tuple[SpecProblem, ...]:
    """The findings about a spec that was to be read from this JSON; at least one, each place and sentence once."""
    kinds: dict[Path, list[str]] = {}
    found: dict[tuple[Path, str], SpecProblem] = {}
    for finding in error.errors(include_url=False):
        path = place_of(document, finding["loc"], finding["type"])
        kind = _kind(finding["type"])
        if finding["type"] == "too_short" and len(value_at(document, path)) >= finding["ctx"]["min_length"]:
            continue  # pydantic counts only the parts that are right; those that are not are told themselves
        if kind is not None:
            # A value of several possible types is one problem, not one for each type.
            kinds.setdefault(path, []).append(kind)
            text = f"must be {_either(kinds[path])}, not {_shown(value_at(document, path))}."
            found[path, "kind"] = SpecProblem(pointer_of(path), "wrong_type", _sentence(document, path, text))
        elif finding["type"] == "value_error":
            path, text = _from_rule(document, path, finding["ctx"]["error"])
            found[path, text] = SpecProblem(pointer_of(path), "bad_format", text)
        else:
            about = path[:-1] if finding["type"] in {"too_short", "too_long"} else path
            text = _sentence(document, about, _predicate(finding, document, path))
            found[path, text] = SpecProblem(pointer_of(path), _CODES.get(finding["type"], "bad_format"), text)
    return tuple(found.values())


def _sentence(document: object, path: Path, predicate: str) -> str:
    place = describe(document, path)
    return f"{place[:1].upper()}{place[1:]} {predicate}"


def _either(kinds: list[str]) -> str:
    """Kinds as a choice; who may write any number need not hear of whole ones."""
    shown = [kind for kind in dict.fromkeys(kinds) if kind != _KINDS["int"] or _KINDS["float"] not in kinds]
    return " or ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _kind(type_: str) -> str | None:
    name, _, rest = type_.partition("_")
    is_kind = rest in {"type", "parsing", "from_float", "attributes_type"}
    return _KINDS.get(name) if is_kind else None


def _predicate(finding: Mapping[str, Any], document: object, path: Path) -> str:
    """What is wrong at the place, and what to do, in the second half of a sentence."""
    context = {key: str(part).replace("'", "") for key, part in finding.get("ctx", {}).items()}
    value = value_at(document, path)
    if finding["type"] == "extra_forbidden":
        return _unknown(document, path)
    if finding["type"] == "string_pattern_mismatch":
        return _pattern(finding["ctx"]["pattern"], str(value))
    sentence = _SENTENCES.get(finding["type"], "does not fit: {value} cannot stand here; put in another value.")
    return sentence.format_map({**context, "value": _shown(value), "parts": _parts(path)})


def _unknown(document: object, path: Path) -> str:
    known = [key for key in value_at(document, path[:-1]) or () if key != path[-1]]
    near = get_close_matches(str(path[-1]), known, n=1)
    return f"does not exist in the spec; remove it{f' (there is “{near[0]}” already)' if near else ''}."


def _parts(path: Path) -> str:
    """What the list at the end of the path holds: ``fields``."""
    return words(next((part for part in reversed(path) if isinstance(part, str)), "entries"))


# Patterns of the spec in words; a pattern that lists what is forbidden names the characters found.
_FORMS = {
    r"^[a-z]_[a-z0-9_]+$": "must be an id: a letter, an underscore and lower-case words, such as f_due_date",
    r"^[A-Z]{3}$": "must be a currency code of three capital letters, such as EUR",
    r"^[A-Z][A-Z0-9_]{2,59}$": "must be the name of a variable in capital letters, such as ORDERS_WEBHOOK_URL",
}


def _pattern(pattern: str, value: str) -> str:
    if pattern in _FORMS:
        return f"{_FORMS[pattern]}."
    if pattern.startswith("^[^"):
        wrong = [character for character in dict.fromkeys(value) if not re.search(pattern, character)]
        shown = " ".join(character if character.isprintable() else "(a control character)" for character in wrong)
        return f"holds what is not allowed here: {shown}. Leave it out."
    if "anyone" in pattern:
        return f"cannot be {_shown(value)}; choose anyone, signed_in, owner or the id of a role (r_…)."
    if "owner" in pattern or "created_at" in pattern:
        return f"cannot be {_shown(value)}; name a field by its id (f_…), or one of the words this setting allows."
    return f"cannot be {_shown(value)}; use lower-case letters and digits, and join words by {_joint(pattern)}."


def _joint(pattern: str) -> str:
    return "hyphens" if "-[" in pattern else "underscores"


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, Mapping):
        return "an object"
    text = str(value)
    text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return f"“{text}”" if isinstance(value, str) else text


def _from_rule(document: object, path: Path, error: ValueError) -> tuple[Path, str]:
    """A finding of the spec's own rules: its sentence, in the words that people see, and the place it is about."""
    text = _HEAD.sub("", str(error), count=1)
    if isinstance(error, NameNotAllowed):
        at, called = name_at(document, path, text), dict[str, str]()
    else:
        at, called = locate(document, path, text), titles(document) | titles(value_at(document, path))
    text = NAMES.sub(lambda match: f"“{called.get(match[1] or match[2], match[1] or match[2])}”", text)
    for pattern, plain in _JARGON:
        text = pattern.sub(plain, text)
    text = f"{describe(document, path)}: {text[:1].lower()}{text[1:]}" if path else text
    return at, text[:1].upper() + text[1:]
