"""What a feature is: when it is used, and what it adds to the files of the app and of each entity.

Everything is made of whole lines, so that the generators put them where they belong without knowing why.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from appbuilder.spec import AppSpec, Entity

Lines = tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """Something about an entry that lists show: a fact on a card, a column of a table.

    ``shown`` is JSX; ``stored`` is null where there is nothing to show, if that may be.
    """

    label: str
    shown: str
    numeric: bool = False
    stored: str = ""

    @property
    def value(self) -> str:
        """The attribute that says what is stored, after a space; empty where there always is something."""
        return f" value={{{self.stored}}}" if self.stored else ""


@dataclass(frozen=True)
class SortKey:
    """A column lists can be sorted by; ``down`` says what its descending order is called, ``up`` the other."""

    column: str
    down: str
    up: str | None = None


@dataclass(frozen=True)
class Route:
    """A page of the web client: its address, the component that shows it and where in ``web/src`` that is.

    ``title`` names the browser's tab before the component does; nothing: the app's name.
    """

    path: str
    component: str
    module: str
    title: str = ""


@dataclass(frozen=True)
class EntityParts:
    """What is added to one entity.

    | part | goes to |
    |---|---|
    | columns, table_filters, column_imports | ``table.py``: lines of ``columns=(...)`` and ``filters=(...)`` |
    | input_fields, out_fields, query_fields, model_imports | ``models.py`` |
    | list_routes, routes, route_imports | ``routes.py``: lines before ``/{id}``, and at its end |
    | files | whole files, by path in the app |
    | sorts | the sort keys of the list and their names |
    | out_types, input_types, client | ``api.ts``: lines of the interfaces, and functions at its end |
    | form_rules, form_inputs | the form: lines of ``rules`` and of the form itself |
    | details | lines of ``<Details>`` on the entry's page |
    | sections | elements below them |
    | actions | elements in the head of the entry's page, before Edit |
    | marks | cards, tables and other layouts of the list |
    | row_actions | elements among the small buttons of one entry, before Edit |
    | list_notes | elements below the head of the list |
    | list_actions | elements in the head of the list, before New |
    | filters | elements among the filters of the list |
    | web_imports | identifier and module for all of these |
    | tests, test_imports | whole tests in ``test_<plural>.py``; what they use of ``tests.factories`` is found |
    | methods | lines of the README about addresses |
    """

    columns: Lines = ()
    table_filters: Lines = ()
    column_imports: Lines = ()
    input_fields: Lines = ()
    out_fields: Lines = ()
    query_fields: Lines = ()
    model_imports: Lines = ()
    list_routes: Lines = ()
    routes: Lines = ()
    route_imports: Lines = ()
    sorts: tuple[SortKey, ...] = ()
    out_types: Lines = ()
    input_types: Lines = ()
    client: Lines = ()
    form_rules: Lines = ()
    form_inputs: Lines = ()
    details: Lines = ()
    sections: Lines = ()
    actions: Lines = ()
    marks: tuple[Mark, ...] = ()
    row_actions: Lines = ()
    list_notes: Lines = ()
    list_actions: Lines = ()
    filters: Lines = ()
    web_imports: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    tests: Lines = ()
    test_imports: Lines = ()
    methods: Lines = ()


@dataclass(frozen=True)
class AppParts:
    """What is added to the app as a whole.

    | part | goes to |
    |---|---|
    | modules | imports of ``wiring.py``, such as ``from app.extras.tags import TAGS`` |
    | tables, routers, listeners | the tuples of ``wiring.py`` |
    | web_imports | imports for its tools |
    | routes | pages of the web client |
    | files | whole files, by path in the app |
    | variables | lines of the README's table of environment variables |
    | tools | elements at the end of the frame's head, such as ``<AccountMenu />`` |
    """

    modules: Lines = ()
    tables: Lines = ()
    routers: Lines = ()
    listeners: Lines = ()
    web_imports: Lines = ()
    routes: tuple[Route, ...] = ()
    tools: Lines = ()
    files: dict[str, str] = field(default_factory=dict)
    variables: Lines = ()


Parts = TypeVar("Parts", EntityParts, AppParts)


def joined(kind: type[Parts], parts: Iterable[Parts]) -> Parts:
    """All parts as one, in their order."""
    found = list(parts)
    merged: dict[str, Any] = {}
    for each in fields(kind):
        values = [getattr(part, each.name) for part in found]
        if all(isinstance(value, dict) for value in values):
            merged[each.name] = {name: item for value in values for name, item in value.items()}
        else:
            merged[each.name] = tuple(line for value in values for line in value)
    return kind(**merged)


@dataclass(frozen=True)
class Feature:
    """One thing an app may have; ``name`` is its folder in ``base/optional`` (there may be none)."""

    name: str
    is_used: Callable[[AppSpec], bool]
    app: Callable[[AppSpec], AppParts] = lambda _: AppParts()
    entity: Callable[[AppSpec, Entity], EntityParts] = lambda _spec, _entity: EntityParts()


def anywhere(behaviour: Callable[[Entity], bool]) -> Callable[[AppSpec], bool]:
    """For ``is_used``: whether any entity of the app is like this."""
    return lambda spec: any(behaviour(entity) for entity in spec.entities)
