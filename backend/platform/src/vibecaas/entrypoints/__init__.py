"""Programs: each wires the rooms for one purpose."""
