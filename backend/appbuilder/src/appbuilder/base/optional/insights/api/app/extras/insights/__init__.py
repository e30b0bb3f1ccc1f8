"""Reports: numbers, tables and charts about the entries."""

from app.extras.insights.routes import router

__all__ = ["router"]
