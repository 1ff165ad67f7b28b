"""What people decide about faces, people and photos: names, corrections, merges, dates."""
