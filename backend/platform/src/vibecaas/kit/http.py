"""The one outgoing client: time limits everywhere, no redirects, no settings from the environment."""

import httpx

Client = httpx.AsyncClient
Answer = httpx.Response
TransportError = httpx.HTTPError


def client_for_host(*, address: str, port: int, host: str, cookie: str | None, timeout_seconds: float) -> Client:
    """Make a client that dials `address` and names `host`: preview names do not resolve in every resolver."""
    name, _, value = (cookie or "").partition("=")
    return httpx.AsyncClient(
        base_url=f"http://{address}:{port}",
        headers={"Host": f"{host}:{port}"},
        # In the jar, beside what the app sets; a header of ours would keep the jar's cookies from being sent.
        cookies={name: value} if name else None,
        timeout=timeout_seconds,
        follow_redirects=False,
        trust_env=False,
    )
