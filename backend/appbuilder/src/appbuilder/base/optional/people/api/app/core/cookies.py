"""Cookies by which the app knows people again."""

from datetime import timedelta

from fastapi import Request, Response

from app.core.settings import IS_DEMO


def keep_cookie(request: Request, response: Response, name: str, value: str, lifetime: timedelta) -> None:
    """Scripts cannot read it and other sites cannot send it. A lifetime of nothing removes it."""
    parts = [f"{name}={value}", "Path=/", f"Max-Age={int(lifetime.total_seconds())}", "HttpOnly"]
    if IS_DEMO and "x-in-frame" in request.headers:
        # The preview shows the app in a frame on another site. Partitioned: it counts nowhere else.
        parts += ["Secure", "SameSite=None", "Partitioned"]
    else:
        parts += ["SameSite=Lax", *(["Secure"] if request.url.scheme == "https" else [])]
    response.headers.append("Set-Cookie", "; ".join(parts))
