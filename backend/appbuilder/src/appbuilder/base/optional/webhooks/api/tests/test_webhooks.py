"""Tests of calls to other systems; the other system is a server of these tests."""

import hashlib
import hmac
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from app.core import settings
from app.core.database import reading, writing
from app.core.events import Event
from app.core.reconcile import reconcile
from app.extras.planned import WEBHOOKS
from app.extras.webhooks import call_webhooks, deliver
from app.wiring import TABLES

WEBHOOK = WEBHOOKS[0]
SECRET = "invented for this test"


class Receiver(ThreadingHTTPServer):
    """Keeps what it is sent and answers with ``status``."""

    status = 204

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.calls: list[tuple[dict[str, str], bytes]] = []


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        assert isinstance(self.server, Receiver)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.calls.append((dict(self.headers), body))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """The tests say what matters."""


@pytest.fixture
def receiver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    with writing() as db:
        reconcile(db, TABLES)
    with Receiver() as server:
        Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv(WEBHOOK.variable, f"http://127.0.0.1:{server.server_port}/hook")
        monkeypatch.setenv(f"{WEBHOOK.variable}_SECRET", SECRET)
        yield server
        server.shutdown()


def happen() -> None:
    with writing() as db:
        call_webhooks([WEBHOOK])(db, Event(WEBHOOK.events[0], WEBHOOK.table, 7, after={"id": 7}))


def outbox() -> dict[str, Any]:
    with reading() as db:
        return dict(db.execute("SELECT * FROM app_outbox").fetchone())


def test_a_change_is_sent_once_and_signed(receiver: Receiver) -> None:
    happen()
    assert deliver(WEBHOOKS) == 1
    assert deliver(WEBHOOKS) == 0
    (headers, body), = receiver.calls
    signature = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    assert headers["X-Signature-256"] == f"sha256={signature}"
    assert headers["X-Event"] == WEBHOOK.events[0]
    assert outbox()["state"] == "sent"


def test_what_does_not_arrive_is_tried_three_times(receiver: Receiver) -> None:
    receiver.status = 500
    happen()
    for tries in (1, 2, 3):
        assert deliver(WEBHOOKS) == 0
        assert outbox()["tries"] == tries
        assert deliver(WEBHOOKS) == 0, "the next try waits"
        assert outbox()["tries"] == tries
        with writing() as db:
            db.execute("UPDATE app_outbox SET next_try = created_at WHERE state = 'waiting'")
    assert outbox()["state"] == "failed"
    assert outbox()["answer"] == "the answer was 500"
    assert len(receiver.calls) == 3


def test_without_an_address_nothing_is_stored(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(WEBHOOK.variable)
    happen()
    with reading() as db:
        assert db.execute("SELECT count(*) FROM app_outbox").fetchone()[0] == 0
