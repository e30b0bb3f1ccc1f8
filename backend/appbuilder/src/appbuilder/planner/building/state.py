"""The draft as a whole: its entities, what they are called, and which nouns they come from."""

import re
from dataclasses import dataclass, field

from appbuilder.planner.building.draft import DraftEntity
from appbuilder.planner.inflect import plural, singular
from appbuilder.planner.lexicon.apps import BESIDE
from appbuilder.planner.lexicon.generic import ON_FILE
from appbuilder.planner.lexicon.kinship import COVERED, IN_CONTEXT, NEEDED
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import PEOPLE
from appbuilder.planner.reading.facts import AppFact, Fact, FieldsFact, FindFact, Reading, RelationFact, ThingFact
from appbuilder.planner.reading.ownership import signs_in
from appbuilder.planner.reading.people import is_people_noun
from appbuilder.planner.reading.wishes import AccessFact, BehaviourFact, PageFact, TalkFact
from appbuilder.planner.reading.words import known_noun
from appbuilder.planner.text import Span

ALIKE = (
    frozenset({"post", "article", "story"}),
    frozenset({"customer", "client", "contact", "lead"}),
    frozenset({"expense", "transaction", "income"}),
    frozenset({"workout", "exercise", "activity", "run"}),
    frozenset({"movie", "film", "show", "series"}),
    frozenset({"inventory item", "stock item", "product", "item", "material", "raw material", "finished product"}),
    frozenset({"topic", "post"}),
    frozenset({"staff member", "employee"}),
    frozenset({"question", "survey"}),
    frozenset({"training", "course", "workshop"}),
    frozenset({"message", "post", "topic"}),
    frozenset({"suggestion", "idea"}),
    frozenset({"menu item", "dish"}),
    frozenset({"announcement", "notice"}),
    frozenset({"ticket", "problem", "issue", "fault"}),
    frozenset({"diary entry", "journal entry", "dream", "mood entry", "symptom"}),
)

_DONE = {"comments": ("comment", "reply"), "votes": ("vote",), "tags": ("tag",)}
_GENERIC = frozenset({"inventory item", "stock item", "item", "sale"})
_SPORT = frozenset({"fitness", "gym", "yoga", "pilates", "trainer", "trainers", "workout", "sports", "studio"})
_SOME_PAGES = 2
_SCHOOL = frozenset({"school", "student", "students", "pupils", "teacher", "teachers", "grades"})


@dataclass(slots=True)
class Draft:
    """The app while it is planned, and what became of each place of the request."""

    reading: Reading
    entities: list[DraftEntity] = field(default_factory=list)
    trace: list[tuple[Span, str]] = field(default_factory=list)
    refused: list[tuple[Span, str]] = field(default_factory=list)
    repeated: list[Span] = field(default_factory=list)
    """Places that only repeat what another line of the trace says."""

    def entity(self, noun: str | None) -> DraftEntity | None:
        """Return the entity of the noun (either number, or a synonym), or None."""
        if not noun:
            return None
        forms = {noun, singular(noun), known_noun(noun) or noun}
        found = [each for each in self.entities if each.noun in forms]
        meant = {other for _, other in IN_CONTEXT.get(singular(noun), ())} | set(COVERED.get(singular(noun), ()))
        covered = [each for each in self.entities if each.noun in meant]
        last = singular(noun.split()[-1])
        found = (
            found or covered or [each for each in self.entities if each.noun == last or each.noun.split()[-1] == last]
        )
        return found[0] if found else None

    def spoken_of(self, fact: Fact) -> DraftEntity:
        """Return the entity a fact without an owner means: the last one named before it, else the main one."""
        return self.named_before(fact) or self.entities[0]

    def named_before(self, fact: Fact) -> DraftEntity | None:
        """Return the entity that the sentence names last before the fact, or None."""
        text = self.reading.text
        start = max((each.start for each in self.reading.sentences if each.start <= fact.span.start), default=0)
        before = text[start : fact.span.start]
        places = [(_last_place(before, each), each) for each in self.entities]
        place, named = max(places, key=lambda pair: pair[0])
        if place < 0:
            return None
        if _PREDICATE.search(before, place):  # "tasks belong to a project and can be marked as done"
            place, named = min(
                (pair for pair in ((_first_place(before, each), each) for each in self.entities) if pair[0] >= 0),
                key=lambda pair: pair[0],
            )
        # "repairs with a cost, a customer and a status": the customer is a field of what has the status.
        return self.entity(self.reading.lister(start + place)) or named

    def owner(self, noun: str | None, fact: Fact) -> DraftEntity:
        """Return the entity of the noun, else the one spoken of."""
        return self.entity(noun) or self.spoken_of(fact)


