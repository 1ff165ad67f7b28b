"""What the library knows, out into files: names beside and inside photos, albums and searches as copies or pages."""
