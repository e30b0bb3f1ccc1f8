"""Runs over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header, Path, Query, Response

from vibecaas.agents.errors import QueueFull, RunInProgress, SpecInvalid
from vibecaas.agents.schemas import Check, Message, MessageCreate, Run, RunCreate, RunSummary, Step
from vibecaas.agents.schemas.plans import Plan, PlanReject, PlanUpdate
from vibecaas.agents.schemas.templates import Template
from vibecaas.agents.service import TERMINAL, AgentsService, TemplatesService
from vibecaas.kit import ids
from vibecaas.kit.db import Units
from vibecaas.kit.errors import NotFound, PreconditionFailed, PreconditionRequired, StateConflict
from vibecaas.kit.pagination import DEFAULT_LIMIT, Page, page
from vibecaas.kit.streams import StreamEvent
from vibecaas.kit.web import (
    STREAMED,
    AppUnit,
    Cursor,
    Limit,
    StreamReader,
    Subject,
    describe_errors,
    request_units,
    require,
    room_router,
    use,
)
from vibecaas.kit.web.params import decode_cursor

router = room_router("agents")

Agents = Annotated[AgentsService, use(AgentsService)]
Templates = Annotated[TemplatesService, use(TemplatesService)]
ProjectId = Annotated[UUID, ids.Typed("prj")]
RunId = Annotated[UUID, ids.Typed("run")]
TemplateName = Annotated[str, Path(max_length=40, description="For example `fullstack`.")]
Reader = Annotated[Subject, require("runs:read")]
Writer = Annotated[Subject, require("runs:write")]
OwnUnits = Annotated[Units, Depends(request_units)]
Member = Annotated[Subject, require("member")]
IfMatch = Annotated[str | None, Header(alias="If-Match")]
DryRun = Annotated[bool, Query(description="Store nothing; only answer what the plan would be.")]
READS = {"x-audit-event": "none"}
MISSING = describe_errors(NotFound)


@router.get("/projects/{project_id}/runs", operation_id="runs_list", responses=MISSING, openapi_extra=READS)
async def list_runs(
    project_id: ProjectId,
    unit: AppUnit,
    _: Reader,
    agents: Agents,
    limit: Limit = DEFAULT_LIMIT,
    starting_after: Cursor = None,
) -> Page[RunSummary]:
    """Runs of a project, newest first."""
    after = decode_cursor("run", starting_after)
    return await agents.list_runs(unit, project_id=project_id, limit=limit, starting_after=after)


@router.post(
    "/projects/{project_id}/runs",
    operation_id="runs_create",
    status_code=202,
    responses=describe_errors(NotFound, RunInProgress, QueueFull),
    openapi_extra={"x-audit-event": "run.created"},
)
async def create_run(
    project_id: ProjectId, body: RunCreate, response: Response, unit: AppUnit, _: Writer, agents: Agents
) -> Run:
    """Start a run; its progress is a stream."""
    run = await agents.start(unit, project_id=project_id, prompt=body.prompt, auto_approve=body.auto_approve)
    response.headers["Location"] = f"/api/v1/runs/{ids.encode('run', run.id)}"
    return run


@router.post(
    "/projects/{project_id}/verify",
    operation_id="runs_verify",
    status_code=202,
    responses=describe_errors(NotFound, RunInProgress, QueueFull, StateConflict),
    openapi_extra={"x-audit-event": "run.created"},
)
async def verify_project(project_id: ProjectId, response: Response, unit: AppUnit, _: Writer, agents: Agents) -> Run:
    """Start a run that only checks the newest version, so that it can be judged whether it may be published."""
    run = await agents.verify(unit, project_id=project_id)
    response.headers["Location"] = f"/api/v1/runs/{ids.encode('run', run.id)}"
    return run


@router.get("/projects/{project_id}/messages", operation_id="messages_list", responses=MISSING, openapi_extra=READS)
async def list_messages(
    project_id: ProjectId,
    unit: AppUnit,
    _: Reader,
    agents: Agents,
    limit: Limit = DEFAULT_LIMIT,
    starting_after: Cursor = None,
) -> Page[Message]:
    """The conversation of a project, newest first."""
    after = decode_cursor("msg", starting_after)
    return await agents.messages(unit, project_id=project_id, limit=limit, starting_after=after)


@router.post(
    "/runs/{run_id}/messages",
    operation_id="messages_create",
    status_code=201,
    responses=describe_errors(NotFound, StateConflict),
    openapi_extra={"x-audit-event": "run.message_added"},
)
async def create_message(run_id: RunId, body: MessageCreate, unit: AppUnit, _: Writer, agents: Agents) -> Message:
    """Say something to a run that goes on; it becomes its follow-up."""
    return await agents.say(unit, run_id=run_id, text=body.text)


@router.get("/runs/{run_id}", operation_id="runs_get", responses=MISSING, openapi_extra=READS)
async def get_run(run_id: RunId, unit: AppUnit, _: Reader, agents: Agents) -> Run:
    """One run with its steps."""
    return await agents.get(unit, run_id=run_id)


@router.get("/runs/{run_id}/steps", operation_id="runs_steps", responses=MISSING, openapi_extra=READS)
async def list_steps(run_id: RunId, unit: AppUnit, _: Reader, agents: Agents) -> Page[Step]:
    """The steps of a run in their order."""
    return await agents.steps(unit, run_id=run_id)


@router.get("/runs/{run_id}/checks", operation_id="runs_checks", responses=MISSING, openapi_extra=READS)
async def list_checks(run_id: RunId, unit: AppUnit, _: Reader, agents: Agents) -> Page[Check]:
    """What the acceptance checks found, with evidence."""
    return await agents.checks(unit, run_id=run_id)


@router.get(
    "/checks/{check_id}/evidence",
    operation_id="checks_evidence",
    response_class=Response,
    responses={200: {"content": {"image/png": {}}, "description": "The screenshot."}, **MISSING},
    openapi_extra=READS,
)
async def get_evidence(
    check_id: Annotated[UUID, ids.Typed("chk")], unit: AppUnit, _: Reader, agents: Agents
) -> Response:
    """The screenshot that a browser check took."""
    content = await agents.evidence(unit, check_id=check_id)
    return Response(content, media_type="image/png")


@router.get("/runs/{run_id}/plan", operation_id="plans_get", responses=MISSING, openapi_extra=READS)
async def get_plan(run_id: RunId, response: Response, unit: AppUnit, _: Reader, agents: Agents) -> Plan:
    """What will be built, what not, and how it will be checked."""
    plan = await agents.plan(unit, run_id=run_id)
    response.headers["ETag"] = f'"{plan.etag}"'
    return plan


@router.put(
    "/runs/{run_id}/plan",
    operation_id="plans_update",
    responses=describe_errors(NotFound, StateConflict, SpecInvalid, PreconditionFailed, PreconditionRequired),
    openapi_extra={"x-audit-event": "plan.edited"},
)
async def put_plan(
    *,
    run_id: RunId,
    body: PlanUpdate,
    response: Response,
    unit: AppUnit,
    _: Writer,
    agents: Agents,
    if_match: IfMatch = None,
    dry_run: DryRun = False,
) -> Plan:
    """Change the spec before it is built, or with `dry_run` only show what that would give."""
    plan = await agents.edit_plan(unit, run_id=run_id, update=body, if_match=if_match, dry_run=dry_run)
    response.headers["ETag"] = f'"{plan.etag}"'
    return plan


@router.post(
    "/runs/{run_id}/plan/approve",
    operation_id="plans_approve",
    responses=describe_errors(NotFound, StateConflict, PreconditionFailed),
    openapi_extra={"x-audit-event": "plan.approved"},
)
async def approve_plan(run_id: RunId, unit: AppUnit, _: Writer, agents: Agents, if_match: IfMatch = None) -> Run:
    """Go on with the plan."""
    return await agents.approve(unit, run_id=run_id, if_match=if_match)


@router.post(
    "/runs/{run_id}/plan/reject",
    operation_id="plans_reject",
    responses=describe_errors(NotFound, StateConflict),
    openapi_extra={"x-audit-event": "plan.rejected"},
)
async def reject_plan(run_id: RunId, body: PlanReject, unit: AppUnit, _: Writer, agents: Agents) -> Run:
    """Stop; the plan is not what was meant."""
    return await agents.reject(unit, run_id=run_id, reason=body.reason)


@router.post(
    "/runs/{run_id}/cancel",
    operation_id="runs_cancel",
    responses=MISSING,
    openapi_extra={"x-audit-event": "run.cancelled"},
)
async def cancel_run(run_id: RunId, unit: AppUnit, _: Writer, agents: Agents) -> Run:
    """Stop within 5 seconds; committed work and the machine stay."""
    return await agents.cancel(unit, run_id=run_id)


def is_last(event: StreamEvent) -> bool:
    """Tell whether a run's stream ends with this event."""
    return event.type.removeprefix("run.") in TERMINAL


@router.get(
    "/runs/{run_id}/events",
    operation_id="runs_events",
    response_class=Response,
    responses={**STREAMED, **MISSING},
    openapi_extra=READS,
)
async def run_events(
    *, run_id: RunId, subject: Reader, agents: Agents, units: OwnUnits, reader: Annotated[StreamReader, Depends()]
) -> Response:
    """The run as it happens: a stream with `Accept: text/event-stream`, else the events so far as a list."""
    async with units.begin(subject.organization_id, subject.actor) as unit:
        await agents.get(unit, run_id=run_id)
    return await reader.answer(subject, run_id, is_last=is_last)


@router.get("/templates", operation_id="templates_list", openapi_extra=READS)
async def list_templates(_: Member, templates: Templates) -> Page[Template]:
    """The kinds of app that can be made here, the usual one first."""
    found = templates.every()
    return page(found, has_more=False, url="/api/v1/templates", prefix="tpl", last_id=None)


@router.get("/templates/{template_id}", operation_id="templates_get", responses=MISSING, openapi_extra=READS)
async def get_template(template_id: TemplateName, _: Member, templates: Templates) -> Template:
    """How apps of one kind are started and built, and what is in them."""
    return templates.one(template_id)
