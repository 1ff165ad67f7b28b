"""All photos by date."""
