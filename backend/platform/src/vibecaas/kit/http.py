"""The one outgoing client: time limits everywhere, no redirects, no settings from the environment."""

import httpx

Client = httpx.AsyncClient
Answer = httpx.Response
TransportError = httpx.HTTPError


def client_for_host(*, address: str, port: int, host: str, cookie: str | None, timeout_seconds: float) -> Client:
    """Make a client that dials `address` and names `host`: preview names do not resolve in every resolver."""
    headers = {"Host": f"{host}:{port}"}
    if cookie is not None:
        headers["Cookie"] = cookie
    return httpx.AsyncClient(
        base_url=f"http://{address}:{port}",
        headers=headers,
        timeout=timeout_seconds,
        follow_redirects=False,
        trust_env=False,
    )
