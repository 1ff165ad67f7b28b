"""The parts of the set-up. Standard library only: this runs before anything is installed."""
