"""Expressions of computed fields: ``quantity * price``, ``days(end, start)``, ``sum(lines.amount)``.

Grammar (names are field names; a function of entries takes ``plural.field`` of entities that point here):

    sum     = product (("+" | "-") product)*
    product = atom (("*" | "/") atom)*
    atom    = number | name | "-" atom | "(" sum ")" | function "(" arguments ")"

``days(a, b)`` is the number of days from b to a; ``count(plural)``, ``sum(plural.field)`` and
``average(plural.field)`` look at the entries that point to this one. A division by zero has no value.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

LENGTH_LIMIT = 300
DEPTH_LIMIT = 20
_TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z][a-z0-9_]*)|(?P<sign>[-+*/(),.]))")
Operator = Literal["+", "-", "*", "/"]
Gathering = Literal["count", "sum", "average"]


class ExpressionWrong(ValueError):
    """The expression cannot be read; the message says where and what is expected."""


@dataclass(frozen=True, slots=True)
class Number:
    """A constant."""

    value: float


@dataclass(frozen=True, slots=True)
class Name:
    """A field of the same entry."""

    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    """The other sign."""

    of: "Node"


@dataclass(frozen=True, slots=True)
class Operation:
    """Two parts and what is done with them."""

    operator: Operator
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Days:
    """The days from ``start`` to ``end``, both names of date fields."""

    end: str
    start: str


@dataclass(frozen=True, slots=True)
class Gather:
    """A number about the entries of ``plural`` that point here; ``field`` is None for a count."""

    kind: Gathering
    plural: str
    field: str | None


Node = Number | Name | Negative | Operation | Days | Gather


def parse(text: str) -> Node:
    """The tree of an expression; raises ExpressionWrong."""
    if len(text) > LENGTH_LIMIT:
        raise ExpressionWrong(f"it is longer than {LENGTH_LIMIT} characters.")
    return _Reader(text).whole()


def names_in(node: Node) -> Iterator[str]:
    """The fields of the same entry that an expression uses."""
    match node:
        case Name(name):
            yield name
        case Negative(of):
            yield from names_in(of)
        case Operation(_, left, right):
            yield from names_in(left)
            yield from names_in(right)
        case Days(end, start):
            yield from (end, start)
        case Number() | Gather():
            return


def gathers_in(node: Node) -> Iterator[Gather]:
    """The looks at other entries."""
    match node:
        case Gather():
            yield node
        case Negative(of):
            yield from gathers_in(of)
        case Operation(_, left, right):
            yield from gathers_in(left)
            yield from gathers_in(right)
        case Number() | Name() | Days():
            return


def rename_in(text: str, old: str, new: str, *, plural: str | None = None) -> str:
    """The expression after a field was renamed: its own (no ``plural``), or one of the entries it looks at."""
    before = rf"(?<![\w.]){re.escape(plural)}\." if plural else r"(?<![\w.])"
    after = r"(?!\w)" if plural else r"(?![\w(.]|\s*\()"
    return re.sub(f"({before}){re.escape(old)}{after}", rf"\g<1>{new}", text)


def rename_plural_in(text: str, old: str, new: str) -> str:
    """The expression after the entries it looks at got another plural."""
    return re.sub(rf"((?:count|sum|average)\(\s*){re.escape(old)}(?!\w)", rf"\g<1>{new}", text)


class _Reader:
    """Recursive descent over the tokens."""

    def __init__(self, text: str) -> None:
        self._text, self._place, self._depth = text, 0, 0
        self._kind, self._token = "", ""
        self._step()

    def whole(self) -> Node:
        node = self._sum()
        if self._kind:
            raise ExpressionWrong(f"nothing was expected at {self._token!r}.")
        return node

    def _step(self) -> None:
        rest = self._text[self._place :]
        if not rest.strip():
            self._kind, self._token = "", ""
            return
        found = _TOKEN.match(rest)
        if found is None:
            raise ExpressionWrong(f"{rest.strip()[0]!r} has no meaning here.")
        self._place += found.end()
        self._kind = found.lastgroup or ""
        self._token = found[self._kind]

    def _take(self, *wanted: str) -> str | None:
        if self._kind != "sign" or self._token not in wanted:
            return None
        token = self._token
        self._step()
        return token

    def _need(self, wanted: str) -> None:
        if self._take(wanted) is None:
            raise ExpressionWrong(
                f"{wanted!r} is missing{f' before {self._token!r}' if self._token else ' at the end'}."
            )

    def _name(self) -> str:
        if self._kind != "name":
            raise ExpressionWrong("the name of a field is missing.")
        name = self._token
        self._step()
        return name

    def _sum(self) -> Node:
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise ExpressionWrong("it has too many parentheses.")
        node = self._product()
        while sign := self._take("+", "-"):
            node = Operation("+" if sign == "+" else "-", node, self._product())
        self._depth -= 1
        return node

    def _product(self) -> Node:
        node = self._atom()
        while sign := self._take("*", "/"):
            node = Operation("*" if sign == "*" else "/", node, self._atom())
        return node

    def _atom(self) -> Node:
        if self._kind == "number":
            value = float(self._token)
            self._step()
            return Number(value)
        if self._take("("):
            node = self._sum()
            self._need(")")
            return node
        if self._take("-"):
            self._depth += 1
            if self._depth > DEPTH_LIMIT:
                raise ExpressionWrong("it has too many signs.")
            inner = self._atom()
            self._depth -= 1
            return Negative(inner)
        name = self._name()
        return self._function(name) if self._take("(") else Name(name)

    def _function(self, name: str) -> Node:
        first = self._name()
        node: Node
        if name == "days":
            self._need(",")
            node = Days(first, self._name())
        elif name == "count":
            node = Gather("count", first, None)
        elif name in {"sum", "average"}:
            self._need(".")
            node = Gather("sum" if name == "sum" else "average", first, self._name())
        else:
            raise ExpressionWrong(f"there is no function {name!r}; there are days, count, sum and average.")
        self._need(")")
        return node
