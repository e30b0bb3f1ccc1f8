"""How accounts and what belongs to them are stored."""

from app.core.tables import Column, Index, Table

ACCOUNTS = Table(
    id="app_accounts",
    name="app_accounts",
    label="account",
    columns=(
        # In lower case, so that one address is one account.
        Column(id="email", name="email"),
        Column(id="name", name="name"),
        # The id of a role, which stays when the role is renamed.
        Column(id="role", name="role", kind="choice"),
        # A hash; empty for the people of a demonstration, who have none.
        Column(id="password", name="password", kind="choice"),
    ),
    indexes=(Index(("email",), unique=True),),
)
SESSIONS = Table(
    id="app_sessions",
    name="app_sessions",
    label="session",
    columns=(
        # A hash of the token in the cookie: who reads the database cannot sign in with it.
        Column(id="token", name="token", kind="choice"),
        Column(id="account", name="account", kind="integer"),
        Column(id="expires_at", name="expires_at", kind="choice"),
    ),
    indexes=(Index(("token",), unique=True), Index(("account",))),
)
ATTEMPTS = Table(
    id="app_attempts",
    name="app_attempts",
    label="attempt to sign in",
    columns=(Column(id="source", name="source", kind="choice"),),
    indexes=(Index(("source", "created_at")),),
)
