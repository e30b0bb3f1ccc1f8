"""The one place in these tests that waits for something to become true."""

import time
from collections.abc import Callable


def wait_until(condition: Callable[[], bool], timeout_seconds: float = 10.0) -> None:
    """Return as soon as the condition holds; fail when it does not in time."""
    deadline = time.monotonic() + timeout_seconds
    while not condition():
        if time.monotonic() > deadline:
            message = f"not within {timeout_seconds} s"
            raise AssertionError(message)
        time.sleep(0.02)
