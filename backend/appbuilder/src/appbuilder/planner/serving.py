"""Plan APIs: what a request says about pages and colours is named as left out, the rest is planned as for any app."""

from dataclasses import replace

from appbuilder.planner.model import Plan
from appbuilder.planner.reading.facts import Reading, ThemeFact
from appbuilder.planner.reading.wishes import PageFact, ViewFact, WizardFact
from appbuilder.planner.text import Span
from appbuilder.spec import AppSpec, Theme, changed, usual_pages

NO_PAGES = "an API has no pages"
_SHOWN = (PageFact, ViewFact, WizardFact, ThemeFact)


def leave_out_pages(reading: Reading) -> list[tuple[Span, str]]:
    """Take what is about pages out of the reading; returns those places with the reason."""
    shown = [fact for fact in reading.facts if isinstance(fact, _SHOWN)]
    reading.facts = [fact for fact in reading.facts if fact not in shown]
    return [(fact.span, NO_PAGES) for fact in shown]


def with_pages(spec: AppSpec) -> AppSpec:
    """The API as the app it would be with its usual pages: what changes of apps work on."""
    pages = tuple(page for entity in spec.entities for page in usual_pages(entity))
    return changed(spec, template="fullstack", pages=pages)


def without_pages(planned: Plan) -> Plan:
    """The plan as one for an API."""
    spec = changed(planned.spec, template="api", pages=(), theme=Theme())
    included = tuple(replace(line, element=_in_words(line.element)) for line in planned.included)
    changes = tuple(_in_words(line) for line in planned.changes)
    return replace(planned, spec=spec, summary=_in_words(planned.summary), included=included, changes=changes)


def _in_words(element: str) -> str:
    return element.replace("list, detail page and form", "list, read, add, change and delete")
