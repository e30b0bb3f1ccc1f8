"""What the projects room needs from outside: a store of histories."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol
from uuid import UUID

from vibecaas.projects.schemas import (
    ChangeCount,
    CommitFacts,
    FileChange,
    FileContent,
    Parents,
    PreparedBuild,
    TreeEntry,
)


class GitStore(Protocol):
    """A repository per project with two branches: `main`, where people work, and `vibecaas/base`, the builder's.

    `prepare_*` write objects that no branch shows; the same arguments give the same hashes. Only `publish` moves
    branches, by compare-and-swap. `revision` is `main` or a commit; reading an unknown one finds nothing.
    """

    async def heads(self, *, project_id: UUID) -> Parents:
        """Return where both branches stand."""
        ...

    async def prepare_build(
        self, *, project_id: UUID, files: Mapping[str, FileContent], parents: Parents, message: str, at: datetime
    ) -> PreparedBuild:
        """Commit the builder's files on its branch and merge them into main."""
        ...

    async def prepare_restore(
        self,
        *,
        project_id: UUID,
        commit: str,
        built: Mapping[str, FileContent] | None,
        parents: Parents,
        message: str,
        author: str,
        at: datetime,
    ) -> PreparedBuild:
        """Commit the tree of an old commit on main; `built` goes to the builder's branch as second parent."""
        ...

    async def prepare_edit(
        self,
        *,
        project_id: UUID,
        changes: Mapping[str, FileContent | None],
        parents: Parents,
        message: str,
        author: str,
        at: datetime,
    ) -> PreparedBuild:
        """Commit changes of single files on main; None deletes."""
        ...

    async def publish(self, *, project_id: UUID, parents: Parents, prepared: PreparedBuild) -> None:
        """Move the branches from `parents` to what was prepared; already there is fine, else StateConflict."""
        ...

    async def entries(self, *, project_id: UUID, revision: str) -> list[TreeEntry]:
        """Return all files of a revision, by path."""
        ...

    async def contents(self, *, project_id: UUID, blobs: list[str]) -> list[bytes]:
        """Return the bytes of these blobs, in this order."""
        ...

    async def facts(self, *, project_id: UUID, commit: str) -> CommitFacts | None:
        """Return what a commit says of itself; None if there is no such commit."""
        ...

    async def count(self, *, project_id: UUID, base: str | None, commit: str) -> ChangeCount:
        """Return the size of the change from base (None: from nothing) to commit."""
        ...

    async def compare(self, *, project_id: UUID, base: str | None, commit: str) -> list[FileChange]:
        """Return the change from base (None: from nothing) to commit, file by file."""
        ...

    async def conflicts(self, *, project_id: UUID, commit: str) -> tuple[str, tuple[str, ...]]:
        """Return the builder's commit that was merged, and the paths in which main's side was kept.

        Another commit than a build's merge is its own answer, without paths.
        """
        ...

    async def erase(self, *, project_id: UUID) -> None:
        """Delete the repository; nothing happens if there is none."""
        ...
