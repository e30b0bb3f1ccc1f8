"""Checks of jobs and of calls to other systems; the preview starts them by hand."""

from collections.abc import Iterator

from pydantic import JsonValue

from appbuilder.checks.model import BrowserCheck, Expectation, HttpCheck, HttpStep
from appbuilder.checks.steps import equals, get, http_check
from appbuilder.checks.values import given, path_of
from appbuilder.compiler.job_tests import can_be_done
from appbuilder.spec import AppSpec, Entity

_LONG_AGO = {"date": "2001-05-11", "datetime": "2001-05-11T10:30"}


def http_checks(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """An entry whose date has passed is changed; what is sent is known."""
    for job in spec.jobs:
        if job.entity != entity.id or not job.field.startswith("f_") or not can_be_done(entity, job):
            continue
        if job.action == "remind" or not entity.behaviours.update:
            continue
        column: str = "archived"
        value: JsonValue = True
        if job.action == "set_status" and entity.status_field:
            column, value = entity.field(entity.status_field).column, job.status or ""
        made = given(spec, entity, values={job.field: _LONG_AGO[entity.field(job.field).type]})
        yield http_check(
            entity,
            f"job.{job.id}",
            f"{entity.label}: {job.title.lower()} happens by itself",
            *made.steps,
            HttpStep(method="POST", path="/api/automation/run", expect_status=(200,)),
            get(f"{path_of(entity)}/{{{made.variable}}}", equals(f"/{column}", value)),
            cleanup=made.cleanup,
        )
    for webhook in spec.webhooks:
        if webhook.entity == entity.id:
            yield http_check(
                entity,
                f"webhook.{webhook.id}",
                f"{entity.plural_label}: what is sent to other systems is known",
                get("/api/automation", Expectation(pointer="/deliveries", op="exists")),
            )


def browser_checks(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """Nobody sees it happen."""
    del spec, entity
    yield from ()
