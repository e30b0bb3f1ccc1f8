"""Leaves out of the web client what an app does not use: whole files, and functions, types and constants of others.

The base holds components for every kind of app. What is reached from ``main.tsx`` stays, or with Next.js from what it
calls itself; the rest would be dead code.
The files are ours, so a statement begins where a line begins with a word.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

_ROOTS = ("web/src/main.tsx", "web/src/proxy.ts", "web/src/app/")
_STYLES = "web/src/styles.css"
_ICONS = "web/src/ui/Icon.tsx"
_BEGIN = re.compile(r"(?=^(?:/\*\*|//|[A-Za-z]))", re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:async )?(?:function|const|class|interface|type) (\w+)", re.MULTILINE)
_IMPORT = re.compile(
    r'^import (?:type )?(?:\{ (?P<names>[^}]+) \}|\* as (?P<space>\w+)) from "(?P<source>[^"]+)";', re.MULTILINE
)
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
_TEXT = re.compile(r'"[^"\n]*"')
_WORD = re.compile(r"(?<![\w.])[A-Za-z_]\w*")
_RULE = re.compile(r"\s*\.([\w-]+)")
_ICON = re.compile(r'  (\w+): "M.*')


@dataclass(frozen=True)
class _Statement:
    """A statement with the comment above it."""

    text: str

    @cached_property
    def name(self) -> str | None:
        found = _NAME.search(self.text)
        return found[1] if found else None

    @cached_property
    def code(self) -> str:
        return _TEXT.sub('""', _COMMENT.sub("", self.text)).replace("...", " ")

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.code))


@dataclass(frozen=True)
class _Module:
    """``imported`` tells for each name in it which name of which module it is; ``*`` is all of them."""

    head: str
    imports: tuple[str, ...]
    statements: tuple[_Statement, ...]
    imported: Mapping[str, tuple[str, str]]


def without_unused_web(files: Mapping[str, str]) -> dict[str, str]:
    """The files of the web client that are reached, with what is reached in them."""
    modules = {
        path: _module(path, text) for path, text in files.items() if path.startswith("web/src/") and _is_code(path)
    }
    used = _reached(modules)
    kept = {path: text for path, text in files.items() if path not in modules}
    for path, module in modules.items():
        if path.startswith(_ROOTS) or used.get(path):
            kept[path] = _written(module, used.get(path, set()), whole=path.startswith(_ROOTS))
    code = "".join(
        text for path, text in kept.items() if path.startswith("web/src/") and _is_code(path) and path != _ICONS
    )
    kept[_STYLES] = _used_styles(kept[_STYLES], code)
    kept[_ICONS] = _used_icons(kept[_ICONS], code)
    return {path: kept[path] for path in files if path in kept}


def _is_code(path: str) -> bool:
    return path.startswith("web/src/") and path.endswith((".ts", ".tsx"))


@cache
def _module(path: str, text: str) -> _Module:
    head, comment = "", ""
    imports: list[str] = []
    statements: list[_Statement] = []
    for part in _BEGIN.split(text):
        if part.startswith(("/**", "//")):
            is_head = not imports and not statements and part.endswith("\n\n")
            head, comment = (head + part, "") if is_head else (head, comment + part)
        elif part.startswith("import "):
            imports.append(comment + part.strip("\n"))
            comment = ""
        elif part.strip():
            statements.append(_Statement(comment + part))
            comment = ""
    return _Module(head, tuple(imports), tuple(statements), _imported(path, imports))


def _imported(path: str, imports: list[str]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for line in imports:
        match = _IMPORT.search(line)
        if match is None:
            continue
        source = posixpath.normpath(posixpath.join(posixpath.dirname(path), match["source"]))
        if match["space"]:
            found[match["space"]] = (source, "*")
            continue
        for each in match["names"].split(","):
            name, _, other = each.strip().removeprefix("type ").partition(" as ")
            found[other or name] = (source, name)
    return found


def _reached(modules: Mapping[str, _Module]) -> dict[str, set[str]]:
    """The names that are used, by module."""
    paths = {path.rpartition(".")[0]: path for path in modules}
    named = {path: {each.name: each for each in module.statements} for path, module in modules.items()}
    used: dict[str, set[str]] = {}
    roots = [path for path in modules if path.startswith(_ROOTS)]
    waiting = [(path, statement) for path in roots for statement in modules[path].statements]

    def use(path: str | None, name: str) -> None:
        if path in named and name in named[path] and name not in used.setdefault(path, set()):
            used[path].add(name)
            waiting.append((path, named[path][name]))

    while waiting:
        path, statement = waiting.pop()
        imported = modules[path].imported
        for word in statement.words:
            use(path, word)
            source, name = imported.get(word, ("", ""))
            members = re.findall(rf"\b{word}\.(\w+)", statement.code) if name == "*" else [name]
            for member in members:
                use(paths.get(source), member)
    return used


def _written(module: _Module, used: set[str], *, whole: bool) -> str:
    statements = [each for each in module.statements if whole or each.name in used]
    words = frozenset().union(*(each.words for each in statements))
    imports = [line for line in (_narrowed(each, words) for each in module.imports) if line]
    body = ""
    for each in module.statements:
        if each in statements:
            body += each.text
        elif body and each.text.endswith("\n\n"):
            # The blank line after what is left out; without it the neighbours would touch.
            body = body.rstrip("\n") + "\n\n"
    return module.head + "\n".join(imports) + ("\n\n" if imports else "") + body.rstrip("\n") + "\n"


def _narrowed(line: str, words: frozenset[str]) -> str:
    """The import with the names that are used; empty when there is none."""
    match = _IMPORT.search(line)
    if match is None:
        return line
    if match["space"]:
        return line if match["space"] in words else ""
    names = [name.strip() for name in match["names"].split(",")]
    kept = [name for name in names if name.split()[-1] in words]
    if kept == names or not kept:
        return line if kept else ""
    if all(name.startswith("type ") for name in kept):
        return f'import type {{ {", ".join(name.removeprefix("type ") for name in kept)} }} from "{match["source"]}";'
    return line.replace(match["names"], ", ".join(kept))


def _used_styles(text: str, code: str) -> str:
    """Without the rules for classes that no component has."""
    chunks = text.split("\n\n")
    classes = [_RULE.match(chunk) for chunk in chunks]
    kept = [
        chunk
        for chunk, found in zip(chunks, classes, strict=True)
        if found is None or re.search(rf"(?<![\w-]){found[1]}(?![\w-])", code)
    ]
    return "\n\n".join(kept)


def _used_icons(text: str, code: str) -> str:
    lines = text.split("\n")
    return "\n".join(line for line in lines if not (found := _ICON.fullmatch(line)) or f'"{found[1]}"' in code)
