"""The library on disk: one SQLite file whose tables are of three kinds, seen, guessed and decided."""
