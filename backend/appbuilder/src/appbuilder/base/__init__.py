"""The base app as plain data.

``files/`` are the same in every app, ``parts/`` are filled in for each. ``optional/`` are whole files for what only
some apps use: a folder is copied when all parts of its name are features of the app (``comments.accounts``: comments
in an app with accounts).
"""

from collections.abc import Collection
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_TEMPLATE_INPUTS = ("web/package.json", "web/package-lock.json", "api/requirements.txt")


def base_files(features: Collection[str] = ()) -> dict[str, bytes]:
    """Every file that all apps with these features share, by its path in the app."""
    found = dict(_common())
    for name, content in _optional().items():
        if set(name.split(".")) <= set(features):
            found |= content
    return dict(sorted(found.items()))


@cache
def _common() -> dict[str, bytes]:
    return dict(_walk(files(__name__) / "files", ""))


@cache
def _optional() -> dict[str, dict[str, bytes]]:
    """The optional folders, the more special ones last, so that their files win."""
    folders = sorted((files(__name__) / "optional").iterdir(), key=lambda folder: (folder.name.count("."), folder.name))
    return {folder.name: dict(_walk(folder, "")) for folder in folders if folder.is_dir()}


@cache
def part(name: str) -> str:
    """The text of a part, for instance ``api/routes.py``."""
    return (files(__name__) / "parts" / name).read_text("utf-8")


def template_inputs() -> dict[str, bytes]:
    """The three files that decide which dependencies every app needs."""
    return {path: _common()[path] for path in _TEMPLATE_INPUTS}


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in folder.iterdir():
        if item.is_dir():
            # Left behind by tools that ran on the files in place.
            if item.name not in {"__pycache__", "node_modules"}:
                found += _walk(item, f"{prefix}{item.name}/")
        else:
            found.append((prefix + item.name, item.read_bytes()))
    return found
