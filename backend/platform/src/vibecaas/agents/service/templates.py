"""The runtime templates, as the app builder describes them; optional ones where the operator wants them."""

from collections.abc import Collection
from dataclasses import asdict

from appbuilder.templates import TEMPLATES
from appbuilder.templates import Template as Described
from vibecaas.agents.schemas.templates import Template
from vibecaas.kit.errors import FieldError, NotFound, ValidationFailed


class TemplatesService:
    """The templates that apps can be made of here."""

    def __init__(self, *, optional: Collection[str]) -> None:
        self._offered = {each.id: each for each in TEMPLATES.values() if not each.is_optional or each.id in optional}

    def every(self) -> list[Template]:
        """Return all templates, the usual one first."""
        return [_shown(each) for each in self._offered.values()]

    def one(self, name: str) -> Template:
        """Return the template of that name; raises NotFound."""
        for each in self._offered.values():
            if each.id == name:
                return _shown(each)
        problem = _missing(name) if name in TEMPLATES else f"There is no template {name}."
        raise NotFound(f"{problem} Choose one of: {', '.join(self._offered)}.")

    def check(self, name: str) -> None:
        """Raise ValidationFailed if there is none of that name here."""
        if name not in self._offered:
            wrong = FieldError("/template", "not_allowed", _missing(name))
            raise ValidationFailed(wrong.detail, fields=(wrong,))


def _missing(name: str) -> str:
    return (
        f"The template {name} is not installed here. Whoever runs VibeCaaS adds it with "
        f"`VIBECAAS_TEMPLATES__{name.upper()}=true ./vibecaas up`."
    )


def _shown(described: Described) -> Template:
    parts = asdict(described)
    return Template.model_validate({"object": "template", "ports": [parts.pop("port")], **parts})
