"""Read who alone, or who too, may do what: "only the board reads them", "curators log in to enter objects"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from dataclasses import replace

from appbuilder.planner.lexicon.rights import DOES, GROUPS, OURSELVES, SEEING, SHUT_OUT
from appbuilder.planner.reading.facts import ChoicesFact, Reading, ThingFact
from appbuilder.planner.reading.predicates import EVERY_MOVE, Deed, read_deeds_of, verb_at
from appbuilder.planner.reading.whom import is_official, is_public, is_third_person, people_named
from appbuilder.planner.reading.wishes import AccessFact, FlowFact, PermissionFact, RoleFact
from appbuilder.planner.reading.words import Token, tokens
from appbuilder.planner.text import Span, mask

_WHO_LIMIT = 9
_SUBJECT_LENGTH = 200
_ADVERBS = frozenset({"only", "just", "also", "then", "always", "simply"})
_REGISTERED = re.compile(r"(?:only )?(?:registered|signed-in|logged-in|signed in|logged in|authenticated) ")
_SEEING = re.compile(SEEING)
_ALL_OF_US = re.compile(
    r"(?:all|any|every|everyone|everybody|anyone|anybody|the (?:whole )?(?:family|team|club|crew))\b"
)
_NOBODY_ELSE = re.compile(
    rf"(?<![\w-])(?:nobody else|no one else|others|(?P<other>other [a-z]+s)|(?:everyone|everybody) else|the rest|all others)(?: {SHUT_OUT}(?: the [a-z]+)?)?(?= ?(?:[.,;]|$))"
)
_LEAD = re.compile(
    r"(?:^|(?<=[.,;:\n(])|(?<=\band)|(?<=\bbut)|(?<=\bwhere)|(?<=\bthat)|(?<=\bwhich)|(?<=\bwhile)) *(?P<only>(?:only|just|solely|exclusively|(?:nobody|no one)(?: else)? (?:but|except|other than|apart from)) )?"
)


def read_rights(reading: Reading) -> None:
    """Take sentences about who may do what; the records they name stay open, since more may be said of them."""
    for sentence in reading.sentences:
        for lead in list(_LEAD.finditer(reading.open, sentence.start, sentence.end)):
            _read_clause(reading, lead, sentence.end)
    for match in list(_NOBODY_ELSE.finditer(reading.open)):
        _leave_to_them(reading, match)


def _leave_to_them(reading: Reading, match: re.Match[str]) -> None:
    """Take "nobody else can": what was said last of people's rights is theirs alone."""
    rights = [fact for fact in reading.facts if isinstance(fact, PermissionFact) and fact.span.start < match.start()]
    if not rights and _SEEING.search(match.group()):
        reading.take(AccessFact(_span(match), "inside"))
    elif rights:
        last = max(rights, key=lambda fact: fact.span.end)
        who = last.who if match["other"] is None else tuple(dict.fromkeys(("owner", *last.who)))
        reading.facts[reading.facts.index(last)] = replace(last, who=who, only=True)
        reading.quiet.append(_span(match))
        reading.open = mask(reading.open, _span(match))


def _read_clause(reading: Reading, lead: re.Match[str], end: int) -> None:
    """Take what the people at the start of a clause may do, if it says so."""
    found = _subject(reading, lead.end(), end, is_only=bool(lead["only"]))
    if found is None:
        return
    who, is_third, position = found
    words = reading.open[lead.end() : position].strip()
    deeds = read_deeds_of(reading.open, position, end, is_third=is_third)
    if not deeds:
        return
    is_only = bool(lead["only"])
    is_ours = not is_only and who == ("admin",) and set(re.split(r"\W+", words)) & OURSELVES
    if is_ours and not is_public(reading) and not deeds[0].signs_in:
        return  # those who use the app
    start = lead.start("only") if is_only else lead.end()
    if re.match(r"(?:the )?owner of ", words) and not words.endswith((" site", " shop", " business", " app")):
        return  # whom another entry belongs to
    if is_only or is_official(who, words) or set(who) & {"admin"}:
        _note_deeds(reading, who, deeds, start, is_only=is_only)
    else:
        _note_plain(reading, who, deeds, start)


