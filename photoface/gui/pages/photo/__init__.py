"""One photo, large: who is in it, and correcting that."""
