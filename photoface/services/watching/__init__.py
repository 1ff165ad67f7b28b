"""Following folders while the program runs: what changed in them, once it is quiet."""
