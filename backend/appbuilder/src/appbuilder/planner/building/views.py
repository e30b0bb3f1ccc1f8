"""From facts to what a list shows: order, search, filters, totals, and what people may do."""

import dataclasses

from appbuilder.planner.building.draft import DraftEntity, DraftField, DraftTotal
from appbuilder.planner.building.shaping import make_draft_field
from appbuilder.planner.building.state import Draft
from appbuilder.planner.building.types import is_known
from appbuilder.planner.inflect import sentence_case, singular
from appbuilder.planner.lexicon.actions import GROUPING
from appbuilder.planner.lexicon.fields import AUTHORS, FILTERED, PRICES, SIZES
from appbuilder.planner.reading.facts import ActFact, FindFact, Item, SortFact, TotalFact
from appbuilder.planner.reading.wishes import BehaviourFact
from appbuilder.planner.reading.words import known_noun
from appbuilder.planner.text import Span
from appbuilder.spec.fields import DATE_TYPES, UNTYPED

_NUMBERS = frozenset({"integer", "decimal", "money", "rating"})
_GROUPS = frozenset({"enum", "boolean", "reference", "rating"})
_TEXTS = frozenset({"text", "long_text", "email", "url", "phone"})
_NAME_WORDS = 2
_TIME_WORDS = frozenset(
    {"date", "time", "creation date", "creation time", "date added", "recency", "time of entry", "newest"}
)


_FILTERS_LIMIT = 6
_ANY_WORD = frozenset(
    {"keyword", "keywords", "key word", "name or keyword", "text", "term", "terms", "words", "anything"}
)


def draft_views(draft: Draft) -> None:
    """Put order, search, filters, totals and rights on the entities of the draft."""
    for entity in draft.entities:
        _usual_filters(entity)
    for fact in draft.reading.facts:
        if isinstance(fact, SortFact):
            _sort(draft, fact)
        elif isinstance(fact, FindFact):
            _find(draft, fact)
        elif isinstance(fact, TotalFact):
            _total(draft, fact)
        elif isinstance(fact, ActFact):
            _act(draft, fact)


def _usual_filters(entity: DraftEntity) -> None:
    """Narrow lists from the start by price, day, author and the like; a list shows so many filters and no more."""
    able = [each for each in entity.fields if each.filterable is None and not each.unique and not each.many]
    already = sum(each.type in _GROUPS or (each.type == "text" and each.words in FILTERED) for each in entity.fields)
    wanted = [each for each in able if each.type == "money" and set(each.words.split()) & PRICES]
    wanted += [each for each in able if each.type in DATE_TYPES and "birth" not in each.words][:1]
    wanted += [each for each in able[1:] if each.type == "text" and each.words in AUTHORS]
    wanted += [each for each in able if each.type in {"integer", "decimal"} and set(each.words.split()) & SIZES]
    for each in wanted[: max(0, _FILTERS_LIMIT - already)]:
        each.filterable = True


def _with_field(draft: Draft, words: str, owner: DraftEntity) -> DraftEntity | None:
    """Return the entity that has the field: the owner first."""
    holder = next((each for each in [owner, *draft.entities] if each.find(words)), None)
    priced = [each for each in [owner, *draft.entities] if words == "price" and each.find_money()]
    holder = holder or next(iter(priced), None)
    is_name = is_known(words) or (len(words.split()) <= _NAME_WORDS and words in FILTERED | GROUPING)
    if holder is None and is_name and words not in _TIME_WORDS:
        owner.put(make_draft_field(owner, Item(words, "", Span(0, 0))))
        return owner
    return holder


