"""The page of a check: faces of one person, drawn by lot and looked at one by one."""
