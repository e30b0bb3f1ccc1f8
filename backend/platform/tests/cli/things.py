"""Objects of the API as the server in these tests sends them."""

from typing import Any

Json = dict[str, Any]
BEGUN, ENDED = "2026-11-24T08:00:00Z", "2026-11-24T08:00:02.500Z"
PREVIEW: Json = {
    "object": "preview",
    "id": "prv_1",
    "project_id": "prj_1",
    "url": "http://guestbook-preview.localhost:8421/",
    "host": "guestbook-preview.localhost",
    "visibility": "public",
    "status": "ready",
    "reason": None,
}
SESSION: Json = {
    "object": "session",
    "user": {"object": "user", "id": "usr_1", "email": "ada@example.org", "name": "Ada", "created_at": BEGUN},
    "organization": {"object": "organization", "id": "org_1", "name": "Ada", "personal": True, "created_at": BEGUN},
    "access_token": "access-2",
    "refresh_token": "refresh-2",
    "expires_in_seconds": 600,
}
PLAN: Json = {
    "object": "plan",
    "run_id": "run_1",
    "etag": "plan-1",
    "status": "proposed",
    "spec": {"spec_version": 1},
    "summary": "A guestbook.",
    "outline": {
        "entities": [{"name": "Entry", "fields": [{"name": "name"}, {"name": "message"}], "behaviours": []}],
        "pages": [{"title": "Entries", "route": "/", "layout": "list"}],
    },
    "included": [],
    "not_included": ["sending e-mails"],
    "changes": [],
    "diff": {"proposed": [], "current": None},
    "checks": [],
}


def run(status: str = "queued", **changes: object) -> Json:
    """Return a run."""
    return {
        "object": "run",
        "id": "run_1",
        "project_id": "prj_1",
        "status": status,
        "prompt": "A guestbook",
        "mode": "build",
        "offline": True,
        "auto_approve": True,
        "created_at": BEGUN,
        "finished_at": ENDED if status in {"succeeded", "failed", "cancelled"} else None,
        "reason": None,
        "steps": [],
        "queued_messages": [],
        **changes,
    }


def project(**changes: object) -> Json:
    """Return a project."""
    return {
        "object": "project",
        "id": "prj_1",
        "name": "Guestbook",
        "slug": "guestbook",
        "description": "",
        "template": "fullstack",
        "status": "ready",
        "latest_run": run("succeeded"),
        "preview": PREVIEW,
        "created_at": BEGUN,
        "updated_at": ENDED,
        "etag": '"1"',
        **changes,
    }


def step(status: str, **changes: object) -> Json:
    """Return a step."""
    return {
        "object": "step",
        "id": "stp_1",
        "run_id": "run_1",
        "position": 1,
        "kind": "build",
        "title": "Build the app",
        "role": None,
        "status": status,
        "reason": None,
        "attempt": 1,
        "started_at": BEGUN,
        "finished_at": ENDED,
        "version_id": None,
        "commit": None,
        **changes,
    }


def check(status: str, **changes: object) -> Json:
    """Return a check."""
    return {
        "object": "check",
        "id": "chk_1",
        "run_id": "run_1",
        "check_id": "entries.create",
        "title": "A visitor can leave an entry",
        "kind": "browser",
        "area": "frontend",
        "status": status,
        "detail": "",
        "reason": None,
        "duration_ms": 340,
        "evidence_url": None,
        "created_at": BEGUN,
        **changes,
    }
