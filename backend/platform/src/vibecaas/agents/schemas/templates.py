"""The runtime templates as they cross the door."""

from typing import Literal

from vibecaas.kit.shapes import Output
from vibecaas.projects.schemas import TemplateId


class Template(Output):
    """A kind of app: what machines of it hold, how it runs, and what those who change its files have to know.

    `image` names the dependencies; in the preview `dev_command` runs on `port`. An empty `build_command` says that
    nothing has to be built. The app is up when `health_path` answers 200.
    """

    object: Literal["template"]
    id: TemplateId
    title: str
    summary: str
    image: str
    dev_command: list[str]
    build_command: list[str]
    start_command: list[str]
    health_path: str
    ports: list[int]
    has_api: bool
    has_web: bool
    is_optional: bool
    guidance: str
