"""The simulated metadata service, asked over real HTTP."""

from __future__ import annotations

import httpx

from simulators.metadata.app import create_app
from simulators.metadata.state import VALUES, MetadataState
from simulators.serving import serve


def test_lists_and_tells_values_as_a_cloud_would() -> None:
    with serve(create_app(MetadataState())) as url:
        names = httpx.get(f"{url}/latest/meta-data/").text.splitlines()
        assert names == sorted(VALUES)
        for name in names:
            assert httpx.get(f"{url}/latest/meta-data/{name}").text == VALUES[name]


def test_counts_what_was_asked_for_but_not_questions_about_itself() -> None:
    state = MetadataState()
    with serve(create_app(state)) as url:
        httpx.get(f"{url}/latest/meta-data/hostname")
        assert httpx.get(f"{url}/simulator").json() == {
            "simulator": "metadata",
            "hits": 1,
            "paths": ["/latest/meta-data/hostname"],
        }
    assert state.hits == ["/latest/meta-data/hostname"]


def test_says_on_every_answer_that_it_is_a_simulator() -> None:
    with serve(create_app(MetadataState())) as url:
        for path in ("/simulator", "/latest/meta-data/", "/latest/meta-data/unknown"):
            assert httpx.get(url + path).headers["x-vibecaas-simulator"] == "metadata"
        assert httpx.get(f"{url}/latest/meta-data/unknown").status_code == 404
