"""From facts to an app: a draft that may change, then a valid AppSpec."""
