"""What the app does by itself: jobs that wait for a date, and calls to other systems."""

from appbuilder.compiler.features.model import AppParts, EntityParts, Feature
from appbuilder.compiler.fill import block, fill, python_text
from appbuilder.compiler.job_tests import job_tests
from appbuilder.spec import AppSpec, Entity, Job, Webhook


def _app(spec: AppSpec) -> AppParts:
    planned = ["REPORTS", "TASKS", *(["WEBHOOKS"] if spec.webhooks else [])]
    rows = [
        f"| `{hook.url_variable}` | where changes of {spec.entity(hook.entity).plural_label.lower()} are sent; "
        f"`{hook.url_variable}_SECRET` signs them | |"
        for hook in spec.webhooks
    ]
    return AppParts(
        modules=(
            "from app.extras.automation import automation_routes",
            f"from app.extras.planned import {', '.join(planned)}",
            *(["from app.extras.jobs import JOBS_DONE"] if spec.jobs else []),
            *(["from app.extras.webhooks import OUTBOX, call_webhooks"] if spec.webhooks else []),
        ),
        tables=(*(["JOBS_DONE"] if spec.jobs else []), *(["OUTBOX"] if spec.webhooks else [])),
        routers=("automation_routes(TASKS, REPORTS)",),
        listeners=("call_webhooks(WEBHOOKS)",) if spec.webhooks else (),
        files={"api/app/extras/planned.py": _planned(spec)},
        variables=tuple(dict.fromkeys(rows)),
    )


def _planned(spec: AppSpec) -> str:
    used = [job.entity for job in spec.jobs] + [hook.entity for hook in spec.webhooks]
    plurals = sorted({spec.entity(entity_id).plural for entity_id in used})
    imports = [f"from app.{plural}.table import TABLE as {plural.upper()}" for plural in plurals]
    parts, tasks, reports = [], [], []
    if spec.jobs:
        imports.append("from app.extras.jobs import Job, report_jobs, run_jobs")
        parts += ["JOBS = (", *(f"    {line}" for job in spec.jobs for line in _job(spec, job)), ")"]
        tasks, reports = ["partial(run_jobs, JOBS),"], ['"jobs": partial(report_jobs, JOBS),']
    if spec.webhooks:
        imports.append("from app.extras.webhooks import Webhook, deliver, report_deliveries")
        parts += ["WEBHOOKS = (", *(f"    {_webhook(spec, hook)}" for hook in spec.webhooks), ")"]
        tasks, reports = [*tasks, "partial(deliver, WEBHOOKS),"], [*reports, '"deliveries": report_deliveries,']
    return fill(
        "api/planned.py", imports=block(sorted(imports)), parts=block(parts), tasks=block(tasks), reports=block(reports)
    )


def _job(spec: AppSpec, job: Job) -> list[str]:
    entity = spec.entity(job.entity)
    column = entity.field(job.field).column if job.field.startswith("f_") else job.field
    values = ""
    if job.action == "archive":
        values = '"archived": True'
    elif job.action == "set_status" and entity.status_field:
        values = f'"{entity.field(entity.status_field).column}": "{job.status}"'
    return [
        "Job(",
        f'    id="{job.id}",',
        f"    title={python_text(job.title)},",
        f"    table={entity.plural.upper()},",
        f'    column="{column}",',
        f"    days={job.days},",
        *([f"    values={{{values}}},"] if values else ["    is_reminder=True,"]),
        "),",
    ]


def _webhook(spec: AppSpec, hook: Webhook) -> str:
    events = ", ".join(f'"{event}"' for event in hook.events) + ("," if len(hook.events) == 1 else "")
    table = spec.entity(hook.entity).plural.upper()
    return f'Webhook("{hook.id}", {table}, ({events}), "{hook.url_variable}"),'


def _entity(spec: AppSpec, entity: Entity) -> EntityParts:
    tests = tuple(job_tests(spec, entity))
    imports = ("from datetime import UTC, datetime, timedelta", "from app.extras.jobs import run_jobs")
    needed = (*imports, "from app.extras.planned import JOBS") if tests else ()
    used = [line for line in needed if any(word in "".join(tests) for word in line.partition("import ")[2].split(", "))]
    return EntityParts(tests=tests, test_imports=tuple(used))


def has_reminders(spec: AppSpec) -> bool:
    """Whether a job reminds people."""
    return any(job.action == "remind" for job in spec.jobs)


AUTOMATION = Feature("automation", lambda spec: bool(spec.jobs or spec.webhooks), _app, _entity)
JOBS = Feature("jobs", lambda spec: bool(spec.jobs))
REMINDERS = Feature("reminders", has_reminders)
WEBHOOKS = Feature("webhooks", lambda spec: bool(spec.webhooks))
