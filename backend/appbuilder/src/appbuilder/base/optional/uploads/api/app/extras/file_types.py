"""What a file is, by its content; what people or their browsers call it proves nothing."""

IMAGES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),  # documents of office programs too
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
)
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13}


def type_of(content: bytes) -> str | None:
    """The content type; None for what is not accepted, such as programs."""
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(content[8:12])
    if content[4:8] == b"ftyp":
        return "video/mp4"
    return "text/plain" if _is_text(content) else None


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not _CONTROL.intersection(content)
