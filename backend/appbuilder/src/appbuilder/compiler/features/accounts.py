"""Accounts: signing in, people, and whose entries are whose."""

from appbuilder.compiler.access import names_people
from appbuilder.compiler.access_tests import access_tests
from appbuilder.compiler.features.model import AppParts, EntityParts, Feature, Route
from appbuilder.spec import AppSpec, Entity


def has_people_fields(spec: AppSpec) -> bool:
    """Whether entries can point to people."""
    return any(field.type == "person" for entity in spec.entities for field in entity.fields)


def _app(spec: AppSpec) -> AppParts:
    tables = ", ".join(f"{entity.plural}.TABLE" for entity in spec.entities)
    choices = has_people_fields(spec)
    return AppParts(
        modules=(
            "from app.account import tables as account_tables",
            "from app.account.people import router as people_router",
            "from app.account.removal import let_go",
            "from app.account.routes import router as account_router",
            *(["from app.account.choices import router as choices_router"] if choices else []),
        ),
        tables=("account_tables.ACCOUNTS", "account_tables.SESSIONS", "account_tables.ATTEMPTS"),
        # The choices first: people's addresses would take their path for a number.
        routers=("account_router", *(["choices_router"] if choices else []), "people_router"),
        listeners=(f"let_go({tables})",),
        web_imports=('import { AccountMenu } from "./account/AccountMenu";',),
        routes=(
            Route("/sign-in", "SignIn", "account/SignIn", "Sign in"),
            Route("/register", "Register", "account/Register", "Register"),
            Route("/profile", "Profile", "account/Profile", "Profile"),
            Route("/account/people", "People", "account/People", "People"),
        ),
        tools=("<AccountMenu />",),
    )


def _entity(spec: AppSpec, entity: Entity) -> EntityParts:
    tests = tuple(access_tests(spec, entity))
    people = ", ".join(f'"{field.column}"' for field in entity.fields if field.type == "person")
    actions = [action for action in ("update", "delete") if getattr(entity.behaviours, action)]
    return EntityParts(
        columns=(
            "CREATED_BY,",
            f"mine({people}),",
            *(f'may("{action}", ACCESS),' for action in actions),
        ),
        column_imports=("from app.core.access import Access",),
        out_fields=("created_by: LinkedEntry | None", *(f"may_{action}: bool" for action in actions)),
        details=('<Detail label="Added by">{entry.created_by?.title ?? NOTHING}</Detail>',),
        filters=(
            '<ChoiceFilter query={query} name="mine" label="Whose" choices={[{ value: "true", label: "Mine" }]} />',
        ),
        tests=tests,
        query_fields=("mine: bool | None = None",),
        out_types=("created_by: http.LinkedEntry | null;", *(f"may_{action}: boolean;" for action in actions)),
    )


ACCOUNTS = Feature("accounts", lambda spec: spec.access.has_accounts, _app, _entity)
NAMED = Feature("named", names_people)
PEOPLE_CHOICES = Feature("people_choices", has_people_fields)