def _sort(draft: Draft, fact: SortFact) -> None:
    entity = draft.owner(fact.owner, fact)
    if fact.field is None:
        if fact.descending is None:
            draft.trace.append((fact.span, f"{sentence_case(entity.plural)} can be sorted by their columns"))
            return
        targets = draft.entities if fact.owner is None and draft.entity(fact.owner) is None else [entity]
        main = entity if entity in targets else targets[0]
        main.sort = (None, fact.descending)
        draft.trace.append(
            (fact.span, f"{sentence_case(main.plural)}: {'newest' if fact.descending else 'oldest'} first")
        )
        return
    if fact.field == "votes":
        draft.refused.append((fact.span, "a list does not start in the order of votes"))
        return
    holder = _with_field(draft, fact.field, entity)
    if holder is None and fact.field == "title":
        holder = entity
    found = (
        (holder.find(fact.field) or (fact.field == "price" and holder.find_money()) or _title(holder))
        if holder
        else None
    )
    if holder is None or found is None:
        _sort_by_time(draft, fact, entity)
    elif found.type in {"long_text", "url", "reference"}:
        draft.refused.append((fact.span, f"a list cannot be sorted by {found.words}"))
    else:
        found.sortable = True
        descending = found.type == "rating" if fact.descending is None else fact.descending
        if holder.sort is None:
            holder.sort = (found.name, descending)
        order = "descending" if descending else "ascending"
        draft.trace.append((fact.span, f"{sentence_case(holder.plural)}: sorted by {found.words}, {order}"))


def _sort_by_time(draft: Draft, fact: SortFact, entity: DraftEntity) -> None:
    if fact.field in _TIME_WORDS:
        entity.sort = (None, fact.descending is not False)
        draft.trace.append((fact.span, f"{sentence_case(entity.plural)}: sorted by the time of entry"))
    else:
        draft.refused.append((fact.span, f"no record has a field called {fact.field} to sort by"))


def _title(entity: DraftEntity) -> DraftField | None:
    return next((each for each in entity.fields if each.type == "text"), None)


def _find(draft: Draft, fact: FindFact) -> None:
    entity = draft.owner(fact.owner, fact)
    named = tuple(words for words in fact.fields if words not in _ANY_WORD)
    if len(named) < len(fact.fields):
        _find_all(draft, dataclasses.replace(fact, way="search", fields=()), entity)
        if not named:
            return
        fact = dataclasses.replace(fact, fields=named)
    if not fact.fields or (len(fact.fields) == 1 and draft.entity(fact.fields[0]) is not None):
        entity = draft.entity(fact.fields[0]) or entity if fact.fields else entity
        _find_all(draft, fact, entity)
        return
    found: list[str] = []
    for words in fact.fields:
        holder = _with_field(draft, words, entity)
        made = holder.find(words) if holder else None
        if made is None or not _make_findable(fact.way, made):
            draft.refused.append((fact.span, f"{fact.way} by {words}: no record has such a field"))
        else:
            found.append(made.words)
    if found:
        label = "search in" if fact.way == "search" else "filter by"
        draft.trace.append((fact.span, f"{sentence_case(entity.plural)}: {label} {', '.join(found)}"))


def _make_findable(way: str, made: DraftField) -> bool:
    if made.type in UNTYPED:
        return False
    if way == "search" and made.type in _TEXTS:
        made.searchable = True
    else:
        made.filterable = True
    return True


def _find_all(draft: Draft, fact: FindFact, entity: DraftEntity) -> None:
    if fact.way == "search":
        searched = [each for each in entity.fields if each.type in {"text", "long_text", "email"}]
        for each in searched:
            each.searchable = True
        names = ", ".join(each.words for each in searched)
        draft.trace.append((fact.span, f"{sentence_case(entity.plural)}: search in {names}" if names else "search"))
        return
    usual = [each for each in entity.fields if each.type in _GROUPS]
    if not usual:
        usual = [each for each in entity.fields if each.type == "text"][-1:]
    for each in usual:
        each.filterable = True
    names = ", ".join(each.words for each in usual)
    if names:
        draft.trace.append((fact.span, f"{sentence_case(entity.plural)}: filter by {names}"))
    else:
        draft.refused.append((fact.span, f"{entity.plural} have no field to filter by"))


