"""A server, a session file of its own, and a way to call the program."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from vibecaas.entrypoints.cli import main
from vibecaas.entrypoints.cli.session import save_session

from .contract import violations
from .server import ApiServer, running


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VIBECAAS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path / "home"


@pytest.fixture
def api(home: Path) -> Iterator[ApiServer]:
    with running() as server:
        save_session(server.url, "access-1", "refresh-1")
        yield server
        sent = [request for request in server.requests if request.path.startswith("/api/")]
        assert [problem for request in sent for problem in violations(request)] == []


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def run(*words: str) -> Outcome:
        capsys.readouterr()
        code = main(words)
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run
