"""Looks through the files of an app, generated or changed by hand, for what must not be published."""

import ast
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_ENTROPY = 3.5
_LONGEST = 500_000
_SECRETS = {
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
    "an AWS access key": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a GitHub token": re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})"),
    "a Slack token": re.compile(r"\bxox[abprs]-[A-Za-z0-9-]{10,}"),
    "a payment provider's secret key": re.compile(r"\b[rs]k_live_[A-Za-z0-9]{16,}"),
    "a model provider's key": re.compile(r"\bsk-[A-Za-z0-9_-]{20,}"),
    "a Google API key": re.compile(r"\bAIza[0-9A-Za-z_-]{35}\b"),
    "a password in an address": re.compile(r"\b[a-z][a-z0-9+]{0,20}://[^\s:/@\"'`{}$]+:[^\s:/@\"'`{}$]{3,}@[\w.-]+"),
}
_NAMED = re.compile(
    r"(?i)(?:secret|passwd|password|api_?key|auth_?token|access_?token)[\w-]{0,40}[\"']?\s*[:=]\s*[\"']([^\"'\s]{12,})[\"']"
)
# What a bundler puts into the files that every visitor gets.
_BUNDLED = re.compile(r"\bprocess\.env\b|\bimport\.meta\.env\.(?!(?:MODE|DEV|PROD|SSR|BASE_URL)\b)\w+")
# Next.js takes only what says that it is public; the rest stays on the server.
_BUNDLED_BY_NEXT = re.compile(r"\bprocess\.env\.NEXT_PUBLIC_\w+")
_NEXT = "web/next.config.ts"
_DANGERS = {
    "HTML that is not escaped": re.compile(r"\bdangerouslySetInnerHTML\b|\.innerHTML\s*="),
    "text that is run as a program": re.compile(r"\beval\(|\bnew Function\("),
}
_PRIVATE_FILE = re.compile(r"(?:^|/)(?:\.env(?:\.(?!example$)[\w.]+)?|id_rsa|id_ed25519|.*\.(?:pem|key|sqlite3?|db))$")
_NOT_SOURCES = re.compile(r"(?:^|/)(?:package-lock\.json|node_modules/.*|.*\.(?:png|jpe?g|gif|webp|ico|woff2?))$")


@dataclass(frozen=True)
class Finding:
    """Where something is that must not be published; ``line`` is 0 when it is the file itself."""

    path: str
    line: int
    what: str


def scan_secrets(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """What would give secrets away: in the repository, or in what the browser gets."""
    bundled = _BUNDLED_BY_NEXT if _NEXT in files else _BUNDLED
    return tuple(found for path in sorted(files) for found in _secrets(path, files[path], bundled))


def scan_code(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Known ways to be broken into: text of visitors that becomes a program, HTML or SQL, and debugging left on."""
    found: list[Finding] = []
    for path in sorted(files):
        text = files[path].decode("utf-8", "replace")
        if path.endswith(".py") and not path.startswith("api/tests/"):
            found += (
                _python(path, text) if len(text) <= _LONGEST else [Finding(path, 0, "a program too long to be read")]
            )
        elif path.startswith("web/src/"):
            found += (Finding(path, line, what) for what, each in _DANGERS.items() for line in _lines(each, text))
    return tuple(found)


def _secrets(path: str, content: bytes, bundled: re.Pattern[str]) -> Iterator[Finding]:
    if _PRIVATE_FILE.search(path):
        yield Finding(path, 0, "a file that holds secrets or people's data")
        return
    if _NOT_SOURCES.search(path) or b"\0" in content:
        return
    text = content.decode("utf-8", "replace")
    for what, pattern in _SECRETS.items():
        yield from (Finding(path, line, what) for line in _lines(pattern, text))
    if not path.startswith("api/tests/"):
        for match in _NAMED.finditer(text):
            if _entropy(match[1]) >= _ENTROPY:
                yield Finding(path, _line(text, match.start()), "something called a secret")
    if path.startswith("web/src/"):
        yield from (Finding(path, line, "a setting of the server in the web client") for line in _lines(bundled, text))


def _lines(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    return (_line(text, match.start()) for match in pattern.finditer(text))


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _entropy(text: str) -> float:
    """Bits for each character: words have few, random keys many."""
    return -sum(count / len(text) * math.log2(count / len(text)) for count in Counter(text).values())


def _python(path: str, text: str) -> Iterator[Finding]:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return  # no program that runs
    except (RecursionError, MemoryError):
        yield Finding(path, 0, "a program nested too deeply to be read")
        return
    # What each call inside a route could have from a visitor: the route's parameters.
    sent = {
        id(part): {each.arg for each in (*route.args.args, *route.args.kwonlyargs)}
        for route in ast.walk(tree)
        if isinstance(route, ast.FunctionDef | ast.AsyncFunctionDef) and _is_route(route)
        for part in ast.walk(route)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if isinstance(node.func, ast.Name) and name in {"eval", "exec"}:
            yield Finding(path, node.lineno, "text that is run as a program")
        if name in {"execute", "executescript"} and node.args and _names(node.args[0]) & sent.get(id(node), set()):
            yield Finding(path, node.lineno, "SQL that is put together from what was sent")
        if any(word.arg == "debug" and getattr(word.value, "value", False) is True for word in node.keywords):
            yield Finding(path, node.lineno, "debugging left on")


def _is_route(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    verbs = {"get", "post", "put", "patch", "delete", "route", "api_route"}
    return any(isinstance(each, ast.Call) and getattr(each.func, "attr", "") in verbs for each in node.decorator_list)


def _names(node: ast.expr) -> set[str]:
    """The variables that an expression is made of; of ``table.name`` none, because that is the app's own word."""
    parts = {id(each.value) for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and id(each) not in parts}