def _note_deeds(reading: Reading, who: tuple[str, ...], deeds: list[Deed], start: int, *, is_only: bool) -> None:
    """Note the rights of those who alone have them, or who work with the entries."""
    for deed in deeds:
        span = Span(start, deed.end)
        if deed.signs_in:
            for role in who:
                reading.note(RoleFact(span, role))
        for noun in deed.owners:
            reading.note(ThingFact(Span(deed.start, deed.end), noun, is_kept="create" in deed.acts))
        if deed.path and is_only:
            owner = deed.owners[0] if deed.owners else None
            reading.note(ChoicesFact(span, owner, "status", deed.path, is_status=True))
            reading.note(FlowFact(span, owner, deed.path, who=who))
        _note_rights(reading, who, deed, span, is_only=is_only)
    if not is_only:
        _mask_plain(reading, who, deeds, start)
    if is_only:
        reading.open = mask(reading.open, Span(start, deeds[0].begin))
        for deed in deeds:
            reading.open = mask(reading.open, Span(deed.begin, deed.start if deed.owners else deed.end))


def _mask_plain(reading: Reading, who: tuple[str, ...], deeds: list[Deed], start: int) -> None:
    """Blank out what later rules would misread: boards that create something, and states told after another deed."""
    if who[0].rpartition(" ")[2] in GROUPS:
        reading.open = mask(reading.open, Span(start, deeds[0].start))
    for deed in deeds[1:]:
        if not set(deed.acts) & (DOES.keys() | {EVERY_MOVE}) and not deed.owners:
            reading.open = mask(reading.open, Span(deed.begin, deed.end))


def _note_rights(reading: Reading, who: tuple[str, ...], deed: Deed, span: Span, *, is_only: bool) -> None:
    """Note what is theirs alone, which is all but reading for those who sign in to do it, and what is theirs too."""
    acts = tuple(act for act in deed.acts if act == "create" or not deed.is_own or is_only)
    alone = acts if is_only else tuple(act for act in acts if act != "read" and deed.signs_in)
    too = tuple(act for act in acts if act not in alone)
    if alone:
        reading.note(PermissionFact(span, who, alone, deed.owners, only=True, for_all=deed.for_all))
    if too:
        reading.note(PermissionFact(span, who, too, deed.owners, only=False, for_all=deed.for_all))


def _note_plain(reading: Reading, who: tuple[str, ...], deeds: list[Deed], start: int) -> None:
    """Note what anybody may do, and what only concerns whoever added an entry."""
    for deed in deeds:
        span = Span(start, deed.end)
        crud = tuple(act for act in deed.acts if act in DOES)
        is_only = False
        if ("owner" in who or deed.is_own) and set(deed.acts) - set(crud):
            found, acts, is_only = ("owner",), deed.acts, True
        elif deed.is_own and "create" not in crud:
            continue
        elif who == ("anyone",) and set(crud) & {"update", "delete"}:
            found, acts = ("signed_in",), crud
        elif who == ("anyone",):
            found, acts = who, crud
        elif who == ("signed_in",) and (
            _REGISTERED.match(reading.text, start) or _ALL_OF_US.match(reading.text, start)
        ):
            is_only = _REGISTERED.match(reading.text, start) is not None
            found, acts = who, tuple(act for act in crud if act == "read" or not is_only)
        else:
            continue
        if acts:
            reading.note(PermissionFact(span, found, acts, deed.owners, is_only))
        for noun in deed.owners if "create" in acts else ():
            reading.note(ThingFact(Span(deed.start, deed.end), noun, is_weak=True))


def _subject(
    reading: Reading, start: int, end: int, *, is_only: bool
) -> tuple[tuple[str, ...], bool | None, int] | None:
    """Return who acts, whether the verb stands in the third person (None: either), and where it stands."""
    words: list[Token] = []
    for token in tokens(reading.open, start, min(end, start + _SUBJECT_LENGTH)):
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
        if token.text not in _ADVERBS or not words:
            words.append(token)
    return None


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())
