"""Use cases, free of any window or terminal: generators of events and plain calls."""
