"""Where photos are: folders, drives, what is left out."""
