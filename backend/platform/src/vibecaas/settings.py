"""All settings, in groups; read by entrypoints and standalone alone.

Environment: `VIBECAAS_<GROUP>__<NAME>`; bare are `VIBECAAS_HOME` and `VIBECAAS_PROFILE`; the four feature flags keep
the names of the ecosystem map. `DATABASE_URL` and `REDIS_URL` are aliases of the usual kind.
"""

import difflib
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, BaseModel, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class Http(BaseModel):
    """The console and the API."""

    host: str = Field("127.0.0.1", description="Address that the API listens on.")
    port: int = Field(8420, ge=1, le=65535, description="Port of console and API.")
    public_url: str = Field("http://localhost:8420", description="Address under which people open the console.")
    internal_socket: Path | None = Field(None, description="Unix socket for the routes that only the edge may ask.")
    static_dir: Path | None = Field(None, description="The exported web app; without it a page says how to build it.")
    cors_origins: list[str] = Field(
        default_factory=list,
        description='Other origins whose pages may call the API with a bearer token, as JSON: ["https://a.example"].',
    )
    rate_limit_factor: int = Field(1, ge=1, description="Widens all rate limits; for tests and benchmarks.")


class Database(BaseModel):
    """PostgreSQL, one address per role."""

    owner_url: SecretStr = Field(SecretStr(""), description="Role that owns the tables: migrations and backups only.")
    app_url: SecretStr = Field(SecretStr(""), description="Role that serves requests, under row-level security.")
    system_url: SecretStr = Field(SecretStr(""), description="Role for sign-in, relay and edge look-ups.")
    pool_size: int = Field(10, ge=1, le=100, description="Connections per process and role.")


class Redis(BaseModel):
    """The messenger of the jobs and the counter of the limits."""

    url: SecretStr = Field(
        SecretStr("memory://"), description="redis://… or redis+socket://…; memory:// counts limits in this process."
    )


class Storage(BaseModel):
    """Where projects keep their history."""

    repositories: Path = Field(Path("repositories"), description="Folder of the bare git repositories.")


class Objects(BaseModel):
    """Where evidence is kept."""

    root: Path = Field(Path("objects"), description="Folder of screenshots and other objects.")


class Jobs(BaseModel):
    """Workers."""

    concurrency: int = Field(2, ge=1, le=64, description="Worker processes.")
    lease_seconds: float = Field(15, ge=1, le=120, description="How long a silent worker keeps a job.")
    sweep_seconds: float = Field(5, ge=0.2, le=60, description="How often the scheduler looks for lost jobs.")
    browser_path: Path | None = Field(None, description="Chromium for browser checks; without it they are skipped.")


class Auth(BaseModel):
    """Sign-in."""

    signing_key_file: Path | None = Field(None, description="File with the key that signs access tokens (mode 0600).")
    password_min_length: int = Field(12, ge=8, le=64, description="Shortest password that is accepted.")
    registration: Literal["open", "closed"] = Field("open", description="Whether anybody may make an account.")
    refresh_days: int = Field(30, ge=1, le=365, description="How long a session lives without being used.")


class VmHosts(BaseModel):
    """The vm-control daemon of this machine."""

    socket: Path = Field(Path("vmcontrol.sock"), description="Unix socket of vm-control.")
    token_file: Path = Field(
        Path("vmcontrol.token"), description="File with the bearer token of vm-control (mode 0600)."
    )


class Edge(BaseModel):
    """Where previews are opened."""

    port: int = Field(8421, ge=1, le=65535, description="Port that the edge listens on (127.0.0.1).")
    public_port: int | None = Field(None, description="Port in preview addresses, if another one than `port`.")
    preview_suffix: str = Field("-preview.localhost", description="What follows a preview's name in its host name.")
    previews_public: bool = Field(True, description="Whether new previews are open to who has the address.")


class Templates(BaseModel):
    """Kinds of app beyond the usual ones; `./vibecaas up` installs what they need."""

    nextjs: bool = Field(False, description="Full-stack apps with Next.js; their packages take 400 MB.")

    @property
    def wanted(self) -> frozenset[str]:
        """The ids of those that are switched on."""
        return frozenset(name for name in type(self).model_fields if getattr(self, name))


