"""Read who alone, or who too, may do what: "only the board reads them", "curators log in to enter objects"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from dataclasses import replace

from appbuilder.planner.inflect import is_plural
from appbuilder.planner.lexicon.rights import (
    ACCOUNTS,
    ACTED,
    DOES,
    INTERNAL,
    MONEY,
    OUTSIDERS,
    OWN_LISTS,
    PASSIVES,
    SAMPLES,
    SHUT_OUT,
    THAT,
    WITHOUT,
)
from appbuilder.planner.reading.behaviours import object_noun
from appbuilder.planner.reading.facts import ChoicesFact, Reading, ThingFact
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.predicates import Deed, read_deeds_of, verb_at
from appbuilder.planner.reading.whom import is_official, is_third_person, people_named
from appbuilder.planner.reading.wishes import AccessFact, FlowFact, PermissionFact, RoleFact
from appbuilder.planner.reading.words import Token, bare, read_items, tokens
from appbuilder.planner.text import Span, mask

_WHO_LIMIT = 9
_WITHOUT = re.compile(rf"(?<![\w-])(?:{'|'.join(WITHOUT)})(?![\w-])")
_REGISTERED = re.compile(r"(?:only )?(?:registered|signed-in|logged-in|signed in|logged in|authenticated) ")
_SAMPLES = re.compile(rf"(?<![\w-]){SAMPLES}(?![\w-])")
_ACCOUNTS = re.compile(rf"(?<![\w-])(?:{ACCOUNTS})(?![\w-])")
_OWN_LISTS = re.compile(rf"(?<![\w-]){OWN_LISTS}(?=[a-z])")
_ONLY_OWN = re.compile(
    rf"(?<![\w-])(?:(?:people|users|members|everyone|everybody|they) )?(?:can |may |should )?(?:only )?(?:edit|change|delete|update|remove)(?:(?:,| and| or|, and) (?:edit|change|delete|update|remove))* (?:only )?(?:what|the ones|those|things|entries|posts) {ACTED}(?![\w-])"
)
_NOBODY_ELSE = re.compile(
    rf"(?<![\w-])(?:nobody else|no one else|others|(?:everyone|everybody) else|the rest|all others)(?: {SHUT_OUT}(?: the [a-z]+)?)?(?= ?(?:[.,;]|$))"
)
_INTERNAL = re.compile(rf"(?<![\w-])(?:{INTERNAL})(?![\w-])")
_SHUT_OUT = re.compile(
    rf"(?<![\w-]){OUTSIDERS} {SHUT_OUT}(?= ?(?:[.,;]|$|and\b))|(?<![\w-])(?:nobody|no one) (?:from )?outside(?: (?:of )?(?:the |our )?[a-z]+)? {SHUT_OUT}(?= ?(?:[.,;]|$|and\b))"
)
_LEAD = re.compile(
    r"(?:^|(?<=[.,;:\n(])|(?<=\band)|(?<=\bbut)|(?<=\bwhere)|(?<=\bthat)|(?<=\bwhich)|(?<=\bwhile)) *(?P<only>(?:only|just|solely|exclusively|(?:nobody|no one)(?: else)? (?:but|except|other than|apart from)) )?"
)
_PASSIVE = re.compile(
    r"(?<![\w-])(?:(?:the|these|those|all|their) )*(?P<what>[a-z]+(?: [a-z]+)?) (?:(?:can|may|should|must|shall|will) (?:only |just )?be|(?:is|are|be)) (?:only |just )?(?P<acts>visible|seen|read|viewed|accessible|accessed|edited|changed|updated|deleted|removed|added|created|written|managed|approved|closed)(?:(?:,| and| or) (?P<more>edited|changed|updated|deleted|removed|managed|read|seen))? (?:only |just )?(?:by|to|for) (?:only |just )?(?P<who>(?:the |our |their |its )?[a-z-]+(?: (?:and|or) (?:the )?[a-z-]+| [a-z-]+)?)(?: only| alone)?(?= ?(?:[.,;]|$|and\b))"
)
_NOT_PUBLIC = re.compile(
    r"(?<![\w-])(?:(?:the|these|those|all|their) )?(?P<what>[a-z]+(?: [a-z]+)?) (?:must not|should not|mustn't|shouldn't|may not|are not|is not|aren't|isn't|will not) (?:be )?(?:public|publicly visible|visible to (?:the public|others|everyone|everybody|visitors|guests)|seen by (?:the public|others|everyone|everybody|visitors|guests))(?![\w-])"
)


def read_rights(reading: Reading) -> None:
    """Take sentences about who may do what; the records they name stay open, since more may be said of them."""
    for match in list(_SAMPLES.finditer(reading.open)):
        reading.quiet.append(_span(match))
        reading.open = mask(reading.open, _span(match))
    if not re.search(MONEY, reading.text):
        for match in list(_ACCOUNTS.finditer(reading.open)):
            reading.take(AccessFact(_span(match), "accounts"))
    for match in list(_OWN_LISTS.finditer(reading.open)):
        _read_own_list(reading, match)
    for match in list(_ONLY_OWN.finditer(reading.open)):
        reading.take(PermissionFact(_span(match), ("owner",), ("update", "delete"), (), only=True))
    _read_ways(reading)
    for sentence in reading.sentences:
        for lead in list(_LEAD.finditer(reading.open, sentence.start, sentence.end)):
            _read_clause(reading, lead, sentence.end)
    for match in list(_NOBODY_ELSE.finditer(reading.open)):
        _leave_to_them(reading, match)


def _read_own_list(reading: Reading, match: re.Match[str]) -> None:
    """Take "each student has their own list of books": books, which only whoever added them sees."""
    items = read_items(reading.open, match.end(), reading.sentence_at(match.start()).end)
    words = bare(items[0].words.split()) if items else []
    listed = [" ".join(words[:size]) for size in range(len(words), 0, -1) if is_plural(words[size - 1])]
    noun = object_noun(listed[0]) if listed else None
    who = match["who"]
    if noun is None or (who is not None and not is_people(who.rpartition(" ")[2])):
        return
    span = Span(items[0].span.start, reading.open.index(listed[0], match.end()) + len(listed[0]))
    reading.open = mask(reading.open, Span(span.end, max(span.end, items[0].span.end)))
    reading.note(ThingFact(span, noun, is_kept=True))
    reading.take(PermissionFact(_span(match), ("owner",), ("read", "update", "delete"), (noun,), only=True))


def _read_ways(reading: Reading) -> None:
    """Take who comes in at all, and who need not sign in."""
    for match in list(_SHUT_OUT.finditer(reading.open)) + list(_INTERNAL.finditer(reading.open)):
        reading.note(AccessFact(_span(match), "inside"))
        reading.open = mask(reading.open, _span(match)) if match.re is _SHUT_OUT else reading.open
    for match in list(_WITHOUT.finditer(reading.open)):
        reading.note(AccessFact(_span(match), "open"))
        reading.open = reading.open[: match.start()] + " " * len(match.group()) + reading.open[match.end() :]
    for match in list(_NOT_PUBLIC.finditer(reading.open)):
        owner = object_noun(" ".join(bare(match["what"].split())))
        if owner is not None:
            reading.note(ThingFact(_span(match), owner))
            reading.take(PermissionFact(_span(match), ("admin",), ("read",), (owner,), only=True))
    for match in list(_PASSIVE.finditer(reading.open)):
        _read_passive(reading, match)


def _read_passive(reading: Reading, match: re.Match[str]) -> None:
    """Take "reports are visible to the board only" and "tasks can only be deleted by admins"."""
    who = people_named(reading, match["who"].removesuffix(" only").removesuffix(" alone"))
    is_only = re.search(r"\b(?:only|just|alone)\b", match.group()) is not None
    words = " ".join(bare(match["what"].split()))
    owner = object_noun(words)
    if who is None or not is_only or (owner is None and words not in THAT):
        return
    acts = tuple(act for verb in (match["acts"], match["more"] or "") for act in PASSIVES.get(verb, ()))
    if owner is not None:
        reading.note(ThingFact(_span(match), owner))
    reading.take(PermissionFact(_span(match), who, acts, (owner,) if owner else (), only=True))


def _leave_to_them(reading: Reading, match: re.Match[str]) -> None:
    """Take "nobody else can": what was said last of people's rights is theirs alone."""
    rights = [fact for fact in reading.facts if isinstance(fact, PermissionFact) and fact.span.start < match.start()]
    if rights:
        last = max(rights, key=lambda fact: fact.span.end)
        reading.facts[reading.facts.index(last)] = replace(last, only=True)
        reading.quiet.append(_span(match))
        reading.open = mask(reading.open, _span(match))


