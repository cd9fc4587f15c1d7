"""The verbs: what a clerk or a script can ask of the program."""
