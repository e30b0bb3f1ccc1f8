"""The base app as plain data.

``files/`` are the same in every app, ``parts/`` are filled in for each. ``optional/`` are whole files for what only
some apps use: a folder is copied when all parts of its name are features of the app (``comments.accounts``: comments
in an app with accounts). In all of them the lines from ``# if accounts`` to ``# end if`` are there only with that
feature, those after ``# else`` only without; in TypeScript the comments begin with ``//`` or ``{/*``.
"""

import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_MARK = re.compile(rb"[ \t]*(?:#|//|\{/\*) (?:if (?P<feature>\w+)|(?P<other>else)|end if)(?: \*/\})?")
# What the web client of each image is built with: the feature whose folder has the packages.
_TOOLS = {"fullstack": "vite", "nextjs": "nextjs"}


def base_files(features: Collection[str] = ()) -> dict[str, bytes]:
    """Every file that all apps with these features share, by its path in the app.

    ``api/`` and ``web/`` are there only with the features ``with_api`` and ``with_web``; a web client has ``vite`` or
    ``nextjs`` too, by what it is built with.
    """
    found = dict(_common())
    for name, content in _optional().items():
        if set(name.split(".")) <= set(features):
            found |= content
    left_out = tuple(f"{folder}/" for folder in ("api", "web") if f"with_{folder}" not in features)
    return {path: _fitting(found[path], features) for path in sorted(found) if not path.startswith(left_out)}


def _fitting(content: bytes, features: Collection[str]) -> bytes:
    """Without the lines for features that the app does not have, and without the marks."""
    if b" end if" not in content:
        return content
    lines: list[bytes] = []
    kept: list[bool] = []  # one for each mark that is open
    for line in content.splitlines(keepends=True):
        mark = _MARK.fullmatch(line.rstrip(b"\n"))
        if mark is None:
            lines += [line] if all(kept) else []
        elif mark["feature"]:
            kept.append(mark["feature"].decode() in features)
        elif mark["other"]:
            kept[-1] = not kept[-1]
        else:
            kept.pop()
    return b"".join(lines)


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


def template_inputs(image: str = "fullstack") -> dict[str, bytes]:
    """The three files that decide which dependencies the apps of an image need."""
    tool = _optional()[_TOOLS[image]]
    packages = {path: tool[path] for path in ("web/package.json", "web/package-lock.json")}
    return {**packages, "api/requirements.txt": _common()["api/requirements.txt"]}


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
