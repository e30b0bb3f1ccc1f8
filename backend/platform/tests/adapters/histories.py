"""Helpers of the tests of histories."""

import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from vibecaas.adapters.git_store import BareRepositories
from vibecaas.kit import ids
from vibecaas.projects.schemas import FileContent, PreparedBuild

AT = datetime(2026, 8, 1, 12, 0, tzinfo=UTC)
PROJECT = UUID(int=7)
APP = {"run": "#!/bin/sh\n", "api/main.py": "one\n\n\ntwo\n\n\nthree\n", "web/App.tsx": "<App/>\n"}


def files(texts: Mapping[str, str]) -> dict[str, FileContent]:
    return {path: FileContent(content=text.encode(), executable=path == "run") for path, text in texts.items()}


async def build(store: BareRepositories, texts: Mapping[str, str], message: str = "Build") -> PreparedBuild:
    parents = await store.heads(project_id=PROJECT)
    prepared = await store.prepare_build(
        project_id=PROJECT, files=files(texts), parents=parents, message=message, at=AT
    )
    await store.publish(project_id=PROJECT, parents=parents, prepared=prepared)
    return prepared


async def edit(store: BareRepositories, changes: Mapping[str, str | None]) -> PreparedBuild:
    parents = await store.heads(project_id=PROJECT)
    contents = {
        p: FileContent(content=t.encode(), executable=False) if t is not None else None for p, t in changes.items()
    }
    prepared = await store.prepare_edit(
        project_id=PROJECT, changes=contents, parents=parents, message="Edit", author="usr_1", at=AT
    )
    await store.publish(project_id=PROJECT, parents=parents, prepared=prepared)
    return prepared


async def restore(store: BareRepositories, commit: str, built: Mapping[str, str]) -> PreparedBuild:
    parents = await store.heads(project_id=PROJECT)
    prepared = await store.prepare_restore(
        project_id=PROJECT,
        commit=commit,
        built=files(built),
        parents=parents,
        message="Restore",
        author="usr_1",
        at=AT,
    )
    await store.publish(project_id=PROJECT, parents=parents, prepared=prepared)
    return prepared


async def tree(store: BareRepositories, revision: str = "main") -> dict[str, str]:
    entries = await store.entries(project_id=PROJECT, revision=revision)
    contents = await store.contents(project_id=PROJECT, blobs=[entry.blob for entry in entries])
    return {entry.path: content.decode() for entry, content in zip(entries, contents, strict=True)}


def git(tmp_path: Path, *arguments: str, stdin: bytes = b"") -> str:
    folder = tmp_path / "repositories" / f"{ids.encode('prj', PROJECT)}.git"
    return subprocess.run(
        ["git", *arguments],
        input=stdin,
        capture_output=True,
        check=True,
        env={"GIT_DIR": str(folder), "PATH": "/usr/bin:/bin"},
    ).stdout.decode()
