"""What the simulated metadata service knows and remembers."""

from __future__ import annotations

from dataclasses import dataclass, field

VALUES = {
    "instance-id": "i-simulated",
    "hostname": "simulated.invalid",
    "iam/security-credentials/simulated-role": '{"AccessKeyId": "SIMULATED", "SecretAccessKey": "SIMULATED"}',
}
"""Names and values; nothing in here is a credential."""


@dataclass
class MetadataState:
    """Paths asked for, oldest first; questions about the simulator itself are not counted."""

    hits: list[str] = field(default_factory=list)
