"""The edge: renders nginx's configuration once and says how nginx is started."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from standalone.problems import Problem

_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
_STYLE = (
    ":root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;display:grid;place-items:center;"
    "min-height:92vh;margin:0;background:Canvas;color:CanvasText}main{max-width:34rem;padding:2rem}"
    "h1{font-size:1.5rem;margin:0 0 .5rem}p{margin:.4rem 0;opacity:.85}a{color:LinkText}"
)


@dataclass(frozen=True)
class EdgeSettings:
    """What the template is filled with. run: folder of the pid file; state: folder nginx may write, both absolute."""

    port: int
    preview_suffix: str
    api_socket: Path
    console_url: str
    run: Path
    state: Path


def render(template: str, settings: EdgeSettings, nginx_options: str) -> str:
    """The configuration as text. nginx_options: what `nginx -V` says, which decides on some directives.

    Raises Problem if a name in the template has no value or a value could end a quoted string.
    """
    values = {
        "RUN": str(settings.run),
        "STATE": str(settings.state),
        "PORT": str(settings.port),
        "SUFFIX_PATTERN": re.escape(settings.preview_suffix).replace("\\-", "-"),
        "API_SOCKET": str(settings.api_socket),
        "TEMPORARY_PATHS": temporary_paths(settings.state, nginx_options),
        **{f"PAGE_{name}": page for name, page in pages(settings.console_url).items()},
    }
    for name, value in values.items():
        if name != "TEMPORARY_PATHS" and ("'" in value or "\n" in value or "$" in value):
            raise Problem(f"the edge cannot be configured: {name} holds a character that is not allowed", why=value)
    return re.sub(r"@@([A-Z_]+)@@", lambda found: _value(values, found[1]), template)


def pages(console_url: str) -> dict[str, str]:
    """The edge's own answers: each says what is wrong, why, and what to do. One line, no single quotes."""
    link = f'<a href="{html.escape(console_url)}">{html.escape(console_url)}</a>'
    return {
        "UNKNOWN": _page("There is no app at this address", "No project uses this name (any more).",
                         f"Your apps are listed at {link}."),
        "PRIVATE": _page("This preview is private", "Only members of its project can open it; you have no pass.",
                         f"Open it from its project at {link}."),
        "STARTING": _page("Your app is starting", "Its machine is being woken up.",
                          "This page looks again every second.", refresh_seconds=1),
        "SUSPENDED": _page("This app is switched off", "Its project has been suspended.", f"See {link}."),
        "FORBIDDEN": _page("You may not open this preview", "Your account is not a member of its project.",
                           f"Ask its owner for access, or sign in with another account at {link}."),
        "CONTROL_PLANE_DOWN": _page("VibeCaaS is restarting", "The part that knows where apps run does not answer.",
                                    "This page looks again every two seconds; ./vibecaas status tells more.",
                                    refresh_seconds=2),
        "APP_SILENT": _page("The app does not answer", "Its machine runs, but nothing listens in it:"
                            " it may be restarting, or it has stopped with an error.",
                            f"This page looks again every two seconds. The log is in its project at {link}.",
                            refresh_seconds=2),
    }  # fmt: skip


def nginx_options(nginx: str) -> str:
    """What this nginx was built with. Raises Problem if it lacks the one module that everything rests on."""
    options = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=False).stderr
    if "http_auth_request_module" not in options:
        raise Problem(
            "this nginx was built without its auth_request module",
            remedy="install the distribution's nginx (Debian: nginx-light)",
        )
    return options


def temporary_paths(state: Path, options: str) -> str:
    """Directives that put every temporary file of nginx into a folder of ours."""
    built_in = [kind for kind in _TEMPORARY if f"--without-http_{kind}_module" not in options]
    return "\n".join(f"  {kind}_temp_path {state}/{kind};" for kind in built_in)


def _page(title: str, why: str, remedy: str, *, refresh_seconds: int = 0) -> str:
    refresh = f'<meta http-equiv="refresh" content="{refresh_seconds}">' if refresh_seconds else ""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{refresh}'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>'
        f"<body><main><h1>{title}</h1><p>{why}</p><p>{remedy}</p></main></body></html>"
    )


def _value(values: dict[str, str], name: str) -> str:
    if name not in values:
        raise Problem(f"the edge cannot be configured: its template asks for {name}, which nobody knows")
    return values[name]
