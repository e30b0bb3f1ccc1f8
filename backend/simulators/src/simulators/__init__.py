"""Stand-ins for services of others: they speak HTTP as the real ones do, and say that they are simulators."""
