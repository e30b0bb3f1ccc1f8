"""CSV files for the tests."""

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any


def csv_of(names: Sequence[str], entries: Sequence[dict[str, Any]]) -> bytes:
    """A file with the entries, as spreadsheets save it."""
    file = StringIO()
    lines = csv.DictWriter(file, names, extrasaction="ignore")
    lines.writeheader()
    lines.writerows(entries)
    return file.getvalue().encode("utf-8-sig")
