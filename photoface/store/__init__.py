"""The library on disk: the only home of SQL. Seen, guessed and decided are three kinds of tables, never mixed."""
