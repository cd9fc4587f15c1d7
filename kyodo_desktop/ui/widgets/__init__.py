"""The house widgets."""
