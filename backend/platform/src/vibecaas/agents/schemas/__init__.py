"""What crosses the door of agents; the app spec and its checks are the builder's own shapes."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from appbuilder.checks import BrowserCheck, Expectation, HttpCheck, Locator
from appbuilder.checks.model import BrowserStep, HttpStep
from appbuilder.spec import AppSpec
from vibecaas.kit.ids import Typed
from vibecaas.kit.shapes import Input, Output, Reason, Text, Time
from vibecaas.projects.schemas import ProjectId, RunId, RunSummary, VersionId

__all__ = [
    "AppSpec",
    "BrowserCheck",
    "BrowserStep",
    "Expectation",
    "HttpCheck",
    "HttpStep",
    "Locator",
    "RunSummary",
]

PROMPT_LIMIT = 20_000
StepId = Annotated[UUID, Typed("stp")]
CheckId = Annotated[UUID, Typed("chk")]
MessageId = Annotated[UUID, Typed("msg")]
Prompt = Annotated[Text, Field(min_length=1, max_length=PROMPT_LIMIT, pattern=r"\S")]
StepStatus = Literal["pending", "leased", "running", "committed", "failed", "skipped", "interrupted"]


class RunCreate(Input):
    """Ask for a change, or for an app."""

    prompt: Prompt
    auto_approve: bool = False


class MessageCreate(Input):
    """Say something to a running run."""

    text: Prompt


class Step(Output):
    """One step of a run."""

    object: Literal["step"]
    id: StepId
    run_id: RunId
    position: int
    kind: Literal["plan", "build", "backend", "frontend", "ai_feature", "integrate", "test"]
    title: str
    role: str
    status: StepStatus
    reason: Reason | None
    attempt: int
    started_at: Time | None
    finished_at: Time | None
    version_id: VersionId | None
    commit: str | None


class Message(Output):
    """Something said in a project."""

    object: Literal["message"]
    id: MessageId
    project_id: ProjectId
    run_id: RunId | None
    author: Literal["user", "system"]
    text: str
    status: Literal["queued", "seen"]
    created_at: Time


class Run(RunSummary):
    """A run with its steps and what waits to be read."""

    steps: list[Step]
    queued_messages: list[Message]


class Check(Output):
    """What an acceptance check found, with its evidence."""

    object: Literal["check"]
    id: CheckId
    run_id: RunId
    check_id: str
    title: str
    kind: Literal["http", "browser", "command", "scan"]
    area: Literal["frontend", "backend", "database"]
    status: Literal["passed", "failed", "skipped"]
    detail: str
    reason: Reason | None
    duration_ms: int
    evidence_url: str | None
    created_at: Time
