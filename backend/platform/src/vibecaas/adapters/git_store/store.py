"""The store of histories: what is prepared, what is published, what is read."""

import asyncio
import fcntl
import os
import re
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from vibecaas.adapters.git_store.command import Git
from vibecaas.adapters.git_store.differences import Differences
from vibecaas.adapters.git_store.objects import Objects
from vibecaas.kit.errors import StateConflict
from vibecaas.projects.schemas import (
    ChangeCount,
    CommitFacts,
    FileChange,
    FileContent,
    Parents,
    PreparedBuild,
    TreeEntry,
)

BUILDER = "VibeCaaS"
_MAIN = "refs/heads/main"
_BASE = "refs/heads/vibecaas/base"
_NOTHING = "0" * 40
_COMMIT = re.compile(r"[0-9a-f]{40}")


class BareRepositories:
    """GitStore over bare repositories in one folder."""

    def __init__(self, root: Path) -> None:
        self._git = Git(root.absolute())
        self._objects = Objects(self._git)
        self._differences = Differences(self._git)

    async def heads(self, *, project_id: UUID) -> Parents:
        """Return where both branches stand."""
        if not self._git.exists(project_id):
            return Parents(base=None, main=None)
        output = await self._git.run(project_id, "for-each-ref", "--format=%(refname) %(objectname)", _MAIN, _BASE)
        found = dict(line.split() for line in output.decode().splitlines())
        return Parents(base=found.get(_BASE), main=found.get(_MAIN))

    async def prepare_build(
        self, *, project_id: UUID, files: Mapping[str, FileContent], parents: Parents, message: str, at: datetime
    ) -> PreparedBuild:
        """Commit the builder's files on its branch and merge them into main."""
        base = await self._commit_base(project_id, files, parents, message, at)
        main = parents.main
        conflicts: tuple[str, ...] = ()
        if main is None or main == parents.base:
            main = base  # nobody has worked on it since the last build: main simply follows
        elif base != parents.base:
            tree, conflicts = await self._objects.merge(project_id, main, base)
            main = await self._objects.write_commit(
                project_id, tree=tree, parents=[main, base], message=message, author=BUILDER, at=at
            )
        return await self._prepared(project_id, parents, base, main, conflicts)

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
        base, main = parents.base, parents.main
        if built is not None:
            base = await self._commit_base(project_id, built, parents, message, at)
        tree = await self._objects.tree_of(project_id, commit)
        if main is None or base != parents.base or tree != await self._objects.tree_of(project_id, main):
            line = [one for one in (main, base if base != parents.base else None) if one is not None]
            main = await self._objects.write_commit(
                project_id, tree=tree, parents=line, message=message, author=author, at=at
            )
        return await self._prepared(project_id, parents, base, main, ())

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
        await self._git.ensure(project_id)
        main = parents.main
        tree = await self._objects.write_tree(project_id, changes, onto=main)
        if main is None or tree != await self._objects.tree_of(project_id, main):
            line = [main] if main else []
            main = await self._objects.write_commit(
                project_id, tree=tree, parents=line, message=message, author=author, at=at
            )
        return await self._prepared(project_id, parents, parents.base, main, ())

    async def _commit_base(
        self, project_id: UUID, files: Mapping[str, FileContent], parents: Parents, message: str, at: datetime
    ) -> str:
        await self._git.ensure(project_id)
        tree = await self._objects.write_tree(project_id, files)
        if parents.base is not None and tree == await self._objects.tree_of(project_id, parents.base):
            return parents.base
        line = [parents.base] if parents.base else []
        return await self._objects.write_commit(
            project_id, tree=tree, parents=line, message=message, author=BUILDER, at=at
        )

    async def _prepared(
        self, project_id: UUID, parents: Parents, base: str | None, main: str, conflicts: tuple[str, ...]
    ) -> PreparedBuild:
        changed = await self._differences.paths(project_id, parents.main, main) if main != parents.main else ()
        return PreparedBuild(
            base_commit=base,
            main_commit=main,
            conflicts=conflicts,
            changed_paths=changed,
            unchanged=main == parents.main,
        )

    async def publish(self, *, project_id: UUID, parents: Parents, prepared: PreparedBuild) -> None:
        """Move the branches from `parents` to what was prepared; already there is fine, else StateConflict."""
        moves = ((_BASE, parents.base, prepared.base_commit), (_MAIN, parents.main, prepared.main_commit))
        async with self._alone(project_id):
            heads = await self.heads(project_id=project_id)
            present = {_BASE: heads.base, _MAIN: heads.main}
            lines = []
            for branch, old, new in moves:
                if present[branch] == new:
                    continue
                if present[branch] != old:
                    raise StateConflict("The project's files have changed meanwhile; read them again, then repeat.")
                lines.append(f"update {branch} {new} {old or _NOTHING}\n")
            if lines:
                transaction = "".join(["start\n", *lines, "prepare\n", "commit\n"])
                await self._git.run(project_id, "update-ref", "--stdin", stdin=transaction.encode())

    @asynccontextmanager
    async def _alone(self, project_id: UUID) -> AsyncIterator[None]:
        """Let one process at a time move branches, and clear what one that was killed has left behind.

        The lock is the kernel's and ends with its holder; git's own lock files do not.
        """
        folder = self._git.folder(project_id)
        handle = os.open(folder / "vibecaas.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            await asyncio.to_thread(fcntl.flock, handle, fcntl.LOCK_EX)
            for stale in (f"{_MAIN}.lock", f"{_BASE}.lock", "packed-refs.lock"):
                (folder / stale).unlink(missing_ok=True)
            yield
        finally:
            os.close(handle)

    async def entries(self, *, project_id: UUID, revision: str) -> list[TreeEntry]:
        """Return all files of a revision, by path."""
        commit = await self._commit(project_id, revision)
        return await self._objects.entries(project_id, commit) if commit else []

    async def contents(self, *, project_id: UUID, blobs: list[str]) -> list[bytes]:
        """Return the bytes of these blobs, in this order."""
        return await self._objects.read_blobs(project_id, blobs)

    async def facts(self, *, project_id: UUID, commit: str) -> CommitFacts | None:
        """Return what a commit says of itself; None if there is no such commit."""
        found = await self._commit(project_id, commit)
        if found is None:
            return None
        text = (await self._git.run(project_id, "cat-file", "commit", found)).decode(errors="replace")
        head, _, message = text.partition("\n\n")
        fields = [line.split(" ", 1) for line in head.splitlines() if " " in line]
        author = next(value for name, value in fields if name == "author")
        return CommitFacts(
            commit=found,
            parents=tuple(value for name, value in fields if name == "parent"),
            author=author.partition(" <")[0],
            message=message.strip(),
        )

    async def count(self, *, project_id: UUID, base: str | None, commit: str) -> ChangeCount:
        """Return the size of the change from base (None: from nothing) to commit."""
        return await self._differences.count(project_id, base, commit)

    async def compare(self, *, project_id: UUID, base: str | None, commit: str) -> list[FileChange]:
        """Return the change from base (None: from nothing) to commit, file by file."""
        return await self._differences.changes(project_id, base, commit)

    async def conflicts(self, *, project_id: UUID, commit: str) -> tuple[str, tuple[str, ...]]:
        """Merge the parents of a build's merge again: the same parents conflict in the same paths."""
        facts = await self.facts(project_id=project_id, commit=commit)
        if facts is None or len(facts.parents) != 2 or facts.author != BUILDER:  # noqa: PLR2004 - main and the builder's
            return commit, ()
        ours, theirs = facts.parents
        return theirs, (await self._objects.merge(project_id, ours, theirs))[1]

    async def erase(self, *, project_id: UUID) -> None:
        """Delete the repository; nothing happens if there is none."""
        await asyncio.to_thread(shutil.rmtree, self._git.folder(project_id), ignore_errors=True)

    async def _commit(self, project_id: UUID, revision: str) -> str | None:
        if revision == "main":
            return (await self.heads(project_id=project_id)).main
        if not _COMMIT.fullmatch(revision) or not self._git.exists(project_id):
            return None
        name = f"{revision}^{{commit}}"
        code, _ = await self._git.ask(project_id, "cat-file", "-e", name, expected=(0, 1, 128))
        return revision if code == 0 else None
