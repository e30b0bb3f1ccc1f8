"""Blocks of content pages: what a landing page, an about page or a dashboard is made of."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Setting

from appbuilder.spec.fields import Identifier, Label

Prose = Annotated[str, Setting(min_length=1, max_length=2000, pattern=r"^[^\x00-\x09\x0b-\x1f\x7f{}<>\\\"`$]+$")]
"""Text for people; an empty line begins a new paragraph."""


class _Block(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Hero(_Block):
    """The head of a landing page; the button leads to a page (by id)."""

    kind: Literal["hero"]
    title: Label
    text: Prose
    action: Label | None = None
    page: Identifier | None = None


class Text(_Block):
    """A heading and paragraphs."""

    kind: Literal["text"]
    title: Label | None = None
    text: Prose


class Item(BaseModel):
    """A short text with a heading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Label
    text: Prose


class Items(_Block):
    """Short texts side by side: services, advantages, steps; or questions and answers below each other."""

    kind: Literal["items"]
    title: Label | None = None
    layout: Literal["grid", "questions"] = "grid"
    items: Annotated[tuple[Item, ...], Setting(min_length=1, max_length=24)]


class Entries(_Block):
    """The first entries of an entity's list, and a link to all of them."""

    kind: Literal["entries"]
    title: Label
    entity: Identifier
    limit: Annotated[int, Setting(ge=1, le=24)] = 6


class EntryForm(_Block):
    """The form of an entity on the page itself: a lead, a message to us."""

    kind: Literal["form"]
    title: Label
    text: Prose | None = None
    entity: Identifier


class ReportBlock(_Block):
    """A report (by id)."""

    kind: Literal["report"]
    report: Identifier


Block = Annotated[Hero | Text | Items | Entries | EntryForm | ReportBlock, Setting(discriminator="kind")]