def _read_clause(reading: Reading, lead: re.Match[str], end: int) -> None:
    """Take what the people at the start of a clause may do, if it says so."""
    found = _subject(reading, lead.end(), end, is_only=bool(lead["only"]))
    if found is None:
        return
    who, is_third, position = found
    deeds = read_deeds_of(reading.open, position, end, is_third=is_third)
    if not deeds:
        return
    is_only = bool(lead["only"])
    start = lead.start("only") if is_only else lead.end()
    if is_only or is_official(who) or set(who) & {"admin"}:
        _note_deeds(reading, who, deeds, start, is_only=is_only)
    elif "owner" in who or (set(who) <= {"anyone", "signed_in"}):
        _note_plain(reading, who, deeds, start)


def _note_deeds(reading: Reading, who: tuple[str, ...], deeds: list[Deed], start: int, *, is_only: bool) -> None:
    """Note the rights of those who alone have them, or who work with the entries."""
    for deed in deeds:
        if deed.signs_in:
            for role in who:
                reading.note(RoleFact(Span(start, deed.end), role))
        for noun in deed.owners:
            reading.note(ThingFact(Span(deed.start, deed.end), noun, is_kept="create" in deed.acts))
        if deed.path:
            owner = deed.owners[0] if deed.owners else None
            reading.note(ChoicesFact(Span(start, deed.end), owner, "status", deed.path, is_status=True))
            reading.note(FlowFact(Span(start, deed.end), owner, deed.path, who=who))
        acts = deed.acts if is_only or not deed.signs_in else tuple(act for act in deed.acts if act != "read")
        others = tuple(act for act in deed.acts if act not in acts)
        span = Span(start, deed.end)
        if acts:
            reading.note(PermissionFact(span, who, acts, deed.owners, only=is_only or deed.signs_in))
        if others:
            reading.note(PermissionFact(span, who, others, deed.owners, only=False))
    if is_only:
        reading.open = mask(reading.open, Span(start, deeds[0].begin))
        for deed in deeds:
            reading.open = mask(reading.open, Span(deed.begin, deed.start if deed.owners else deed.end))


