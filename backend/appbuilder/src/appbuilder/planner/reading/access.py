"""Read who may come in and do what: accounts, roles, "only admins can delete", "their own entries"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Callable
from typing import Literal

from appbuilder.planner.inflect import is_plural, plural, singular, verb_bases
from appbuilder.planner.lexicon.access import (
    ACCOUNTS,
    ACTS,
    ADMINS,
    ANYBODY,
    CLOSED,
    EVERY_ACT,
    MEMBERS,
    MOVES,
    OPEN,
    SIGNED_IN,
    STAFF,
)
from appbuilder.planner.lexicon.kinship import PARENTS
from appbuilder.planner.reading.behaviours import OBJECT_END, lead_of, object_noun
from appbuilder.planner.reading.facts import Item, Reading, ThingFact
from appbuilder.planner.reading.wishes import AccessFact, FlowFact, PermissionFact, RoleFact
from appbuilder.planner.reading.words import PHRASE, bare, known_noun, read_items
from appbuilder.planner.text import Span, mask

_NAMES = "|".join(sorted(map(re.escape, ADMINS | STAFF | MEMBERS | ANYBODY | SIGNED_IN), key=len, reverse=True))
_WHO = rf"(?:{_NAMES})(?:(?:, (?:and |or )?| and | or )(?:the )?(?:{_NAMES}))*"
_VERBS = "|".join(sorted({verb for verbs in ACTS.values() for verb in verbs} | EVERY_ACT | set(MOVES), key=len))
_VERB_LIST = rf"(?:{_VERBS})(?:(?:, (?:and |or )?| and | or )(?:{_VERBS}))*"
_MAY = (
    r"(?:can|may|should be able to|should|must be able to|are able to|are allowed to|is allowed to|will be able to|have the right to|could|"
    r"should be allowed to|be able to)"
)
_OBJECT = rf"(?: (?P<own>(?:only )?(?:their|his|her|its)(?: own)? )?(?:(?:the|all|any|every|each|an?|other|new) )*(?P<what>{PHRASE}?){OBJECT_END})?"
_MAY_TOO = re.compile(
    rf"(?<![\w-])(?:the |an? )?(?P<who>{_WHO}) (?:{_MAY} )?(?:also |then )?(?P<only>only )?(?P<acts>{_VERB_LIST})\b{_OBJECT}"
)
_OWN = re.compile(
    rf"(?:(?:{_NAMES}|each of them|they|each user|every user|each member|each person|everybody) )?(?:{_MAY} )?(?:only )?(?P<acts>(?:see|view|access|read|manage|edit|track|keep|have|has|update|delete|change|cancel)s?(?:(?:, (?:and |or )?| and | or )(?:see|view|access|read|manage|edit|update|delete|change|cancel)s?)*) (?:and \w+ )?(?P<only>only )?(?:their|his|her|its) own (?:private |personal )?(?P<what>{PHRASE}?){OBJECT_END}"
)
_PRIVATE = re.compile(
    rf"(?P<what>{PHRASE}?) (?:are|is|should be|must be|stay) (?:only )?(?:private|visible only to (?:their|its|the) (?:owner|author|creator)s?|only visible to (?:their|its|the) (?:owner|author|creator)s?)(?: to (?:each|the) (?:user|owner|person))?|\bprivate (?P<what2>{PHRASE}?){OBJECT_END}"
)
_ROLES = re.compile(
    rf"\b(?:(?:the )?(?:two|three|four|five|different|several|following|user|multiple|\d)? ?)*(?:user )?roles?(?: are| is| like| such as| include| of|:| named| called| -)*:?\s*\(?(?P<names>{PHRASE}(?:(?:, (?:and )?| and | or |/){PHRASE})*)\)?(?=\s*(?:[.;,)]|$))"
)
_ROLE = re.compile(
    r"\b(?:add|create|introduce|with|need|have) (?:an? |the )?(?:user )?(?P<name>(?!user\b|different\b|the\b)[a-z]+(?: [a-z]+)?) role(?![\w-])"
)
_APPROVE = re.compile(
    rf"(?:(?:the |an? )?(?P<who>{_WHO}) (?:{_MAY} )?)?(?P<one>approve|accept|confirm)s? (?:and|or|/) (?P<two>reject|decline|deny|refuse|cancel)s?\b{_OBJECT}"
)
_ACCOUNTS = [re.compile(rf"(?<![\w-])(?P<act>{pattern})(?![\w-])") for pattern in ACCOUNTS]
_ACCOUNTS_BLOCK = re.compile(
    r"\s+(?:for|to|in) (?:an? |the |each |any |that |upcoming |specific )*(?P<what>\w+(?: \w+)?)"
)


_WITH_NAME = re.compile(r" (?:with|by giving|using) (?:an? |their )?(?:full )?(?:names?|phone)")
_JOINED = "|".join(each for noun in sorted(PARENTS["registration"]) for each in (noun, plural(noun)))
_JOINABLE = re.compile(rf"(?<![\w-])(?:{_JOINED})(?![\w-])")
_ROLE_WORDS = 2
_REGISTERING = frozenset({"register", "registering", "registration", "sign up", "sign-up", "signup"})
_REGISTERING_WORDS = re.compile(
    r"register(?:ing)?|(?:registration|sign[- ]?up)s?(?: (?:forms?|pages?|system|functions?|functionality|features?))?"
)
_SIGNED_UP = frozenset({"account", "accounts", "users", "everyone"})
_LEADING = frozenset(
    {
        "user",
        "and",
        "with",
        "a",
        "the",
        "for",
        "have",
        "has",
        "support",
        "supports",
        "include",
        "includes",
        "like",
        "as",
    }
)
_SURE = re.compile(r"\b(?:log[- ]?in|sign[- ]?in|accounts?|passwords?|profiles?|user registration|logged)\b")


def read_access(reading: Reading) -> None:
    """Take accounts, roles and rights; negations first."""
    for way, pattern in _WAYS.items():
        for match in list(pattern.finditer(reading.open)):
            reading.take(AccessFact(_span(match), way))
    for match in list(_ROLE.finditer(reading.open)):
        reading.note(RoleFact(_span(match), singular(match["name"])))
        reading.take(AccessFact(_span(match), "accounts"))
    for pattern, take in _RULES:
        for match in list(pattern.finditer(reading.open)):
            take(reading, match)
    for match in list(_MAY_TOO.finditer(reading.open)):
        if set(_words(match["who"])) & (ADMINS | STAFF) and not _is_told(reading, match):
            _take_permission(reading, match, only=match["only"] is not None)


def _is_told(reading: Reading, match: re.Match[str]) -> bool:
    """Tell whether an earlier rule, such as "only admins can", has the same words."""
    told = [fact.span for fact in reading.facts if isinstance(fact, PermissionFact)]
    return any(span.start < match.end() and match.start() < span.end for span in told)


def _take_accounts(reading: Reading, match: re.Match[str]) -> None:
    """Take signing in; "register for events" and "event registration" are deeds."""
    act = match["act"]
    is_joining = _REGISTERING_WORDS.fullmatch(act) and (
        _WITH_NAME.match(reading.open, match.end())
        or (_JOINABLE.search(reading.text) and not _SURE.search(reading.text))
    )
    behind = _ACCOUNTS_BLOCK.match(reading.open, match.end())
    is_deed = act in _REGISTERING and behind and behind["what"].split()[0] not in _SIGNED_UP
    before = reading.open[max(0, match.start() - 20) : match.start("act")].split()
    is_named = act in {"registration", "sign-up", "signup", "authorization"} and before and before[-1].isalpha()
    is_described = "profile" in act and reading.open.startswith(" with ", match.end())
    if is_described or is_joining or is_deed or (is_named and before[-1] not in _LEADING):
        return
    reading.take(AccessFact(Span(lead_of(reading.open, match.start()), match.end()), "accounts"))


def _take_roles(reading: Reading, match: re.Match[str]) -> None:
    names = [singular(" ".join(bare(part.split()))) for part in re.split(r", (?:and )?| and | or |/", match["names"])]
    known = [name for name in names if name and len(name.split()) <= _ROLE_WORDS]
    if len(known) < len(names) or not any({name, name + "s"} & (ADMINS | STAFF | MEMBERS) for name in known):
        return
    for name in known:
        reading.note(RoleFact(_span(match), name))
    reading.take(AccessFact(_span(match), "accounts"))


def _words(who: str | None) -> tuple[str, ...]:
    return tuple(
        part.removeprefix("the ").strip() for part in re.split(r", (?:and |or )?| and | or ", who or "") if part
    )


def people_of(who: str) -> tuple[str, ...]:
    """Return who is meant: role nouns in the singular, or anyone, signed_in."""
    found = []
    for word in _words(who):
        if word in ADMINS:
            found.append("admin")
        elif word in SIGNED_IN:
            found.append("signed_in")
        elif word in ANYBODY:
            found.append("anyone")
        else:
            found.append("staff" if word == "staff" else singular(word))
    return tuple(dict.fromkeys(found))


def _acts(words: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in re.split(r", (?:and |or )?| and | or ", words):
        bases = verb_bases(word.strip())
        if set(bases) & EVERY_ACT:
            found += ["create", "update", "delete"]
        found += [act for act, verbs in ACTS.items() if set(bases) & set(verbs)]
        found += [state for verb, state in MOVES.items() if verb in bases and verb != "publish"]
    return tuple(dict.fromkeys(found))


def _take_permission(reading: Reading, match: re.Match[str], *, only: bool) -> None:
    """Take who may do what; the records stay open, since more may be said of them."""
    groups = match.groupdict()
    who, acts = groups["who"] or "", _acts(groups["acts"])
    what = groups["what"]
    if not acts:
        return
    items = _objects(reading, match) if groups["what"] else []
    listed = [item.words for item in items] or [" ".join(bare((what or "").split()))]
    span = Span(match.start(), max([match.end(), *[item.span.end for item in items]]))
    if "admin" in people_of(who) and set(listed) & {"users", "accounts", "user accounts", "roles", "members"}:
        reading.note(AccessFact(_span(match), "accounts"))
    owners = tuple(noun for words in listed if (noun := object_noun(words) or _kept_people(words)))
    for noun in owners:
        reading.note(ThingFact(span, noun))
    if owners or not what or what in {"them", "it"}:
        if groups["what"]:
            reading.open = mask(reading.open, Span(match.start(), match.start("what")))
        whom = (*people_of(who), "owner") if groups.get("own") else people_of(who)
        reading.note(PermissionFact(span, whom, acts, owners, only))


def _kept_people(words: str) -> str | None:
    """Return the people that are records, in "admins can manage students"; accounts are none."""
    noun = known_noun(words) if is_plural(words) else None
    return None if noun in {"user", "member", "person", "visitor"} else noun


def _objects(reading: Reading, match: re.Match[str]) -> list[Item]:
    sentence = reading.sentence_at(match.start())
    return read_items(reading.open, match.start("what"), sentence.end)


def _take_approval(reading: Reading, match: re.Match[str]) -> None:
    owner = object_noun(" ".join(bare((match["what"] or "").split())))
    states = {"approve": "approved", "accept": "accepted", "confirm": "confirmed"}
    other = {"reject": "rejected", "decline": "declined", "deny": "denied", "refuse": "refused", "cancel": "cancelled"}
    who = tuple(each for each in people_of(match["who"] or "") if each not in {"anyone", "signed_in"})
    if owner is not None:
        reading.note(ThingFact(_span(match), owner))
    branches = (states[match["one"]], other[match["two"]])
    reading.take(FlowFact(_span(match), owner, ("pending", branches[0]), branches, who))


def _take_own(reading: Reading, match: re.Match[str]) -> None:
    words = " ".join(bare(match["what"].split()))
    if words.split()[-1:] and words.split()[-1] in {
        "profile",
        "profiles",
        "account",
        "accounts",
        "data",
        "information",
    }:
        reading.take(AccessFact(_span(match), "accounts"))
        return
    owner = object_noun(words)
    acts = _acts(
        match["acts"].replace("has", "see").replace("have", "see").replace("keep", "see").replace("track", "see")
    )
    reads = "read" in acts or not acts
    if owner is None and words not in {"entries", "records", "items", "data", "content", "things", ""}:
        return
    if owner is not None:
        reading.note(ThingFact(_span(match), owner))
    kept = tuple(act for act in acts if act in {"read", "update", "delete"}) or ("read",)
    reading.take(
        PermissionFact(
            _span(match), ("owner",), kept if reads else ("update", "delete"), (owner,) if owner else (), only=True
        )
    )


def _take_private(reading: Reading, match: re.Match[str]) -> None:
    words = " ".join(bare((match["what"] or match["what2"] or "").split()))
    owner = object_noun(words)
    if owner is not None and words not in {"messages", "message", "chat", "lessons"}:
        reading.note(ThingFact(_span(match), owner))
        reading.take(PermissionFact(_span(match), ("owner",), ("read", "update", "delete"), (owner,), only=True))


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


_RULES: list[tuple[re.Pattern[str], Callable[[Reading, re.Match[str]], None]]] = [
    (_ROLES, _take_roles),
    (_APPROVE, _take_approval),
    (_OWN, _take_own),
    (_PRIVATE, _take_private),
    *[(pattern, _take_accounts) for pattern in _ACCOUNTS],
]
_WAYS: dict[Literal["open", "closed"], re.Pattern[str]] = {
    "open": re.compile(rf"(?<![\w-])(?:{OPEN})(?![\w-])"),
    "closed": re.compile(rf"(?<![\w-])(?:{CLOSED})(?![\w-])"),
}
