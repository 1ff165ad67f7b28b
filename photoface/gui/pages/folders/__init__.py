"""The Folders page: what is indexed, what is away, what could not be used."""
