"""Who somebody is: users, sessions, sign-in."""
