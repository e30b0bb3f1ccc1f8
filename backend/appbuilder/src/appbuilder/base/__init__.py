"""The base app as plain data: ``files/`` are the same in every app, ``parts/`` are filled in for each."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_TEMPLATE_INPUTS = ("web/package.json", "web/package-lock.json", "api/requirements.txt")


@cache
def base_files() -> dict[str, bytes]:
    """Every file that all apps share, by its path in the app."""
    return dict(sorted(_walk(files(__name__) / "files", "")))


@cache
def part(name: str) -> str:
    """The text of a part, for instance ``api/routes.py``."""
    return (files(__name__) / "parts" / name).read_text("utf-8")


def template_inputs() -> dict[str, bytes]:
    """The three files that decide which dependencies every app needs."""
    return {path: base_files()[path] for path in _TEMPLATE_INPUTS}


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
