"""Which TCP ports the machine's processes listen on, read from the kernel's tables."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_LISTEN = "0A"
# Loopback and "any address", IPv4 and IPv6, as the kernel prints them on little-endian machines.
_REACHABLE = {
    "0100007F",
    "00000000",
    "00000000000000000000000001000000",
    "00000000000000000000000000000000",
    "0000000000000000FFFF00000100007F",
}


def listening() -> set[int]:
    """Ports that accept connections on loopback."""
    found: set[int] = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with suppress(OSError):
            for line in Path(table).read_text().splitlines()[1:]:
                fields = line.split()
                address, _, port = fields[1].partition(":")
                if fields[3] == _LISTEN and address in _REACHABLE:
                    found.add(int(port, 16))
    return found
