"""The Albums page: photos by person and by saved search."""
