"""The words of development: test, check, fix; people and CI use the same ones."""
