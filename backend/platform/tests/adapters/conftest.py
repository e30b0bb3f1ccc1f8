"""What the tests that build real apps share: the template with everything an app needs installed."""

from backend.appbuilder.tests.apps.conftest import template

__all__ = ["template"]
