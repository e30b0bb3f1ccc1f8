"""The examples that a new app begins with."""

<<imports>>
from app.extras.samples import Sample

SAMPLES = (
    <<samples>>
)
