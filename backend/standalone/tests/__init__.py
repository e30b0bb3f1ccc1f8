"""Tests of the one-machine product."""
