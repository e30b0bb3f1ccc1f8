"""Read who alone, or who too, may do what: "only the board reads them", "curators log in to enter objects"."""
# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from dataclasses import replace

from appbuilder.planner.inflect import is_plural, singular
from appbuilder.planner.lexicon.rights import (
    ACCOUNTS,
    ACTED,
    BELONGS,
    DOES,
    INTERNAL,
    MONEY,
    NO_ACCESS,
    OF_OTHERS,
    OUTSIDERS,
    OWN_LISTS,
    PASSIVES,
    SAMPLES,
    SEES,
    SHUT_OUT,
    THAT,
    WITHOUT,
)
from appbuilder.planner.reading.behaviours import object_noun
from appbuilder.planner.reading.facts import BeyondFact, ChoicesFact, Reading, ThingFact
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.predicates import Deed, read_deeds_of, verb_at
from appbuilder.planner.reading.whom import is_official, is_third_person, people_named
from appbuilder.planner.reading.wishes import AccessFact, FlowFact, PermissionFact, RoleFact
from appbuilder.planner.reading.words import Token, bare, known_noun, read_items, tokens
from appbuilder.planner.text import Span, mask

_WHO_LIMIT = 9
_WITHOUT = re.compile(rf"(?<![\w-])(?:{'|'.join(WITHOUT)})(?![\w-])")
_REGISTERED = re.compile(r"(?:only )?(?:registered|signed-in|logged-in|signed in|logged in|authenticated) ")
_SEEING = re.compile(r"\b(?:see|view|read|access)s?\b")
_SAMPLES = re.compile(rf"(?<![\w-]){SAMPLES}(?![\w-])")
_ACCOUNTS = re.compile(rf"(?<![\w-])(?:{ACCOUNTS})(?![\w-])")
_OWN_LISTS = re.compile(rf"(?<![\w-]){OWN_LISTS}(?=[a-z])")
_ONLY_OWN = re.compile(
    rf"(?<![\w-])(?:(?:an? |each |every )?[a-z]+ )?(?:can |may |should )?(?P<only>only )?(?:edit|change|delete|update|remove|see|view|read|access)s?(?:(?:,| and| or|, and) (?:edit|change|delete|update|remove|see)s?)* (?(only)|only )(?:what|(?:only )?(?:the |those )?(?P<what>ones|those|things|entries|[a-z]+s)(?: that| which)?) {ACTED}(?![\w-])"
)
_NOBODY_ELSE = re.compile(
    rf"(?<![\w-])(?:nobody else|no one else|others|(?P<other>other [a-z]+s)|(?:everyone|everybody) else|the rest|all others)(?: {SHUT_OUT}(?: the [a-z]+)?)?(?= ?(?:[.,;]|$))"
)
_INTERNAL = re.compile(rf"(?<![\w-])(?:{INTERNAL})(?![\w-])")
_SHUT_OUT = re.compile(
    rf"(?<![\w-]){OUTSIDERS} {SHUT_OUT}(?= ?(?:[.,;]|$|and\b))|(?<![\w-])(?:nobody|no one) (?:from )?outside(?: (?:of )?(?:the |our )?[a-z]+)? {SEES}(?= ?(?:[.,;]|$|and\b))"
)
_UNPUBLISHED = frozenset({"draft", "unpublished one", "pending one"})
_NO_ACCESS = re.compile(rf"(?<![\w-])(?:the )?(?P<who>[a-z]+s) (?:{NO_ACCESS})(?= ?(?:[.,;]|$|and\b))")
_BELONGS = re.compile(rf"(?<![\w-])(?:{BELONGS})(?![\w-])")
_OF_OTHERS = re.compile(rf"(?<![\w-])(?:{OF_OTHERS})(?= ?(?:[.,;]|$|and\b))")
_LEAD = re.compile(
    r"(?:^|(?<=[.,;:\n(])|(?<=\band)|(?<=\bbut)|(?<=\bwhere)|(?<=\bthat)|(?<=\bwhich)|(?<=\bwhile)) *(?P<only>(?:only|just|solely|exclusively|(?:nobody|no one)(?: else)? (?:but|except|other than|apart from)) )?"
)
_PASSIVE = re.compile(
    r"(?<![\w-])(?:(?:the|these|those|all|their) )*(?P<what>[a-z]+(?: [a-z]+)?) (?:(?:can|may|should|must|shall|will) (?:only |just |also |then )?be|(?:is|are|be)) (?:only |just )?(?P<acts>visible|seen|read|viewed|accessible|accessed|edited|changed|updated|deleted|removed|added|created|written|managed|approved|rejected|accepted|declined|refused|closed|confirmed|cancelled|published|resolved|completed|reopened)(?:(?:,| and| or) (?P<more>edited|changed|updated|deleted|removed|managed|read|seen))? (?:only |just )?(?:by|to|for) (?:only |just )?(?P<who>(?:the |our |their |its )?[a-z-]+(?: (?:and|or) (?:the )?[a-z-]+| [a-z-]+)?)(?: only| alone)?(?= ?(?:[.,;]|$|and\b))"
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
        acts = ("read", "update", "delete") if _SEEING.search(match.group()) else ("update", "delete")
        owner = object_noun(" ".join(bare((match["what"] or "").split())))
        if owner is not None:
            reading.note(ThingFact(_span(match), owner))
        reading.take(PermissionFact(_span(match), ("owner",), acts, (owner,) if owner else (), only=True))
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
    for match in [
        *_SHUT_OUT.finditer(reading.open),
        *_INTERNAL.finditer(reading.open),
        *_NO_ACCESS.finditer(reading.open),
    ]:
        if "who" not in match.groupdict() or is_people(match["who"]):
            reading.note(AccessFact(_span(match), "inside"))
            reading.open = reading.open if match.re is _INTERNAL else mask(reading.open, _span(match))
    for match in list(_BELONGS.finditer(reading.open)):
        reading.take(AccessFact(_span(match), "accounts"))
    for match in list(_OF_OTHERS.finditer(reading.open)):
        owner = object_noun(" ".join(bare((match["what"] or match["other"]).split())))
        if owner is not None:
            reading.note(ThingFact(_span(match), owner))
            reading.take(PermissionFact(_span(match), ("owner",), ("read", "update", "delete"), (owner,), only=True))
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
    """Take "reports are visible to the board only" and "a claim can also be rejected by the manager"."""
    who = people_named(reading, match["who"].removesuffix(" only").removesuffix(" alone"))
    is_only = re.search(r"\b(?:only|just|alone)\b", match.group()) is not None
    words = " ".join(bare(match["what"].split()))
    owner = object_noun(words) or known_noun(words)
    acts = tuple(act for verb in (match["acts"], match["more"] or "") for act in PASSIVES.get(verb, ()))
    is_move = not set(acts) & DOES.keys()
    if who is None or not (is_only or is_move) or (owner is None and words not in THAT):
        return
    if singular(words) in _UNPUBLISHED:
        _read_drafts(reading, match)
        return
    if owner is not None:
        reading.note(ThingFact(_span(match), owner))
    reading.take(PermissionFact(_span(match), who, acts, (owner,) if owner else (), only=is_only))


def _read_drafts(reading: Reading, match: re.Match[str]) -> None:
    """Take "drafts are seen by their author only": entries begin as drafts; who sees them stays the same."""
    reading.note(ChoicesFact(_span(match), None, "status", ("draft", "published"), is_status=True))
    reading.note(FlowFact(_span(match), None, ("draft", "published"), back=(("published", "draft"),)))
    reading.note(AccessFact(_span(match), "accounts"))
    reading.take(BeyondFact(_span(match), "visibility", "the same people see an entry in every status"))


def _leave_to_them(reading: Reading, match: re.Match[str]) -> None:
    """Take "nobody else can": what was said last of people's rights is theirs alone."""
    rights = [fact for fact in reading.facts if isinstance(fact, PermissionFact) and fact.span.start < match.start()]
    if rights:
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
    if is_only:
        reading.open = mask(reading.open, Span(start, deeds[0].begin))
        for deed in deeds:
            reading.open = mask(reading.open, Span(deed.begin, deed.start if deed.owners else deed.end))


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
        elif who == ("signed_in",) and set(crud) & {"read", "update", "delete"}:
            found, acts, is_only = who, crud, _REGISTERED.match(reading.text, start) is not None
        else:
            continue
        if acts:
            reading.note(PermissionFact(span, found, acts, deed.owners, is_only))


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
