"""The API as the command line sees it: signed requests, renewed tokens, problems as failures."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from vibecaas.entrypoints.cli.failures import CliError, ExitCode, from_problem
from vibecaas.entrypoints.cli.session import Session, save_session

TIMEOUT = httpx.Timeout(30, connect=5)
STREAM_TIMEOUT = httpx.Timeout(60, connect=5)  # the API sends a heartbeat every 15 s
LARGEST_PAGE = 100
UNAUTHENTICATED = 401
FIRST_ERROR = 400
Json = dict[str, Any]


class ApiClient:
    """One signed-in (or not) caller of one installation."""

    def __init__(self, session: Session, *, transport: httpx.BaseTransport | None = None) -> None:
        self.session = session
        self._http = httpx.Client(
            base_url=session.base_url, timeout=TIMEOUT, transport=transport, trust_env=False, follow_redirects=False
        )

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def get(self, path: str, **query: str | int | None) -> Json:
        """Read one object. ``path`` begins after ``/api/v1``."""
        return self._object(self.send("GET", path, params=_without_none(query)))

    def post(self, path: str, body: Json | None = None) -> Json:
        """Create or act; a key makes the request safe to repeat."""
        headers = {"Idempotency-Key": secrets.token_urlsafe(16)}
        sent = {} if body is None else {"json": body}
        return self._object(self.send("POST", path, headers=headers, **sent))

    def put(self, path: str, body: Json, *, headers: dict[str, str], **query: str | bool | None) -> Json:
        """Replace one object; ``headers`` say which state the change is based on."""
        return self._object(self.send("PUT", path, headers=headers, json=body, params=_without_none(query)))

    def list(self, path: str, *, limit: int, **query: str | None) -> Json:
        """Read a list up to ``limit`` rows over as many pages as that takes, as one envelope."""
        rows: list[Json] = []
        page: Json = {}
        cursor: str | None = None
        while len(rows) < limit:
            size = min(limit - len(rows), LARGEST_PAGE)
            page = self.get(path, limit=size, starting_after=cursor, **query)
            rows += page["data"]
            cursor = page.get("next_cursor")
            if not page.get("has_more") or cursor is None:
                break
        return {**page, "data": rows}

    def send(self, method: str, path: str, **request: Any) -> httpx.Response:  # noqa: ANN401 - httpx's own options
        """Send one request below ``/api/v1``; an expired access token is renewed once.

        Raises:
            CliError: the API refused, or does not answer.
        """
        signed = self._signed(request)
        response = self._reach(method, f"/api/v1{path}", signed)
        if response.status_code == UNAUTHENTICATED and self._renew():
            response = self._reach(method, f"/api/v1{path}", self._signed(request))
        if response.status_code >= FIRST_ERROR:
            raise from_problem(response.status_code, problem_of(response))
        return response

    @contextmanager
    def stream(self, path: str, headers: dict[str, str]) -> Iterator[httpx.Response]:
        """Open a stream below ``/api/v1``; the response is read by the caller."""
        signed = self._signed({"headers": headers})
        try:
            with self._http.stream("GET", f"/api/v1{path}", timeout=STREAM_TIMEOUT, **signed) as response:
                if response.status_code >= FIRST_ERROR:
                    response.read()
                    if response.status_code == UNAUTHENTICATED and self._renew():
                        raise StreamBroken
                    raise from_problem(response.status_code, problem_of(response))
                yield response
        except httpx.TransportError as error:
            raise StreamBroken from error

    def root(self, path: str) -> Json:
        """Read a document that lies outside ``/api/v1``, without a signature."""
        response = self._reach("GET", path, {})
        if response.status_code >= FIRST_ERROR:
            raise from_problem(response.status_code, problem_of(response))
        return self._object(response)

    def _signed(self, request: dict[str, Any]) -> dict[str, Any]:
        headers = dict(request.get("headers") or {})
        if self.session.signed_in:
            headers["Authorization"] = f"Bearer {self.session.access_token}"
        return {**request, "headers": headers}

    def _reach(self, method: str, path: str, request: dict[str, Any]) -> httpx.Response:
        try:
            return self._http.request(method, path, **request)
        except httpx.TransportError as error:
            raise CliError(
                f"VibeCaaS does not answer at {self.session.base_url}: {_reason(error)}.",
                exit_code=ExitCode.UNAVAILABLE,
                code="unreachable",
                hint="vibecaas up",
            ) from error

    def _renew(self) -> bool:
        """Exchange the refresh token; False when that is not possible either."""
        if not self.session.refresh_token:
            return False
        body = {"refresh_token": self.session.refresh_token}
        response = self._reach("POST", "/api/v1/auth/refresh", {"json": body})
        if response.status_code >= FIRST_ERROR:
            return False
        tokens = self._object(response)
        access, refresh = str(tokens["access_token"]), str(tokens["refresh_token"])
        self.session = self.session.with_tokens(access, refresh)
        save_session(self.session.base_url, access, refresh)
        return True

    @staticmethod
    def _object(response: httpx.Response) -> Json:
        if not response.content:
            return {}
        try:
            made = response.json()
        except ValueError as error:
            raise CliError(
                f"What answers at {response.url.host}:{response.url.port} is not VibeCaaS.",
                exit_code=ExitCode.UNAVAILABLE,
                hint="vibecaas login --url ADDRESS",
            ) from error
        return made if isinstance(made, dict) else {"data": made}


class StreamBroken(Exception):
    """A stream ended before its last event; the reader goes on from where it was."""


def problem_of(response: httpx.Response) -> Json:
    """Return the problem+json of a refusal, or nothing when a proxy answered instead."""
    try:
        problem = response.json()
    except ValueError:
        return {}
    return problem if isinstance(problem, dict) else {}


def _without_none(query: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in query.items() if value is not None}


def _reason(error: httpx.TransportError) -> str:
    if isinstance(error, httpx.ConnectError):
        return "nothing listens there"
    if isinstance(error, httpx.TimeoutException):
        return "it took too long"
    return str(error) or type(error).__name__
