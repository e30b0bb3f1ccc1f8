"""Keeps the parts of one installation running: starts them in order, brings a killed one back, ends them all."""
