"""One official form per module."""
