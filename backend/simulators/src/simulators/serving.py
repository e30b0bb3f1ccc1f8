"""Runs a simulator on a free loopback port for as long as a block lasts."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

_START_SECONDS = 10.0
_POLL_SECONDS = 0.005


@contextmanager
def serve(app: ASGIApp) -> Iterator[str]:
    """Yield the base URL, `http://127.0.0.1:<port>`. Raises TimeoutError when the server does not start."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + _START_SECONDS
        try:
            while not server.started:
                if time.monotonic() > deadline:
                    raise TimeoutError("the simulator did not start")
                time.sleep(_POLL_SECONDS)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
