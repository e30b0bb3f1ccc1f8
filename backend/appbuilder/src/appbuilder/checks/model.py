"""The shapes of acceptance checks: data that another program executes against a running app.

How to execute a check
- Strings in paths, bodies, targets and values may contain ``{name}``. Before the first step the executor
  sets ``unique`` (8 random lower-case letters and digits, new for each execution); ``save`` sets others.
  A string that is nothing but ``{name}`` keeps the type of the saved value (a number stays a number).
- Steps run in order; the first that fails ends the check as failed. Then all cleanup steps run, each for
  itself: one that names a variable which was never set is left out, a failure is logged and goes on.
- Steps with the same ``session`` share cookies, so a check can be several people at once.
- HTTP paths start at the app's root; a ``body`` is sent as JSON, a ``text`` as it is. A browser check runs
  ``setup`` over HTTP, then its steps in a fresh browser context, takes one screenshot, then runs ``cleanup``.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, JsonValue
from pydantic import Field as Setting

Area = Literal["frontend", "backend", "database"]


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Expectation(_Shape):
    """What a JSON answer must hold at a pointer (RFC 6901; the empty pointer is the whole answer).

    ``equals``/``not_equals`` compare values (1 equals 1.0); ``contains`` looks for a part of a text (case
    matters) or an item of a list; ``exists``/``absent`` ask for the pointer alone; ``at_least`` compares
    numbers; ``length`` counts items or characters.
    """

    pointer: str
    op: Literal["equals", "not_equals", "contains", "exists", "absent", "at_least", "length"]
    value: JsonValue = None


class HttpStep(_Shape):
    """One request and what its answer must be; ``expect_text`` is a part of the answer, whatever its type."""

    method: Literal["GET", "POST", "PATCH", "PUT", "DELETE"]
    path: str
    body: JsonValue = None
    text: str | None = None
    content_type: str = "text/plain"
    session: str = ""
    expect_status: tuple[int, ...]
    expect_text: str | None = None
    save: dict[str, str] = {}
    expect: tuple[Expectation, ...] = ()


class HttpCheck(_Shape):
    """A check of the API, or of what the database keeps."""

    kind: Literal["http"] = "http"
    id: str
    title: str
    area: Area
    steps: tuple[HttpStep, ...]
    cleanup: tuple[HttpStep, ...] = ()


class Locator(_Shape):
    """Where an element is, by the first of these that is set; ``nth`` counts from 0.

    ``role`` (ARIA) may go with ``name``, its accessible name; names, labels and texts match exactly
    (Playwright's ``exact=True``). ``within`` narrows the search to an element found first.
    """

    role: str | None = None
    name: str | None = None
    label: str | None = None
    text: str | None = None
    placeholder: str | None = None
    test_id: str | None = None
    nth: int | None = None
    within: "Locator | None" = None


class BrowserStep(_Shape):
    """One thing a person does or sees; what may take a moment is waited for (5 s at most).

    | action | target | value |
    |---|---|---|
    | goto | - | path |
    | fill | field | text |
    | choose | select | label of the option |
    | tick | checkbox or radio button | true or false |
    | click | element | - |
    | upload | file input | {"name", "type", "text"} |
    | press | element or null (page) | key, as Playwright names it |
    | expect_visible, expect_hidden | element (hidden: or not there) | - |
    | expect_value | field | text |
    | expect_count | elements | number |
    | expect_css | element (null: the document's body) | "property: value", as getComputedStyle reports it |
    """

    action: Literal[
        "goto",
        "fill",
        "choose",
        "tick",
        "click",
        "press",
        "upload",
        "expect_visible",
        "expect_hidden",
        "expect_value",
        "expect_count",
        "expect_css",
    ]
    target: Locator | None = None
    value: JsonValue = None


class BrowserCheck(_Shape):
    """A check of what a person sees and does; the browser has the cookies of ``session``, if it names one."""

    kind: Literal["browser"] = "browser"
    id: str
    title: str
    area: Area = "frontend"
    session: str = ""
    setup: tuple[HttpStep, ...] = ()
    steps: tuple[BrowserStep, ...]
    cleanup: tuple[HttpStep, ...] = ()


Check = Annotated[HttpCheck | BrowserCheck, Setting(discriminator="kind")]
