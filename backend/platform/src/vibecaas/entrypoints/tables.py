"""All tables of all rooms, for migrations to compare with."""

from vibecaas.agents import models as agents
from vibecaas.audit import models as audit
from vibecaas.auth import models as auth
from vibecaas.kit import idempotency, jobs, streams
from vibecaas.kit.db import Base
from vibecaas.microvms import models as microvms
from vibecaas.organizations import models as organizations
from vibecaas.projects import models as projects

ROOMS_WITH_TABLES = (jobs, streams, idempotency, audit, auth, organizations, projects, microvms, agents)
"""Importing a room's models registers its tables."""

ALL_TABLES = Base.metadata
