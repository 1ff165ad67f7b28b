"""Groups of faces: made by clustering under what people decided, and how strictly."""
