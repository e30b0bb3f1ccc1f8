"""What can go wrong with machines and previews."""

from vibecaas.kit.errors import VibecaasError


class CapabilityUnsupported(VibecaasError):
    """This host cannot do that, or was told not to."""

    code = "capability_unsupported"
    status = 422
    title = "This host does not offer that."


class CapacityUnavailable(VibecaasError):
    """No host has room for another machine."""

    code = "capacity_unavailable"
    status = 503
    title = "There is no room for another machine right now."
    retryable = True


class DeadlineExceeded(VibecaasError):
    """A machine did not do it in time."""

    code = "deadline_exceeded"
    status = 503
    title = "The machine did not answer in time."
    retryable = True


class MachineQuotaExceeded(VibecaasError):
    """What was sent does not fit into the machine."""

    code = "quota_exceeded"
    status = 413
    title = "This does not fit into the machine."


class HostRefused(VibecaasError):
    """The host did not accept what we asked of it: an error of ours."""
