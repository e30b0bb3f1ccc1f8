"""Tell who is meant by people in a request: roles, admins, owners, whoever signed in, or anybody."""

import re

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.access import ADMINS, MEMBERS, STAFF
from appbuilder.planner.lexicon.rights import (
    AUTHORED,
    AUTHORS,
    GROUPS,
    GUESTS,
    INSIDERS,
    OFFICIALS,
    OURSELVES,
    PUBLIC,
    WORKERS,
)
from appbuilder.planner.lexicon.speech import DETERMINERS, STOPS
from appbuilder.planner.reading.facts import Reading
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.words import is_verb, tokens

_ROLE_WORDS = 2
_SIGNED_IN = frozenset({"signed-in", "logged-in", "registered", "authenticated"})
_NO_ROLE = STOPS | {
    "and",
    "or",
    "no",
    "not",
    "nobody",
    "if",
    "when",
    "where",
    "whoever",
    "who",
    "they",
    "it",
    "he",
    "she",
    "one",
}
_TAIL = re.compile(r" (?:of|in|from|at|with|on|who|that) ")
_MEANT = ((ADMINS, "admin"), (AUTHORS, "owner"), (INSIDERS, "signed_in"))
_STRANGERS = frozenset({"guest", "guests", "visitor", "visitors", "public", "passers-by"})
_GROUPED = frozenset({"owner", "anyone", "signed_in", "admin"})
_OF_A_FIRM = frozenset({"worker", "employee"})
_USERS = frozenset({"user", "users", "member", "members"})
_OF_THE_FIRM = STAFF | OFFICIALS | GROUPS | ADMINS | WORKERS | AUTHORS | (INSIDERS - _USERS) | {"people", "others"}
_COLLECTIVE = GROUPS | WORKERS | {"team", "family", "public", "club"}


def people_named(reading: Reading, words: str) -> tuple[str, ...] | None:
    """Return who is meant: roles in the singular, "admin", "owner", "signed_in" or "anyone"; None: nobody."""
    if re.fullmatch(rf"{AUTHORED}(?: (?:it|them|that|this|something|one|the (?:entry|post|message|request)))?", words):
        return ("owner",)
    parts = [part for part in re.split(r",? and |,? or |, ", words) if part]
    found = [_person_named(reading, part) for part in parts]
    if not found or None in found:
        return None
    named = [each for each in found if each]
    if "us" in named:
        return ("signed_in",) if len(parts) > 1 and not is_public(reading) else ("admin",)
    return tuple(dict.fromkeys(named))


def is_public(reading: Reading) -> bool:
    """Tell whether the request speaks of people from outside: guests, customers, donors."""
    named = {
        token.text
        for token in tokens(reading.text, 0, len(reading.text))
        if is_plural(token.text) and token.text.isalpha()
    }
    others = {
        word for word in named if is_people(word) and not is_verb(word) and not {word, singular(word)} & _OF_THE_FIRM
    }
    return bool(others) or re.search(PUBLIC, reading.text) is not None


def _person_named(reading: Reading, words: str) -> str | None:
    parts = words.split()
    while len(parts) > 1 and parts[0] in DETERMINERS | {"also", "then"}:
        parts = parts[1:]
    head, _, tail = _TAIL.sub("|", " ".join(parts), count=1).partition("|")
    if parts[0] in _SIGNED_IN:
        return "signed_in"
    if head in OURSELVES:
        return "us"
    if len(head.split()) > _ROLE_WORDS or set(head.split()) & _NO_ROLE:
        return None
    return next((meant for people, meant in _MEANT if {head, head.rpartition(" ")[2]} & people), None) or _among(
        reading, head, is_told=bool(tail)
    )


def _among(reading: Reading, head: str, *, is_told: bool) -> str | None:
    """Return who is meant by guests, workers and jobs, which depends on the rest of the request."""
    last = head.rpartition(" ")[2]
    if last in GUESTS:
        return "signed_in" if is_told and last not in _STRANGERS else "anyone"
    if head in WORKERS and not is_public(reading):
        return "signed_in"
    if last in GROUPS or last == "staff":
        return head
    return singular(head) if last in STAFF | MEMBERS or is_people(last) or singular(last) in OFFICIALS else None


def is_official(who: tuple[str, ...], words: str) -> bool:
    """Tell whether all of them have a job in it, such as "the hut keeper", of whom there is one."""
    one = len(who) == 1 and words.startswith(("the ", "our ")) and not is_plural(who[0]) and words.endswith(who[0])
    if one and not {who[0], who[0].rpartition(" ")[2]} & (MEMBERS | AUTHORS | GUESTS | WORKERS | _GROUPED):
        return True
    return all(each.rpartition(" ")[2] in STAFF | OFFICIALS | GROUPS | _OF_A_FIRM for each in who)


def is_third_person(words: str, *, is_modal: bool) -> bool | None:
    """Tell whether the verb behind these people stands in the third person of the singular; None: either."""
    last = _TAIL.split(words)[0].rpartition(" ")[2]
    if last in _COLLECTIVE:
        return False if is_modal else None
    if last in {"i", "we"}:
        return None  # "only i see", "i am the only one who sees"
    is_many = is_modal or " and " in words or is_plural(last) or last == "people"
    return not is_many
