"""What all requests and answers share."""

import re
from copy import copy
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, create_model, model_validator

EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
URL = re.compile(r"https?://[^\s/]+\S*")
PHONE = re.compile(r"\+?[0-9 ()./-]{3,}")
# Whole numbers beyond this are not exact in a browser.
LARGEST = 9_007_199_254_740_991


def _email(text: str) -> str:
    if not EMAIL.fullmatch(text):
        raise ValueError("Enter an e-mail address such as name@example.com.")
    return text


def _url(text: str) -> str:
    if not URL.fullmatch(text):
        raise ValueError("Enter a web address that begins with https:// or http://.")
    return text


def _phone(text: str) -> str:
    if not PHONE.fullmatch(text):
        raise ValueError("Enter a phone number.")
    return text


Email = Annotated[str, AfterValidator(_email)]
Url = Annotated[str, AfterValidator(_url)]
Phone = Annotated[str, AfterValidator(_phone)]
EntryId = Annotated[int, Field(ge=1, le=LARGEST)]
Whole = Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
Number = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
Money = Annotated[Decimal, Field(ge=-1_000_000_000_000, le=1_000_000_000_000, decimal_places=2)]
FilterText = Annotated[str, Field(max_length=200)]


class Input(BaseModel):
    """What people send. Space around text is dropped; blank text counts as no value."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _tidy(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        tidy = {key: value.strip() if isinstance(value, str) else value for key, value in data.items()}
        return {key: None if value == "" else value for key, value in tidy.items()}


class Stored(BaseModel):
    """What every entry has."""

    id: int
    created_at: str
    updated_at: str


class LinkedEntry(BaseModel):
    """An entry that another one points to."""

    id: int
    title: str


class Group(BaseModel):
    """Part of a total: the entries that share a value."""

    value: str | int | bool | None
    label: str | None
    result: float | None


class ListQuery(BaseModel):
    """Which part of a list is wanted, in which order, and which words its entries must hold."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)

    q: Annotated[str, Field(max_length=200)] = ""
    limit: Annotated[int, Field(ge=1, le=200)] = 50
    offset: Annotated[int, Field(ge=0, le=1_000_000_000)] = 0
    sort: str = "-created_at"

    def filters(self) -> dict[str, Any]:
        """The filters that were asked for, by name."""
        return {name: value for name, value in self if name not in ListQuery.model_fields and value is not None}


Model = TypeVar("Model", bound=BaseModel)


def all_optional(model: type[Model]) -> type[Model]:
    """For a model of changes: every field may be left out, and keeps its rules when it is there."""
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        optional = copy(info)
        optional.default, optional.default_factory = None, None
        fields[name] = (info.annotation, optional)
    return create_model(model.__name__, __base__=model, __module__=model.__module__, __doc__=model.__doc__, **fields)