def _total(draft: Draft, fact: TotalFact) -> None:
    holder, made = _measured(draft, fact)
    if fact.kind == "sum" and fact.what is None and fact.by and made is None:  # "totals per status" without a number
        fact = dataclasses.replace(fact, kind="count")
        holder, made = _measured(draft, fact)
    by = _group(draft, holder, fact.by) if holder and fact.by else None
    rated = [each for each in draft.reading.facts if isinstance(each, BehaviourFact) and each.name == "ratings"]
    if made is None and rated and "rating" in (fact.what or ""):
        draft.trace.append((fact.span, "each entry shows its average rating"))
    elif holder is None or (fact.kind != "count" and made is None):
        draft.refused.append((fact.span, f"nothing to {fact.kind}: no record has such a number"))
    elif fact.by and by is None:
        reason = f"{fact.by} is nothing to split by; totals go by choices, yes or no, and links"
        draft.refused.append((fact.span, reason))
    else:
        label = _label(fact.kind, holder, made, by)
        total = DraftTotal(
            fact.kind, made.name if made and fact.kind != "count" else None, by.name if by else None, label
        )
        if total not in holder.totals and len(holder.totals) < 12:  # noqa: PLR2004 - the spec's limit
            holder.totals.append(total)
        draft.trace.append(
            (fact.span, f"{sentence_case(holder.plural)}: {label[:1].lower()}{label[1:]} above the list")
        )


def _measured(draft: Draft, fact: TotalFact) -> tuple[DraftEntity | None, DraftField | None]:
    """Return the entity that is measured and, for sums and averages, its number field."""
    words = fact.what or ""
    entity = draft.entity(known_noun(words) or words) if words else None
    if fact.kind == "count":
        return entity or _counted(draft, fact), None
    if (entity is not None and entity.noun != words.split()[-1]) or (entity is not None and not _number(entity, words)):
        return entity, _first_number(entity, fact.kind)
    near = draft.spoken_of(fact)
    candidates = [near, *[each for each in draft.entities if each is not near]]
    for each in candidates:
        found = _number(each, words) if words else None
        if found is not None:
            return each, found
    if words and not set(words.split()) & {
        "amount",
        "sum",
        "value",
        "money",
        "spent",
        "cost",
        "spending",
        "all",
        "everything",
    }:
        return None, None
    return next(((each, number) for each in candidates if (number := _first_number(each, fact.kind))), (None, None))


def _counted(draft: Draft, fact: TotalFact) -> DraftEntity | None:
    if fact.what and fact.what not in {"entries", "records", "items", "them", "total"}:
        return None
    by = fact.by or ""
    return _with_field(draft, by, draft.spoken_of(fact)) if by else draft.spoken_of(fact)


def _number(entity: DraftEntity, words: str) -> DraftField | None:
    found = entity.find(words)
    return found if found is not None and found.type in _NUMBERS else None


def _first_number(entity: DraftEntity, kind: str) -> DraftField | None:
    wanted = ("rating", "decimal", "integer", "money") if kind == "average" else ("money", "decimal", "integer")
    numbers = [each for each in entity.fields if each.type in wanted]
    return min(numbers, key=lambda each: wanted.index(each.type), default=None)


def _group(draft: Draft, holder: DraftEntity, words: str) -> DraftField | None:
    other = draft.entity(words)
    found = holder.find(words) or (holder.reference_to(other.noun) if other else None)
    return found if found is not None and found.type in _GROUPS else None


def _label(kind: str, holder: DraftEntity, made: DraftField | None, by: DraftField | None) -> str:
    tail = f" by {by.words}" if by else ""
    if kind == "count" or made is None:
        return sentence_case(f"number of {holder.plural}{tail}")[:80]
    words = made.words.removeprefix("total ")
    return sentence_case(f"{'total' if kind == 'sum' else 'average'} {words}{tail}")[:80]


def _act(draft: Draft, fact: ActFact) -> None:
    if fact.allowed:
        verb = {"create": "added", "read": "listed and opened", "update": "changed", "delete": "deleted"}[fact.act]
        draft.trace.append((fact.span, f"entries can be {verb}"))
        return
    entity = draft.spoken_of(fact)
    entity.forbidden.add(fact.act)
    draft.trace.append((fact.span, f"{sentence_case(singular(entity.noun))}: no {fact.act}"))
