"""The VibeCaaS platform: rooms on storeys, adapters for vendors, entrypoints that wire them."""

__version__ = "0.1.0"
