"""In-memory twins of adapters: they ship with the package and pass the same contract tests."""
