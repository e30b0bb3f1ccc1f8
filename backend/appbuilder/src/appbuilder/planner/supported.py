"""Which parts of the spec the compiler builds by now; planned is only what can be built."""
# ruff: noqa: SIM905 - a pattern or a row of words reads best on one line

from appbuilder.spec import FieldType

ALL = frozenset(
    """
    accounts person comments votes ratings favourites follow tags attachments share archive ordering export_csv
    import_csv image file duration many computed samples workflow sequence no_overlap quota unique_together adjust
    reports board calendar gallery wizard content jobs webhooks
    """.split()
)
SUPPORTED: frozenset[str] = ALL - frozenset(
    """
    jobs webhooks
    """.split()
)

_INSTEAD: dict[FieldType, FieldType] = {"image": "url", "file": "url", "duration": "integer"}


def built(kind: FieldType) -> FieldType:
    """Return the type itself, or what stands in for it until it can be built."""
    return kind if kind in SUPPORTED else _INSTEAD.get(kind, kind)
