"""The vocabulary of a programme; the programmes themselves are data in `resources/programmes`."""
