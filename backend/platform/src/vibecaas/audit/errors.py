"""What can go wrong with the audit log."""

from vibecaas.kit.errors import VibecaasError


class AuditUnavailable(VibecaasError):
    """The event could not be written, so the change it tells of is not made."""

    code = "audit_unavailable"
    status = 503
    title = "The audit log cannot be written, so nothing was changed."
    retryable = True
