"""What the list pages have in common."""
