"""Japanese text and calendar: pure functions, no Qt, no database."""
