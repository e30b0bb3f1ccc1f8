"""Rank people and entries: leaderboards with the largest rows first."""

from appbuilder.planner.applying.measuring import main_number, make_report, named_number, score_of
from appbuilder.planner.editing import Editing
from appbuilder.planner.reading.people import is_people
from appbuilder.planner.reading.wishes import ReportFact
from appbuilder.spec import Entity, Field, Report, changed
from appbuilder.spec.fields import GROUP_TYPES


def ranks_people(editing: Editing, fact: ReportFact) -> bool:
    """Tell a leaderboard of people from one of entries."""
    words = fact.what or ""
    if not words:
        return True
    if editing.entity(words) is not None:
        return False
    return is_people(words.split()[-1]) or any(named_number(entity, words) for entity in editing.spec.entities)


def people_ranking(editing: Editing, fact: ReportFact) -> list[Report]:
    """The people with the most entries, or with the largest sum of a number that is named."""
    told = fact.by or fact.what or ""
    named = next((entity for entity in editing.spec.entities if told and editing.entity(told) == entity), None)
    counted = editing.entity(told.removeprefix("number of ").removeprefix("total ")) if told else None
    holder = next((entity for entity in editing.spec.entities if told and named_number(entity, told)), None)
    scored = next((entity for entity in editing.spec.entities if score_of(entity)), None)
    entity = named or counted or holder or scored or editing.main
    number = (
        named_number(entity, told)
        if told and not (named or counted)
        else score_of(entity)
        if entity == scored
        else None
    )
    report = make_report(entity, number, ("owner", None), _unsplit(fact))
    most = f"the highest {number.label.lower()}" if number else f"the most {entity.plural_label.lower()}"
    return [changed(report, title=f"People with {most}"[:80], display="table", limit=fact.limit)]


def entries_ranking(editing: Editing, fact: ReportFact, entity: Entity, number: Field | None) -> list[Report]:
    """A leaderboard: the largest rows of entries that point to what is ranked, or of the entity by its groups."""
    for child in editing.spec.children(entity.id):
        link = next(field for field in child.references if field.reference == entity.id)
        if not link.many:
            measured = named_number(child, fact.by or "score points") or main_number(child)
            report = make_report(child, measured, (link.id, None), _unsplit(fact))
            return [changed(report, title=f"Top {entity.plural_label.lower()}"[:80], display="table", limit=fact.limit)]
    if number is None and fact.by is None and opinions_of(entity):
        return []
    group = next(
        (field for field in entity.fields if field.type in GROUP_TYPES - {"rating", "boolean"} and not field.many), None
    )
    if group is None:
        return []
    report = make_report(entity, number or main_number(entity), (group.id, None), _unsplit(fact))
    return [changed(report, display="table", limit=fact.limit)]


def opinions_of(entity: Entity) -> str | None:
    """What people think of entries, by which their list can be ordered; None where they say nothing."""
    if entity.behaviours.ratings:
        return "ratings"
    return "votes" if entity.behaviours.votes != "off" else None


def _unsplit(fact: ReportFact) -> ReportFact:
    """The wish without its own split, since a ranking is split by what it ranks."""
    return ReportFact(fact.span, fact.kind, fact.what, None, None, None, fact.limit)
