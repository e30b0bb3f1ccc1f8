"""Places of a spec in words: a path through its JSON, and how people call what stands there."""

from collections.abc import Iterator, Mapping
from typing import Any

Path = tuple[str | int, ...]
NAMING = ("label", "title", "name")
# The nouns of lists whose plural is not formed by an s.
_NOUNS = {"entities": "entity", "workflow": "move"}


def pointer_of(path: Path) -> str:
    """The path as a JSON pointer (RFC 6901); the whole document is the empty one."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def value_at(document: object, path: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What stands at the path; None when nothing does."""
    for part in path:
        if isinstance(part, str) and isinstance(document, Mapping):
            document = document.get(part)
        elif isinstance(part, int) and isinstance(document, list | tuple) and 0 <= part < len(document):
            document = document[part]
        else:
            return None
    return document


def words(name: str) -> str:
    """A name of code as people write it in a sentence: ``max_length`` becomes ``max length``."""
    return name.replace("_", " ")


def title_of(thing: object) -> str | None:
    """What people call a thing: its label or title, else its name, its two ends or its id in words."""
    if not isinstance(thing, Mapping):
        return None
    for key in NAMING:
        value = thing.get(key)
        if isinstance(value, str) and value.strip():
            return words(value).capitalize() if key == "name" and value.islower() else value
    source, target = thing.get("source"), thing.get("target")
    if isinstance(source, str) and isinstance(target, str):
        return f"from {words(source)} to {words(target)}"
    identifier = thing.get("id")
    return words(identifier[2:]).capitalize() if isinstance(identifier, str) and len(identifier) > len("e_") else None


def describe(document: object, path: Path) -> str:
    """A place from the inside out: ``max length of field Price of Ticket``, ``comments in behaviours of Ticket``."""
    said = ""
    for is_thing, noun, title in reversed(list(_steps(document, path))):
        text = title if said and noun == "entity" else f"{noun} {title}".rstrip()
        said = f"{said} {'of' if is_thing else 'in'} {text}" if said else text
    return said or "app"


def _steps(document: object, path: Path) -> Iterator[tuple[bool, str, str]]:
    """Whether a thing of a list stands there, what it is, and how it is called."""
    for place, part in enumerate(path):
        if isinstance(part, int):
            key = path[place - 1] if place else ""
            title = title_of(value_at(document, path[: place + 1]))
            yield True, noun_of(str(key)), title or str(part + 1)
        elif not (place + 1 < len(path) and isinstance(path[place + 1], int)):
            yield False, words(part), ""


def noun_of(key: str) -> str:
    """One of a list: ``fields`` becomes ``field``."""
    return _NOUNS.get(key) or words(key).removesuffix("s")


def titles(document: object) -> dict[str, str]:
    """How the things of a document are called, by their ids and by the names that code has for them."""
    found: dict[str, str] = {}
    for _, thing in things(document):
        title = title_of(thing)
        for key in ("name", "id"):
            if title is not None and isinstance(thing.get(key), str):
                found[thing[key]] = title
        plural = thing.get("plural")
        if isinstance(plural, str):
            found[plural] = words(plural).capitalize()
    return found


def things(document: object, path: Path = ()) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every object that stands in a list, outer ones first."""
    if isinstance(document, Mapping):
        for key, value in document.items():
            yield from things(value, (*path, str(key)))
    elif isinstance(document, list | tuple):
        for number, value in enumerate(document):
            if isinstance(value, Mapping):
                yield (*path, number), value
            yield from things(value, (*path, number))
