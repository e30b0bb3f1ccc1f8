"""Plan a change to an app that is there already."""

from appbuilder.planner.applying import apply_wishes
from appbuilder.planner.building.state import Draft
from appbuilder.planner.editing import Editing
from appbuilder.planner.following.absences import apply_absences
from appbuilder.planner.following.commands import RemoveFact, RenameFact, read_additions, read_removals, read_renames
from appbuilder.planner.following.edit import remove, rename
from appbuilder.planner.following.extend import extend
from appbuilder.planner.model import Plan, RequestNotUnderstood
from appbuilder.planner.moving import move_site
from appbuilder.planner.reading.access import read_access
from appbuilder.planner.reading.acts import read_denials
from appbuilder.planner.reading.admission import read_admission
from appbuilder.planner.reading.automation import read_automation
from appbuilder.planner.reading.behaviours import read_behaviours
from appbuilder.planner.reading.beyond import read_beyond
from appbuilder.planner.reading.choices import read_choices
from appbuilder.planner.reading.facts import BeyondFact, Reading, ThemeFact
from appbuilder.planner.reading.fields import read_fields
from appbuilder.planner.reading.flows import read_flows
from appbuilder.planner.reading.limits import read_limits
from appbuilder.planner.reading.look import read_look
from appbuilder.planner.reading.negations import read_negations, read_removed_features
from appbuilder.planner.reading.order import read_order
from appbuilder.planner.reading.pages import read_pages
from appbuilder.planner.reading.relations import read_pairs, read_relations
from appbuilder.planner.reading.reports import read_reports, read_views
from appbuilder.planner.reading.rights import read_rights
from appbuilder.planner.reading.rules import read_rules
from appbuilder.planner.reading.totals import read_totals
from appbuilder.planner.reading.uploads import read_uploads
from appbuilder.planner.refusing import check_words
from appbuilder.planner.serving import leave_out_pages, with_pages, without_pages
from appbuilder.planner.sites import change_site
from appbuilder.planner.tracing import trace
from appbuilder.spec import AppSpec, set_theme

_RULES = (
    read_removed_features,
    read_admission,
    read_rights,
    read_negations,
    read_automation,
    read_beyond,
    read_look,
    read_renames,
    read_limits,
    read_access,
    read_uploads,
    read_pairs,
    read_flows,
    read_views,
    read_denials,
    read_removals,
    read_behaviours,
    read_pages,
    read_order,
    read_totals,
    read_reports,
    read_choices,
    read_rules,
    read_relations,
    read_additions,
    read_fields,
)


def plan_follow_up(spec: AppSpec, request: str) -> Plan:
    """Return the plan for a change to the app of `spec`; raises RequestNotUnderstood when nothing would change.

    Ids stay, a rename records the earlier name, and new fields are optional, so stored entries stay valid.
    """
    if spec.template == "static":
        return change_site(spec, request) or move_site(spec, request)
    if spec.template == "api":
        return without_pages(_changed(with_pages(spec), request, suggestions_for(spec), has_pages=False))
    return _changed(spec, request, suggestions_for(spec), has_pages=True)


def _changed(spec: AppSpec, request: str, suggestions: tuple[str, str], *, has_pages: bool) -> Plan:
    check_words(request, suggestions)
    reading = Reading.of(request)
    reading.app_nouns = {name for entity in spec.entities for name in (entity.name, entity.plural)}
    for rule in _RULES:
        rule(reading)
    refused = [] if has_pages else leave_out_pages(reading)
    editing = Editing(spec, reading, is_follow_up=True, refused=refused)
    for fact in reading.facts:
        if isinstance(fact, RenameFact):
            rename(editing, fact)
        elif isinstance(fact, RemoveFact):
            remove(editing, fact)
        elif isinstance(fact, ThemeFact):
            _paint(editing, fact)
    apply_absences(editing)
    extend(editing, reading)
    apply_wishes(editing)
    if editing.spec == spec or not editing.changes:
        raise RequestNotUnderstood(_why(reading, editing), suggestions)
    draft = Draft(reading, trace=editing.trace, refused=editing.refused)
    included, not_included = trace(draft)
    changes = tuple(dict.fromkeys(editing.changes))
    return Plan(editing.spec, f"{'; '.join(changes)}.", included, not_included, changes)


def _paint(editing: Editing, fact: ThemeFact) -> None:
    painted = set_theme(editing.spec, **{fact.part: fact.value})
    if painted != editing.spec:
        editing.spec = painted
        part = {"mode": "theme", "surface": "colour of cards"}.get(fact.part, f"{fact.part} colour")
        editing.changes.append(f"The {part} is {fact.value} now")


def _why(reading: Reading, editing: Editing) -> str:
    reasons = [reason for _, reason in editing.refused]
    reasons += [fact.reason for fact in reading.facts if isinstance(fact, BeyondFact)]
    if reasons:
        return f"Nothing in the app would change: {reasons[0]}."
    if editing.trace:
        return "Nothing in the app would change: it has this already."
    return "Nothing in the app would change: the request names no field, record, colour or order to change."


def suggestions_for(spec: AppSpec) -> tuple[str, str]:
    """Return two follow-ups that work on this app."""
    main = spec.entities[0]
    first = "add a rating from 1 to 5" if main.find_field("rating") is None else "add a note"
    accent = "orange" if spec.theme.accent != "orange" else "teal"
    mode = "light" if spec.theme.mode == "dark" else "dark"
    if not spec.kind.has_web:
        return f"{first} to {main.plural_label.lower()}", f"add comments to {main.plural_label.lower()}"
    return f"{first} to {main.plural_label.lower()}", f"use a {mode} theme with {accent} accents"
