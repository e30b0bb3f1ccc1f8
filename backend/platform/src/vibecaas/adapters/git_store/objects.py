"""Writes blobs, trees and commits, and merges trees; no branch ever moves here."""

import hashlib
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from uuid import UUID

from vibecaas.adapters.git_store.command import Git
from vibecaas.projects.schemas import FileContent, TreeEntry

EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
_GONE = "0" * 40
_BEFORE, _OURS, _THEIRS = "1", "2", "3"
"""How git numbers the sides of a conflict."""
_CANNOT_MERGE = 255
_MODES = {"100644": ("file", False), "100755": ("file", True), "120000": ("symlink", False)}
_FILE_MODES = frozenset(mode for mode, (kind, _) in _MODES.items() if kind == "file")
MAIL_DOMAIN = "vibecaas.invalid"


def blob_name(content: bytes) -> str:
    """Return the name that git gives to these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


class Objects:
    """Objects of the projects' repositories."""

    def __init__(self, git: Git) -> None:
        self._git = git

    async def write_blobs(self, project_id: UUID, contents: list[bytes]) -> None:
        """Store these bytes; one process for all of them."""
        stream = b"".join(b"blob\ndata %d\n%s\n" % (len(content), content) for content in contents)
        await self._git.run(project_id, "fast-import", "--quiet", "--done", stdin=stream + b"done\n")

    async def read_blobs(self, project_id: UUID, blobs: list[str]) -> list[bytes]:
        """Return the bytes of these blobs."""
        if not blobs:
            return []
        names = "".join(f"{blob}\n" for blob in blobs).encode()
        stream = await self._git.run(project_id, "cat-file", "--batch", stdin=names)
        contents, position = [], 0
        for _ in blobs:
            end = stream.index(b"\n", position)
            size_bytes = int(stream[position:end].split()[2])
            contents.append(stream[end + 1 : end + 1 + size_bytes])
            position = end + 2 + size_bytes
        return contents

    async def write_tree(
        self, project_id: UUID, changes: Mapping[str, FileContent | None], *, onto: str | None = None
    ) -> str:
        """Store a tree: these changes applied to the tree of a commit, or to nothing. None deletes."""
        contents = [change.content for change in changes.values() if change is not None]
        if contents:
            await self.write_blobs(project_id, contents)
        lines = []
        for path, change in changes.items():
            if change is None:
                lines.append(f"0 {_GONE}\t{path}")
            else:
                mode = "100755" if change.executable else "100644"
                lines.append(f"{mode} {blob_name(change.content)}\t{path}")
        return await self._index(project_id, lines, onto=onto)

    async def _index(self, project_id: UUID, lines: list[str], *, onto: str | None) -> str:
        with tempfile.TemporaryDirectory(prefix="vc-index-") as folder:
            environment = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
            if onto is not None:
                await self._git.run(project_id, "read-tree", onto, environment=environment)
            stdin = "".join(f"{line}\0" for line in lines).encode()
            await self._git.run(project_id, "update-index", "-z", "--index-info", stdin=stdin, environment=environment)
            return (await self._git.run(project_id, "write-tree", environment=environment)).decode().strip()

    async def write_commit(
        self, project_id: UUID, *, tree: str, parents: list[str], message: str, author: str, at: datetime
    ) -> str:
        """Store a commit; nothing but the arguments goes into its hash."""
        moment = f"@{int(at.timestamp())} +0000"
        mail = f"{author.lower()}@{MAIL_DOMAIN}"
        environment = {
            "GIT_AUTHOR_NAME": author,
            "GIT_AUTHOR_EMAIL": mail,
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_NAME": author,
            "GIT_COMMITTER_EMAIL": mail,
            "GIT_COMMITTER_DATE": moment,
        }
        parents_options = [option for parent in parents for option in ("-p", parent)]
        text = message.replace("\0", "").strip() + "\n"
        output = await self._git.run(
            project_id, "commit-tree", tree, *parents_options, stdin=text.encode(), environment=environment
        )
        return output.decode().strip()

    async def tree_of(self, project_id: UUID, commit: str) -> str:
        """Return the tree of a commit."""
        return (await self._git.run(project_id, "rev-parse", f"{commit}^{{tree}}")).decode().strip()

    async def entries(self, project_id: UUID, commit: str) -> list[TreeEntry]:
        """Return all files of a commit or tree."""
        output = await self._git.run(project_id, "ls-tree", "-r", "-z", "-l", "--full-tree", commit)
        found = []
        for line in output.decode(errors="replace").split("\0")[:-1]:
            facts, _, path = line.partition("\t")
            mode, _, blob, size = facts.split()
            if mode in _MODES:
                kind, executable = _MODES[mode]
                shape = {"path": path, "blob": blob, "size_bytes": size, "type": kind, "executable": executable}
                found.append(TreeEntry.model_validate(shape))
        return found

    async def merge(self, project_id: UUID, ours: str, theirs: str) -> tuple[str, tuple[str, ...]]:
        """Merge two commits from their real common ancestor; return the tree and the paths in conflict.

        Where both changed the same lines ours stand, even if ours is a deletion: what people did is never
        overwritten. The other lines of such a file are merged.
        """
        options = ("--write-tree", "-z", "--no-messages", "--allow-unrelated-histories")
        code, output = await self._git.ask(project_id, "merge-tree", *options, ours, theirs, expected=(0, 1))
        tree, *lines = output.decode(errors="replace").split("\0")[:-1]
        if code == 0:
            return tree, ()
        stages: dict[str, dict[str, tuple[str, str]]] = {}
        for line in lines:
            facts, _, path = line.partition("\t")
            mode, blob, stage = facts.split()
            stages.setdefault(path, {})[stage] = (mode, blob)
        drop = [f"0 {_GONE}\t{path}" for path in stages]
        keep = [
            f"{sides[_OURS][0]} {await self._with_our_lines(project_id, sides)}\t{path}"
            for path, sides in stages.items()
            if _OURS in sides
        ]
        return await self._index(project_id, drop + keep, onto=tree), tuple(sorted(stages))

    async def _with_our_lines(self, project_id: UUID, sides: Mapping[str, tuple[str, str]]) -> str:
        """Return the blob of a file in conflict: all that can be merged, and our lines where both changed them."""
        mode, own = sides[_OURS]
        if mode not in _FILE_MODES or set(sides) != {_BEFORE, _OURS, _THEIRS}:
            return own  # it was added, deleted or made something else: there is no line to compare
        contents = await self.read_blobs(project_id, [sides[stage][1] for stage in (_OURS, _BEFORE, _THEIRS)])
        with tempfile.TemporaryDirectory(prefix="vc-merge-") as folder:
            files = [Path(folder, name) for name in ("ours", "before", "theirs")]
            for file, content in zip(files, contents, strict=True):
                file.write_bytes(content)
            command = ("merge-file", "--stdout", "--ours", *(str(file) for file in files))
            code, merged = await self._git.ask(project_id, *command, expected=(0, _CANNOT_MERGE))
        if code == _CANNOT_MERGE:
            return own
        await self.write_blobs(project_id, [merged])
        return blob_name(merged)
