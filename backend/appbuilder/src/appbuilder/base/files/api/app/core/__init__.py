"""What every part of the API uses: database, errors, shapes."""
