"""Everything the app is made of: its name, what it stores, what it answers, what listens to changes of entries."""

<<imports>>

NAME = <<app_name>>
TABLES = (
    <<tables>>
)
ROUTERS = (
    <<routers>>
)
LISTENERS = (<<listeners>>)
