"""What can go wrong with runs."""

from vibecaas.kit.errors import VibecaasError


class RunInProgress(VibecaasError):
    """The project has a run already."""

    code = "run_in_progress"
    status = 409
    title = "A run is going on in this project."


class SpecInvalid(VibecaasError):
    """The plan's spec does not describe a consistent app."""

    code = "spec_invalid"
    status = 422
    title = "The plan does not describe an app that can be built."


class QueueFull(VibecaasError):
    """The organization has too many runs waiting."""

    code = "queue_full"
    status = 429
    title = "Too many runs are waiting."
    retryable = True
