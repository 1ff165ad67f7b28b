"""Decisions as a history: undone, contradicted, foretold."""
