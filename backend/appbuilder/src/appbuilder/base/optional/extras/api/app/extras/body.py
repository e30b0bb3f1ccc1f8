"""Requests whose body is a file."""

from collections.abc import Awaitable, Callable

from fastapi import HTTPException, Request


# For the description of the API, which cannot see what is read from the request.
FILE_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def file_up_to(limit_bytes: int) -> Callable[[Request], Awaitable[bytes]]:
    """Reads the body as it is; one that is too long is refused as soon as that shows."""

    async def read(request: Request) -> bytes:
        content = bytearray()
        async for part in request.stream():
            content += part
            if len(content) > limit_bytes:
                raise HTTPException(413, f"The file is too large. Use one of at most {limit_bytes // 1_000_000} MB.")
        return bytes(content)

    return read
