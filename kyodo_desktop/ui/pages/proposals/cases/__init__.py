"""A case opened on a page of its own: its stages, and of each its acts, papers and moves."""
