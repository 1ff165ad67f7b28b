"""What every page stands on: threads, the open library, changes, pictures, places to go."""
