"""Questions to people, what they are worth, and what their answers say."""
