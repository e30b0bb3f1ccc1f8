"""The guest agent: stdlib only, run inside a machine by the system's Python; the daemon speaks HTTP to it."""