def _note_plain(reading: Reading, who: tuple[str, ...], deeds: list[Deed], start: int) -> None:
    """Note what anybody may do, and what only concerns whoever added an entry."""
    for deed in deeds:
        span = Span(start, deed.end)
        crud = tuple(act for act in deed.acts if act in DOES)
        if "owner" in who and set(deed.acts) - set(crud):
            reading.note(PermissionFact(span, ("owner",), deed.acts, deed.owners, only=True))
        elif who == ("anyone",) and set(crud) & {"create", "read"}:
            reading.note(
                PermissionFact(
                    span, who, tuple(act for act in crud if act in {"create", "read"}), deed.owners, only=False
                )
            )
        elif who == ("signed_in",) and set(crud) & {"read", "update", "delete"}:
            is_only = _REGISTERED.match(reading.text, start) is not None
            reading.note(PermissionFact(span, who, crud, deed.owners, only=is_only))


def _subject(
    reading: Reading, start: int, end: int, *, is_only: bool
) -> tuple[tuple[str, ...], bool | None, int] | None:
    """Return who acts, whether the verb stands in the third person (None: either), and where it stands."""
    words: list[Token] = []
    for token in tokens(reading.open, start, end):
        if (
            len(words) > _WHO_LIMIT
            or (not words and token.text == ",")
            or not (token.text[0].isalpha() or token.text == ",")
        ):
            return None
        is_modal = token.text in {"can", "may", "should", "must", "shall", "will", "could"} or (
            token.text == "to" and is_only
        )
        if words and (is_modal or verb_at(reading.open, token, None) is not None):
            who = people_named(reading, " ".join(word.text for word in words))
            if who is not None:
                return who, is_third_person(" ".join(word.text for word in words), is_modal=is_modal), token.span.start
            if is_modal:
                return None
        words.append(token)
    return None


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
