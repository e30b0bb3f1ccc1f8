"""The bytes of six apps are known; a change of the builder shows as a change of these files.

After a change that is meant: ``APPBUILDER_UPDATE_GOLDEN=1 python -m pytest backend/appbuilder/tests/compiler``.
"""

import hashlib
import json
import os
from pathlib import Path

import pytest

from appbuilder.compiler import compile_app

from ..examples import SPECS
from ..template_examples import KINDS

EVERY = {**SPECS, **KINDS}
GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", EVERY)
def test_bytes_are_as_known(name: str) -> None:
    hashes = {path: hashlib.sha256(file.content).hexdigest()[:16] for path, file in compile_app(EVERY[name]()).items()}
    known = GOLDEN / f"{name}.json"
    if os.environ.get("APPBUILDER_UPDATE_GOLDEN"):
        known.write_text(json.dumps(hashes, indent=1) + "\n", "utf-8")
    assert hashes == json.loads(known.read_text("utf-8"))
