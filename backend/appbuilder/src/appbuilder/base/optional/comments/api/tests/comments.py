"""Writing a comment, for the tests."""

from typing import Any

from starlette.testclient import TestClient


def write_comment(client: TestClient, path: str, text: str, **more: Any) -> Any:
    # if accounts
    return client.post(path, json={"text": text, **more})
    # else
    return client.post(path, json={"author": "Ann", "text": text, **more})
    # end if
