"""What crosses the door of the projects room.

`RunSummary` and `Preview` belong to rooms above; they are described here because a project's answer shows them.
"""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, StrictBool

from vibecaas.kit.ids import Typed
from vibecaas.kit.shapes import Input, Output, Reason, Text, Time
from vibecaas.projects.schemas.git import ChangeCount, CommitFacts, FileContent, Parents, PreparedBuild, TreeEntry

__all__ = ["ChangeCount", "CommitFacts", "FileContent", "Parents", "PreparedBuild", "TreeEntry"]

ProjectId = Annotated[UUID, Typed("prj")]
RunId = Annotated[UUID, Typed("run")]
VersionId = Annotated[UUID, Typed("ver")]
PreviewId = Annotated[UUID, Typed("prv")]

ProjectStatus = Literal["empty", "building", "ready", "failed"]
TemplateId = Literal["fullstack", "static", "api", "nextjs"]
"""The kinds of app; `appbuilder.templates` describes each. Optional ones are not everywhere."""
VersionKind = Literal["build", "edit", "restore", "merge"]
FILE_LIMIT_BYTES = 25 * 1024 * 1024


def _trimmed(value: str) -> str:
    value = value.strip()
    if not value:
        raise ValueError("must not be empty")
    return value


Name = Annotated[Text, Field(min_length=1, max_length=80), AfterValidator(_trimmed)]
Description = Annotated[Text, Field(max_length=2000)]
Prompt = Annotated[Text, Field(min_length=1, max_length=20_000), AfterValidator(_trimmed)]


class ProjectCreate(Input):
    """What a new project begins with; a prompt starts its first run."""

    prompt: Prompt | None = Field(None, examples=["A guestbook where visitors leave a name and a message"])
    name: Name | None = Field(None, examples=["Guestbook"])
    template: TemplateId = "fullstack"
    auto_approve: StrictBool = False


class ProjectUpdate(Input):
    """All that its people may change of a project."""

    name: Name
    description: Description


class RunSummary(Output):
    """A run as it is shown in lists and on its project."""

    object: Literal["run"]
    id: RunId
    project_id: ProjectId
    status: str
    prompt: str
    mode: Literal["build", "verify"]
    offline: bool
    auto_approve: bool
    created_at: Time
    finished_at: Time | None
    reason: Reason | None


class Preview(Output):
    """Where the running app of a project is opened."""

    object: Literal["preview"]
    id: PreviewId
    project_id: ProjectId
    url: str
    host: str
    visibility: Literal["public", "private"]
    status: Literal["starting", "ready", "stopped", "failed"]
    reason: Reason | None


class Project(Output):
    """A project and how it stands."""

    object: Literal["project"]
    id: ProjectId
    name: str
    slug: str
    description: str
    template: TemplateId
    status: ProjectStatus
    latest_run: RunSummary | None
    preview: Preview | None
    created_at: Time
    updated_at: Time
    etag: str


class Publishable(Output):
    """Whether a version may be published: only `yes` is a yes. `reasons` say what is against it, and what to do.

    The files of every version are looked through as soon as it exists; the rest is judged by the run `run_id`, which
    checked this very version. Until then it is `not_checked`.
    """

    verdict: Literal["yes", "no", "not_checked"]
    run_id: RunId | None
    reasons: list[Reason]


NOT_CHECKED = Reason(code="not_checked", message="Not checked yet. Check it, or ask for the next change.")


class Version(Output):
    """One commit on a project's main line."""

    object: Literal["version"]
    id: VersionId
    project_id: ProjectId
    commit: str
    parent: str | None
    message: str
    author: str
    run_id: RunId | None
    kind: VersionKind
    created_at: Time
    files_changed: int
    insertions: int
    deletions: int
    publishable: Publishable


class FileChange(Output):
    """What happened to one file between two versions; a long patch is cut and says so."""

    path: str
    status: Literal["added", "modified", "deleted"]
    insertions: int
    deletions: int
    patch: str
    truncated: bool


class Diff(Output):
    """The difference between a version and the one before it, or another base."""

    object: Literal["diff"]
    version_id: VersionId
    base: str | None
    files: list[FileChange]


class FileEntry(Output):
    """One file of a project; `etag` names its content."""

    object: Literal["file"]
    path: str
    size_bytes: int
    type: Literal["file", "symlink"]
    etag: str
