"""The command line: the same jobs as in the window, for the office's IT person and for scripts."""
