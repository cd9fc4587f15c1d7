"""六つの手順: the handbook's way through a project, from any of the lists."""
