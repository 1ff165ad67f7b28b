"""The People page: everybody, those with names first."""
