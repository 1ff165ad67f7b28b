"""Models: which there are, how they come, and changing from one pack to another."""
