"""The VibeCaaS platform: rooms on storeys, adapters for vendors, entrypoints that wire them."""
