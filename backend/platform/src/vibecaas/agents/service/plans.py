"""Plans: made by the rule-based planner, shown as an outline, checked when edited."""

from typing import Any

from pydantic import ValidationError

from appbuilder.checks import acceptance_checks
from appbuilder.editing import EditRefused, apply_edit
from appbuilder.planner import Plan as MadePlan
from appbuilder.planner import RequestNotUnderstood, plan, plan_follow_up
from appbuilder.spec import AppSpec, Entity, Field, diff, explain, route_of
from vibecaas.agents.errors import SpecInvalid
from vibecaas.agents.models import RunRow
from vibecaas.agents.schemas.plans import (
    Estimate,
    Outline,
    OutlineEntity,
    OutlineField,
    OutlinePage,
    OutlineTheme,
    Plan,
    PlanChange,
    PlanDiff,
    PlannedCheck,
    PlanUpdate,
    Traced,
)
from vibecaas.kit.errors import FieldError
from vibecaas.projects.schemas import TemplateId

SPEC_PATH = "vibecaas.app.json"
SECONDS_BASE = 8
SECONDS_PER_CHECK = 1


class NotUnderstood(Exception):
    """The request describes nothing that can be built; the text is for people."""


def make_plan(prompt: str, current_spec: str | None, template: TemplateId = "fullstack") -> dict[str, Any]:
    """Plan a request for a new app of the template, or a change of the app that the spec describes.

    Returns the plan as it is stored.
    """
    current = None if current_spec is None else AppSpec.model_validate_json(current_spec)
    try:
        made = plan(prompt, template) if current is None else plan_follow_up(current, prompt)
    except RequestNotUnderstood as error:
        first, second = error.suggestions
        raise NotUnderstood(f"{error.reason} Try for example: “{first}” or “{second}”.") from error
    return store(made, current)


def store(made: MadePlan, current: AppSpec | None) -> dict[str, Any]:
    """Return a plan as it is stored with its run: also as it was proposed, and what the app was then."""
    return {
        "summary": made.summary,
        "spec": made.spec.model_dump(mode="json"),
        "proposed": made.spec.model_dump(mode="json"),
        "current": current.model_dump(mode="json") if current is not None else None,
        "included": [{"phrase": line.phrase, "element": line.element} for line in made.included],
        "not_included": list(made.not_included),
        "changes": list(made.changes),
    }


def edit(stored: dict[str, Any], update: PlanUpdate) -> dict[str, Any]:
    """Return the stored plan with another spec; SpecInvalid says what does not fit, and where."""
    spec = parse_spec(update.spec if update.spec is not None else stored["spec"])
    for number, wish in enumerate(update.edits):
        try:
            spec = apply_edit(spec, wish)
        except EditRefused as error:
            raise SpecInvalid(
                str(error), fields=(FieldError(f"/edits/{number}", "not_allowed", str(error)),)
            ) from error
    return {**stored, "spec": spec.model_dump(mode="json")}


def parse_spec(spec: dict[str, Any]) -> AppSpec:
    """Check an edited spec as a whole; SpecInvalid names every place that is wrong."""
    try:
        return AppSpec.model_validate(spec)
    except ValidationError as error:
        found = explain(error, spec)
        fields = tuple(FieldError(f"/spec{each.pointer}", each.code, each.message) for each in found)
        raise SpecInvalid(found[0].message, fields=fields) from error


def show(row: RunRow, stored: dict[str, Any]) -> Plan:
    """Return a plan of a run as people read it: the one that is stored, or one that is only tried."""
    spec = AppSpec.model_validate(stored["spec"])
    checks = acceptance_checks(spec)
    return Plan(
        object="plan",
        run_id=row.id,
        status=row.plan_status or "proposed",
        summary=stored["summary"],
        spec=spec.model_dump(mode="json"),  # in the order of its parts, which the database does not keep
        outline=outline(spec),
        included=[Traced.model_validate(line) for line in stored["included"]],
        not_included=stored["not_included"],
        changes=stored["changes"],
        diff=PlanDiff(
            # Plans of earlier versions hold neither.
            proposed=_changes(stored.get("proposed", stored["spec"]), spec),
            current=None if stored.get("current") is None else _changes(stored["current"], spec),
        ),
        checks=[PlannedCheck(id=check.id, title=check.title, kind=check.kind) for check in checks],
        estimate=Estimate(seconds=SECONDS_BASE + SECONDS_PER_CHECK * len(checks), amount_minor=0, currency="USD"),
        etag=etag(row),
    )


def _changes(before: dict[str, Any], after: AppSpec) -> list[PlanChange]:
    return [
        PlanChange(kind=line.kind, what=line.what, from_=line.before, to=line.after, pointer=line.pointer)
        for line in diff(AppSpec.model_validate(before), after)
    ]


def etag(row: RunRow) -> str:
    """Return what If-Match must name to edit this plan."""
    return f"plan-{row.plan_revision}"


def outline(spec: AppSpec) -> Outline:
    """Return a spec in words."""
    theme = spec.theme
    return Outline(
        entities=[_entity(spec, one) for one in spec.entities],
        pages=[
            OutlinePage(
                title=page.title,
                route=route_of(page, spec.entity(page.entity) if page.entity else None),
                layout=page.layout,
            )
            for page in spec.pages
        ],
        theme=OutlineTheme(
            mode=theme.mode,
            accent=theme.accent or "",
            background=theme.background or "",
            surface=theme.surface or "",
            text=theme.text or "",
        ),
    )


def _entity(spec: AppSpec, entity: Entity) -> OutlineEntity:
    words = [verb for verb in ("create", "read", "update", "delete") if getattr(entity.behaviours, verb)]
    for what in ("searchable", "filterable", "sortable"):
        names = [field.label for field in entity.fields if getattr(field, what)]
        if names:
            words.append(f"{_VERBS[what]} {', '.join(names)}")
    if entity.status_field is not None:
        words.append(f"status by {entity.field(entity.status_field).label}")
    if entity.totals:
        words.append(f"{len(entity.totals)} totals")
    fields = [_field(spec, field) for field in entity.fields]
    return OutlineEntity(name=entity.label, fields=fields, behaviours=words)


def _range(low: float | None, high: float | None) -> list[str]:
    if low is not None and high is not None:
        return [f"from {low} to {high}"]
    if low is not None:
        return [f"at least {low}"]
    return [f"at most {high}"] if high is not None else []


_VERBS = {"searchable": "search in", "filterable": "filter by", "sortable": "sort by"}


def _field(spec: AppSpec, field: Field) -> OutlineField:
    notes = []
    if field.reference is not None:
        notes.append(f"one of {spec.entity(field.reference).plural_label}")
    if field.options:
        notes.append(", ".join(option.label for option in field.options))
    notes += _range(*field.range)
    if field.max_length is not None:
        notes.append(f"at most {field.max_length} characters")
    if field.unique:
        notes.append("unique")
    return OutlineField(name=field.label, type=field.type, required=field.required, note="; ".join(notes))
