"""What is different in a web client with Next.js: a file for each address, and links that it knows.

Everything else is the same as with React Router: ``on_next`` lets the components import their links from
``lib/routing``, ``with_directives`` marks those that run in the browser.
"""

import posixpath
import re
from collections.abc import Mapping
from json import dumps

from appbuilder.compiler.features import Route
from appbuilder.compiler.fill import block, fill
from appbuilder.compiler.web_pages import component_of, content_pages
from appbuilder.compiler.web_routes import by_module, frame, frame_imports, routes_of, start_page
from appbuilder.spec import AppSpec

_PAGES = "web/src/app/"
_ROUTING = "web/src/lib/routing"
_ROUTER = re.compile(r'^(import \{ .+ \} from )"react-router";\n', re.MULTILINE)
_IMPORT = re.compile(r'^import (?P<type>type )?.*"(?P<module>[^"]+)";\n', re.MULTILINE)


def next_files(spec: AppSpec) -> dict[str, str]:
    """The frame of the app and the files of its addresses, by path in the app."""
    imports = block(sorted(frame_imports(spec), key=by_module))
    files = {
        "web/src/AppShell.tsx": fill("nextjs/AppShell.tsx", imports=imports, **frame(spec)),
        f"{_PAGES}layout.tsx": _layout(spec),
    }
    start = start_page(spec)
    if start:
        files[f"{_PAGES}page.tsx"] = fill("nextjs/home.tsx", start=start)
    content = {component_of(page) for page in content_pages(spec)}
    return files | dict(_page(route, at_once=route.component in content) for route in routes_of(spec))


def _layout(spec: AppSpec) -> str:
    imports = [
        'import { AppShell } from "../AppShell";',
        'import "../styles.css";',
        'import { ToastProvider } from "../ui/Toasts";',
    ]
    app = ["<AppShell>{children}</AppShell>"]
    if spec.access.has_accounts:
        imports.insert(1, 'import { SessionProvider } from "../account/session";')
        app = ["<SessionProvider>", "  <AppShell>{children}</AppShell>", "</SessionProvider>"]
    return fill(
        "nextjs/layout.tsx",
        imports=block(imports),
        app_name=_text(spec.app.name),
        summary=_text(spec.app.summary),
        app=block(app),
    )


def _page(route: Route, *, at_once: bool) -> tuple[str, str]:
    """A page; content is there at once, lists and forms are made in the browser."""
    folder = _PAGES + re.sub(r":(\w+)", r"[\1]", route.path.removeprefix("/"))
    up = posixpath.relpath("web/src", folder)
    imports = [f'import {{ {route.component} }} from "{up}/{route.module}";']
    shown = [f"return <{route.component} />;"]
    if not at_once:
        imports.append(f'import {{ InBrowser }} from "{up}/lib/browser";')
        shown = ["return (", "  <InBrowser>", f"    <{route.component} />", "  </InBrowser>", ");"]
    imports.sort(key=by_module)
    if route.title:
        imports.insert(0, 'import type { Metadata } from "next";')
    metadata = f"\nexport const metadata: Metadata = {{ title: {_text(route.title)} }};" if route.title else ""
    text = fill("nextjs/page.tsx", imports=block(imports), metadata=metadata, shown=block(shown))
    return posixpath.join(folder, "page.tsx"), text


def _text(value: str) -> str:
    return dumps(value, ensure_ascii=False)


def on_next(files: Mapping[str, str]) -> dict[str, str]:
    """The files with links of Next.js instead of React Router's."""
    return {path: _rerouted(path, text) if path.endswith((".ts", ".tsx")) else text for path, text in files.items()}


def _rerouted(path: str, text: str) -> str:
    found = _ROUTER.search(text)
    if found is None:
        return text
    module = posixpath.relpath(_ROUTING, posixpath.dirname(path))
    module = module if module.startswith(".") else f"./{module}"
    text = text[: found.start()] + text[found.end() :]
    imports = list(_IMPORT.finditer(text))
    later = [each.start() for each in imports if _rank(each["module"]) > _rank(module)]
    place = later[0] if later else imports[-1].end() if imports else found.start()
    return f'{text[:place]}{found[1]}"{module}";\n{text[place:]}'


def _rank(module: str) -> tuple[bool, bool, str]:
    """Packages, then what is above, then what is beside."""
    return (module.startswith("."), module.startswith("./"), module.lower())


def with_directives(files: Mapping[str, str]) -> dict[str, str]:
    """The files with ``"use client"`` in those that the files of addresses show: what they import follows them."""
    entered = set()
    for path, text in files.items():
        if path.startswith(_PAGES):
            for found in _IMPORT.finditer(text):
                if not found["type"]:
                    entered.add(posixpath.normpath(posixpath.join(posixpath.dirname(path), found["module"])))
    return {
        path: f'"use client";\n\n{text}' if posixpath.splitext(path)[0] in entered else text
        for path, text in files.items()
    }
