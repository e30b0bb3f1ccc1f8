"""Checks of what an app has beyond plain entries; a module for each feature."""

from collections.abc import Iterator

from appbuilder.checks.features import automation, comments, csv, files, follow, many, opinions, places, rules, samples
from appbuilder.checks.model import BrowserCheck, HttpCheck
from appbuilder.spec import AppSpec, Entity

_FEATURES = (rules, automation, many, samples, comments, opinions, csv, files, places, follow)


def http_checks_of_features(spec: AppSpec, entity: Entity) -> Iterator[HttpCheck]:
    """HTTP checks of the entity; its entries can be added and removed by checks."""
    for feature in _FEATURES:
        yield from feature.http_checks(spec, entity)


def browser_checks_of_features(spec: AppSpec, entity: Entity) -> Iterator[BrowserCheck]:
    """Browser checks of the entity; besides, its entries are recognized by their titles."""
    for feature in _FEATURES:
        yield from feature.browser_checks(spec, entity)
