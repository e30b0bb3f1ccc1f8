"""What agents can do: the one face of the room's service."""

from vibecaas.agents.service.engine import RunEngine
from vibecaas.agents.service.listeners import AgentsListeners
from vibecaas.agents.service.runs import AgentsService

__all__ = ["AgentsListeners", "AgentsService", "RunEngine"]
