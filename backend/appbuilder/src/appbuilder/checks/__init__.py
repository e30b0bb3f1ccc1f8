"""Acceptance checks: what must hold for an app to be called done, as data."""

from appbuilder.checks.access import access_checks
from appbuilder.checks.account import account_checks, account_page_checks
from appbuilder.checks.browser import browser_checks
from appbuilder.checks.http import description_checks, http_checks
from appbuilder.checks.model import BrowserCheck, BrowserStep, Check, Expectation, HttpCheck, HttpStep, Locator
from appbuilder.checks.pages import address_checks, child_checks, page_checks, report_checks, served_checks
from appbuilder.checks.scan import Finding, scan_code, scan_secrets
from appbuilder.checks.sessions import with_people
from appbuilder.checks.views import view_checks
from appbuilder.compiler.obeying import prepared
from appbuilder.spec import AppSpec


def acceptance_checks(spec: AppSpec) -> tuple[HttpCheck | BrowserCheck, ...]:
    """Every check of the app, HTTP first; ids are unique and stay the same when something is renamed."""
    spec = prepared(spec)
    if not spec.kind.has_api:
        return (*address_checks(spec), *browser_checks(spec), *page_checks(spec))
    in_http = (*http_checks(spec), *report_checks(spec), *served_checks(spec))
    in_browser = (*browser_checks(spec), *page_checks(spec), *child_checks(spec), *view_checks(spec))
    if not spec.kind.has_web:
        in_http, in_browser = (*description_checks(), *in_http), ()
    if not spec.access.has_accounts:
        return (*in_http, *in_browser)
    checks = (
        *with_people(spec, in_http),
        *access_checks(spec),
        *account_checks(spec),
        *with_people(spec, in_browser),
        *account_page_checks(spec),
    )
    return tuple(each for each in checks if spec.kind.has_web or isinstance(each, HttpCheck))


__all__ = [
    "BrowserCheck",
    "BrowserStep",
    "Check",
    "Expectation",
    "Finding",
    "HttpCheck",
    "HttpStep",
    "Locator",
    "acceptance_checks",
    "scan_code",
    "scan_secrets",
]
