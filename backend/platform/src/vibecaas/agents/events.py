"""What agents announces."""

from uuid import UUID

from vibecaas.kit.events import Event


class RunFinished(Event):
    """A run has come to its end, well or not."""

    run_id: UUID
    project_id: UUID
    status: str
