"""The runtime templates: what kinds of app there are, what is in each, and how it is started."""

from dataclasses import dataclass
from typing import Literal

TemplateId = Literal["fullstack", "static", "api", "nextjs"]


@dataclass(frozen=True)
class Template:
    """One kind of app.

    ``image`` names the dependencies that are installed once and shared by all machines of templates with it.
    ``dev_command`` runs in the preview, on ``port``; anywhere else ``build_command`` (empty: there is nothing to
    build) and ``start_command`` do. The app is up when ``health_path`` answers 200. ``guidance`` is for people and
    agents who change its files. An optional template is there only where the operator wants it.
    """

    id: TemplateId
    title: str
    summary: str
    guidance: str
    image: str = "fullstack"
    dev_command: tuple[str, ...] = ("./run", "dev")
    build_command: tuple[str, ...] = ("./run", "build")
    start_command: tuple[str, ...] = ("./run", "start")
    health_path: str = "/api/health"
    port: int = 5173
    has_api: bool = True
    has_web: bool = True
    is_optional: bool = False


TEMPLATES: dict[TemplateId, Template] = {
    each.id: each
    for each in (
        Template(
            id="fullstack",
            title="Full-stack app",
            summary="Pages and an API that keeps what people enter: FastAPI, SQLite, React and Vite.",
            guidance=(
                "The API is in api/ (one folder for each kind of entry), the pages are in web/src (the same folders). "
                "Add a field in table.py, models.py, api.ts, the form and the list. ./run test must pass."
            ),
        ),
        Template(
            id="static",
            title="Static site",
            summary="Pages only: nothing is kept, and the built files can be put on any web server. React and Vite.",
            health_path="/",
            has_api=False,
            guidance=(
                "Each page is one component in web/src, its address stands in App.tsx. There is no API: what has to be "
                "kept needs the template fullstack, which a change that asks for it moves the app to. "
                "./run test must pass."
            ),
        ),
        Template(
            id="api",
            title="API",
            summary="An API without pages, described at /api/docs: FastAPI and SQLite.",
            build_command=(),
            has_web=False,
            guidance=(
                "One folder in api/app for each kind of entry: table.py says how it is stored, models.py what is sent "
                "and answered, routes.py where. There are no pages. ./run test must pass."
            ),
        ),
        Template(
            id="nextjs",
            title="Full-stack app with Next.js",
            summary="The same as a full-stack app, with Next.js for its pages: FastAPI, SQLite, React and Next.js.",
            image="nextjs",
            health_path="/",
            is_optional=True,
            guidance=(
                "The API is in api/ (one folder for each kind of entry), the components are in web/src (the same "
                "folders), and web/src/app has a file for each address. Add a field in table.py, models.py, api.ts, "
                "the form and the list. ./run test must pass."
            ),
        ),
    )
}
"""By id, the usual one first."""
