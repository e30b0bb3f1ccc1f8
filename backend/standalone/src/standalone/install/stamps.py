"""Short hashes of inputs: what was made from the same inputs is not made again."""

from __future__ import annotations

import hashlib
from pathlib import Path

LENGTH = 16


def of_files(files: list[Path]) -> str:
    """The hash of these files' contents, in this order."""
    return of_bytes({str(number): file.read_bytes() for number, file in enumerate(files)})


def of_bytes(contents: dict[str, bytes]) -> str:
    """The hash of named contents, whatever their order."""
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(f"{name}\0{len(contents[name])}\0".encode())
        digest.update(contents[name])
    return digest.hexdigest()[:LENGTH]


def of_tree(files: dict[str, Path]) -> str:
    """The hash of a tree given as relative path -> file, modes' run bit included."""
    digest = hashlib.sha256()
    for name in sorted(files):
        content = files[name].read_bytes()
        digest.update(f"{name}\0{files[name].stat().st_mode & 0o100}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:LENGTH]
