"""docs/reference/errors.md, from the error classes of all rooms and the advice in advice.toml."""

import importlib
import pkgutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import vibecaas
from vibecaas.kit.errors import VibecaasError

ADVICE = Path(__file__).with_name("advice.toml")
HEADER = """# Errors

<!-- Made by tools/reference from the error classes and tools/reference/advice.toml; do not edit. -->

Every error of the API is `application/problem+json` with a `code` from this list. Text may change, codes
do not. `request_id` in the answer finds the matching line in the logs (`./vibecaas logs`).
A retry helps only where this page says so.
"""


@dataclass(frozen=True)
class ErrorCode:
    """One code of the closed list with its status, title, and whether repeating the request may help."""

    code: str
    status: int
    title: str
    retryable: bool


def _subclasses(base: type[VibecaasError]) -> Iterator[type[VibecaasError]]:
    yield base
    for child in base.__subclasses__():
        yield from _subclasses(child)


def load() -> list[ErrorCode]:
    """Import every module that may define errors and list their codes, by status and name.

    Raises:
        ValueError: two classes share a code but not its status.
    """
    for found in pkgutil.walk_packages(vibecaas.__path__, "vibecaas."):
        if found.name.endswith(".errors") or found.name.startswith("vibecaas.kit."):
            importlib.import_module(found.name)
    codes: dict[str, ErrorCode] = {}
    for error in _subclasses(VibecaasError):
        made = ErrorCode(error.code, error.status, error.title, error.retryable)
        known = codes.setdefault(error.code, made)
        if known.status != made.status:
            raise ValueError(f"{error.__module__}.{error.__name__} gives {error.code} a second status.")
    return sorted(codes.values(), key=lambda item: (item.status, item.code))


def load_advice() -> dict[str, dict[str, str]]:
    """Read what happened and what to do, per code."""
    return tomllib.loads(ADVICE.read_text())


def render_page(codes: list[ErrorCode], advice: dict[str, dict[str, str]]) -> str:
    """Write the page.

    Raises:
        ValueError: a code has no advice, or there is advice for a code that does not exist.
    """
    unknown = sorted(set(advice) - {item.code for item in codes})
    if unknown:
        raise ValueError(f"advice.toml speaks of codes that no class has: {', '.join(unknown)}")
    parts = [HEADER]
    for item in codes:
        if item.code not in advice:
            raise ValueError(f"The error code {item.code} has no advice: add it to tools/reference/advice.toml.")
        words = advice[item.code]
        retry = " A retry may help." if item.retryable else ""
        parts.append(
            f"\n## `{item.code}`\n\n"
            f"HTTP {item.status}: {item.title}\n\n"
            f"**What happened.** {words['happened']}\n\n"
            f"**What to do.** {words['do']}{retry}\n"
        )
    return "".join(parts)
