"""The Search page: photos by who is in them, and people by a picture of them."""
