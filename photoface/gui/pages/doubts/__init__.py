"""The Doubts page: named faces that look wrong, one at a time."""
