"""The generated part of the web client: the app's frame and, for each entity, a folder of small files."""

from appbuilder.compiler.access import can_be_own
from appbuilder.compiler.features import app_parts
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.layouts import shapes_of
from appbuilder.compiler.theme import theme_files
from appbuilder.compiler.web_access import for_whom, has_pages_for_some
from appbuilder.compiler.web_api import choices, client
from appbuilder.compiler.web_detail import child_components, child_list, detail
from appbuilder.compiler.web_form import editor, form
from appbuilder.compiler.web_list import entries, list_page
from appbuilder.compiler.web_pages import component_of, content_files, content_pages, is_on_pages, teasers
from appbuilder.compiler.web_shared import shared_files
from appbuilder.compiler.web_views import board, calendar, gallery
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity, route_of


def web_files(spec: AppSpec) -> dict[str, str]:
    """The generated files below ``web``, by path in the app."""
    files = {"web/src/App.tsx": _app(spec), **shared_files(spec), **theme_files(spec), **content_files(spec)}
    if spec.access.has_accounts:
        own = [entity for entity in spec.entities if can_be_own(spec, entity)]
        kinds = block(f'{{ slug: "{entity.slug}", label: "{entity.plural_label}" }},' for entity in own)
        files["web/src/account/kinds.ts"] = fill("account/kinds.ts", kinds=kinds)
    for entity in spec.entities:
        files |= _entity_files(spec, entity)
    return files


def _entity_files(spec: AppSpec, entity: Entity) -> dict[str, str]:
    folder, name = f"web/src/{entity.plural}", words_of(entity)["Name"]
    files = {
        f"{folder}/api.ts": client(spec, entity),
        f"{folder}/{name}List.tsx": list_page(spec, entity),
        f"{folder}/{name}Detail.tsx": detail(spec, entity),
    }
    for shape in shapes_of(spec, entity):
        own = {"Board": board, "Calendar": calendar, "Gallery": gallery}.get(shape)
        files[f"{folder}/{name}{shape}.tsx"] = own(spec, entity) if own else entries(spec, entity, shape)
    if is_on_pages(spec, entity, "entries"):
        files[f"{folder}/{name}Teasers.tsx"] = teasers(spec, entity)
    if entity.behaviours.create or entity.behaviours.update:
        files[f"{folder}/{name}Form.tsx"] = form(spec, entity)
        files[f"{folder}/{name}Editor.tsx"] = editor(spec, entity)
    if spec.children(entity.id):
        files[f"{folder}/choices.ts"] = choices(entity)
    for component, child, field in child_components(spec, entity):
        files[f"web/src/{child.plural}/{component}.tsx"] = child_list(spec, entity, component, child, field)
    return files


def _app(spec: AppSpec) -> str:
    content = content_pages(spec)
    every = (*spec.pages, *(page for page in content if page not in spec.pages))
    listed = [page for page in every if page.in_navigation]
    addresses = [route_of(page, spec.entity(page.entity) if page.entity else None) for page in listed]
    imports = [(f"./{component_of(page)}", component_of(page)) for page in content]
    routes = [f'<Route path="{route_of(page)}" element={{<{component_of(page)} />}} />' for page in content]
    has_home = any(page.slug == "" for page in content)
    if not has_home:
        routes.insert(0, f'<Route path="/" element={{<Navigate to="{addresses[0]}" replace />}} />')
    for entity in spec.entities:
        more_imports, more_routes = _entity_routes(entity)
        imports += more_imports
        routes += more_routes
    extra = app_parts(spec)
    is_filtered = has_pages_for_some(spec)
    own = ['import { isOneOf, useSession } from "./account/session";'] if is_filtered else []
    return fill(
        "web/App.tsx",
        app_name=spec.app.name,
        router="Route, Routes" if has_home else "Navigate, Route, Routes",
        imports=block(
            sorted(
                [*(f'import {{ {names} }} from "{module}";' for module, names in imports), *extra.web_imports, *own],
                key=lambda line: line.rpartition(" from ")[2],
            )
        ),
        pages=block(
            f'{{ to: "{address}", label: "{page.title}"{for_whom(spec, page)} }},'
            for address, page in zip(addresses, listed, strict=True)
        ),
        session="const { person } = useSession();" if is_filtered else "",
        shown="PAGES.filter((page) => isOneOf(page.who, person))" if is_filtered else "PAGES",
        routes=block([*routes, *extra.web_routes]),
        tools=f" tools={{{_one(extra.tools)}}}" if extra.tools else "",
    )


def _one(elements: tuple[str, ...]) -> str:
    """The elements as one."""
    return elements[0] if len(elements) == 1 else f"<>{''.join(elements)}</>"


def _entity_routes(entity: Entity) -> tuple[list[tuple[str, str]], list[str]]:
    words = words_of(entity)
    name, plural, slug = words["Name"], words["plural"], words["slug"]
    can = entity.behaviours
    editors = [*([f"Edit{name}"] if can.update else []), *([f"New{name}"] if can.create else [])]
    imports = [(f"./{plural}/{name}{kind}", f"{name}{kind}") for kind in ("Detail", "List")]
    imports += [(f"./{plural}/{name}Editor", ", ".join(editors))] if editors else []
    routes = [f'<Route path="/{slug}" element={{<{name}List />}} />']
    routes += [f'<Route path="/{slug}/new" element={{<New{name} />}} />'] if can.create else []
    routes.append(f'<Route path="/{slug}/:id" element={{<{name}Detail />}} />')
    routes += [f'<Route path="/{slug}/:id/edit" element={{<Edit{name} />}} />'] if can.update else []
    return imports, routes
