"""What a mutation is: one change that breaks a built app, and the check that must notice."""

from collections.abc import Callable
from dataclasses import dataclass

from appbuilder.spec import AppSpec


@dataclass(frozen=True)
class Mutation:
    """In the app of ``spec``, the first ``old`` of the file becomes ``new``; then ``check`` fails."""

    spec: Callable[[], AppSpec]
    file: str
    old: str
    new: str
    check: str

    @property
    def name(self) -> str:
        """What the test is called."""
        return f"{self.spec.__name__}-{self.check}-{self.file.rpartition('/')[2]}"
