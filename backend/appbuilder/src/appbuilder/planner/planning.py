"""Plan a new app from a request in English."""

from dataclasses import replace

from appbuilder.planner.applying import apply_wishes
from appbuilder.planner.building.entities import draft_entities
from appbuilder.planner.building.finish import finish
from appbuilder.planner.building.samples import with_samples
from appbuilder.planner.building.state import Draft
from appbuilder.planner.building.views import draft_views
from appbuilder.planner.editing import Editing
from appbuilder.planner.inflect import is_plural
from appbuilder.planner.model import Plan
from appbuilder.planner.reading import read
from appbuilder.planner.reading.facts import AppFact, FieldsFact, Reading, ThingFact
from appbuilder.planner.reading.words import known_noun
from appbuilder.planner.refusing import check_app, check_words
from appbuilder.planner.serving import leave_out_pages, without_pages
from appbuilder.planner.sites import plan_site
from appbuilder.planner.text import Span
from appbuilder.planner.tracing import trace
from appbuilder.spec import changed
from appbuilder.templates import TemplateId


def plan(request: str, template: TemplateId = "fullstack") -> Plan:
    """Return the plan for an app of the template; a request has at most 20,000 characters.

    Raises RequestNotUnderstood.
    """
    if template == "static":
        return plan_site(request)
    check_words(request)
    reading = read(request)
    _read_bare(reading)
    check_app(reading)
    draft = Draft(reading)
    if template == "api":
        draft.refused += leave_out_pages(reading)
    draft_entities(draft)
    draft_views(draft)
    editing = Editing(finish(draft), reading, trace=draft.trace, refused=draft.refused)
    apply_wishes(editing)
    spec = with_samples(editing.spec)
    included, not_included = trace(draft)
    planned = Plan(spec, spec.app.summary, included, not_included)
    return without_pages(planned) if template == "api" else replace(planned, spec=changed(spec, template=template))


def _read_bare(reading: Reading) -> None:
    """Understand a request that is only a noun: "recipes", or only tells what an entry holds."""
    words = reading.text.strip(" .!\n")
    noun = known_noun(words)
    if noun is not None and is_plural(words) and not reading.nouns():
        reading.note(ThingFact(Span(0, len(reading.text)), noun))
    told = next((fact for fact in reading.facts if isinstance(fact, FieldsFact)), None)
    if told is not None and not reading.nouns() and not any(isinstance(fact, AppFact) for fact in reading.facts):
        reading.note(ThingFact(told.span, "entry"))
