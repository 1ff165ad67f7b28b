"""Dialogs: asked for by an action, gone when answered."""
