"""docs/ecosystem-map.md as data: each statement of the founding map with its place, its proof and its state."""

import re
from dataclasses import dataclass
from pathlib import Path

from repo import Finding

PAGE = "docs/ecosystem-map.md"
STATES = {"works", "partly", "not yet"}
CODE = re.compile(r"`([^`]+)`")
OPERATION = re.compile(r"^(GET|POST|PUT|PATCH|DELETE) (/\S+)$")
COLUMNS = 5


@dataclass(frozen=True)
class Row:
    """One statement: what the map says, where it lives, what proves it, how far it is, and a remark."""

    line: int
    statement: str
    where: tuple[str, ...]
    proof: tuple[str, ...]
    state: str
    remark: str

    @property
    def operation(self) -> tuple[str, str] | None:
        """The endpoint that the statement names, as (method, path)."""
        for word in CODE.findall(self.statement):
            match = OPERATION.match(word)
            if match:
                return match.group(1).lower(), match.group(2)
        return None

    @property
    def component(self) -> str | None:
        """The front-end component that the statement names."""
        return next((word for word in CODE.findall(self.statement) if word.endswith(".tsx")), None)


def read_rows(text: str) -> list[Row]:
    """Return the rows of all tables whose first heading is `statement`."""
    rows = []
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] if line.startswith("|") else []
        if len(cells) != COLUMNS:
            inside = False
        elif cells[0] == "statement":
            inside = True
        elif inside and set(cells[0]) - set("-: "):
            where, proof = (tuple(CODE.findall(cell)) for cell in cells[1:3])
            rows.append(Row(number, cells[0], where, proof, cells[3], cells[4]))
    return rows


def check_rows(rows: list[Row], root: Path, paths: dict[str, set[str]]) -> list[Finding]:
    """Compare the rows with the repository and with the operations of openapi.json (path -> methods)."""
    findings = []
    for row in rows:
        findings += [Finding(PAGE, row.line, message) for message in _problems(row, root, paths)]
    return findings


def _problems(row: Row, root: Path, paths: dict[str, set[str]]) -> list[str]:
    if row.state not in STATES:
        return [f"the state is {row.state!r}; it must be one of {', '.join(sorted(STATES))}"]
    problems = [f"{path} does not exist" for path in (*row.where, *row.proof) if not (root / path).exists()]
    if row.state != "not yet" and not row.where:
        problems.append("says that something works but names no file")
    if row.state == "works" and not row.proof:
        problems.append("says that it works but names no test")
    if row.operation:
        method, path = row.operation
        exists = method in paths.get(_shape(path), set())
        if exists != (row.state != "not yet"):
            problems.append(f"{method.upper()} {path} is {'' if exists else 'not '}in openapi.json")
    if row.component:
        exists = any(Path(path).name == row.component for path in row.where)
        if exists != (row.state != "not yet"):
            problems.append(f"the component {row.component} is {'' if exists else 'not '}named among the files")
    return problems


def _shape(path: str) -> str:
    """Return a path with its parameters unnamed: the map says {id} where the document may say {project_id}."""
    return re.sub(r"\{[^}]+\}", "{}", path)


def shapes(document_paths: dict[str, dict[str, object]]) -> dict[str, set[str]]:
    """Return the methods of each path of an OpenAPI document, with unnamed parameters."""
    found: dict[str, set[str]] = {}
    for path, methods in document_paths.items():
        found.setdefault(_shape(path), set()).update(methods)
    return found
