"""The only place that builds things: engines, adapters, services, listeners, jobs. Plain code, no framework."""

from vibecaas.entrypoints import rooms
from vibecaas.entrypoints.house import Container
from vibecaas.entrypoints.outside import Outside, real_outside
from vibecaas.kit.db import Units, make_engine
from vibecaas.kit.events import Events
from vibecaas.kit.ratelimit import RateLimiter
from vibecaas.kit.streams import StreamHub
from vibecaas.settings import Settings


def build(settings: Settings, outside: Outside | None = None) -> Container:
    """Build everything that these settings describe; opens no connection yet. Tests hand in twins as `outside`."""
    database = settings.database
    app_engine = make_engine(settings.app_url, pool_size=database.pool_size)
    system_engine = make_engine(database.system_url.get_secret_value(), pool_size=max(2, database.pool_size // 2))
    container = Container(
        settings=settings,
        app_engine=app_engine,
        system_engine=system_engine,
        units=Units(app_engine, role="app"),
        system_units=Units(system_engine, role="system"),
        events=Events(),
        hub=StreamHub(system_engine),
        rate_limiter=RateLimiter(settings.limits_url, factor=settings.http.rate_limit_factor),
    )
    container.services[StreamHub] = container.hub
    container.services[Units] = container.units
    rooms.fill(container, outside or real_outside(settings))
    return container
