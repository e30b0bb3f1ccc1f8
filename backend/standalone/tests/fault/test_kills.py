"""The worker's process group is killed at named points; the run ends well all the same, and nothing is done twice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vibecaas.entrypoints.cli.client import ApiClient

from ..product import Product, running
from ..waiting import wait_until

POINTS = ("step.before_commit", "step.after_commit", "command.running")
KILLS_EACH = 10
PROMPT = "A guestbook where visitors leave a name and a message, newest first, with search"


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faults")


@pytest.fixture(scope="module")
def product(faults: Path) -> Iterator[Product]:
    settings = {
        "VIBECAAS_PROFILE": "test",
        "VIBECAAS_TEST_FAULTS": str(faults),
        "VIBECAAS_JOBS__LEASE_SECONDS": "2",
        "VIBECAAS_JOBS__SWEEP_SECONDS": "0.5",
        "VIBECAAS_HTTP__RATE_LIMIT_FACTOR": "100",
    }
    with running("--no-browser", **settings) as started:
        yield started


def events_of(client: ApiClient, run_id: str) -> list[dict[str, Any]]:
    """All events of a run, as they were stored."""
    found: list[dict[str, Any]] = client.get(f"/runs/{run_id}/events")["data"]
    return found


@pytest.mark.fault
@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("repetition", range(1, KILLS_EACH + 1))
def test_a_run_survives_the_death_of_its_worker(product: Product, faults: Path, point: str, repetition: int) -> None:
    client = product.client()
    armed = faults / point
    armed.write_text(str(repetition))
    run = product.build(client, PROMPT)

    assert not armed.exists(), "the fault point was never passed"
    assert (run["status"], run["reason"]["code"]) == ("succeeded", "completed"), run["reason"]
    assert [step["status"] for step in run["steps"] if step["status"] not in {"committed", "skipped"}] == []
    assert sum(step["attempt"] for step in run["steps"]) > len(run["steps"]), "no step was taken up again"

    events = events_of(client, run["id"])
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    committed = [event["commit"] for event in events if event["type"] == "commit.created"]
    versions = client.get(f"/projects/{run['project_id']}/versions")["data"]
    assert [version["commit"] for version in versions] == committed
    assert len(committed) == 1
    client.send("DELETE", f"/projects/{run['project_id']}")
    wait_until(lambda: client.get("/microvms")["data"] == [], 20)
