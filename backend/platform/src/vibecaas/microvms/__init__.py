"""MicroVMs: the machines in which apps run, and the previews through which they are opened."""
