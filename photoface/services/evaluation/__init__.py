"""How good photoface is, on anybody's photos: the product's own pipeline measured against the truth."""
