"""Runs git without anybody's configuration: no hooks, no system or user settings, an otherwise empty environment."""

import asyncio
import shutil
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from vibecaas.kit import ids
from vibecaas.projects.errors import GitFailed, StorageFull

TIME_LIMIT_SECONDS = 60
AT_ONCE = 8
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "HOME": "/nonexistent",
    "LC_ALL": "C",
    "PATH": "/usr/bin:/bin",
}
_OPTIONS = (
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.protectHFS=true",
    "-c",
    "core.protectNTFS=true",
    # When an entity is renamed its files move; an edit made by hand goes with them.
    "-c",
    "merge.renames=true",
    "-c",
    "merge.directoryRenames=true",
    "-c",
    "gc.auto=0",
)


class Git:
    """The program, and where its repositories lie."""

    def __init__(self, root: Path) -> None:
        program = shutil.which("git")
        if program is None:
            raise FileNotFoundError("git is not installed; projects keep their history with it")
        self._program = program
        self.root = root
        self._turns = asyncio.Semaphore(AT_ONCE)

    def folder(self, project_id: UUID) -> Path:
        """Return where the project's repository lies; the name is made of the id, never of what people write."""
        return self.root / f"{ids.encode('prj', project_id)}.git"

    def exists(self, project_id: UUID) -> bool:
        """Tell whether the project has a repository yet."""
        return (self.folder(project_id) / "HEAD").exists()

    async def ensure(self, project_id: UUID) -> None:
        """Make the repository if there is none; whole or not at all."""
        if self.exists(project_id):
            return
        self.root.mkdir(parents=True, exist_ok=True)
        folder = self.folder(project_id)
        fresh = folder.with_suffix(f".new-{ids.secret_token(6)}")
        await self._run(
            ["init", "--bare", "--quiet", "--template=", "--initial-branch=main", str(fresh)], b"", {}, (0,)
        )
        try:
            fresh.rename(folder)
        except OSError:
            shutil.rmtree(fresh, ignore_errors=True)
            if not self.exists(project_id):
                raise

    async def run(
        self,
        project_id: UUID,
        *arguments: str,
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
        expected: tuple[int, ...] = (0,),
    ) -> bytes:
        """Run one git command in the project's repository and return what it wrote."""
        return (await self.ask(project_id, *arguments, stdin=stdin, environment=environment, expected=expected))[1]

    async def ask(
        self,
        project_id: UUID,
        *arguments: str,
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
        expected: tuple[int, ...] = (0,),
    ) -> tuple[int, bytes]:
        """The same, with the exit code, which some commands answer with."""
        extra = {"GIT_DIR": str(self.folder(project_id)), **(environment or {})}
        return await self._run(list(arguments), stdin, extra, expected)

    async def _run(
        self, arguments: list[str], stdin: bytes, extra: Mapping[str, str], expected: tuple[int, ...]
    ) -> tuple[int, bytes]:
        async with self._turns:
            process = await asyncio.create_subprocess_exec(
                self._program,
                *_OPTIONS,
                *arguments,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env={**_ENVIRONMENT, **extra},
                cwd="/",
            )
            try:
                async with asyncio.timeout(TIME_LIMIT_SECONDS):
                    output, complaint = await process.communicate(stdin)
            finally:
                if process.returncode is None:  # cancelled or too slow: leave nothing running
                    process.kill()
                    await process.wait()
        code = process.returncode or 0
        if code not in expected:
            words = complaint.decode(errors="replace")[-2000:]
            if "No space left on device" in words or "Disk quota exceeded" in words:
                raise StorageFull("Free some disk space, then try again.", private=words)
            raise GitFailed(private=f"git {arguments[0]} ended with {code}: {words}")
        return code, output
