"""The look of an app: mode and colours as a person names them."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

from appbuilder.spec.colours import parse_colour

Mode = Literal["light", "dark", "auto"]


def _colour(value: str) -> str:
    parse_colour(value)
    return value.strip().lower().replace(" ", "")


Colour = Annotated[str, AfterValidator(_colour)]


class Theme(BaseModel):
    """Mode and colours. A colour that is None is chosen to fit the others.

    A background decides which of the two palettes it belongs to when the mode is ``auto``:
    a light one colours the light palette, a dark one the dark palette.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    mode: Mode = "auto"
    background: Colour | None = None
    surface: Colour | None = None
    accent: Colour | None = None
    text: Colour | None = None
