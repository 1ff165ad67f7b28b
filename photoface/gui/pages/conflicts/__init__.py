"""The Conflicts page: decisions that contradict one another, with both sides."""
