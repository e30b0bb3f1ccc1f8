"""How <<plural_words>> are stored. Ids stay for ever; names may change."""

from app.core.tables import <<table_imports>>
<<extra_imports>>

<<links>>
<<rules>>
TABLE = Table(
    id="<<entity_id>>",
    name="<<plural>>",
    label="<<words>>",
    columns=(
        <<columns>>
    ),
    <<filters>>
    <<many>>
    <<used_by>>
    <<totals>>
    <<indexes>>
    <<access>>
)
