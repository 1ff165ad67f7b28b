"""Where things are and how the program is set: folders, settings, logs."""
