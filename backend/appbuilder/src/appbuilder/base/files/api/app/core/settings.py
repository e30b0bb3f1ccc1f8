"""Where things are; read once from the environment."""

import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DATA_DIR = Path(os.environ.get("APP_DATA_DIR") or ROOT / "data")
WEB_DIR = ROOT / "web" / "dist"
# Pages of these addresses may show the app in a frame.
FRAME_ANCESTORS = os.environ.get("APP_FRAME_ANCESTORS") or "'self'"
# Whether a new app begins with examples.
WITH_SAMPLES = os.environ.get("APP_SAMPLES") != "0"
# Whether people may try the app out without an account: ./run dev says so.
IS_DEMO = os.environ.get("APP_DEMO") == "1"
# if uploads
# The room that all uploaded files together may take.
UPLOADS_BYTES = int(os.environ.get("APP_UPLOADS_MB") or 2000) * 1_000_000
# if accounts
# And those of one person.
UPLOADS_PER_PERSON_BYTES = int(os.environ.get("APP_UPLOADS_PER_PERSON_MB") or 200) * 1_000_000
# end if
# end if


def build_id() -> str:
    """Names this state of the app; it changes with the app's description."""
    description = ROOT / "vibecaas.app.json"
    return hashlib.sha256(description.read_bytes()).hexdigest()[:12] if description.exists() else "unknown"
