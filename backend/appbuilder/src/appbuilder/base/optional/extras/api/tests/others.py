"""Other people, for the tests of what is one's own."""

# if accounts
from starlette.testclient import TestClient
from tests.people import somebody


def somebody_else() -> TestClient:
    """The app as another person uses it."""
    return somebody()
# else
from app.main import app
from starlette.testclient import TestClient


def somebody_else() -> TestClient:
    """The app in another browser."""
    return TestClient(app)
# end if
