"""Item models: what the grids show, loaded off the GUI thread."""
