"""Turns a run's events into lines for people: plan, steps with ticks and times, checks, the preview."""

from datetime import datetime
from typing import Any

from vibecaas.entrypoints.cli.client import ApiClient
from vibecaas.entrypoints.cli.output import Printer, clean, duration
from vibecaas.entrypoints.cli.sse import Event

Json = dict[str, Any]
ENDINGS = {
    "succeeded": ("green", "✓", "ok", "Done"),
    "failed": ("red", "✗", "!!", "Failed"),
    "cancelled": ("yellow", "■", "--", "Stopped"),
    "capped": ("yellow", "■", "--", "Stopped at a limit"),
    "awaiting_approval": ("yellow", "?", "??", "Waits for your approval"),
}


class Narrator:
    """Tells one run. Progress goes to stderr, line by line, so it also reads well in a log."""

    def __init__(self, client: ApiClient, run_id: str, printer: Printer) -> None:
        self.client = client
        self.run_id = run_id
        self.printer = printer
        self.preview_url = ""

    def tell(self, event: Event) -> None:
        """Say what one event means; types of a newer API are passed over."""
        noun, _, verb = event.kind.partition(".")
        teller = getattr(self, f"_{noun}", None)
        if teller is not None:
            teller(verb, event.data)

    def close(self, run: Json) -> None:
        """Say how the run stands, and where its app is."""
        colour, pretty, simple, word = ENDINGS.get(run["status"], ("dim", "…", "..", run["status"]))
        took = span(run.get("created_at"), run.get("finished_at"))
        reason = run.get("reason") or {}
        text = f"{self.printer.symbol(pretty, simple)} {word}" + (f" in {took}" if took else "")
        if reason.get("message"):
            text += f": {clean(reason['message'])}"
        self.printer.progress(self.printer.style(colour, text))

    def _line(self, colour: str, pretty: str, simple: str, text: str, *, depth: int = 1) -> None:
        sign = self.printer.style(colour, self.printer.symbol(pretty, simple))
        self.printer.progress(f"{'  ' * depth}{sign} {text}")

    def _plan(self, verb: str, _data: Json) -> None:
        if verb == "proposed":
            self.printer.progress(render_plan(self.client.get(f"/runs/{self.run_id}/plan"), self.printer))

    def _step(self, verb: str, data: Json) -> None:
        step = data["step"]
        title = clean(step["title"])
        reason = step.get("reason") or {}
        if verb == "started":
            self._line("dim", "…", "..", title)
        elif verb == "committed":
            took = span(step.get("started_at"), step.get("finished_at"))
            self._line("green", "✓", "ok", f"{title}  {self.printer.style('dim', took)}")
        elif verb == "skipped":
            self._line("dim", "-", "--", f"{title}: skipped, {clean(reason.get('message') or reason.get('code', ''))}")
        elif verb == "failed":
            self._line("red", "✗", "!!", f"{title}: {clean(reason.get('message') or 'failed')}")
        elif verb == "interrupted":
            self._line("yellow", "↻", "~~", f"{title}: interrupted, another worker goes on")

    def _check(self, verb: str, data: Json) -> None:
        check = data["check"]
        took = self.printer.style("dim", duration(check["duration_ms"]))
        title = f"{clean(check['title'])} ({check['area']})"
        if verb == "passed":
            self._line("green", "✓", "ok", f"{title}  {took}", depth=2)
        else:
            self._line("red", "✗", "!!", f"{title}: {clean(check.get('detail') or 'failed')}", depth=2)

    def _preview(self, verb: str, data: Json) -> None:
        preview = data["preview"]
        self.preview_url = str(preview["url"])
        if verb == "ready":
            self._line("cyan", "→", "->", f"Your app: {self.preview_url}")
        else:
            self._line("red", "✗", "!!", clean((preview.get("reason") or {}).get("message") or "The preview failed."))

    def _commit(self, _verb: str, data: Json) -> None:
        self._line("dim", "·", " .", f"version {str(data['commit'])[:10]}: {clean(data['message'])}", depth=2)


def render_plan(plan: Json, printer: Printer) -> str:
    """Return a plan as text: what will be built, and what will not."""
    outline = plan["outline"]
    lines = [f"  {printer.style('bold', clean(plan['summary']))}"]
    for entity in outline["entities"]:
        fields = ", ".join(clean(field["name"]) for field in entity["fields"])
        lines.append(f"    {clean(entity['name'])}: {fields}")
    if outline["pages"]:
        lines.append("    Pages: " + ", ".join(clean(page["title"]) for page in outline["pages"]))
    lines += [f"    Changed: {clean(change)}" for change in plan["changes"]]
    lines += [f"    Edited: {_line(change)}" for change in plan["diff"]["proposed"]]
    lines += [f"    {printer.style('yellow', 'Not included')}: {clean(item)}" for item in plan["not_included"]]
    return "\n".join(lines)


def _line(change: Json) -> str:
    """Return one difference of two specs as a line."""
    line = f"{change['kind']} {clean(change['what'])}"
    if change["kind"] != "changed":
        return line
    return f"{line}: {clean(change['from'] or 'nothing')} -> {clean(change['to'] or 'nothing')}"


def span(start: str | None, end: str | None) -> str:
    """Return the time between two RFC 3339 times as people read it; nothing when one is missing."""
    if not start or not end:
        return ""
    began, ended = (datetime.fromisoformat(moment) for moment in (start, end))
    return duration(max((ended - began).total_seconds() * 1000, 0))
