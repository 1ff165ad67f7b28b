"""The child processes that touch users' files or crunch vectors, and their supervisors."""
