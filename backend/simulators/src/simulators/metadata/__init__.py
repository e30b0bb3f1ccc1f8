"""A cloud's instance metadata service, the classic target of programs that break out of a sandbox."""
