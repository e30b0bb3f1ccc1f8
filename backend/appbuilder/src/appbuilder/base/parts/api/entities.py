"""Everything the app keeps."""

<<imports>>

ENTITIES = (
    <<entities>>
)
