"""What differs between two specs, in words and by stable ids: a renamed field is renamed, not another one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from json import dumps
from typing import Any, Literal

from appbuilder.spec.app import AppSpec
from appbuilder.spec.names import NAME
from appbuilder.spec.places import NAMING, Path, describe, pointer_of, title_of, titles, words

Kind = Literal["added", "removed", "changed"]
# Bookkeeping of renames; the rename itself is told.
_HIDDEN = frozenset({"id", "previous_names"})
# What tells the things of a list apart, if they have it.
_KEYS = ("id", "value")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``what`` names the place, ``before`` and ``after`` are the values in words.

    ``pointer`` leads into the newer spec; for what was removed, to the list or object that held it.
    """

    kind: Kind
    what: str
    before: str | None
    after: str | None
    pointer: str


def diff(before: AppSpec, after: AppSpec) -> tuple[Change, ...]:
    """The differences from one spec to another, in the order of the newer one."""
    return tuple(_Comparison(_by_ids(before), _by_ids(after)).changes())


def _by_ids(spec: AppSpec) -> dict[str, Any]:
    """The spec as JSON, its samples by the ids of fields: else each renamed field would change every sample."""
    document = spec.model_dump(mode="json")
    for entity, shown in zip(spec.entities, document["entities"], strict=True):
        ids = {field.name: field.id for field in entity.fields}
        shown["samples"] = [{ids[name]: value for name, value in sample.items()} for sample in shown["samples"]]
    return document


class _Comparison:
    """Walks two documents of one shape side by side."""

    def __init__(self, before: dict[str, Any], after: dict[str, Any]) -> None:
        self._before, self._after = before, after
        self._titles = titles(before) | titles(after)

    def changes(self) -> Iterator[Change]:
        yield from self._compare((), (), self._before, self._after)

    def _compare(self, old: Path, new: Path, before: object, after: object) -> Iterator[Change]:
        if before == after:
            return
        if isinstance(before, Mapping) and isinstance(after, Mapping) and before.keys() == after.keys():
            yield from self._compare_objects(old, new, before, after)
        elif isinstance(before, list) and isinstance(after, list) and _holds_objects([*before, *after]):
            yield from self._compare_lists(old, new, before, after)
        else:
            yield self._changed(describe(self._after, new), new, before, after)

    def _compare_objects(
        self, old: Path, new: Path, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> Iterator[Change]:
        told = _HIDDEN
        one, two = title_of(before), title_of(after)
        if new and isinstance(new[-1], int) and one != two:
            told = told | {*NAMING, "plural"}
            yield Change("changed", f"name of {describe(self._before, old)}", one, two, pointer_of(new))
        for key, value in after.items():
            if key not in told:
                yield from self._compare((*old, key), (*new, key), before[key], value)

    def _compare_lists(self, old: Path, new: Path, before: list[Any], after: list[Any]) -> Iterator[Change]:
        key = next((key for key in _KEYS if all(key in each for each in [*before, *after])), None)
        pairs = list(_by_key(before, after, key) if key else _by_content(before, after))
        for one, _ in (pair for pair in pairs if pair[1] is None):
            if one is not None:
                yield self._removed(old, new, before, one)
        for one, two in pairs:
            if two is None:
                continue
            if one is None:
                what, value = describe(self._after, (*new, two)), self._words(after[two])
                yield Change("added", what, None, value, pointer_of((*new, two)))
            else:
                yield from self._compare((*old, one), (*new, two), before[one], after[two])
        kept = [one for one, two in pairs if one is not None and two is not None]
        if key and kept != sorted(kept):
            what = f"order of {describe(self._after, new)}"
            yield self._changed(what, new, [before[one] for one in sorted(kept)], [before[one] for one in kept])

    def _removed(self, old: Path, new: Path, before: list[Any], number: int) -> Change:
        what, value = describe(self._before, (*old, number)), self._words(before[number])
        return Change("removed", what, value, None, pointer_of(new))

    def _changed(self, what: str, new: Path, before: object, after: object) -> Change:
        is_part = isinstance(before or after, Mapping)
        kind: Kind = "added" if is_part and before is None else "removed" if is_part and after is None else "changed"
        return Change(kind, what, self._words(before), self._words(after), pointer_of(new))

    def _words(self, value: object) -> str | None:
        """A value as people read it; None for nothing."""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, str):
            return self._titles.get(value) or (words(value) if NAME.fullmatch(value) else value)
        if isinstance(value, list):
            return ", ".join(text for each in value if (text := self._words(each)) is not None) or None
        if isinstance(value, Mapping):
            return title_of(value) or self._parts(value)
        return None if value is None else dumps(value)

    def _parts(self, value: Mapping[str, Any]) -> str | None:
        shown = {self._titles.get(key, words(key)): self._words(part) for key, part in value.items() if part}
        return "; ".join(f"{key}: {text}" for key, text in shown.items() if text is not None) or None


def _holds_objects(values: list[Any]) -> bool:
    return bool(values) and all(isinstance(each, Mapping) for each in values)


def _by_key(before: list[Any], after: list[Any], key: str) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of places with the same key, in the order of the newer list; then what is there no more."""
    places = {each[key]: number for number, each in enumerate(before)}
    for number, each in enumerate(after):
        yield places.pop(each[key], None), number
    yield from ((number, None) for number in places.values())


def _by_content(before: list[Any], after: list[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of places of things without a key: equal ones, and between those one after the other."""
    one, two = ([dumps(each, sort_keys=True) for each in part] for part in (before, after))
    for _, start, end, start_after, end_after in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        size = max(end - start, end_after - start_after)
        for step in range(size):
            place, place_after = start + step, start_after + step
            yield (place if place < end else None, place_after if place_after < end_after else None)
