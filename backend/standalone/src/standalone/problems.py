"""Failures that a person can act on: what happened, why, and what to do."""

from __future__ import annotations

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_MISSING_PACKAGES = 7


class Problem(Exception):
    """A failure with an explanation.

    what: one sentence about what did not work. why: the cause as far as it is known. remedy: what the reader can do.
    """

    def __init__(self, what: str, *, why: str = "", remedy: str = "", exit_code: int = EXIT_FAILED) -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.remedy = remedy
        self.exit_code = exit_code

    def lines(self) -> list[str]:
        """The text for the terminal, one thought per line."""
        shown = [f"vibecaas: {self.what}"]
        if self.why:
            shown += [
                f"  why: {line}" if number == 0 else f"       {line}"
                for number, line in enumerate(self.why.splitlines())
            ]
        if self.remedy:
            shown += [
                f"  do:  {line}" if number == 0 else f"       {line}"
                for number, line in enumerate(self.remedy.splitlines())
            ]
        return shown
