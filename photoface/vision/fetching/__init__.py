"""Ways to get a model's file: a mirror, a public address, a member of a distribution of the package index."""
