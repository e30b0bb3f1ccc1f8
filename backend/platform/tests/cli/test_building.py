"""`new`, `ask`, `watch`, `stop`: the story of a run, told over a stream that may break."""

import io
import json
from pathlib import Path

import pytest

from .conftest import Call
from .server import Answer, ApiServer, answer, listing, problem, stream
from .things import PLAN, PREVIEW, SESSION, check, project, run, step

SKIPPED = step("skipped", title="AI features", reason={"code": "no_model", "message": "no model"})
STORY = (
    (1, "run.queued", {"run": run()}),
    (2, "plan.proposed", {"plan": {"status": "proposed", "summary": "A guestbook."}}),
    (3, "step.started", {"step": step("running", finished_at=None)}),
    (4, "commit.created", {"version_id": "ver_1", "commit": "0123456789abcdef", "message": "Build the app"}),
    (5, "step.committed", {"step": step("committed")}),
    (6, "check.passed", {"check": check("passed")}),
    (7, "check.failed", {"check": check("failed", title="Search", detail="The list stayed empty.")}),
    (
        8,
        "step.skipped",
        {"step": SKIPPED},
    ),
    (9, "preview.ready", {"preview": PREVIEW}),
    (10, "a.new_type", {"whatever": 1}),
    (11, "run.succeeded", {"run": run("succeeded")}),
)


@pytest.fixture
def built(api: ApiServer) -> ApiServer:
    api.on("POST /api/v1/projects", answer(project(status="building", latest_run=run(), preview=None), 201))
    api.on("GET /api/v1/projects", listing(project()))
    api.on("GET /api/v1/projects/prj_1", answer(project()))
    api.on("GET /api/v1/runs/run_1", answer(run("succeeded")))
    api.on("GET /api/v1/runs/run_1/plan", answer(PLAN))
    api.on("GET /api/v1/runs/run_1/events", stream(*STORY))
    return api


def test_new_builds_and_prints_the_address_of_the_app(built: ApiServer, call: Call) -> None:
    outcome = call("new", "A guestbook", "--name", "Guestbook")

    assert outcome.code == 0
    assert outcome.out == "http://guestbook-preview.localhost:8421/\n"
    sent = built.seen("POST /api/v1/projects")[0]
    assert sent.json == {"prompt": "A guestbook", "auto_approve": True, "name": "Guestbook"}
    assert sent.headers["Idempotency-Key"]


@pytest.mark.parametrize(
    "line",
    [
        "A guestbook.",
        "Entry: name, message",
        "Not included: sending e-mails",
        "Build the app  2.5 s",
        "version 0123456789: Build the app",
        "A visitor can leave an entry (frontend)  340 ms",
        "Search (frontend): The list stayed empty.",
        "AI features: skipped, no model",
        "Your app: http://guestbook-preview.localhost:8421/",
        "Done in 2.5 s",
    ],
)
def test_the_story_is_told(built: ApiServer, call: Call, line: str) -> None:
    assert line in call("new", "A guestbook").err


def test_plain_output_is_ascii_and_quiet_is_silent(built: ApiServer, call: Call) -> None:
    assert call("new", "A guestbook", "--plain").err.isascii()
    assert call("new", "A guestbook", "--quiet").err == ""


def test_a_broken_stream_goes_on_where_it_was(built: ApiServer, call: Call) -> None:
    built.on("GET /api/v1/runs/run_1/events", stream(*STORY[:5], hang_up=True), stream(*STORY[4:]))

    outcome = call("watch", "run_1")

    assert outcome.code == 0
    first, second = built.seen("GET /api/v1/runs/run_1/events")
    assert "Last-Event-ID" not in first.headers
    assert second.headers["Last-Event-ID"] == "5"
    assert outcome.err.count("Build the app  2.5 s") == 1


def test_a_stream_that_was_reset_or_dropped_is_opened_again(built: ApiServer, call: Call) -> None:
    built.on(
        "GET /api/v1/runs/run_1/events",
        stream(*STORY[:2], (0, "dropped", {})),
        stream((0, "reset", {"snapshot_url": "/"})),
        stream(*STORY[2:]),
    )

    assert call("watch", "run_1").code == 0


def test_a_run_that_has_ended_is_told_from_its_record(built: ApiServer, call: Call) -> None:
    built.on("GET /api/v1/runs/run_1/events", Answer(204))

    assert "Done in 2.5 s" in call("watch", "guestbook").err


def test_verify_checks_the_newest_version_and_tells_it(built: ApiServer, call: Call) -> None:
    built.on("POST /api/v1/projects/prj_1/verify", answer(run(mode="verify"), 202))

    outcome = call("runs", "verify", "guestbook")

    assert (outcome.code, outcome.out) == (0, "http://guestbook-preview.localhost:8421/\n")
    assert "Search (frontend): The list stayed empty." in outcome.err


def test_watch_as_json_is_one_event_per_line(built: ApiServer, call: Call) -> None:
    outcome = call("runs", "watch", "run_1", "--json")

    assert [json.loads(line)["seq"] for line in outcome.out.splitlines()] == list(range(1, 12))
    assert outcome.err == ""


def test_an_access_token_that_expires_during_the_stream_is_renewed(built: ApiServer, call: Call) -> None:
    built.on("GET /api/v1/runs/run_1/events", problem(401, "token_expired", "Expired."), stream(*STORY))
    built.on("POST /api/v1/auth/refresh", answer(SESSION))

    assert call("watch", "run_1").code == 0


