"""Killed, cut off from power, out of space: what was acknowledged is there, nothing is half done, and it goes on."""
