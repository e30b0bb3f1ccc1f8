"""The one address of `dev`: API and pages behind a real nginx."""

from __future__ import annotations

import http.client
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from standalone import accounts
from standalone.install.release import Release
from standalone.layout import Layout
from standalone.parts import development

from .waiting import wait_until

CHECKOUT = Path(__file__).resolve().parents[3]


@contextmanager
def echo(name: str) -> Iterator[int]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = f"{name} {self.path} {self.headers['Host']}".encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()


@pytest.fixture
def address(short_folder: Path, free_port: int) -> Iterator[int]:
    for name in ("run", "run/pf", "secrets", "data"):
        (short_folder / name).mkdir()
    caller = accounts.Account("caller", os.getuid(), os.getgid(), (), "/")
    with ExitStack() as stack:
        api, web = stack.enter_context(echo("api")), stack.enter_context(echo("web"))
        layout = Layout(CHECKOUT, short_folder, short_folder / "run", short_folder, api, 8421)
        part = development.address_part(layout, caller, Release(CHECKOUT), port=free_port, web_port=web)
        process = subprocess.Popen(part.argv, env=part.env, cwd=part.cwd, stderr=subprocess.DEVNULL)
        try:
            wait_until((short_folder / "run/pf/dev.pid").exists)
            yield free_port
        finally:
            process.terminate()
            process.wait(10)


@pytest.mark.parametrize(
    ("path", "reaches"),
    [
        ("/api/v1/projects?limit=2", "api /api/v1/projects?limit=2"),
        ("/readyz", "api /readyz"),
        ("/", "web /"),
        ("/projects/prj_01j9z3k4m5n6p7q8r9s0t1v2w3/", "web /projects/_/"),
        ("/apiary/", "web /apiary/"),
    ],
)
def test_api_and_pages_share_one_address(address: int, path: str, reaches: str) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", address, timeout=10)) as connection:
        connection.request("GET", path, headers={"Host": "localhost:8422"})
        body = connection.getresponse().read().decode()
    assert body == f"{reaches} localhost:8422"
