"""The generated app's own tests of jobs."""

from collections.abc import Iterator

from appbuilder.compiler.fill import block
from appbuilder.compiler.obeying import start_of
from appbuilder.spec import AppSpec, Entity, Job, NoOverlap, Sequence
from appbuilder.spec.rules import fields_of_rule

_DAY = {"date": "2031-05-11", "datetime": "2031-05-11T10:30"}


def can_be_done(entity: Entity, job: Job) -> bool:
    """Whether a new entry of a test can get what the job gives it."""
    timed = [rule for rule in entity.rules if isinstance(rule, NoOverlap | Sequence)]
    if any(job.field in fields_of_rule(rule) for rule in timed):
        return False
    if job.action != "set_status" or not entity.status_field:
        return True
    status = entity.field(entity.status_field)
    start = start_of(entity, status)
    return start is None or any((move.source, move.target) == (start, job.status) for move in entity.workflow)


def job_tests(spec: AppSpec, entity: Entity) -> Iterator[str]:
    """A test for each job about the entity's entries."""
    for job in spec.jobs:
        if job.entity == entity.id and job.action != "remind" and can_be_done(entity, job):
            yield _test(entity, job)


def _test(entity: Entity, job: Job) -> str:
    arguments, at = "", f"datetime.now(UTC) + timedelta(days={max(job.days, 0) + 1})"
    if job.field.startswith("f_"):
        field = entity.field(job.field)
        arguments = f'{field.column}="{_DAY[field.type]}"'
        at = f"datetime(2031, 5, 13, tzinfo=UTC) + timedelta(days={job.days})"
    column, is_, value = "archived", "is", "True"
    if job.action == "set_status" and entity.status_field:
        column, is_, value = entity.field(entity.status_field).column, "==", f'"{job.status}"'
    lines = [
        "",
        "",
        f"def test_the_job_{job.id}_is_done_once(client: TestClient) -> None:",
        f"    entry = given_{entity.name}({arguments})",
        f"    at = {at}",
        "    run_jobs(JOBS, at)",
        "    changed = client.get(f\"{PATH}/{entry['id']}\").json()",
        f'    assert changed["{column}"] {is_} {value}',
        "    assert run_jobs(JOBS, at) == 0",
    ]
    return block(lines) + "\n"
