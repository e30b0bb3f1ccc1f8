"""Makes one folder equal to another; imports nothing of ours, so that another user can be handed it as a program."""

import os
import shutil
import sys
from pathlib import Path

KEPT_FOLDERS = frozenset(
    {"node_modules", ".next", "out", "__pycache__", "test-results", ".cache", "coverage", ".git", ".hypothesis"}
)

GENERATED_FILES = (".pyc", ".tsbuildinfo", "next-env.d.ts")


def tree(folder: Path) -> dict[str, Path]:
    """Relative path -> file of everything below a folder but caches, packages and builds."""
    found: dict[str, Path] = {}
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in KEPT_FOLDERS)
        for name in files:
            if not name.endswith(GENERATED_FILES):
                file = Path(place) / name
                found[str(file.relative_to(folder))] = file
    return found


def synchronise(files: dict[str, Path], target: Path) -> None:
    """Make `target` hold exactly these files; caches, packages and builds found there stay."""
    for name, file in tree(target).items():
        if name not in files:
            file.unlink()
    for name, source in files.items():
        copy = target / name
        state = source.stat()
        if copy.is_symlink() or not copy.exists() or not _same(copy, state):
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.unlink(missing_ok=True)
            shutil.copyfile(source, copy)
            copy.chmod(0o755 if state.st_mode & 0o100 else 0o644)
            os.utime(copy, ns=(state.st_atime_ns, state.st_mtime_ns))


def _same(copy: Path, state: os.stat_result) -> bool:
    """Size and time tell; a time is copied along, so a changed file has another one."""
    found = copy.stat()
    return found.st_size == state.st_size and found.st_mtime_ns == state.st_mtime_ns


if __name__ == "__main__":
    os.umask(0o022)
    synchronise(tree(Path(sys.argv[1])), Path(sys.argv[2]))
