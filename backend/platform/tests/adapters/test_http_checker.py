"""HTTP checks against a small app of our own: what passes, what fails and how it says so, what is cleaned up."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from vibecaas.adapters.http_checker import RealHttpChecker
from vibecaas.agents.ports import Target
from vibecaas.agents.schemas import Expectation, HttpCheck, HttpStep


class Notes(BaseHTTPRequestHandler):
    """A tiny API that keeps notes; knows only the Host that it is asked for."""

    kept: dict[int, dict[str, Any]]

    def _answer(self, status: int, body: object = None) -> None:
        content = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self) -> None:
        if not (self.headers["Host"] or "").startswith("notes-preview.localhost"):
            self._answer(421)
            return
        self._answer(200, {"items": list(self.kept.values()), "total": len(self.kept)})

    def do_PUT(self) -> None:
        """Remember who asks in a cookie, and answer with the content and who asked before."""
        before = self.headers["Cookie"]
        content = self.rfile.read(int(self.headers["Content-Length"])).decode()
        answer = json.dumps({"before": before, "content": content, "type": self.headers["Content-Type"]}).encode()
        self.send_response(200)
        self.send_header("Set-Cookie", f"who={content}; HttpOnly; SameSite=Lax; Path=/")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        note = {"id": len(self.kept) + 1, **body}
        self.kept[note["id"]] = note
        self._answer(201, note)

    def do_DELETE(self) -> None:
        del self.kept[int(self.path.rsplit("/", 1)[1])]
        self._answer(204)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@pytest.fixture
def notes() -> Iterator[tuple[Target, dict[int, dict[str, Any]]]]:
    kept: dict[int, dict[str, Any]] = {}
    handler = type("Handler", (Notes,), {"kept": kept})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    yield Target(host="notes-preview.localhost", address="127.0.0.1", port=port, cookie=None), kept
    server.shutdown()
    server.server_close()


def creation(*expect: Expectation, status: int = 201) -> HttpCheck:
    return HttpCheck(
        id="notes.create",
        title="A note can be written",
        area="backend",
        steps=(
            HttpStep(
                method="POST",
                path="/api/notes",
                body={"text": "hello {unique}"},
                expect_status=(status,),
                save={"id": "/id"},
                expect=expect,
            ),
            HttpStep(
                method="GET",
                path="/api/notes",
                expect_status=(200,),
                expect=(Expectation(pointer="/items/0/id", op="equals", value="{id}"),),
            ),
        ),
        cleanup=(HttpStep(method="DELETE", path="/api/notes/{id}", expect_status=(204,)),),
    )


@pytest.mark.anyio
async def test_a_check_that_holds_passes_and_leaves_nothing_behind(notes: tuple[Target, dict[int, Any]]) -> None:
    target, kept = notes
    outcome = await RealHttpChecker().run(
        creation(Expectation(pointer="/text", op="contains", value="{unique}")), target
    )
    assert (outcome.passed, outcome.detail) == (True, "")
    assert kept == {}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("expectation", "words"),
    [
        (Expectation(pointer="/text", op="equals", value="bye"), "/text should be equals 'bye'"),
        (Expectation(pointer="/missing", op="exists"), "/missing is missing"),
        (Expectation(pointer="/id", op="absent"), "/id should not be there"),
        (Expectation(pointer="/id", op="at_least", value=2), "/id should be at least 2"),
        (Expectation(pointer="/text", op="length", value=1), "/text should be length 1"),
        (Expectation(pointer="/id", op="not_equals", value=1), "/id should be not equals 1"),
    ],
)
async def test_a_check_that_does_not_hold_says_what_it_saw(
    notes: tuple[Target, dict[int, Any]], expectation: Expectation, words: str
) -> None:
    outcome = await RealHttpChecker().run(creation(expectation), notes[0])
    assert not outcome.passed
    assert words in outcome.detail


@pytest.mark.anyio
async def test_a_wrong_status_fails(notes: tuple[Target, dict[int, Any]]) -> None:
    outcome = await RealHttpChecker().run(creation(status=422), notes[0])
    assert not outcome.passed
    assert "expected 422, got 201" in outcome.detail


@pytest.mark.anyio
async def test_an_answer_without_what_later_steps_need_is_an_outcome_not_an_error(
    notes: tuple[Target, dict[int, Any]],
) -> None:
    write, read = creation().steps
    wanting = HttpCheck(
        id="notes.create",
        title="A note can be written",
        area="backend",
        steps=(write.model_copy(update={"save": {"id": "/id", "author": "/author/name"}}), read),
    )
    outcome = await RealHttpChecker().run(wanting, notes[0])
    assert not outcome.passed
    assert "/author/name is missing, which later steps need" in outcome.detail


@pytest.mark.anyio
async def test_an_app_that_does_not_answer_is_an_outcome_not_an_error(notes: tuple[Target, dict[int, Any]]) -> None:
    target = notes[0].model_copy(update={"port": 1})
    outcome = await RealHttpChecker().run(creation(), target)
    assert not outcome.passed
    assert "no answer" in outcome.detail


def told(session: str, content: str, before: str | None) -> HttpStep:
    expect = (
        Expectation(pointer="/before", op="equals", value=before),
        Expectation(pointer="/content", op="equals", value=content),
        Expectation(pointer="/type", op="equals", value="text/csv"),
    )
    return HttpStep(
        method="PUT",
        path="/who",
        text=content,
        content_type="text/csv",
        session=session,
        expect_status=(200,),
        expect=expect,
        expect_text=f'"content": "{content}"',
    )


@pytest.mark.anyio
async def test_each_session_keeps_its_own_cookies(notes: tuple[Target, dict[int, Any]]) -> None:
    steps = (told("ann", "ann", None), told("bob", "bob", None), told("ann", "eve", "who=ann"))
    check = HttpCheck(id="who", title="Who", area="backend", steps=steps)
    assert (await RealHttpChecker().run(check, notes[0])).detail == ""
    wrong = (*steps, told("bob", "bob", "who=ann"))
    assert "/before" in (await RealHttpChecker().run(check.model_copy(update={"steps": wrong}), notes[0])).detail


@pytest.mark.anyio
async def test_the_ticket_of_a_private_preview_goes_with_every_session(notes: tuple[Target, dict[int, Any]]) -> None:
    target = notes[0].model_copy(update={"cookie": "ticket=t1"})
    steps = (told("ann", "ann", "ticket=t1"), told("ann", "ann", "ticket=t1; who=ann"), told("", "no", "ticket=t1"))
    check = HttpCheck(id="who", title="Who", area="backend", steps=steps)
    assert (await RealHttpChecker().run(check, target)).detail == ""
