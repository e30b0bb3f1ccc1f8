"""Acceptance checks: what must hold for an app to be called done, as data."""

from appbuilder.checks.browser import browser_checks
from appbuilder.checks.http import http_checks
from appbuilder.checks.model import BrowserCheck, BrowserStep, Check, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.checks.pages import page_checks, report_checks
from appbuilder.checks.views import view_checks
from appbuilder.compiler.obeying import prepared
from appbuilder.spec import AppSpec


def acceptance_checks(spec: AppSpec) -> tuple[HttpCheck | BrowserCheck, ...]:
    """Every check of the app, HTTP first; ids are unique and stay the same when something is renamed."""
    spec = prepared(spec)
    return (*http_checks(spec), *report_checks(spec), *browser_checks(spec), *page_checks(spec), *view_checks(spec))


__all__ = [
    "BrowserCheck",
    "BrowserStep",
    "Check",
    "Expectation",
    "HttpCheck",
    "HttpStep",
    "Locator",
    "acceptance_checks",
]
