"""Who signs a comment: whoever writes it, with a name they type."""

from typing import Annotated

from pydantic import Field

from app.core.models import Input
from app.core.who import Person


class Signed(Input):
    author: Annotated[str, Field(max_length=80)]


def name_of(comment: Signed, _: Person) -> str:
    return comment.author


def may_remove(person: Person | None, written_by: str) -> bool:
    return person is not None and person.key == written_by
