"""The bubblewrap command line of one sandbox."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vmcontrol.daemon.config import Limits
from vmcontrol.daemon.images import DATA, HOME, WORKSPACE, Image

AGENT = "/run/vc/agent"
_ENTRANCE = 'import sys; sys.path.insert(0, "/run/vc"); from agent.main import main; main()'
_MIB = 1_048_576


@dataclass(frozen=True)
class SandboxPaths:
    """Host paths of one sandbox: workspace, data volume, staged agent and staged /etc files."""

    workspace: Path
    data: Path
    agent: Path
    etc: Path


def command_line(paths: SandboxPaths, image: Image, limits: Limits) -> list[str]:
    """The whole line. It holds no secret: it can be read in `ps` outside and in /proc/1/cmdline inside."""
    return [
        "/usr/bin/prlimit",
        f"--nofile={limits.open_files}",
        f"--fsize={limits.file_mib * _MIB}",
        "--core=0",
        "/usr/bin/bwrap",
        *("--die-with-parent", "--new-session", "--clearenv"),
        *("--setenv", "PATH", "/usr/bin:/bin", "--setenv", "HOME", HOME, "--setenv", "LANG", "C.UTF-8"),
        *_system(paths.etc),
        *_memory(limits),
        *("--bind", str(paths.workspace), WORKSPACE, "--bind", str(paths.data), DATA),
        *("--ro-bind", str(paths.agent), AGENT),
        *_image(image, limits),
        *("--remount-ro", "/dev", "--remount-ro", "/", "--chdir", WORKSPACE, "--hostname", "sandbox"),
        *("--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"),
        *("--unshare-net", "--disable-userns", "--cap-drop", "ALL", "--uid", "1000", "--gid", "1000"),
        *("--", "/usr/bin/python3", "-IS", "-c", _ENTRANCE),
    ]


def _system(etc: Path) -> list[str]:
    """The host's own programs, and just enough of /etc for them."""
    line = ["--ro-bind", "/usr", "/usr"]
    for name in ("bin", "lib", "lib64", "sbin"):
        line += ["--symlink", f"usr/{name}", f"/{name}"]
    line += ["--dir", "/etc"]
    for name in ("alternatives", "ld.so.cache", "ssl"):
        line += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    for path in sorted(etc.iterdir()):
        line += ["--ro-bind", str(path), f"/etc/{path.name}"]
    return line


def _memory(limits: Limits) -> list[str]:
    """The writable file systems in memory; each stops at its size."""
    size = str(limits.memory_disk_mib * _MIB)
    return [
        *("--proc", "/proc", "--dev", "/dev"),
        *("--size", str(64 * _MIB), "--tmpfs", "/dev/shm"),  # noqa: S108 - paths inside
        *("--size", size, "--tmpfs", "/tmp"),  # noqa: S108
        *("--size", size, "--tmpfs", HOME),
    ]


def _image(image: Image, limits: Limits) -> list[str]:
    line = []
    for source, target in image.mounts:
        line += ["--ro-bind", str(source), target]
    for point in image.memory_mounts:
        line += ["--size", str(limits.memory_disk_mib * _MIB // 4), "--tmpfs", f"{WORKSPACE}/{point}"]
    return line
