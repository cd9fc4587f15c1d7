"""The few dialogs that stop the work."""
