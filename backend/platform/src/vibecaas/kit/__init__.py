"""Plain helpers that know no room, no vendor and no settings."""
