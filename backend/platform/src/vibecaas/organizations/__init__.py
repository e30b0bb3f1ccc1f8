"""Who belongs together and what each may do: organizations, members, permissions."""
