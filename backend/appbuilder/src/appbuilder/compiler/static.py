"""What only a static site has: the list of pages for its test."""

from json import dumps

from appbuilder.compiler.fill import block, fill
from appbuilder.spec import AppSpec, Page, route_of


def static_files(spec: AppSpec) -> dict[str, str]:
    """The generated files of a static site beside those of every web client, by path in the app."""
    pages = (f'{{ address: "{route_of(page)}", headings: {_listed(headings(page))} }},' for page in spec.pages)
    return {"web/tests/pages.js": fill("static/pages.js", pages=block(pages))}


def headings(page: Page) -> list[str]:
    """What the headings of a content page say, from top to bottom."""
    found = [] if page.blocks[0].kind == "hero" else [page.title]
    for each in page.blocks:
        if each.kind in {"hero", "text", "items"} and each.title:
            found.append(each.title)
        if each.kind == "items" and each.layout == "grid":
            found += [item.title for item in each.items]
    return found


def _listed(texts: list[str]) -> str:
    return f"[{', '.join(dumps(text, ensure_ascii=False) for text in texts)}]"
