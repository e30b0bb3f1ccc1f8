"""Small checks of our own for what no linter knows. Each rule is one file with a name and tests."""
