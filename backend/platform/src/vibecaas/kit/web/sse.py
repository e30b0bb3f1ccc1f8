"""Server-sent events: stored events as a stream that resumes where the reader stopped."""

import json
from collections.abc import AsyncIterator

from fastapi.responses import StreamingResponse

from vibecaas.kit.streams import StreamEvent

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


def as_data(event: StreamEvent) -> dict[str, object]:
    """Return an event as the JSON object that readers get."""
    at = event.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"seq": event.seq, "type": event.type, "at": at, **event.data}


def event_stream(events: AsyncIterator[StreamEvent | None]) -> StreamingResponse:
    """Answer with these events; None is written as a heartbeat."""

    async def lines() -> AsyncIterator[str]:
        yield "retry: 2000\n\n"
        async for event in events:
            if event is None:
                yield ": still here\n\n"
            else:
                yield f"id: {event.seq}\nevent: {event.type}\ndata: {json.dumps(as_data(event))}\n\n"

    return StreamingResponse(lines(), media_type="text/event-stream", headers=HEADERS)
