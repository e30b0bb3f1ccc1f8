"""Links and entries of pages."""

from pathlib import Path

from docs_check import dead_links, missing_commands, missing_entries


def test_a_dead_link_is_found_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "there.md").touch()
    text = "[ok](there.md#part) [web](https://example.org) [self](#here)\n\n```\n[no](link.md)\n```\n[dead](gone.md)\n"

    (finding,) = dead_links("page.md", text, tmp_path)

    assert finding.line == 6
    assert "gone.md" in finding.message


def test_missing_entries_are_named() -> None:
    assert missing_entries("page.md", "about `a` only", ["a"]) == []
    (finding,) = missing_entries("page.md", "about `a` only", ["b"])
    assert "`b`" in finding.message


def test_a_command_needs_its_section() -> None:
    assert missing_commands("cli.md", "### vibecaas runs watch\n", ["runs watch"]) == []
    assert missing_commands("cli.md", "### vibecaas runs watch\n", ["runs", "watch"])
