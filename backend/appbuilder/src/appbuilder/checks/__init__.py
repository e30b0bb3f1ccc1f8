"""Acceptance checks: what must hold for an app to be called done, as data."""

from appbuilder.checks.model import BrowserCheck, BrowserStep, Check, Expectation, HttpCheck, HttpStep, Locator

__all__ = ["BrowserCheck", "BrowserStep", "Check", "Expectation", "HttpCheck", "HttpStep", "Locator"]
