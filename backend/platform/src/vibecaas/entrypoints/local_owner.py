"""Makes the owner of this one machine at the first start, and a new welcome link at every call."""

import asyncio
import json
import sys

from vibecaas import settings as settings_module
from vibecaas.auth.service import AuthService
from vibecaas.entrypoints.container import build
from vibecaas.kit import ids, telemetry


async def run() -> dict[str, str]:
    """Return the owner's id and a token that signs him in once, within 15 minutes."""
    container = build(settings_module.load())
    auth = container.services[AuthService]
    if not isinstance(auth, AuthService):
        raise TypeError("the container holds no AuthService")
    try:
        async with container.system_units.begin(None) as unit:
            owner = await auth.ensure_local_owner(unit)
            token = await auth.issue_welcome_token(unit, user_id=owner.id)
    finally:
        await container.close()
    return {"user_id": ids.encode("usr", owner.id), "welcome_token": token}


def main() -> int:
    """Run as a program: one JSON line on standard output, and only there."""
    telemetry.configure("local_owner")
    print(json.dumps(asyncio.run(run())))  # noqa: T201 - its one line is its answer
    return 0


if __name__ == "__main__":
    sys.exit(main())
