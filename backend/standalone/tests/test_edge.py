"""The edge with a real nginx between a small control plane and a small app."""

from __future__ import annotations

import hashlib
import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from standalone.parts import edge
from standalone.problems import Problem

from .edges import HOST, TEMPLATE, Edge, start_edge
from .servers import ControlHandler, serve


@pytest.fixture
def running(short_folder: Path, free_port: int) -> Iterator[Edge]:
    with start_edge(short_folder, free_port) as started:
        yield started


def test_a_request_reaches_the_app_that_the_control_plane_names(running: Edge) -> None:
    response, body = running.get("/notes?q=a%2Fb&x=1")
    assert response.status == 200
    seen = json.loads(body)
    assert seen["path"] == "/notes?q=a%2Fb&x=1"
    assert seen["host"] == f"{HOST}:{running.port}"
    question = running.control.questions[0]
    assert question["x-vibe-host"] == HOST
    assert set(question) == {"host", "connection", "x-vibe-host", ":path"}


def test_a_tcp_upstream_works_too(running: Edge) -> None:
    running.control.decide(HOST, 204, upstream="127.0.0.1:1")
    response, body = running.get()
    assert response.status == 502
    assert b"does not answer" in body


def test_forged_headers_have_no_effect(running: Edge) -> None:
    seen = running.echo(
        X_Vibe_Upstream="127.0.0.1:1",
        X_Vibe_User="root",
        X_Vibe_Host="other-preview.localhost",
        X_Forwarded_For="6.6.6.6",
        X_Forwarded_Host="evil.example",
        Forwarded="for=6.6.6.6",
        X_Real_IP="6.6.6.6",
    )
    assert not [name for name in seen if name.startswith("x-vibe")]
    assert seen["x-forwarded-for"] == "127.0.0.1"
    assert seen["x-forwarded-host"] == f"{HOST}:{running.port}"
    assert seen["x-real-ip"] == "127.0.0.1"
    assert "forwarded" not in seen
    assert running.control.questions[-1]["x-vibe-host"] == HOST


def test_routing_headers_of_the_app_are_removed_and_its_cookie_narrowed(running: Edge) -> None:
    response, _ = running.get()
    assert response.headers["X-Own"] == "kept"
    assert response.headers["X-Vibe-Upstream"] is None
    assert response.headers["Set-Cookie"] == f"a=1; Domain={HOST}"


@pytest.mark.parametrize(
    ("sent", "arrives"),
    [
        ("__Host-vibecaas_preview=abc.def", None),
        ("__Host-vibecaas_preview=abc.def; a=1", "a=1"),
        ("a=1; __Host-vibecaas_preview=abc.def; b=2", "a=1; b=2"),
        ("a=1; b=2; __Host-vibecaas_preview=abc.def", "a=1; b=2"),
        ("__Host-vibecaas_access=x; a=1; __Host-vibecaas_refresh=y; b=2; __Host-vibecaas_preview=z", "a=1; b=2"),
        ("a=__Host-vibecaas; b=2", "a=__Host-vibecaas; b=2"),
        ("__Host-vibecaas_a=1; __Host-vibecaas_b=2; __Host-vibecaas_c=3; __Host-vibecaas_d=4; a=1", None),
    ],
)
def test_platform_cookies_never_reach_the_app(running: Edge, sent: str, arrives: str | None) -> None:
    assert running.echo(Cookie=sent).get("cookie") == arrives


def test_the_ticket_reaches_the_control_plane(running: Edge) -> None:
    running.echo(Cookie="a=1; __Host-vibecaas_preview=tick.et_1; b=2")
    assert running.control.questions[-1]["x-vibe-ticket"] == "tick.et_1"


@pytest.mark.parametrize(
    ("sent", "arrives"),
    [("Bearer own-token", "Bearer own-token"), ("Bearer vck_abc", None), ("Bearer vcr_abc", None), ("vck_abc", None)],
)
def test_only_the_apps_own_authorization_passes(running: Edge, sent: str, arrives: str | None) -> None:
    assert running.echo(Authorization=sent).get("authorization") == arrives


@pytest.mark.parametrize(
    ("reason", "status", "retry_after", "words"),
    [
        ("unknown_host", 404, None, "no app at this address"),
        ("starting", 503, "1", "is starting"),
        ("suspended", 403, None, "switched off"),
        ("forbidden", 403, None, "may not open"),
        ("something_new", 404, None, "no app at this address"),
    ],
)
def test_a_refusal_is_a_page_that_says_why(
    running: Edge, reason: str, status: int, retry_after: str | None, words: str
) -> None:
    running.control.decide(HOST, 403, reason=reason)
    response, body = running.get()
    assert response.status == status
    assert response.headers["Retry-After"] == retry_after
    assert response.headers["Content-Type"].startswith("text/html")
    assert words in body.decode()
    assert ('http-equiv="refresh"' in body.decode()) == (reason == "starting")


def test_a_private_preview_shows_people_a_page_and_programs_a_status(running: Edge) -> None:
    running.control.decide(HOST, 401)
    page, body = running.get(Sec_Fetch_Mode="navigate")
    assert page.status == 401
    assert b"This preview is private" in body
    fetched, body = running.get(Sec_Fetch_Mode="cors")
    assert (fetched.status, body) == (401, b"sign-in needed")


