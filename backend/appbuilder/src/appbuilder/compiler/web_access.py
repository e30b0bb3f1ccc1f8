"""What the web client shows to some people only; nothing of it is there in apps without accounts."""

from collections.abc import Iterable

from appbuilder.compiler.access import NAMED, is_public, who_may
from appbuilder.compiler.fill import block
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Page
from appbuilder.spec.access import ANYONE, OWNER, SIGNED_IN, Action


def creators(spec: AppSpec, entity: Entity) -> str:
    """The line of ``api.ts`` that says who may add entries."""
    if is_public(spec, entity, "create") or not entity.behaviours.create:
        return ""
    listed = ", ".join(f'"{each}"' for each in who_may(spec, entity, "create"))
    comment = f"/** Who may add {words_of(entity)['plural_words']}. */"
    return block(["", comment, f"export const MAY_CREATE: readonly string[] = [{listed}];"])


def only_creators(spec: AppSpec, entity: Entity, lines: list[str]) -> list[str]:
    """Keeps a button for new entries from those who may not add any."""
    if not lines or is_public(spec, entity, "create"):
        return lines
    return ["<Only who={api.MAY_CREATE}>", *(f"  {line}" for line in lines), "</Only>"]


def form_for(spec: AppSpec, entity: Entity, lines: list[str], *, api: str = "api") -> list[str]:
    """The same for a form in the middle of a page; others read what it would take."""
    if is_public(spec, entity, "create"):
        return lines
    what = f'what="add {words_of(entity)["plural_words"]}"'
    return [f"<FormFor who={{{api}.MAY_CREATE}} {what}>", *(f"  {line}" for line in lines), "</FormFor>"]


def refusal(spec: AppSpec, entity: Entity) -> str:
    """The lines by which the page of a new entry refuses."""
    if is_public(spec, entity, "create"):
        return ""
    return "const refusal = useRefusal(api.MAY_CREATE);\nif (refusal) return refusal;"


def if_may(spec: AppSpec, entity: Entity, action: Action, lines: Iterable[str]) -> list[str]:
    """An element that is there when whoever looks may do it with ``entry``."""
    if is_public(spec, entity, action):
        return [*lines]
    return [f"{{entry.may_{action} && (", *(f"  {line}" for line in lines), ")}"]


def either(spec: AppSpec, entity: Entity, element: str, otherwise: str) -> str:
    """The element for those who may change ``entry``, and another one for all others."""
    if is_public(spec, entity, "update"):
        return element
    other = otherwise.removeprefix("{").removesuffix("}") if otherwise.startswith("{") else otherwise
    inside = [f"  {line}" for line in element.splitlines()]
    return block(["{entry.may_update ? (", *inside, ") : (", f"  {other}", ")}"])


def editing_of(spec: AppSpec, entity: Entity, page: str) -> str:
    """The function that shows the page for changing an entry to those who may."""
    lines = page.splitlines()
    if is_public(spec, entity, "update"):
        return block(["{(entry) => (", *(f"  {line}" for line in lines), ")}"])
    inside = ["entry.may_update ? (", *(f"  {line}" for line in lines), ") : (", "  <Refusal />", ")"]
    return block(["{(entry) =>", *(f"  {line}" for line in inside), "}"])


def has_pages_for_some(spec: AppSpec) -> bool:
    """Whether the navigation has pages that only some roles can use."""
    return any(ANYONE not in _visitors(spec, page) for page in spec.pages if page.in_navigation)


def for_whom(spec: AppSpec, page: Page) -> str:
    """Who sees the page in the navigation, where that is not the same for all pages."""
    if not has_pages_for_some(spec):
        return ""
    listed = ", ".join(f'"{each}"' for each in _visitors(spec, page))
    return f", who: [{listed}]"


def _visitors(spec: AppSpec, page: Page) -> tuple[str, ...]:
    """Roles, if only they can read what the page shows; others may sign in when they get there."""
    readers = who_may(spec, spec.entity(page.entity), "read") if page.entity else (ANYONE,)
    is_for_many = {ANYONE, SIGNED_IN, OWNER} & set(readers) or any(each.startswith(NAMED) for each in readers)
    return (ANYONE,) if is_for_many else readers
