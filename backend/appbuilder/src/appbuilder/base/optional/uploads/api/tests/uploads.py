"""Files for the tests."""

from app.core.database import writing
from app.extras.uploads import keep

# The smallest image there is: one dot.
DOT = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"


def given_upload(content: bytes = DOT, name: str = "dot.gif") -> str:
    """The id of a file that belongs to no entry yet."""
    with writing() as db:
        return keep(db, content, name).id
