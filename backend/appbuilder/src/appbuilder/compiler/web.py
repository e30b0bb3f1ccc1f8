"""The generated part of the web client: the app's frame and, for each entity, a folder of small files."""

from appbuilder.compiler.access import can_be_own
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.layouts import shapes_of
from appbuilder.compiler.nextjs import next_files
from appbuilder.compiler.theme import theme_files
from appbuilder.compiler.web_api import choices, client
from appbuilder.compiler.web_detail import child_components, child_list, detail
from appbuilder.compiler.web_form import editor, form
from appbuilder.compiler.web_list import entries, list_page
from appbuilder.compiler.web_pages import content_files, is_on_pages, teasers
from appbuilder.compiler.web_routes import by_module, frame, frame_imports, routes_of, start_page
from appbuilder.compiler.web_shared import shared_files
from appbuilder.compiler.web_views import board, calendar, gallery
from appbuilder.compiler.words import words_of
from appbuilder.spec import AppSpec, Entity


def web_files(spec: AppSpec) -> dict[str, str]:
    """The generated files below ``web``, by path in the app."""
    files = {**shared_files(spec), **theme_files(spec), **content_files(spec)}
    files |= next_files(spec) if spec.template == "nextjs" else {"web/src/App.tsx": _app(spec)}
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
    """The pages with their addresses, for React Router."""
    modules: dict[str, list[str]] = {}
    routes = [f'<Route path="{route.path}" element={{<{route.component} />}} />' for route in routes_of(spec)]
    for route in routes_of(spec):
        modules.setdefault(route.module, []).append(route.component)
    start = start_page(spec)
    if start:
        routes.insert(0, f'<Route path="/" element={{<Navigate to="{start}" replace />}} />')
    imports = [f'import {{ {", ".join(sorted(names))} }} from "./{module}";' for module, names in modules.items()]
    return fill(
        "web/App.tsx",
        router="Navigate, Route, Routes" if start else "Route, Routes",
        imports=block(sorted([*imports, *frame_imports(spec)], key=by_module)),
        routes=block(routes),
        **frame(spec),
    )
