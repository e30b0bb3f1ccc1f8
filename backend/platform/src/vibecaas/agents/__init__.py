"""From a request to a verified, running app: runs, their steps, checks and messages."""
