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
        if job.entity != entity.id or not can_be_done(entity, job):
            continue
        if job.action != "remind":
            yield _test(entity, job)
        elif entity.behaviours.create:
            yield _reminder(entity, job)


def _when(entity: Entity, job: Job) -> tuple[str, str]:
    """Arguments of the entry, and when its time has come."""
    if not job.field.startswith("f_"):
        return "", f"datetime.now(UTC) + timedelta(days={max(job.days, 0) + 1})"
    field = entity.field(job.field)
    at = f"datetime(2031, 5, 13, tzinfo=UTC) + timedelta(days={job.days})"
    return f'{field.column}="{_DAY[field.type]}"', at


def _reminder(entity: Entity, job: Job) -> str:
    arguments, at = _when(entity, job)
    lines = [
        "",
        "",
        f"def test_the_job_{job.id.removeprefix('j_')}_reminds_once(client: TestClient) -> None:",
        f"    assert client.post(PATH, json=new_{entity.name}({arguments})).status_code == 201",
        f"    at = {at}",
        "    run_jobs(JOBS, at)",
        "    run_jobs(JOBS, at)",
        '    told = client.get("/api/account/notifications").json()["items"]',
        '    assert [each["what"] for each in told].count("due") == 1',
    ]
    return block(lines) + "\n"


def _test(entity: Entity, job: Job) -> str:
    arguments, at = _when(entity, job)
    column, is_, value = "archived", "is", "True"
    if job.action == "set_status" and entity.status_field:
        column, is_, value = entity.field(entity.status_field).column, "==", f'"{job.status}"'
    lines = [
        "",
        "",
        f"def test_the_job_{job.id.removeprefix('j_')}_is_done_once(client: TestClient) -> None:",
        f"    entry = given_{entity.name}({arguments})",
        f"    at = {at}",
        "    run_jobs(JOBS, at)",
        "    changed = client.get(f\"{PATH}/{entry['id']}\").json()",
        f'    assert changed["{column}"] {is_} {value}',
        "    assert run_jobs(JOBS, at) == 0",
    ]
    return block(lines) + "\n"
