"""How <<plural_words>> are stored. Ids stay for ever; names may change."""

from app.core.tables import <<table_imports>>
<<extra_imports>>

TABLE = Table(
    id="<<entity_id>>",
    name="<<plural>>",
    label="<<words>>",
    columns=(
        <<columns>>
    ),
    <<used_by>>
    <<totals>>
)