@pytest.mark.parametrize(("status", "exit_code"), [("failed", 1), ("cancelled", 1), ("capped", 6)])
def test_the_end_of_the_run_is_the_exit_code(built: ApiServer, call: Call, status: str, exit_code: int) -> None:
    reason = {"code": "request_not_understood", "message": "I did not understand this."}
    ended = run(status, reason=reason)
    built.on("GET /api/v1/runs/run_1/events", stream((1, f"run.{status}", {"run": ended})))
    built.on("GET /api/v1/runs/run_1", answer(ended))

    outcome = call("new", "Colourless green ideas")

    assert outcome.code == exit_code
    assert "I did not understand this." in outcome.err


def test_review_without_a_terminal_leaves_the_run_waiting(built: ApiServer, call: Call) -> None:
    waiting = run("awaiting_approval", auto_approve=False)
    built.on("GET /api/v1/runs/run_1/events", stream(STORY[1], (3, "run.awaiting_approval", {"run": waiting})))
    built.on("GET /api/v1/runs/run_1", answer(waiting))

    outcome = call("new", "A guestbook", "--review")

    assert outcome.code == 0
    assert "vibecaas runs approve run_1" in outcome.err
    assert built.seen("POST /api/v1/projects")[0].json["auto_approve"] is False


@pytest.mark.parametrize(("typed", "verb"), [("\n", "approve"), ("no\n", "reject")])
def test_review_on_a_terminal_asks(
    built: ApiServer, call: Call, monkeypatch: pytest.MonkeyPatch, typed: str, verb: str
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal(typed))
    waiting = run("awaiting_approval", auto_approve=False)
    events = (STORY[1], (3, "run.awaiting_approval", {"run": waiting}), (4, "run.succeeded", {"run": run("succeeded")}))
    built.on("GET /api/v1/runs/run_1/events", stream(*events))
    built.on(f"POST /api/v1/runs/run_1/plan/{verb}", answer(run("building")))

    assert call("new", "A guestbook", "--review").code == 0
    assert len(built.seen(f"POST /api/v1/runs/run_1/plan/{verb}")) == 1


CHANGES = (
    {"kind": "changed", "what": "accent in theme", "from": None, "to": "teal"},
    {"kind": "added", "what": "field Town of Entry", "from": None, "to": "Town"},
)


@pytest.mark.parametrize(("sent", "etag"), [({**PLAN, "etag": "plan-7"}, '"plan-7"'), (PLAN["spec"], '"plan-1"')])
def test_a_plan_is_shown_and_edited_from_a_file(
    built: ApiServer, call: Call, tmp_path: Path, sent: dict[str, object], etag: str
) -> None:
    assert "Entry: name, message" in call("runs", "plan", "run_1").out
    edited = {**PLAN, "diff": {"proposed": CHANGES, "current": None}}
    built.on("PUT /api/v1/runs/run_1/plan", answer(edited))
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(sent))

    outcome = call("runs", "plan", "run_1", "--edit", str(file), "--dry-run")

    assert "Edited: changed accent in theme: nothing -> teal" in outcome.out
    assert "Edited: added field Town of Entry" in outcome.out
    put = built.seen("PUT /api/v1/runs/run_1/plan")[0]
    assert (put.json, put.headers["If-Match"]) == ({"spec": PLAN["spec"]}, etag)
    assert put.path.endswith("?dry_run=true")


def test_a_plan_that_somebody_else_changed_is_not_overwritten(built: ApiServer, call: Call, tmp_path: Path) -> None:
    built.on("PUT /api/v1/runs/run_1/plan", problem(412, "precondition_failed", "Read the object again."))
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(PLAN))
    outcome = call("runs", "plan", "run_1", "--edit", str(file))
    assert outcome.code == 5
    assert "vibecaas runs plan --json" in outcome.err
    file.write_text("[1]")
    assert call("runs", "plan", "run_1", "--edit", str(file)).code == 2
    file.write_text("{")
    assert "is no JSON" in call("runs", "plan", "run_1", "--edit", str(file)).err


def test_ask_starts_a_run_in_the_newest_project(built: ApiServer, call: Call) -> None:
    built.on("POST /api/v1/projects/prj_1/runs", answer(run(), 202))

    outcome = call("ask", "Add a rating from 1 to 5")

    assert outcome.code == 0
    sent = built.seen("POST /api/v1/projects/prj_1/runs")[0].json
    assert sent == {"prompt": "Add a rating from 1 to 5", "auto_approve": True}


def test_ask_becomes_a_message_while_a_run_goes_on(built: ApiServer, call: Call) -> None:
    built.on("POST /api/v1/projects/prj_1/runs", problem(409, "run_in_progress", "A run is going on."))
    built.on("POST /api/v1/runs/run_1/messages", answer({"object": "message", "id": "msg_1", "status": "queued"}, 201))

    outcome = call("ask", "Add a rating", "--project", "Guestbook")

    assert outcome.code == 0
    assert built.seen("POST /api/v1/runs/run_1/messages")[0].json == {"text": "Add a rating"}
    assert "waits as a message" in outcome.err


def test_stop_cancels_the_latest_run(built: ApiServer, call: Call) -> None:
    built.on("POST /api/v1/runs/run_1/cancel", answer(run("cancelled")))

    assert call("stop").out == "run_1 ended as cancelled.\n"


def test_ctrl_c_leaves_the_run_going_on(built: ApiServer, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    built.on("GET /api/v1/runs/run_1/events", stream(*STORY[:2]))
    monkeypatch.setattr("vibecaas.entrypoints.cli.narrator.Narrator.tell", interrupted)

    outcome = call("watch", "run_1")

    assert outcome.code == 130
    assert "The run goes on. Watch it: vibecaas watch run_1" in outcome.err


def test_no_watch_returns_at_once(built: ApiServer, call: Call) -> None:
    assert call("new", "A guestbook", "--no-watch").out == "prj_1  Guestbook\n"
    assert built.seen("GET /api/v1/runs/run_1/events") == []
