"""When a request is refused: empty, too long, not English, or no app at all."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from appbuilder.planner.language import foreign_language
from appbuilder.planner.lexicon.apps import KINDS
from appbuilder.planner.lexicon.speech import MANAGE_VERBS, PEOPLE
from appbuilder.planner.model import RequestNotUnderstood
from appbuilder.planner.reading.facts import (
    AppFact,
    ChoicesFact,
    FieldsFact,
    FindFact,
    Reading,
    RelationFact,
    SortFact,
    ThingFact,
    TotalFact,
)
from appbuilder.planner.reading.wishes import (
    BehaviourFact,
    FlowFact,
    OwnFact,
    PermissionFact,
    ReportFact,
    TalkFact,
    ViewFact,
)
from appbuilder.planner.text import MAX_REQUEST_CHARACTERS

EXAMPLES = (
    "A guestbook where visitors leave a name and a message, newest first, with search",
    "A task list with title, due date and status (to do, doing, done), sorted by due date",
)
_STRUCTURE = (
    *(FieldsFact, RelationFact, FindFact, SortFact, TotalFact, ChoicesFact, BehaviourFact, ReportFact, ViewFact),
    *(FlowFact, OwnFact, PermissionFact, TalkFact),
)
_WISH = re.compile(
    r"\b(?:(?:build|make|create|give|want|need|develop|implement|design|like)\b(?: \w+){0,3}? (?:a|an|some|my|our|the)\b"
    rf"|(?:{'|'.join(sorted(PEOPLE, key=len))}) (?:can|should|must|may|want|need)\b|keep track|to (?:{'|'.join(sorted(MANAGE_VERBS))})\b)",
)
_TITLED = re.compile(r"\w+(?: [\w']+){0,3}: \w+s\b")
"""A title and what is kept: "Classroom attendance: students, classes"."""
_SHORT_WORDS = 4
_FEW = 2
"""Who names more records than that wants them kept: "Exam scheduling with courses, rooms and exams"."""


def check_words(request: str, suggestions: tuple[str, str] = EXAMPLES) -> None:
    """Refuse what nobody could plan, before it is read; raises RequestNotUnderstood."""
    if len(request) > MAX_REQUEST_CHARACTERS:
        raise RequestNotUnderstood(
            f"The request has {len(request)} characters; at most {MAX_REQUEST_CHARACTERS} can be planned. Shorten it.",
            suggestions,
        )
    if not any(character.isalnum() for character in request):
        raise RequestNotUnderstood("The request is empty. Say in a sentence what the app should keep.", suggestions)
    language = foreign_language(request)
    if language is not None:
        what = "in another script" if language == "another script" else f"in {language}"
        raise RequestNotUnderstood(
            f"The request seems to be {what}. VibeCaaS plans in English only offline. Write it in English.", suggestions
        )


def check_app(reading: Reading) -> None:
    """Refuse a request that describes no app; raises RequestNotUnderstood."""
    if describes_app(reading):
        return
    raise RequestNotUnderstood(
        "The request describes no app. Say what the app should keep and what people do with it.", EXAMPLES
    )


def describes_app(reading: Reading) -> bool:
    """Tell whether the request names records to keep, in a way that means an app."""
    things = reading.nouns()
    kinds = [fact for fact in reading.facts if isinstance(fact, AppFact) and not fact.is_given_name]
    usual = any(fact.nouns for fact in kinds)
    if not things and not usual:
        return False
    words = set(re.findall(r"[\w'-]+", reading.text))
    if usual or words & (KINDS - {"form", "service", "book", "log", "list", "board", "index", "program"}):
        return True
    if any(isinstance(fact, _STRUCTURE) for fact in reading.facts) or _WISH.search(reading.text):
        return True
    if _TITLED.match(reading.text):
        return True
    if len({fact.noun for fact in reading.facts if isinstance(fact, ThingFact) and not fact.is_weak}) > _FEW:
        return True
    starts = reading.text.split()[:1]
    return bool(starts) and (
        starts[0] in MANAGE_VERBS - {"run", "count"}
        or (len(reading.text.split()) <= _SHORT_WORDS and _is_bare(reading))
    )


def _is_bare(reading: Reading) -> bool:
    return any(
        isinstance(fact, ThingFact) and fact.span.of(reading.text) == reading.text.strip(" .!\n")
        for fact in reading.facts
    )
