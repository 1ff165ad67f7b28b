"""Values and rules of the field: no files, no database, no models. Imports numpy and nothing else."""
