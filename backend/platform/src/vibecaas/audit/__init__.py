"""Who did what, when, with what result: one chain of hashes per organization."""
