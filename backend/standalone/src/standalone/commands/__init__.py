"""The machine's own commands; each module has `main(argv) -> exit code` and imports nothing at the launcher's start."""
