"""Vectors to who: search, neighbour graph, clustering under constraints, measures."""
