"""The Review page: one question at a time, answered with one key."""
