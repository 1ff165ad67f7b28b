"""All decisions of a library as one value, as JSON, and back."""
