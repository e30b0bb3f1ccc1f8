"""VibeCaaS on one machine with one command: installation, supervision and the tools of development."""
