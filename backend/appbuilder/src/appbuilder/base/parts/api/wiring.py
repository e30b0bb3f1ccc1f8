"""Everything the app is made of: what it stores, what it answers, and what listens to changes of entries."""

<<imports>>

TABLES = (
    <<tables>>
)
ROUTERS = (
    <<routers>>
)
LISTENERS = (<<listeners>>)
