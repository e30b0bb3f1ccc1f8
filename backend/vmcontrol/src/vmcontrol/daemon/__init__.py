"""The vm-control daemon: keeps the machines of one host as they are wanted."""
