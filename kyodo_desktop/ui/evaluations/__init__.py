"""The window in which projects are evaluated, opened from wherever one is looked at."""
