"""The page of one person, or of one group that nobody has named: where corrections are made."""
