"""Histories of projects as bare git repositories, written by plumbing alone."""

from vibecaas.adapters.git_store.store import BareRepositories

__all__ = ["BareRepositories"]
