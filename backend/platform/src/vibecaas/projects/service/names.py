"""Names for people and names for machines, and which paths a project may hold."""

import re
import unicodedata

from vibecaas.projects.errors import PathNotAllowed

UNNAMED = "New app"
NAME_LIMIT = 60
SLUG_LIMIT = 40
PATH_LIMIT_BYTES = 1024
SEGMENT_LIMIT_BYTES = 255
_OPENING = re.compile(
    r"^(?:(?:please|can you|could you|i want|i need|i would like|we need|build|make|create|write|design|develop|give)\b"
    r"[\s,]*(?:me|us)?\s*)*(?:(?:a|an|the|some|my|our)\s+)?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s+(?:where|with|that|which|who|for|to|so|in which|having|using|whose)\b|[,.;:!?()\n]", re.IGNORECASE
)


def name_of(prompt: str) -> str:
    """Return a title for what was asked: its first noun phrase, as far as one can tell without understanding."""
    text = " ".join(_OPENING.sub("", prompt.strip(), count=1).split(" "))
    first = " ".join(_CLOSING.split(text, maxsplit=1)[0].split())
    title = "".join(one for one in first if one.isprintable())[:NAME_LIMIT].strip()
    return title[:1].upper() + title[1:] if title else UNNAMED


def slug_of(name: str) -> str:
    """Return a name for hosts and folders: lower-case ASCII letters, digits and single hyphens, never empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:SLUG_LIMIT].strip("-") or "app"


def checked_path(path: str) -> str:
    """Return the path if it names a file inside the project; PathNotAllowed says what is wrong with it."""
    problem = _problem(path)
    if problem is not None:
        raise PathNotAllowed(f"{problem} Use a path like web/src/App.tsx.")
    return path


def _problem(path: str) -> str | None:
    if any(unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} for one in path):
        return "The path holds a control character or broken text."
    if len(path.encode()) > PATH_LIMIT_BYTES:
        return f"The path is longer than {PATH_LIMIT_BYTES} bytes."
    if "\\" in path:
        return "The path holds a backslash."
    if path.startswith("/"):
        return "The path is absolute."
    return next((problem for part in path.split("/") if (problem := _segment_problem(part)) is not None), None)


def _segment_problem(part: str) -> str | None:
    if part in {"", ".", ".."}:
        return "The path has an empty part, '.' or '..' in it."
    if len(part.encode()) > SEGMENT_LIMIT_BYTES:
        return f"A part of the path is longer than {SEGMENT_LIMIT_BYTES} bytes."
    # Some file systems ignore case, trailing dots and spaces, streams and invisible characters in names.
    visible = "".join(one for one in part if unicodedata.category(one) != "Cf")
    seen = visible.partition(":")[0].rstrip(". ").casefold()
    if seen == ".git" or re.fullmatch(r"git~\d+", seen):
        return "The path leads into git's own folder."
    return None
