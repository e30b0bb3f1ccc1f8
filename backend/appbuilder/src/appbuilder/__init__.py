"""From a request in plain language to a complete, readable app: spec, planner, compiler, base, checks. Pure."""
