"""What the app does by itself, once a minute."""

from collections.abc import Callable, Mapping
from functools import partial

<<imports>>

<<parts>>
TASKS = (
    <<tasks>>
)
REPORTS: Mapping[str, Callable[[], object]] = {
    <<reports>>
}
