"""What is said to and by the store of histories."""

from typing import Literal

from vibecaas.kit.shapes import Output


class TreeEntry(Output):
    """One file of a commit, as git keeps it."""

    path: str
    blob: str
    size_bytes: int
    type: Literal["file", "symlink"]
    executable: bool


class FileContent(Output):
    """The bytes of a file and whether it is a program."""

    content: bytes
    executable: bool


class Parents(Output):
    """Where the two branches of a project stand; None before their first commit."""

    base: str | None
    main: str | None


class PreparedBuild(Output):
    """Commits that exist but that no branch shows yet.

    `conflicts` names files in which both sides changed the same lines: main's side was kept.
    """

    base_commit: str | None
    main_commit: str
    conflicts: tuple[str, ...]
    changed_paths: tuple[str, ...]
    unchanged: bool


class CommitFacts(Output):
    """What a commit says of itself."""

    commit: str
    parents: tuple[str, ...]
    author: str
    message: str


class ChangeCount(Output):
    """The size of a change."""

    files_changed: int
    insertions: int
    deletions: int
