"""What auth announces."""

from uuid import UUID

from vibecaas.kit.events import Event


class UserRegistered(Event):
    """A user exists now; listeners run in the same transaction."""

    user_id: UUID
    name: str


class SessionBegun(Event):
    """Somebody signs in; a listener answers with the organization that he enters."""

    user_id: UUID
