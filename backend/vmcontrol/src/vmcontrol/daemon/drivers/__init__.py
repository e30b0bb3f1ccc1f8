"""The drivers: what a machine is made of on this host."""
