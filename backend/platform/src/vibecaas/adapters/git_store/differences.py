"""Reads the difference between two commits: which files, how many lines, the patches."""

from typing import Literal
from uuid import UUID

from vibecaas.adapters.git_store.command import Git
from vibecaas.adapters.git_store.objects import EMPTY_TREE
from vibecaas.projects.schemas import ChangeCount, FileChange

PATCH_LIMIT_CHARACTERS = 100_000
ALL_PATCHES_LIMIT_CHARACTERS = 2_000_000
_COMPARE = ("diff-tree", "-r", "--no-renames", "--no-color", "--no-ext-diff", "--no-textconv")
_STATUSES: dict[str, Literal["added", "modified", "deleted"]] = {"A": "added", "D": "deleted"}


class Differences:
    """Differences between commits of the projects' repositories."""

    def __init__(self, git: Git) -> None:
        self._git = git

    async def paths(self, project_id: UUID, base: str | None, commit: str) -> tuple[str, ...]:
        """Return the paths that differ."""
        output = await self._git.run(project_id, *_COMPARE, "-z", "--name-only", base or EMPTY_TREE, commit)
        return tuple(output.decode(errors="replace").split("\0")[:-1])

    async def count(self, project_id: UUID, base: str | None, commit: str) -> ChangeCount:
        """Return how many files and lines differ; a binary file has no lines."""
        numbers = await self._numbers(project_id, base, commit)
        return ChangeCount(
            files_changed=len(numbers),
            insertions=sum(added for _, added, _ in numbers),
            deletions=sum(removed for _, _, removed in numbers),
        )

    async def changes(self, project_id: UUID, base: str | None, commit: str) -> list[FileChange]:
        """Return the difference file by file; long patches are cut, the last of very many are left out."""
        output = await self._git.run(project_id, *_COMPARE, "-z", "--name-status", base or EMPTY_TREE, commit)
        words = output.decode(errors="replace").split("\0")[:-1]
        statuses = list(zip(words[1::2], words[0::2], strict=True))
        numbers = {path: (added, removed) for path, added, removed in await self._numbers(project_id, base, commit)}
        patches = await self._patches(project_id, base, commit)
        changes, left_characters = [], ALL_PATCHES_LIMIT_CHARACTERS
        for path, status in statuses:
            # A file that became a link (T) is written by git as a deletion and an addition.
            patch = "".join(patches.pop(0) for _ in range(2 if status == "T" else 1) if patches)
            limit_characters = min(PATCH_LIMIT_CHARACTERS, left_characters)
            added, removed = numbers.get(path, (0, 0))
            changes.append(
                FileChange(
                    path=path,
                    status=_STATUSES.get(status, "modified"),
                    insertions=added,
                    deletions=removed,
                    patch=patch[:limit_characters],
                    truncated=len(patch) > limit_characters,
                )
            )
            left_characters -= len(patch[:limit_characters])
        return changes

    async def _numbers(self, project_id: UUID, base: str | None, commit: str) -> list[tuple[str, int, int]]:
        output = await self._git.run(project_id, *_COMPARE, "-z", "--numstat", base or EMPTY_TREE, commit)
        found = []
        for line in output.decode(errors="replace").split("\0")[:-1]:
            added, removed, path = line.split("\t", 2)
            found.append((path, int(added) if added != "-" else 0, int(removed) if removed != "-" else 0))
        return found

    async def _patches(self, project_id: UUID, base: str | None, commit: str) -> list[str]:
        output = await self._git.run(project_id, *_COMPARE, "-p", base or EMPTY_TREE, commit)
        # Lines of a patch begin with a space, a sign, `@@` or `\`, so this begins a file and nothing else.
        parts = ("\n" + output.decode(errors="replace")).split("\ndiff --git ")
        return [f"diff --git {part}".rstrip("\n") + "\n" for part in parts[1:]]
