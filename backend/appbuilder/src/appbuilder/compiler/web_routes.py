"""Which pages the web client has, and what stands around them; how each tool routes to them is said elsewhere."""

from appbuilder.compiler.features import Route, app_parts
from appbuilder.compiler.fill import block
from appbuilder.compiler.web_access import for_whom, has_pages_for_some
from appbuilder.compiler.web_pages import component_of, content_pages
from appbuilder.compiler.web_parts import page_title
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, Page, route_of


def routes_of(spec: AppSpec) -> tuple[Route, ...]:
    """All pages: the content pages, those of the entities, and those of features."""
    content = (_content(page) for page in content_pages(spec))
    entities = (route for entity in spec.entities for route in _entity(spec, entity))
    return (*content, *entities, *app_parts(spec).routes)


def start_page(spec: AppSpec) -> str | None:
    """Where ``/`` leads to; None when a page is there."""
    if any(page.slug == "" for page in content_pages(spec)):
        return None
    return _address(spec, _listed(spec)[0])


def frame(spec: AppSpec) -> dict[str, str]:
    """The places of ``App.tsx`` or ``AppShell.tsx`` that say what stands around every page."""
    tools = app_parts(spec).tools
    is_filtered = has_pages_for_some(spec)
    return {
        "app_name": spec.app.name,
        "pages": block(
            f'{{ to: "{_address(spec, page)}", label: "{page.title}"{for_whom(spec, page)} }},'
            for page in _listed(spec)
        ),
        "session": "const { person } = useSession();" if is_filtered else "",
        "shown": "PAGES.filter((page) => isOneOf(page.who, person))" if is_filtered else "PAGES",
        "tools": f" tools={{{_one(tools)}}}" if tools else "",
    }


def frame_imports(spec: AppSpec) -> tuple[str, ...]:
    """The imports that the frame needs."""
    session = ['import { isOneOf, useSession } from "./account/session";'] if has_pages_for_some(spec) else []
    return (*app_parts(spec).web_imports, *session)


def by_module(line: str) -> str:
    """The order of imports."""
    return line.rpartition(" from ")[2]


def _listed(spec: AppSpec) -> list[Page]:
    more = (page for page in content_pages(spec) if page not in spec.pages)
    return [page for page in (*spec.pages, *more) if page.in_navigation]


def _address(spec: AppSpec, page: Page) -> str:
    return route_of(page, spec.entity(page.entity) if page.entity else None)


def _one(elements: tuple[str, ...]) -> str:
    """The elements as one."""
    return elements[0] if len(elements) == 1 else f"<>{''.join(elements)}</>"


def _content(page: Page) -> Route:
    component = component_of(page)
    return Route(route_of(page), component, component, page.title if page.slug else "")


def _entity(spec: AppSpec, entity: Entity) -> list[Route]:
    words = words_of(entity)
    name, slug, can = words["Name"], words["slug"], entity.behaviours
    folder = f"{words['plural']}/{name}"
    found = [Route(f"/{slug}", f"{name}List", f"{folder}List", page_title(spec, entity, "list"))]
    if can.create:
        found.append(Route(f"/{slug}/new", f"New{name}", f"{folder}Editor", page_title(spec, entity, "form")))
    found.append(Route(f"/{slug}/:id", f"{name}Detail", f"{folder}Detail", entity.label))
    if can.update:
        found.append(Route(f"/{slug}/:id/edit", f"Edit{name}", f"{folder}Editor", f"Edit {words['words']}"))
    return found
