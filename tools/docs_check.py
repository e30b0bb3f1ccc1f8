"""Docs prove themselves: nothing undocumented, no dead link, and the ecosystem map tells the truth.

``python tools/docs_check.py``; exit code 1 when a setting, error code, command or route has no entry in its
reference page, a room has no guide, a link leads nowhere, or the map names what does not exist.
"""

import re
import sys
from pathlib import Path

import ecosystem
from reference import commands, errors, program, routes, settings
from repo import PLATFORM, ROOT, Finding, report, tracked_files
from vibecaas.settings import Settings

NO_ROOMS = {"entrypoints", "adapters", "kit"}
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def missing_entries(page: str, text: str, entries: list[str]) -> list[Finding]:
    """Name the entries that a reference page does not show in code style."""
    return [Finding(page, 0, f"says nothing about `{entry}`") for entry in entries if f"`{entry}`" not in text]


def missing_commands(page: str, text: str, names: list[str]) -> list[Finding]:
    """Name the commands that have no section."""
    return [Finding(page, 0, f"has no section for {name}") for name in names if f" vibecaas {name}\n" not in text]


def dead_links(path: str, text: str, root: Path) -> list[Finding]:
    """Name the relative links of a page that lead to no file."""
    findings = []
    prose = FENCE.sub(lambda block: "\n" * block.group(0).count("\n"), text)
    for match in LINK.finditer(prose):
        target = (match.group(1) or match.group(2)).split("#")[0]
        if not target or re.match(r"[a-z]+:", target):
            continue
        if not (root / path).parent.joinpath(target).exists():
            line = prose[: match.start()].count("\n") + 1
            findings.append(Finding(path, line, f"the link to {target} leads nowhere"))
    return findings


def missing_guides(root: Path) -> list[Finding]:
    """Name the rooms without a page in docs/guide."""
    rooms = [folder.name for folder in sorted((root / PLATFORM).iterdir()) if (folder / "service.py").exists()]
    rooms += [folder.name for folder in sorted((root / PLATFORM).iterdir()) if (folder / "service").is_dir()]
    pages = (f"docs/guide/{room}.md" for room in rooms if room not in NO_ROOMS)
    return [Finding(page, 0, "is missing: every room has its page") for page in pages if not (root / page).exists()]


def check_references(root: Path) -> list[Finding]:
    """Compare the reference pages with settings, error codes, commands and routes."""
    known = {name: (root / f"docs/reference/{name}.md").read_text() for name in ("settings", "errors", "cli", "api")}
    words = [*commands.command_names(program.whole_program()), *program.machine_commands()]
    document = routes.load(root / "openapi.json")
    listed = [setting.variable for setting in settings.load(Settings)]
    codes = [item.code for item in errors.load()]
    paths = [path for _, path, _ in routes.operations(document)]
    return [
        *missing_entries("docs/reference/settings.md", known["settings"], listed),
        *missing_entries("docs/reference/errors.md", known["errors"], codes),
        *missing_entries("docs/reference/api.md", known["api"], paths),
        *missing_commands("docs/reference/cli.md", known["cli"], words),
        *ecosystem.check_rows(
            ecosystem.read_rows((root / ecosystem.PAGE).read_text()), root, ecosystem.shapes(document["paths"])
        ),
    ]


def main(root: Path = ROOT) -> int:
    """Check all pages."""
    pages = tracked_files(root, "*.md")
    findings = [finding for path in pages for finding in dead_links(path, (root / path).read_text(), root)]
    findings += missing_guides(root)
    findings += check_references(root)
    return report("docs", findings, f"{len(pages)} pages read")


if __name__ == "__main__":
    sys.exit(main())