def test_other_hosts_are_told_that_nothing_is_here(running: Edge) -> None:
    for host in ("localhost", "preview.localhost", "-preview.localhost", "a.b-preview.localhost", "127.0.0.1"):
        response, body = running.get(host=host)
        assert response.status == 404, host
        assert b"no app at this address" in body
    assert not running.control.questions


def test_without_control_plane_it_fails_closed_and_comes_back(running: Edge) -> None:
    assert running.get()[0].status == 200
    running.control_socket.close()
    response, body = running.get()
    assert response.status == 503
    assert response.headers["Retry-After"] == "2"
    assert b"VibeCaaS is restarting" in body
    with serve(running.folder / "api.sock", ControlHandler, running.control):
        assert running.get()[0].status == 200


@pytest.mark.parametrize("status", [200, 302, 404, 500, 503])
def test_an_answer_without_an_upstream_is_refused_not_passed_on(running: Edge, status: int) -> None:
    running.control.decide(HOST, status)
    response, _ = running.get()
    assert response.status == 503


def test_the_apps_own_error_is_its_own(running: Edge) -> None:
    response, body = running.get("/broken")
    assert (response.status, body) == (500, b"the app's own error")


def test_a_cached_decision_is_asked_once_and_per_ticket(running: Edge) -> None:
    upstream = f"unix:{running.folder / 'app.sock'}:"
    running.control.decide(HOST, 204, cached_seconds=30, upstream=upstream)
    for _ in range(20):
        assert running.get()[0].status == 200
    assert len(running.control.questions) == 1
    running.control.decide(f"{HOST}|other", 401)
    assert running.get(Cookie="__Host-vibecaas_preview=other", Sec_Fetch_Mode="cors")[0].status == 401
    assert running.get()[0].status == 200


def test_the_entry_sets_the_cookie_and_leads_to_the_clean_address(running: Edge) -> None:
    response, _ = running.get("/.well-known/vibecaas/enter?ticket=abc", Cookie="own=1", Authorization="Bearer x")
    assert response.status == 302
    assert response.headers["Location"] == "/"
    assert response.headers["Set-Cookie"].startswith("__Host-vibecaas_preview=fresh")
    question = running.control.questions[-1]
    assert question[":path"] == "/internal/edge/enter?ticket=abc"
    assert question["x-vibe-host"] == HOST
    assert "cookie" not in question
    assert "authorization" not in question


def test_internal_routes_cannot_be_reached_from_outside(running: Edge) -> None:
    for path in ("/.well-known/vibecaas/other", "/.well-known/vibecaas/../../internal/edge/route", "/_vibe/route"):
        running.get(path)
    assert all(question[":path"] == "/internal/edge/route" for question in running.control.questions)


def test_events_arrive_one_by_one(running: Edge) -> None:
    with socket.create_connection(("127.0.0.1", running.port), timeout=10) as connection:
        connection.sendall(f"GET /events HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
        received = b""
        while b"first" not in received:
            received += connection.recv(4096)
        assert b"second" not in received
        running.app.gate.set()
        while b"second" not in received:
            received += connection.recv(4096)


def test_a_websocket_passes_with_its_subprotocol(running: Edge) -> None:
    with socket.create_connection(("127.0.0.1", running.port), timeout=10) as connection:
        connection.sendall(
            f"GET /ws HTTP/1.1\r\nHost: {HOST}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: vite-hmr\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
        )
        head = b""
        while b"\r\n\r\n" not in head:
            head += connection.recv(4096)
        assert b" 101 " in head
        assert b"Sec-WebSocket-Protocol: vite-hmr" in head
        connection.sendall(b"ping")
        assert connection.recv(16) == b"ping"


def test_a_large_upload_goes_to_the_app_alone(running: Edge) -> None:
    content = os.urandom(3_000_000)
    response, body = running.get("/upload", body=content)
    assert response.status == 200
    assert body.decode() == hashlib.sha256(content).hexdigest()


def test_the_configuration_does_not_change_while_serving(running: Edge) -> None:
    before = running.configuration.read_bytes()
    for number in range(100):
        host = f"app{number}-preview.localhost"
        running.control.decide(host, 204, upstream=f"unix:{running.folder / 'app.sock'}:")
        assert running.get(host=host)[0].status == 200
    assert running.configuration.read_bytes() == before


def test_a_value_that_could_end_a_string_is_refused(tmp_path: Path) -> None:
    settings = edge.EdgeSettings(1, "-preview.localhost", tmp_path, "http://x/$host", tmp_path, tmp_path)
    with pytest.raises(Problem, match="not allowed"):
        edge.render(TEMPLATE.read_text(), settings, "http_auth_request_module")


def test_a_template_with_an_unknown_name_is_refused(tmp_path: Path) -> None:
    settings = edge.EdgeSettings(1, "-preview.localhost", tmp_path, "http://x", tmp_path, tmp_path)
    with pytest.raises(Problem, match="NOBODY"):
        edge.render("@@NOBODY@@", settings, "")
