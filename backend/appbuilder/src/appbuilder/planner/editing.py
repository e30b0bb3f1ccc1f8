"""A spec while planning changes it: what the words of a request name in it, and what became of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pydantic import ValidationError

from appbuilder.planner.inflect import plural, singular
from appbuilder.planner.lexicon.ownership import MADE_BY_PEOPLE
from appbuilder.planner.lexicon.speech import PEOPLE
from appbuilder.planner.reading.facts import Fact, Reading
from appbuilder.planner.reading.people import is_people_noun
from appbuilder.planner.reading.words import known_noun
from appbuilder.planner.text import Span
from appbuilder.spec import AppSpec, Entity, Field, safe_field_name


@dataclass(slots=True)
class Editing:
    """A spec, the changes to it, and the trace of the request: what is done, and what is refused and why."""

    spec: AppSpec
    reading: Reading
    is_follow_up: bool = False
    changes: list[str] = field(default_factory=list)
    trace: list[tuple[Span, str]] = field(default_factory=list)
    refused: list[tuple[Span, str]] = field(default_factory=list)

    def done(self, span: Span, change: str) -> None:
        """Note a change and the words that asked for it."""
        self.changes.append(change)
        self.trace.append((span, change))

    def refuse(self, span: Span, reason: str) -> None:
        """Note what is not done, and why."""
        self.refused.append((span, reason))

    def put(self, span: Span | None, change: Callable[[AppSpec], AppSpec], said: str, reason: str) -> bool:
        """Apply a change; what the spec does not allow is refused with the reason, what is there already is traced."""
        try:
            spec = change(self.spec)
        except (ValidationError, KeyError):
            if span is not None:
                self.refuse(span, reason)
            return False
        if spec != self.spec:
            self.spec = spec
            self.changes.append(said)
        if span is not None:
            self.trace.append((span, said))
        return True

    def entity(self, words: str | None) -> Entity | None:
        """Return the entity that the words name, in either number, or None."""
        if not words:
            return None
        forms = [words, singular(words), plural(words), known_noun(words) or words]
        found = next((found for form in forms if (found := self.spec.find_entity(form))), None)
        if found is not None:
            return found
        last = singular(words.split()[-1])
        near = [each for each in self.spec.entities if each.name.split("_")[-1] == last]
        return near[0] if len(near) == 1 else None

    def owner(self, words: str | None, fact: Fact) -> Entity:
        """Return the entity that the words name, else the one the sentence named last before, else the main one."""
        return self.entity(words) or self.named_before(fact) or self.main

    @property
    def main(self) -> Entity:
        """The first entity that is no list of people, else the first."""
        things = [each for each in self.spec.entities if each.name.replace("_", " ") not in PEOPLE]
        return (things or list(self.spec.entities))[0]

    def spoken_of(self, fact: Fact) -> Entity | None:
        """Return what "it" means: the last entity in the sentence, else the first of an earlier one; no people."""
        sentence = self.reading.sentence_at(fact.span.start)
        if named := self._named(sentence.start, fact.span.end, is_last=True, is_thing=True):
            return named
        for before in reversed([each for each in self.reading.sentences if each.end <= fact.span.start]):
            if named := self._named(before.start, before.end, is_last=False, is_thing=True):
                return named
        return self.named_before(fact)

    def named_before(self, fact: Fact) -> Entity | None:
        """Return the entity that the sentence of the fact names last before it, else anywhere, or None."""
        sentence = next(
            (each for each in self.reading.sentences if each.start <= fact.span.start < each.end), fact.span
        )
        return self._named(sentence.start, fact.span.start, is_last=True) or self._named(
            fact.span.start, sentence.end, is_last=True
        )

    def _named(self, start: int, end: int, *, is_last: bool, is_thing: bool = False) -> Entity | None:
        """Return the entity that a part of the request names last, or first; None when it names none."""
        text = self.reading.text[start:end]
        meant = [each for each in self.spec.entities if not (is_thing and _is_people(each))]
        places = [(places, each) for each in meant if (places := _places(text, each))]
        if not places:
            return None
        if is_last:
            found, named = max(((each[-1], entity) for each, entity in places), key=lambda pair: pair[0])
        else:
            found, named = min(((each[0], entity) for each, entity in places), key=lambda pair: pair[0])
        return self.entity(self.reading.lister(start + found)) or named

    def field(self, words: str, owner: str | None) -> tuple[Entity, Field] | None:
        """Return the field that the words name, in the owner's records or in any."""
        named = self.entity(owner)
        for entity in (named,) if named else self.spec.entities:
            for form in (words, singular(words), safe_field_name(words), words.replace("e-mail", "email")):
                if found := entity.find_field(form):
                    return entity, found
        return None


def _is_people(entity: Entity) -> bool:
    noun = entity.name.replace("_", " ")
    return is_people_noun(noun) and noun.rpartition(" ")[2] not in MADE_BY_PEOPLE


def _places(text: str, entity: Entity) -> list[int]:
    words = {entity.name.replace("_", " "), entity.plural.replace("_", " "), entity.name.split("_")[-1]}
    forms = "|".join(re.escape(each) for word in words for each in (word, plural(word)))
    return [match.start() for match in re.finditer(rf"(?<![\w-])(?:{forms})(?![\w-])", text)]
