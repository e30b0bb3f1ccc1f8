"""Organizations as others see them, and the one table of permissions."""

from typing import Literal

from vibecaas.auth.schemas import Organization, User
from vibecaas.kit.shapes import Output

Role = Literal["viewer", "member", "admin", "owner"]

_READ = "org members projects files runs approvals previews microvms deployments domains logs usage"
_WORK = (
    "projects:write files:write runs:write previews:write microvms:write microvms:exec deployments:write"
    " secrets:read secrets:write models:invoke api_keys:create"
)
_LEAD = (
    "projects:delete approvals:decide domains:write domains:purchase members:manage api_keys:manage webhooks:manage"
    " providers:manage org:update audit:read billing:read budgets:manage"
)
_OWN = "billing:manage org:delete org:transfer"

VIEWER = frozenset(f"{noun}:read" for noun in _READ.split())
MEMBER = VIEWER | frozenset(_WORK.split())
ADMIN = MEMBER | frozenset(_LEAD.split())
OWNER = ADMIN | frozenset(_OWN.split())

PERMISSIONS: dict[str, frozenset[str]] = {"viewer": VIEWER, "member": MEMBER, "admin": ADMIN, "owner": OWNER}
"""What each role may do; endpoints name words of this table, and a test walks role by operation."""


class Me(Output):
    """Who one is and where one belongs."""

    object: Literal["me"]
    user: User
    organizations: list[Organization]
    active_organization: Organization


class Membership(Output):
    """A user's role in an organization."""

    organization: Organization
    role: Role
