"""What anybody may know of an installation, over HTTP and without signing in."""

import httpx
import pytest

from vibecaas.entrypoints.api import build_app
from vibecaas.entrypoints.container import build
from vibecaas.settings import Settings

NOWHERE = "postgresql+asyncpg://nobody:nothing@127.0.0.1:1/none"
pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def test_the_installation_introduces_itself() -> None:
    settings = Settings.model_validate(
        {
            "database": {"app_url": NOWHERE, "system_url": NOWHERE},
            "auth": {"registration": "closed"},
            "http": {"public_url": "http://localhost:9999"},
            "edge": {"preview_suffix": "-try.localhost"},
            "features": {"billing": False},
        }
    )
    container = build(settings)
    transport = httpx.ASGITransport(build_app(container))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        answer = await client.get("/api/v1/meta")
        unknown = await client.get("/api/v1/meta?colour=red")
    await container.close()

    assert answer.status_code == 200
    told = answer.json()
    assert told["registration"] == "closed"
    assert told["console_url"] == "http://localhost:9999"
    assert told["preview_suffix"] == "-try.localhost"
    assert told["features"] == {"microvm": True, "domains_flow": True, "ai_agents": True, "billing": False}
    assert told["model_configured"] is False
    assert unknown.status_code == 422
