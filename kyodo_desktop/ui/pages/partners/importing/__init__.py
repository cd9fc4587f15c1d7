"""Bringing partners in from a file: columns, rows, and what became of them."""
