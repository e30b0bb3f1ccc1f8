"""Changed copies of frozen models, validated again."""

from typing import Any, TypeVar

from pydantic import BaseModel

Model = TypeVar("Model", bound=BaseModel)


def changed(model: Model, **changes: Any) -> Model:  # noqa: ANN401 - values of any setting, validated again
    """The model with other values of some settings; raises ValidationError if they do not fit."""
    return type(model).model_validate({name: getattr(model, name) for name in type(model).model_fields} | changes)
