"""Where in a spec a finding belongs: pydantic's location, or the names that a rule's message quotes."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from appbuilder.spec.places import Path, things, value_at

# A quoted name; an apostrophe within a word is none.
NAMES = re.compile(r"(?<!\w)'([^']*)'(?!\w)|\"([^\"]*)\"")
_SAMPLE = re.compile(r"^sample (\d+) of '([^']*)'(?:: (?:'([^']*)':)?)?")
_NAMING = ("id", "name", "plural", "label", "title")


def place_of(document: object, location: tuple[str | int, ...], kind: str) -> Path:
    """The path of pydantic's location: without the names of the types it tried on the way."""
    path: Path = ()
    for number, part in enumerate(location):
        here = value_at(document, path)
        is_absent = kind in {"missing", "extra_forbidden"} and number == len(location) - 1
        if isinstance(part, int) or (isinstance(here, Mapping) and (part in here or is_absent)):
            path = (*path, part)
    return path


def locate(document: object, path: Path, message: str) -> Path:
    """The innermost place below the path that the message is about, by the words it puts in quotes.

    Rules that look at a whole spec know no place, but they begin with what they are about, and say what does not
    fit there: ``field 'owner' of 'ticket' points to 'e_ghost'``.
    """
    quoted = [one or other for one, other in NAMES.findall(message)]
    if not quoted:
        return path
    return _sample(document, message) or _thing(document, path, quoted)


def name_at(document: object, path: Path, message: str) -> Path:
    """The place of a name that is not allowed, below the thing that is called so."""
    quoted = NAMES.search(message)
    thing = value_at(document, path)
    named = thing if quoted and isinstance(thing, Mapping) else {}
    keys = [key for key in ("name", "plural") if quoted and named.get(key) == quoted[1]]
    return (*path, *keys[:1])


def _sample(document: object, message: str) -> Path | None:
    found = _SAMPLE.match(message)
    if found is None:
        return None
    entities = value_at(document, ("entities",)) or ()
    for number, entity in enumerate(entities):
        if isinstance(entity, Mapping) and entity.get("plural") == found[2]:
            path: Path = ("entities", number, "samples", int(found[1]) - 1)
            return (*path, found[3]) if found[3] in (value_at(document, path) or ()) else path
    return None


def _thing(document: object, path: Path, quoted: list[str]) -> Path:
    best, rank, used = path, (0, 0), set[str]()
    for place, thing in things(value_at(document, path)):
        names = _names(thing) & set(quoted)
        if not names:
            continue
        chain = set(names)
        for end in range(2, len(place)):
            outer = value_at(document, (*path, *place[:end]))
            chain |= _names(outer) & set(quoted) if isinstance(outer, Mapping) else set()
        # More names of the message are worth more, then what lies further outside, then the newer thing.
        mine = (len(chain), -len(place))
        if quoted[0] in chain and mine >= rank:
            best, rank, used = (*path, *place), mine, chain
    own = value_at(document, best)
    used |= _names(own) if isinstance(own, Mapping) else set()
    for name in quoted:
        if name not in used:
            found = next(_values(own, name), None)
            if found is not None:
                return (*best, *found)
    return best


def _names(thing: Mapping[str, Any]) -> set[str]:
    return {value for key in _NAMING if isinstance(value := thing.get(key), str)}


def _values(document: object, wanted: str, path: Path = ()) -> Iterator[Path]:
    """The places where a text stands as a value, not as a name."""
    if isinstance(document, Mapping):
        for key, value in document.items():
            if key not in _NAMING:
                yield from _values(value, wanted, (*path, str(key)))
    elif isinstance(document, list | tuple):
        for number, value in enumerate(document):
            yield from _values(value, wanted, (*path, number))
    elif document == wanted:
        yield path
