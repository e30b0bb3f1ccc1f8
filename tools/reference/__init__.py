"""Reference pages that are made from the code: settings, commands, errors, routes, and .env.example."""
