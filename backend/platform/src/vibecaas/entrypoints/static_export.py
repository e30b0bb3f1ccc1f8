"""Serves the exported web app: ids in addresses map to the fallback page, inline scripts are allowed by hash."""

import json
import re
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_ID = re.compile(r"(?<=/)[a-z]{2,4}_[0-9a-hjkmnp-tv-z]{26}(?=/|$)")
_MISSING = (
    "<!doctype html><meta charset=utf-8><title>VibeCaaS</title>"
    "<body style='font:16px/1.6 system-ui;max-width:36rem;margin:15vh auto;padding:0 1rem'>"
    "<h1 style='font-size:1.4rem'>The web app is being built</h1>"
    "<p>The API is up and your apps run. This page loads again by itself;"
    " <code>./vibecaas status</code> tells more.</p>"
    "<script>setTimeout(() => location.reload(), 3000)</script>"
)


class Export(StaticFiles):
    """The export, mounted last, at `/`."""

    def __init__(self, directory: Path | None, *, preview_sources: str) -> None:
        self._root = directory
        self._preview_sources = preview_sources
        super().__init__(directory=directory, html=True, check_dir=False)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer with a file of the export; an unknown `/api/…` stays a problem."""
        if path == "api" or path.startswith("api/"):
            raise HTTPException(404)
        if self._root is None or not (self._root / "index.html").is_file():
            return HTMLResponse(_MISSING, 503, headers={"Retry-After": "3", "Cache-Control": "no-store"})
        if "\x00" in path:
            raise HTTPException(404)
        response = await super().get_response(_ID.sub("_", "/" + path).lstrip("/"), scope)
        if path.startswith("_next/static/"):
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        else:
            response.headers["Cache-Control"] = "no-cache"
        if response.headers.get("content-type", "").startswith("text/html"):
            response.headers.update(self._page_headers())
        return response

    def _page_headers(self) -> dict[str, str]:
        hashes_file = (self._root or Path()) / "csp-hashes.json"
        hashes = json.loads(hashes_file.read_text()) if hashes_file.is_file() else []
        scripts = " ".join(["'self'", *(f"'{one}'" for one in hashes)])
        policy = (
            f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
            f" font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src {self._preview_sources};"
            " frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
        )
        return {
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "X-Frame-Options": "DENY",
        }
