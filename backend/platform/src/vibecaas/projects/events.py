"""What the projects room announces."""

from uuid import UUID

from vibecaas.kit.events import Event


class ProjectCreated(Event):
    """A project was made; with a prompt, a listener starts its first run in the same transaction."""

    project_id: UUID
    prompt: str | None
    auto_approve: bool


class ProjectDeleted(Event):
    """A project went into the bin: stop what runs for it. Its data stay until it is purged."""

    project_id: UUID


class ProjectPurged(Event):
    """A project's time in the bin is over: erase what is left of it."""

    project_id: UUID


class VersionRecorded(Event):
    """A commit of the main line became a version, by whomever."""

    project_id: UUID
    version_id: UUID
    commit: str


class VersionRestoring(Event):
    """A version is about to be restored; `files_of_spec` is its `vibecaas.app.json`.

    The builder's listener answers with its files for that spec: a mapping from path to `schemas.FileContent`.
    """

    project_id: UUID
    version_id: UUID
    files_of_spec: str


class FilesChanged(Event):
    """People changed files (an edit, a restore): the running machine follows."""

    project_id: UUID
    version_id: UUID
    commit: str
