"""Runs HTTP acceptance checks against a running app."""

from contextlib import AsyncExitStack, suppress
from typing import Any, Self

from vibecaas.adapters.check_values import UnknownVariable, fill, judge, new_variables, saved
from vibecaas.agents.ports import Outcome, Target
from vibecaas.agents.schemas import HttpCheck, HttpStep
from vibecaas.kit import clock
from vibecaas.kit.http import Client, TransportError, client_for_host

TIMEOUT_SECONDS = 10.0
ASK_AGAIN_SECONDS = 0.05
OK = 200


class StepBroken(Exception):
    """A step did not go as expected; the text says how."""


class Sessions:
    """The clients of one check, one for each session that its steps name; each keeps its own cookies."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._clients: dict[str, Client] = {}
        self._open = AsyncExitStack()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()

    @property
    def origin(self) -> str:
        """The address under which a browser knows the app."""
        return f"http://{self._target.host}:{self._target.port}"

    async def client(self, name: str) -> Client:
        """Return the session's client."""
        if name not in self._clients:
            self._clients[name] = await self._open.enter_async_context(client_of(self._target))
        return self._clients[name]


async def do_step(sessions: Sessions, step: HttpStep, variables: dict[str, Any]) -> None:
    """Send one request and judge its answer; StepBroken says what is wrong."""
    path = str(fill(step.path, variables))
    name = f"{step.method} {path}"
    client = await sessions.client(step.session)
    try:
        answer = await client.request(step.method, path, **_content(step, variables))
    except TransportError as error:
        raise StepBroken(f"{name}: no answer ({type(error).__name__})") from error
    if answer.status_code not in step.expect_status:
        expected = " or ".join(str(status) for status in step.expect_status)
        raise StepBroken(f"{name}: expected {expected}, got {answer.status_code}: {answer.text[:300]}")
    if step.expect_text and str(fill(step.expect_text, variables)) not in answer.text:
        raise StepBroken(f"{name}: the answer does not hold {fill(step.expect_text, variables)!r}: {answer.text[:300]}")
    if not step.expect and not step.save:
        return
    try:
        document = answer.json()
    except ValueError as error:
        raise StepBroken(f"{name}: the answer is not JSON") from error
    for expectation in step.expect:
        problem = judge(document, expectation, variables)
        if problem is not None:
            raise StepBroken(f"{name}: {problem}")
    try:
        variables.update(saved(document, step.save))
    except KeyError as error:
        raise StepBroken(f"{name}: {error.args[0]} is missing, which later steps need: {answer.text[:300]}") from error


def _content(step: HttpStep, variables: dict[str, Any]) -> dict[str, Any]:
    if step.text is not None:
        content = str(fill(step.text, variables)).encode()
        return {"content": content, "headers": {"Content-Type": step.content_type}}
    return {"json": fill(step.body, variables)} if step.body is not None else {}


async def clean_up(sessions: Sessions, steps: tuple[HttpStep, ...], variables: dict[str, Any]) -> None:
    """Do all clean-up steps, each for itself; a failure leaves only data of ours behind."""
    for step in steps:
        try:
            await do_step(sessions, step, variables)
        except (StepBroken, UnknownVariable):
            continue


def client_of(target: Target) -> Client:
    """Make a client for the app."""
    return client_for_host(
        address=target.address,
        port=target.port,
        host=target.host,
        cookie=target.cookie,
        timeout_seconds=TIMEOUT_SECONDS,
    )


class RealHttpChecker:
    """Fills `agents.ports.HttpChecker`."""

    async def answers(self, target: Target, *, path: str, within_seconds: float) -> bool:
        """Ask until the path is answered with 200: the edge may remember for seconds that the app was starting."""
        end = clock.monotonic_seconds() + within_seconds
        async with client_of(target) as client:
            while clock.monotonic_seconds() < end:
                with suppress(TransportError):
                    if (await client.get(path)).status_code == OK:
                        return True
                await clock.sleep(ASK_AGAIN_SECONDS)
        return False

    async def run(self, check: HttpCheck, target: Target) -> Outcome:
        """Do the steps and the clean-up."""
        started = clock.monotonic_seconds()
        variables = new_variables()
        detail = ""
        async with Sessions(target) as sessions:
            try:
                for step in check.steps:
                    await do_step(sessions, step, variables)
            except (StepBroken, UnknownVariable) as error:
                detail = str(error)
            finally:
                await clean_up(sessions, check.cleanup, variables)
        duration_ms = int((clock.monotonic_seconds() - started) * 1000)
        return Outcome(passed=not detail, detail=detail, duration_ms=duration_ms, screenshot=None)
