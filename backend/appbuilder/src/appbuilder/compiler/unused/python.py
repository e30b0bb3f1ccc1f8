"""Leaves out of the API what an app does not use: whole modules, and functions, classes and constants of others.

What ``app.main`` and the tests reach stays. Modules are read once by ``ast``; what stays keeps its text.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

_MAIN = "app.main"
_ROUTERS = {"app", "router"}
# Other statements do something when the module is imported.
_PLAIN = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)


@dataclass(frozen=True)
class _Statement:
    """``uses`` are names, and names of other modules as ``module.name``."""

    first: int
    last: int
    names: frozenset[str]
    uses: frozenset[str]
    always: bool


@dataclass(frozen=True)
class _Module:
    """``imported`` tells for each name in it where it is from."""

    lines: tuple[str, ...]
    statements: tuple[_Statement, ...]
    imports: tuple[ast.Import | ast.ImportFrom, ...]
    imported: Mapping[str, str]


def without_unused_python(files: Mapping[str, str]) -> dict[str, str]:
    """The modules that are reached, with what is reached in them."""
    paths = {_name(path): path for path in files if path.startswith("api/") and path.endswith(".py")}
    modules = {name: _module(name, files[path]) for name, path in paths.items()}
    kept = _reached(modules)
    dropped = {path for name, path in paths.items() if name not in kept and not path.endswith("__init__.py")}
    written = {paths[name]: _written(modules[name], kept[name]) for name in kept}
    return {path: written.get(path, text) for path, text in files.items() if path not in dropped}


def _name(path: str) -> str:
    return path.removeprefix("api/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@cache
def _module(name: str, text: str) -> _Module:
    tree = ast.parse(text)
    lines = tuple(text.split("\n"))
    imports = tuple(node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom))
    imported = {
        each.asname or each.name: f"{node.module}.{each.name}" if isinstance(node, ast.ImportFrom) else each.name
        for node in imports
        for each in node.names
    }
    others = [node for node in tree.body[1:] if node not in imports]
    is_test = name.startswith("tests.test_") or name == "tests.conftest"
    statements = tuple(_statement(node, lines, is_test=is_test) for node in others)
    return _Module(lines, statements, imports, imported)


def _statement(node: ast.stmt, lines: tuple[str, ...], *, is_test: bool) -> _Statement:
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(each.lineno for each in decorators)])
    while lines[first - 2].startswith("#"):
        first -= 1
    names = frozenset(_defined(node))
    always = (
        not isinstance(node, _PLAIN)
        or "__all__" in names
        or any(_is_route(each) for each in decorators)
        or (is_test and (bool(decorators) or any(name.startswith("test_") for name in names)))
    )
    return _Statement(first, node.end_lineno or node.lineno, names, frozenset(_used(node)), always)


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))


def _is_route(decorator: ast.expr) -> bool:
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    return (
        isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id in _ROUTERS
    )


def _used(node: ast.stmt) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            yield each.id
        elif isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
            yield f"{each.value.id}.{each.attr}"
        annotation = getattr(each, "annotation", None) or getattr(each, "returns", None)
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            yield annotation.value
    if isinstance(node, ast.Assign) and "__all__" in _defined(node):
        yield from ast.literal_eval(node.value)


def _reached(modules: Mapping[str, _Module]) -> dict[str, set[_Statement]]:
    """The statements that are used, by module."""
    reach = _Reach(modules)
    for name in modules:
        if name == _MAIN or name.startswith("tests.test_") or name == "tests.conftest":
            reach.enter(name)
    reach.follow()
    return reach.kept


class _Reach:
    """What is reached so far, and what of it was not followed yet."""

    def __init__(self, modules: Mapping[str, _Module]) -> None:
        self.modules = modules
        self.kept: dict[str, set[_Statement]] = {}
        self.waiting: list[tuple[str, _Statement]] = []

    def enter(self, name: str) -> None:
        if name in self.modules and name not in self.kept:
            self.kept[name] = set()
            self._keep(name, (each for each in self.modules[name].statements if each.always or name == _MAIN))

    def follow(self) -> None:
        while self.waiting:
            name, statement = self.waiting.pop()
            imported = self.modules[name].imported
            for used in statement.uses:
                base, _, attribute = used.partition(".")
                address = imported.get(base, f"{name}.{base}")
                self._use(f"{address}.{attribute}" if attribute and address in self.modules else address)

    def _keep(self, name: str, statements: Iterable[_Statement]) -> None:
        new = set(statements) - self.kept[name]
        self.kept[name] |= new
        self.waiting.extend((name, each) for each in new)

    def _use(self, address: str) -> None:
        """A module, or a name in one; a name may have been imported there itself."""
        if address in self.modules:
            self.enter(address)
            return
        source, _, name = address.rpartition(".")
        if source not in self.modules:
            return
        self.enter(source)
        self._keep(source, (each for each in self.modules[source].statements if name in each.names))
        if name in self.modules[source].imported:
            self._use(self.modules[source].imported[name])


def _written(module: _Module, kept: set[_Statement]) -> str:
    lines: list[str | None] = list(module.lines)
    for statement in module.statements:
        if statement not in kept:
            lines[statement.first - 1 : statement.last] = [None] * (statement.last - statement.first + 1)
    used = {name.partition(".")[0] for statement in kept for name in statement.uses}
    for node in module.imports:
        names = [each for each in node.names if (each.asname or each.name).partition(".")[0] in used]
        if len(names) == len(node.names):
            continue
        text = ", ".join(f"{each.name} as {each.asname}" if each.asname else each.name for each in names)
        last = node.end_lineno or node.lineno
        lines[node.lineno - 1 : last] = [None] * (last - node.lineno + 1)
        if names and isinstance(node, ast.ImportFrom):
            lines[node.lineno - 1] = f"from {node.module} import {text}"
    return "\n".join(line for line in lines if line is not None).rstrip("\n") + "\n"
