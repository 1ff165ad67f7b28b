"""Photos found by who is in them, and people found by a picture."""
