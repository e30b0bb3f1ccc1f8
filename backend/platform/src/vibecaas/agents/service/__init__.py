"""What agents can do: the one face of the room's service."""

from vibecaas.agents.service.engine import RunEngine
from vibecaas.agents.service.gate import Gate
from vibecaas.agents.service.later import LaterChecks
from vibecaas.agents.service.listeners import AgentsListeners
from vibecaas.agents.service.runs import TERMINAL, AgentsService
from vibecaas.agents.service.templates import TemplatesService
from vibecaas.agents.service.verify import Verifier
from vibecaas.agents.service.work import Builder

__all__ = [
    "TERMINAL",
    "AgentsListeners",
    "AgentsService",
    "Builder",
    "Gate",
    "LaterChecks",
    "RunEngine",
    "TemplatesService",
    "Verifier",
]
