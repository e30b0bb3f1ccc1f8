"""What protects people's browsers: headers of every answer, and no changes at the request of other sites."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.problems import problem
from app.core.settings import FRAME_ANCESTORS

READING = {"GET", "HEAD", "OPTIONS"}
HEADERS = {
    # Scripts, styles and answers come from the app itself; nothing that is typed in becomes a script.
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
        f"frame-ancestors {FRAME_ANCESTORS}"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Protection:
    """Stands before the whole app."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if scope["method"] not in READING and is_foreign(Headers(scope=scope)):
            refusal = problem(403, "Not allowed", "This came from another site. Do it in the app itself.")
            await refusal(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)


def is_foreign(headers: Headers) -> bool:
    """Whether a page of another site sent it; programs that are no browsers say nothing about themselves."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = headers.get("origin")
    # if nextjs
    # The web client's server passes requests on and says which host the browser asked for. Pages of other sites cannot
    # say so themselves: browsers let them set no such header here.
    host = headers.get("x-forwarded-host", headers.get("host"))
    return origin is not None and urlsplit(origin).netloc != host
    # else
    return origin is not None and urlsplit(origin).netloc != headers.get("host")
    # end if
