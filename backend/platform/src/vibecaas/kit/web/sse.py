"""Server-sent events: stored events as a stream that resumes where the reader stopped."""

import json
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Annotated, Any, cast
from uuid import UUID

from fastapi import Header, Query, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from vibecaas.kit import streams
from vibecaas.kit.db import Units
from vibecaas.kit.streams import StreamEvent, StreamHub
from vibecaas.kit.web.identity import StillSignedIn, Subject

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
STREAMED: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Stored events: a stream, or a list.",
        "content": {"text/event-stream": {}, "application/json": {"schema": {"type": "object"}}},
    },
    204: {"description": "The stream has ended and everything was read."},
}


def as_data(event: StreamEvent) -> dict[str, object]:
    """Return an event as the JSON object that readers get."""
    at = event.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"seq": event.seq, "type": event.type, "at": at, **event.data}


class StreamReader:
    """Where a reader begins and how much he takes: the parameters that every stream has."""

    def __init__(
        self,
        request: Request,
        *,
        after: Annotated[int, Query(ge=0, le=2_000_000_000, description="Begin behind this event.")] = 0,
        limit: Annotated[int | None, Query(ge=1, le=1000, description="End after so many events.")] = None,
        last_event_id: Annotated[str | None, Header(alias="Last-Event-ID", max_length=20)] = None,
    ) -> None:
        self._request = request
        self._after = int(last_event_id) if last_event_id and last_event_id.isdecimal() else after
        self._limit = limit

    async def answer(self, subject: Subject, subject_id: UUID, *, is_last: Callable[[StreamEvent], bool]) -> Response:
        """Answer with a stream if the reader accepts one, else with the events so far as a list."""
        state = self._request.app.state
        units = cast("Units", state.units)
        async with units.begin(subject.organization_id, subject.actor) as unit:
            stored = await streams.read(unit, subject_id, after=max(0, self._after - 1), limit=self._limit or 1000)
        if "text/event-stream" not in self._request.headers.get("accept", ""):
            data = [as_data(event) for event in stored if event.seq > self._after]
            return JSONResponse({"object": "list", "data": data, "has_more": False})
        if stored and stored[-1].seq == self._after and is_last(stored[-1]):
            return Response(status_code=204)  # makes EventSource stop asking
        events = streams.follow(
            units,
            cast("StreamHub", state.services[StreamHub]),
            organization_id=subject.organization_id,
            actor=subject.actor,
            subject_id=subject_id,
            after=self._after,
            is_last=is_last,
            may_read=partial(cast("StillSignedIn", state.still_signed_in), subject),
        )
        return StreamingResponse(_lines(events, self._limit), media_type="text/event-stream", headers=HEADERS)


async def _lines(events: AsyncIterator[StreamEvent | None], limit: int | None) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    sent = 0
    async for event in events:
        if event is None:
            yield ": still here\n\n"
            continue
        yield f"id: {event.seq}\nevent: {event.type}\ndata: {json.dumps(as_data(event))}\n\n"
        sent += 1
        if sent == limit:
            return
