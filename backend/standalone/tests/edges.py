"""A real nginx with our configuration, between a small control plane and a small app."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from standalone.install import apt
from standalone.parts import edge

from .servers import App, AppHandler, ControlHandler, ControlPlane, serve
from .waiting import wait_until

TEMPLATE = Path(__file__).resolve().parents[3] / "deploy" / "edge" / "nginx.conf.template"
HOST = "guestbook-preview.localhost"


@dataclass
class Edge:
    port: int
    folder: Path
    control: ControlPlane
    app: App
    control_socket: ExitStack
    configuration: Path

    def get(
        self, path: str = "/", host: str = HOST, body: bytes | None = None, **headers: str
    ) -> tuple[http.client.HTTPResponse, bytes]:
        sent = {"Host": f"{host}:{self.port}", **{name.replace("_", "-"): value for name, value in headers.items()}}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request("GET" if body is None else "POST", path, body=body, headers=sent)
            response = connection.getresponse()
            return response, response.read()

    def echo(self, **headers: str) -> dict[str, str]:
        response, body = self.get("/echo", HOST, None, **headers)
        assert response.status == 200
        seen: dict[str, str] = json.loads(body)
        return seen


@contextmanager
def start_edge(folder: Path, port: int) -> Iterator[Edge]:
    nginx = apt.find_program("nginx")
    assert nginx, "these tests need nginx"
    state = folder / "state"
    state.mkdir()
    settings = edge.EdgeSettings(
        port=port,
        preview_suffix="-preview.localhost",
        api_socket=folder / "api.sock",
        console_url="http://localhost:8420",
        run=folder,
        state=state,
    )
    configuration = folder / "edge.conf"
    configuration.write_text(edge.render(TEMPLATE.read_text(), settings, edge.nginx_options(nginx)))
    if os.geteuid() == 0:  # nginx's worker would become another user, who could not enter the folder
        folder.chmod(0o777)
    control, app = ControlPlane(), App()
    with ExitStack() as stack:
        control_socket = stack.enter_context(ExitStack())
        control_socket.enter_context(serve(folder / "api.sock", ControlHandler, control))
        stack.enter_context(serve(folder / "app.sock", AppHandler, app))
        command = [nginx, "-e", "stderr", "-p", str(state), "-c", str(configuration)]
        log = stack.enter_context((folder / "nginx.log").open("wb"))
        process = subprocess.Popen(command, stderr=log)
        try:
            wait_until(lambda: _listens(port))
            running = Edge(port, folder, control, app, control_socket, configuration)
            control.decide(HOST, 204, upstream=f"unix:{folder / 'app.sock'}:")
            yield running
        finally:
            process.terminate()
            process.wait(10)
            print((folder / "nginx.log").read_text())


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