class Features(BaseSettings):
    """The four flags of the ecosystem map."""

    model_config = SettingsConfigDict(env_prefix="FEATURE_", extra="ignore")

    microvm: bool = Field(True, description="MicroVM drivers beyond the sandbox.")
    domains_flow: bool = Field(True, description="Domains; off: their paths answer 404 feature_disabled.")
    ai_agents: bool = Field(True, description="Model calls by agents; off: the offline builder stays.")
    billing: bool = Field(True, description="Billing; off: its paths answer 404 feature_disabled.")


class Settings(BaseSettings):
    """Everything that can be set."""

    model_config = SettingsConfigDict(env_prefix="VIBECAAS_", env_nested_delimiter="__", extra="ignore")

    home: Path = Field(Path(), description="The data root: everything that must survive lies below it.")
    profile: Literal["development", "test", "production"] = Field(
        "development", description="`test` arms fault points; `production` refuses what is unsafe."
    )
    http: Http = Field(default_factory=Http)
    database: Database = Field(default_factory=Database)
    redis: Redis = Field(default_factory=Redis)
    storage: Storage = Field(default_factory=Storage)
    objects: Objects = Field(default_factory=Objects)
    jobs: Jobs = Field(default_factory=Jobs)
    auth: Auth = Field(default_factory=Auth)
    vmhosts: VmHosts = Field(default_factory=VmHosts)
    edge: Edge = Field(default_factory=Edge)
    templates: Templates = Field(default_factory=Templates)
    features: Features = Field(default_factory=Features)
    database_url: SecretStr | None = Field(
        None, validation_alias=AliasChoices("DATABASE_URL"), description="Alias of VIBECAAS_DATABASE__APP_URL."
    )
    redis_url: SecretStr | None = Field(
        None, validation_alias=AliasChoices("REDIS_URL"), description="Alias of VIBECAAS_REDIS__URL."
    )
    test_faults: Path | None = Field(
        None, description="Folder in which a file named like a fault point makes it deadly once; test profile only."
    )

    @property
    def app_url(self) -> str:
        """The database address of the serving role."""
        return (self.database_url or self.database.app_url).get_secret_value()

    @property
    def limits_url(self) -> str:
        """The address at which rate limits are counted."""
        return (self.redis_url or self.redis.url).get_secret_value()

    @property
    def edge_port(self) -> int:
        """The port in preview addresses."""
        return self.edge.public_port or self.edge.port


def known_names() -> set[str]:
    """Return every environment variable that is read."""
    names = {"VIBECAAS_HOME", "VIBECAAS_PROFILE", "DATABASE_URL", "REDIS_URL", "VIBECAAS_TEST_FAULTS"}
    for group, field in Settings.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            prefix = "FEATURE_" if group == "features" else f"VIBECAAS_{group.upper()}__"
            names |= {prefix + name.upper() for name in kind.model_fields}
    return names


def unknown_names(environment: Mapping[str, str]) -> dict[str, str | None]:
    """Return `VIBECAAS_*` variables that nobody reads, each with the nearest name that somebody does."""
    known = known_names()
    ours = [n for n in environment if n.startswith("VIBECAAS_") and not n.startswith("VIBECAAS_TEST_")]
    return {n: next(iter(difflib.get_close_matches(n, known, 1)), None) for n in ours if n not in known}


def load() -> Settings:
    """Read the settings; all mistakes are told together, and the program ends."""
    for name, nearest in unknown_names(os.environ).items():
        hint = f"; did you mean {nearest}?" if nearest else ""
        sys.stderr.write(f"warning: the setting {name} is not known{hint}\n")
    try:
        return Settings()
    except ValidationError as error:
        lines = ["The settings are not valid:"]
        for finding in error.errors():
            name = "VIBECAAS_" + "__".join(str(part).upper() for part in finding["loc"])
            lines.append(f"  {name}: {finding['msg']}")
        lines.append("See docs/reference/settings.md for all of them.")
        raise SystemExit("\n".join(lines)) from None