_PREDICATE = re.compile(r"(?:,|\band) (?:and )?(?:can|has|have|may|must|should|is|are)\b")


def _first_place(text: str, entity: DraftEntity) -> int:
    return max(text.find(entity.noun), text.find(plural(entity.noun)))


def _last_place(text: str, entity: DraftEntity) -> int:
    return max(text.rfind(entity.noun), text.rfind(plural(entity.noun)))


def choose_nouns(reading: Reading) -> list[str]:
    """Return what the app keeps: what the request names, and what such an app is about; inquiries come last."""
    every = reading.nouns()
    apps = [fact for fact in reading.facts if isinstance(fact, AppFact) and fact.nouns]
    usual = [fact.nouns for fact in sorted(apps, key=lambda fact: fact.is_guess)][:1]
    strong = [fact for fact in reading.facts if isinstance(fact, ThingFact) and not fact.is_weak]
    if usual and (not strong or {fact.noun for fact in strong} <= BESIDE):
        every = [*([] if _is_only_read(reading) else usual[0]), *(fact.noun for fact in strong)] or ["inquiry"]
    elif usual and len(usual[0]) == 1 and usual[0] != ("entry",) and not all(fact.is_guess for fact in apps):
        first = usual[0][0]
        told = {fact.owner for fact in reading.facts if isinstance(fact, FieldsFact)} & set(every)
        is_only_meant = re.search(rf"(?<![\w-]){re.escape(first)}|{re.escape(plural(first))}", reading.text) is None
        is_needless = told and (first in _GENERIC or is_only_meant)
        if not is_needless and not any({first, other} <= group for group in ALIKE for other in every):
            every = [first, *every]
    behaviours = {fact.name for fact in reading.facts if isinstance(fact, BehaviourFact)}
    done = {noun for name in behaviours for noun in _DONE.get(name, ())}
    every = [noun for noun in every if noun not in done] or every
    every += _put_to_work(reading, every)
    every += [needed[0] for noun in every if (needed := NEEDED.get(noun)) and not set(needed) & set(every)]
    chosen = _distinct(every)
    if "inquiry" in every and any(isinstance(fact, TalkFact) for fact in reading.facts):
        chosen = [*[noun for noun in chosen if noun != "inquiry"], "inquiry"]  # us and each other are two
    return [_named_class(reading) if noun == "class" else noun for noun in chosen]


def _put_to_work(reading: Reading, nouns: list[str]) -> list[str]:
    """Return people that things are assigned to, where nobody signs in: they are kept like anything else.

    Where people sign in, only those of whom files are kept are records too: the patients of a clinic.
    """
    told = [fact for fact in reading.facts if isinstance(fact, RelationFact) and fact.child in nouns]
    if signs_in(reading) or any(isinstance(fact, AccessFact) for fact in reading.facts):
        told = [fact for fact in told if fact.parent in ON_FILE]
    return [
        fact.parent
        for fact in told
        if fact.parent in NOUNS and is_people_noun(fact.parent) and (fact.is_maker or fact.parent not in PEOPLE)
    ]


def _is_only_read(reading: Reading) -> bool:
    """Tell a site of pages of text, which keeps nothing but what its visitors write."""
    pages = {fact.kind for fact in reading.facts if isinstance(fact, PageFact)}
    return len(pages) >= _SOME_PAGES and not any(isinstance(fact, FieldsFact | FindFact) for fact in reading.facts)


def _distinct(nouns: list[str]) -> list[str]:
    """Drop what another noun says more exactly ("request" beside "leave request"), and "entry" beside anything."""
    once = list(dict.fromkeys(_meant(noun, nouns) for noun in nouns))
    named = [noun for noun in once if not any(other.endswith(f" {noun}") and " of " not in other for other in once)]
    named = [noun for noun in named if noun != "entry"] or named
    named = [noun for noun in named if not set(COVERED.get(noun, ())) & set(named)] or named
    if set(named) & {"message", "feedback", "contact request"}:
        named = [noun for noun in named if noun != "inquiry"]
    return sorted(named, key=lambda noun: noun in {"inquiry", "notification"})


def _meant(noun: str, nouns: list[str]) -> str:
    """What the noun means among the others: the materials of a course are for study."""
    known = IN_CONTEXT.get(noun) or (() if noun in NOUNS else IN_CONTEXT.get(noun.rsplit(maxsplit=1)[-1], ()))
    return next((meant for other, meant in known if other in nouns), noun)


def _named_class(reading: Reading) -> str:
    """What a class is here; code may not call anything just so."""
    words = set(reading.text.replace(",", " ").replace(".", " ").split())
    if words & _SPORT:
        return "fitness class"
    return "school class" if words & _SCHOOL else "group class"
