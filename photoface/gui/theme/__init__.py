"""Colours, sizes, type and icons: one place that decides how everything looks."""
