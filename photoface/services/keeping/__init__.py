"""The library as a thing: where it is, whether all is well, snapshots, deleting it."""
