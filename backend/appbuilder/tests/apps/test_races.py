"""Rules hold however many people press the button at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ..data_examples import bookings
from .conftest import write_app
from .running import RunningApp, running_api

pytestmark = pytest.mark.slow
PEOPLE = 16


def at_once(app: RunningApp, path: str, bodies: list[dict[str, Any]]) -> list[int]:
    with ThreadPoolExecutor(PEOPLE) as pool:
        return sorted(pool.map(lambda body: app.request("POST", path, body)[0], bodies))


def test_a_room_is_booked_and_a_stock_is_taken_only_once(tmp_path: Path, template: Path) -> None:
    with running_api(tmp_path, write_app(bookings(), tmp_path, template)) as app:
        room = app.request("POST", "/api/rooms", {"name": "Hall"})[1]["id"]
        times = {"room_id": room, "begins": "2031-05-11T10:00", "ends": "2031-05-11T12:00"}
        answers = at_once(app, "/api/bookings", [times | {"title": f"Meeting {n}"} for n in range(PEOPLE)])
        assert answers == [201, *[422] * (PEOPLE - 1)]

        event = app.request("POST", "/api/events", {"name": "Fair", "day": "2031-05-11", "leaflets": 20, "seats": 9})[1]
        guests = [{"name": f"Guest {n}", "event_id": event["id"], "leaflets": 4} for n in range(PEOPLE)]
        assert at_once(app, "/api/guests", guests).count(201) == 5, "20 leaflets are enough for five"
        assert app.request("GET", f"/api/events/{event['id']}")[1]["leaflets"] == 0
        guests = [{"name": f"Guest {n}", "event_id": event["id"], "leaflets": 0} for n in range(PEOPLE)]
        assert at_once(app, "/api/guests", guests).count(201) == 4, "nine seats, five are taken"
