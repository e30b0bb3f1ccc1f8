"""Optimistic concurrency: a change says which state it was based on (RFC 9110, If-Match)."""

from vibecaas.kit.errors import PreconditionFailed, PreconditionRequired


def etag_matches(header: str | None, etag: str) -> bool:
    """Tell whether an If-Match or If-None-Match header names this entity tag."""
    if header is None:
        return False
    names = [name.strip().removeprefix("W/").strip('"') for name in header.split(",")]
    return "*" in names or etag.strip('"') in names


def check_precondition(if_match: str | None, etag: str | None, *, required: bool) -> None:
    """Refuse a change that was based on another state: 428 without If-Match where required, 412 if it differs."""
    if if_match is None:
        if required:
            raise PreconditionRequired("Send If-Match with the etag that you read.")
        return
    if etag is None or not etag_matches(if_match, etag):
        raise PreconditionFailed("Read the object again, then apply your change to what it is now.")
