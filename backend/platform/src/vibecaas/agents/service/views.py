"""Rows as the shapes that cross the door."""

from typing import Any

from vibecaas.agents.models import CheckRow, MessageRow, RunRow, StepRow
from vibecaas.agents.schemas import Check, Message, Run, RunSummary, Step
from vibecaas.kit import ids


def run_summary(row: RunRow) -> RunSummary:
    """A run in a line."""
    return RunSummary.model_validate(_run_fields(row))


def _run_fields(row: RunRow) -> dict[str, Any]:
    return {
        "object": "run",
        "id": row.id,
        "project_id": row.project_id,
        "status": row.status,
        "prompt": row.prompt,
        "mode": row.mode,
        "offline": True,
        "auto_approve": row.auto_approve,
        "reason": row.reason,
        "created_at": row.created_at,
        "finished_at": row.finished_at,
    }


def step(row: StepRow) -> Step:
    """One step."""
    return Step(
        object="step",
        id=row.id,
        run_id=row.run_id,
        position=row.position,
        kind=row.kind,
        title=row.title,
        role=row.role,
        status=row.status,
        reason=row.reason,
        attempt=row.attempt,
        started_at=row.started_at,
        finished_at=row.finished_at,
        version_id=row.version_id,
        commit=row.commit,
    )


def message(row: MessageRow) -> Message:
    """Something said."""
    return Message(
        object="message",
        id=row.id,
        project_id=row.project_id,
        run_id=row.run_id,
        author=row.author,
        text=row.text,
        status=row.status,
        created_at=row.created_at,
    )


def run(row: RunRow, steps: list[StepRow], queued: list[MessageRow]) -> Run:
    """A run with its steps."""
    fields = _run_fields(row)
    return Run.model_validate(
        {**fields, "steps": [step(one) for one in steps], "queued_messages": [message(one) for one in queued]}
    )


def check(row: CheckRow) -> Check:
    """What a check found."""
    outside = ids.encode("chk", row.id)
    return Check(
        object="check",
        id=row.id,
        run_id=row.run_id,
        check_id=row.check_id,
        title=row.title,
        kind=row.kind,
        area=row.area,
        status=row.status,
        detail=row.detail,
        reason=row.reason,
        duration_ms=row.duration_ms,
        evidence_url=f"/api/v1/checks/{outside}/evidence" if row.evidence_key else None,
        created_at=row.created_at,
    )
