"""Japanese text and calendar, pure."""
