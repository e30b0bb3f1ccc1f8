"""What the app does by itself, once a minute."""

from functools import partial

<<imports>>

<<parts>>
TASKS = (
    <<tasks>>
)
REPORTS = {
    <<reports>>
}
