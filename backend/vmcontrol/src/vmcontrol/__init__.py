"""The daemon on a VM host, its HTTP API and the client for it."""
