"""Only configured origins may call the API from a browser, and never with our cookies."""

from pathlib import Path

import httpx
import pytest

from ..fixtures.database import Database
from ..fixtures.house import open_house

pytestmark = pytest.mark.anyio
FRIEND, STRANGER = "https://friend.example", "https://stranger.example"


async def preflight(client: httpx.AsyncClient, origin: str) -> httpx.Response:
    headers = {"Origin": origin, "Access-Control-Request-Method": "GET"}
    return await client.options("/api/v1/meta", headers=headers)


async def test_only_configured_origins_are_let_in(database: Database, tmp_path: Path) -> None:
    settings = {"rate_limit_factor": 1000, "cors_origins": [FRIEND]}
    async with open_house(database, tmp_path, http=settings) as house:
        allowed = await preflight(house.client(), FRIEND)
        assert allowed.headers["Access-Control-Allow-Origin"] == FRIEND
        assert "Access-Control-Allow-Credentials" not in allowed.headers
        refused = await preflight(house.client(), STRANGER)
        assert "Access-Control-Allow-Origin" not in refused.headers


async def test_without_a_setting_no_other_origin_is_let_in(database: Database, tmp_path: Path) -> None:
    async with open_house(database, tmp_path) as house:
        answer = await house.client().get("/api/v1/meta", headers={"Origin": FRIEND})
        assert answer.status_code == httpx.codes.OK
        assert "Access-Control-Allow-Origin" not in answer.headers
