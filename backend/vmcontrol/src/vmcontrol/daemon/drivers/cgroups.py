"""Limits of memory, processes and CPU by cgroup, version 1 or 2, where this daemon's user may write one."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path("/sys/fs/cgroup")
LIMITS = {"memory": "memory", "processes": "pids", "cpu": "cpu"}
"""Our names of the limits and the kernel's controllers."""

_CPU_PERIOD_US = 100_000
_REMOVE_TRIES = 100
# `env -i`: the shell adds PWD to an environment that was empty, and process 1 of a sandbox would show it
_ENTER = 'for procs; do shift; [ "$procs" = -- ] && break; echo 0 > "$procs" || exit 71; done; exec env -i "$@"'


@dataclass(frozen=True)
class Cgroups:
    """The parents in which a machine's cgroups are made, by controller; `missing` says why a limit is not there."""

    version: int | None
    parents: dict[str, Path] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)

    def make(self, name: str, *, memory_mib: int, processes: int, vcpus: int) -> MachineCgroup:
        """Make and limit the machine's cgroups. Raises OSError."""
        group = MachineCgroup({parent / name for parent in self.parents.values()}, self.version)
        group.remove_now()
        values = _values(self.version, memory_mib=memory_mib, processes=processes, vcpus=vcpus)
        for directory in group.directories:
            directory.mkdir()
        for controller, parent in self.parents.items():
            for file, value in values[controller].items():
                (parent / name / file).write_text(value)
        return group


class MachineCgroup:
    """The cgroups of one machine; none at all where there are no limits."""

    def __init__(self, directories: set[Path], version: int | None) -> None:
        self.directories = sorted(directories)
        self._version = version

    def enter(self, argv: list[str]) -> list[str]:
        """A command that enters the cgroups first and becomes argv then."""
        if not self.directories:
            return argv
        procs = [str(directory / "cgroup.procs") for directory in self.directories]
        return ["/bin/sh", "-c", _ENTER, "sh", *procs, "--", *argv]

    def out_of_memory(self) -> bool:
        """Whether the kernel ended a process in here for memory."""
        name = "memory.events" if self._version == 2 else "memory.oom_control"  # noqa: PLR2004 - cgroup version
        for directory in self.directories:
            with suppress(OSError):
                lines = (directory / name).read_text().splitlines()
                if any(line.startswith("oom_kill ") and line != "oom_kill 0" for line in lines):
                    return True
        return False

    def remove_now(self) -> None:
        """Remove what is empty."""
        for directory in self.directories:
            with suppress(OSError):
                directory.rmdir()

    async def remove(self) -> None:
        """Remove; ended processes may need a moment to leave."""
        for _ in range(_REMOVE_TRIES):
            self.remove_now()
            if not any(directory.exists() for directory in self.directories):
                return
            await asyncio.sleep(0.01)


def discover(name: str | None, root: Path = ROOT) -> Cgroups:
    """Try every controller by making a cgroup with a limit in it."""
    if name is None:
        reason = "no cgroup was made for the daemon's user (setting `cgroup`)"
        return Cgroups(version=None, missing=dict.fromkeys(LIMITS, reason))
    version = 2 if (root / "cgroup.controllers").exists() else 1
    parents, missing = {}, {}
    for limit, controller in LIMITS.items():
        parent = root / name if version == 2 else root / controller / name  # noqa: PLR2004 - cgroup version
        try:
            _try(version, controller, parent)
            parents[controller] = parent
        except OSError as error:
            missing[limit] = f"cgroup v{version}: {error.strerror} at {error.filename or parent}"
    return Cgroups(version=version, parents=parents, missing=missing)


def _try(version: int, controller: str, parent: Path) -> None:
    if version == 2:  # noqa: PLR2004 - cgroup version
        enabled = parent / "cgroup.subtree_control"
        if controller not in enabled.read_text().split():
            enabled.write_text(f"+{controller}")
    trial = parent / f"trial-{controller}"
    trial.mkdir(exist_ok=True)
    try:
        for file, value in _values(version, memory_mib=64, processes=16, vcpus=1)[controller].items():
            (trial / file).write_text(value)
    finally:
        trial.rmdir()


def _values(version: int | None, *, memory_mib: int, processes: int, vcpus: int) -> dict[str, dict[str, str]]:
    """Files and their contents, by controller."""
    memory, quota = str(memory_mib * 1_048_576), str(vcpus * _CPU_PERIOD_US)
    if version == 2:  # noqa: PLR2004 - cgroup version
        return {
            "memory": {"memory.max": memory, "memory.swap.max": "0"},
            "pids": {"pids.max": str(processes)},
            "cpu": {"cpu.max": f"{quota} {_CPU_PERIOD_US}"},
        }
    return {
        "memory": {"memory.limit_in_bytes": memory},
        "pids": {"pids.max": str(processes)},
        "cpu": {"cpu.cfs_period_us": str(_CPU_PERIOD_US), "cpu.cfs_quota_us": quota},
    }
