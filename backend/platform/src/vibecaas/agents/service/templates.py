"""The runtime templates, as the app builder describes them."""

from dataclasses import asdict

from appbuilder.templates import TEMPLATES
from appbuilder.templates import Template as Described
from vibecaas.agents.schemas.templates import Template
from vibecaas.kit.errors import NotFound


def every() -> list[Template]:
    """Return all templates, the usual one first."""
    return [_shown(each) for each in TEMPLATES.values()]


def one(name: str) -> Template:
    """Return the template of that name; raises NotFound."""
    for each in TEMPLATES.values():
        if each.id == name:
            return _shown(each)
    raise NotFound(f"There is no template {name}. Choose one of: {', '.join(TEMPLATES)}.")


def _shown(described: Described) -> Template:
    parts = asdict(described)
    return Template.model_validate({"object": "template", "ports": [parts.pop("port")], **parts})
