"""<<Plural>>: how they are stored, what is sent and answered, and their addresses."""

from app.<<plural>>.routes import router
from app.<<plural>>.table import TABLE

__all__ = ["TABLE", "router"]
