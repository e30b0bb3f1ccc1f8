"""What an app is called: as it was told, after what the request begins with, or after what it keeps."""

import re

from appbuilder.planner.building.state import Draft
from appbuilder.planner.inflect import plural, title_case
from appbuilder.planner.lexicon.apps import KINDS, ORGANIZATIONS, UNNAMING_KINDS
from appbuilder.planner.lexicon.nouns import NOUNS
from appbuilder.planner.lexicon.speech import ADJECTIVES, DETERMINERS, FILLER, LEADS, NOT_THINGS, PEOPLE
from appbuilder.planner.reading.facts import AppFact
from appbuilder.planner.reading.words import is_verb
from appbuilder.planner.text import Span

NAME_LENGTH = 40
_WORDS_LIMIT = 4
_BAD = re.compile(r"[\x00-\x1f\x7f-\x9f{}<>\\\"`$]+")
_PROPER = re.compile(
    rf"\b(?:our|my|the)\s+(?:\w+\s+)?(?:{'|'.join(sorted(map(re.escape, ORGANIZATIONS), key=len, reverse=True))})\s+"
    r"(?P<name>[A-Z][\w'\u2019]*(?:\s+(?:&|and|of|the|[A-Z][\w'\u2019]*))*\s+[A-Z][\w'\u2019]*|[A-Z][\w'\u2019]*)"
)
_BEGINNING = re.compile(
    r"\s*(?:(?:an?|the|my|our|some)\s+)?"
    r"(?:(?:app|application|tool|something|website|site|program|system)\s+to\s+"
    r"(?:manage|keep|track|organi[sz]e|plan|run|record)\s+(?:(?:an?|the|my|our|all|track of)\s+)*)?"
    r"(?P<title>[\w'\u2019/-]+(?:\s+[\w'\u2019/-]+){0,5}?)"
    r"(?=\s*(?::\s|[.;,]|$)|\s+(?:for|with|where|in|that|which|at|of|on|by|to|who|so)\s)",
    re.IGNORECASE,
)
# What says that it is an app, not which one.
_UNTOLD = KINDS | {"something", "thing", "landing", "home", "web"}


def app_name(draft: Draft) -> str:
    """Return the name of the app: the given one, a house's own, what the request begins with, or what it keeps."""
    facts = [fact for fact in draft.reading.facts if isinstance(fact, AppFact)]
    given = [clean_name(fact.name) for fact in facts if fact.is_given_name]
    kinds = [clean_name(title_case(fact.name)) for fact in facts if not fact.is_given_name]
    usual = title_case(plural(draft.entities[0].noun))
    named = next((name for name in [*given, _house(draft.reading.request)] if name), None) or _beginning(draft)
    return next((name for name in [named, *kinds, usual] if name), "My App")[:NAME_LENGTH].strip()


def clean_name(name: str) -> str:
    """Return a name without what labels may not hold; empty when no letter or digit is left."""
    plain = " ".join(_BAD.sub(" ", name).split()).strip(" .-_'/")
    return plain[:NAME_LENGTH].strip() if any(character.isalnum() for character in plain) else ""


def _house(request: str) -> str:
    """Return the name of whose app it is: "our bakery Crumb & Co"."""
    match = _PROPER.search(request)
    return clean_name(match["name"]) if match else ""


def _beginning(draft: Draft) -> str:
    """Return what the request begins with, when that names something and says nothing yet: "Vehicle fleet: …"."""
    match = _BEGINNING.match(draft.reading.text)
    if match is None:
        return ""
    span = Span(*match.span("title"))
    words = draft.reading.original(span).split()
    while words and words[0].lower() in ADJECTIVES | DETERMINERS:
        words.pop(0)
    while words and words[-1].lower() in UNNAMING_KINDS:
        words.pop()
    plain = [word.lower() for word in words]
    if not 1 <= len(words) <= _WORDS_LIMIT or any(word in LEADS | PEOPLE for word in plain):
        return ""
    if any(is_verb(word) and not (place and word.endswith("ing")) for place, word in enumerate(plain)):
        return ""
    if set(plain) <= _UNTOLD | FILLER | NOT_THINGS or plain[-1] in FILLER | NOT_THINGS:
        return ""
    named = " ".join(words)
    is_kind_of_records = (
        match["title"].split()[-1] != words[-1] and named.lower() in NOUNS.keys() - ORGANIZATIONS.keys()
    )
    name = clean_name(title_case(plural(named) if is_kind_of_records else named))
    if not any(told.start <= span.start < told.end for told, _ in draft.trace):
        draft.trace.append((span, f"The app's name: {name}"))
    return name
