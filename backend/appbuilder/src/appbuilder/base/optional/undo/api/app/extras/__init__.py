"""What people do with entries beyond filling in fields."""
